// One connection for all that is kept, opened when it is first needed and again when it broke. Every way to fail
// becomes a value.
import { fail, ok, type Result } from '../../core/lib/result'
import type { StorageProblem, Stored } from '../types'
import { Blocked } from './idbShelf'
import { Conflict, Missing, type Shelf, type Write } from './shelf'

export interface Access {
  /** Runs on the database; an error of it is told as one of this document. */
  readonly on: <T>(id: string, work: (shelf: Shelf) => Promise<Result<T, StorageProblem>>) => Stored<T>
  readonly write: (id: string, writes: readonly Write[]) => Stored<void>
  readonly close: () => Promise<void>
}

/** What an error of the database means for a document. */
export function problemOf(error: unknown, id: string): StorageProblem {
  if (error instanceof Blocked) return { kind: 'blocked' }
  if (error instanceof Missing) return { kind: 'missing', id }
  if (error instanceof Conflict) return { kind: 'conflict', id }
  const name = error instanceof Error ? error.name : ''
  if (name === 'QuotaExceededError') return { kind: 'quota' }
  if (name === 'VersionError') return { kind: 'newer' }
  // What Chromium says of a record whose bytes are gone, Firefox of one that does not decode.
  if (name === 'DataError' || name === 'DataCloneError' || name === 'NotReadableError')
    return { kind: 'corrupt', id }
  return { kind: 'unavailable', reason: error instanceof Error ? error.message : String(error) }
}

/** `open` is called again when a connection broke. */
export function createAccess(open: () => Promise<Shelf>): Access {
  let shelf: Promise<Shelf> | undefined

  /** The database; an opening that failed is tried again next time. */
  async function opened(): Promise<Shelf> {
    const opening = (shelf ??= open())
    try {
      return await opening
    } catch (error) {
      if (shelf === opening) shelf = undefined
      throw error
    }
  }

  async function attempt<T>(work: (shelf: Shelf) => Promise<T>, isRetry = false): Promise<T> {
    const box = await opened()
    try {
      return await work(box)
    } catch (error) {
      // The connection is gone (another tab wanted to upgrade, the browser cleared its data): a new one may do.
      if (isRetry || !(error instanceof Error) || error.name !== 'InvalidStateError') throw error
      shelf = undefined
      return attempt(work, true)
    }
  }

  /** Runs on the database; every way to fail becomes a value. */
  async function on<T>(id: string, work: (shelf: Shelf) => Promise<Result<T, StorageProblem>>): Stored<T> {
    try {
      return await attempt(work)
    } catch (error) {
      return fail(problemOf(error, id))
    }
  }

  const write = (id: string, writes: readonly Write[]): Stored<void> =>
    on(id, async (box) => {
      await box.write(writes)
      return ok(undefined)
    })

  async function close(): Promise<void> {
    const box = await shelf?.catch(() => undefined)
    shelf = undefined
    box?.close()
  }

  return { on, write, close }
}
