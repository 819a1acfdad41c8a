// The store that the app uses: IndexedDB, and memory where there is none.
import type { DocumentStore } from '../types'
import { Blocked, idbShelf, openDatabase } from './idbShelf'
import { createDocumentStore, type StoreOptions } from './documentStore'
import { memoryShelf } from './memoryShelf'
import type { Shelf } from './shelf'

/** Absent on plain HTTP, whatever the types say. */
const storageOfBrowser = (): StorageManager | undefined =>
  typeof navigator === 'undefined' ? undefined : (navigator as Partial<Navigator>).storage

export function browserDocuments(name: string, options: Pick<StoreOptions, 'newId' | 'now'>): DocumentStore {
  const memory = memoryShelf()

  async function open(): Promise<Shelf> {
    try {
      // Where storage is forbidden even asking for it may throw.
      if (typeof indexedDB === 'undefined') return memory
      return idbShelf(await openDatabase(name))
    } catch (error) {
      // Both can be helped by the user; a database that cannot be opened at all cannot.
      if (error instanceof Blocked || (error instanceof Error && error.name === 'VersionError')) throw error
      return memory
    }
  }
  return createDocumentStore({ ...options, open, storage: storageOfBrowser() })
}
