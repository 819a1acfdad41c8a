// What the app keeps: in IndexedDB, and in memory where there is none.
import type { DocumentStore, Places, VersionStore } from '../types'
import { createAccess, type Access } from './access'
import { createDocumentStore, type DocumentStoreGiven } from './documentStore'
import { Blocked, idbShelf, openDatabase } from './idbShelf'
import { memoryShelf } from './memoryShelf'
import { createPlaces } from './places'
import type { Shelf } from './shelf'
import { createVersionStore } from './versionStore'

/** Absent on plain HTTP, whatever the types say. */
const storageOfBrowser = (): StorageManager | undefined =>
  typeof navigator === 'undefined' ? undefined : (navigator as Partial<Navigator>).storage

/** Where storage is forbidden even asking for it may throw. */
function hasDatabase(): boolean {
  try {
    return typeof indexedDB !== 'undefined'
  } catch (error) {
    if (error instanceof DOMException) return false
    throw error
  }
}

export function browserAccess(name: string): Access {
  const memory = memoryShelf()

  async function open(): Promise<Shelf> {
    if (!hasDatabase()) return memory
    try {
      return idbShelf(await openDatabase(name))
    } catch (error) {
      // Both can be helped by the user; a database that cannot be opened at all cannot.
      if (error instanceof Blocked || (error instanceof Error && error.name === 'VersionError')) throw error
      return memory
    }
  }
  return createAccess(open)
}

export interface BrowserStorage {
  readonly documents: DocumentStore
  readonly versions: VersionStore
  readonly places: Places
}

export function browserStorage(
  name: string,
  given: Pick<DocumentStoreGiven, 'newId' | 'now'>,
): BrowserStorage {
  const access = browserAccess(name)
  return {
    documents: createDocumentStore({ ...given, access, storage: storageOfBrowser() }),
    versions: createVersionStore({ access, now: given.now }),
    places: createPlaces(access),
  }
}
