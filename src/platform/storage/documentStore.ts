// Documents that outlive the tab: a snapshot each, and a log of what was done since. A document is its own records
// only, so a broken one costs nobody else anything.
import { fail, ok, type Result } from '../../core/lib/result'
import type {
  About,
  DocumentInfo,
  DocumentStore,
  LoadedDocument,
  Snapshot,
  StorageProblem,
  Stored,
} from '../types'
import { Blocked } from './idbShelf'
import { chain, readInfo, readSnapshot, type Chain } from './records'
import { Conflict, Missing, type Fields, type Shelf, type Write } from './shelf'

export interface StoreOptions {
  /** Opens the database; called again when a connection broke. */
  readonly open: () => Promise<Shelf>
  readonly newId: () => string
  readonly now: () => number
  readonly storage?: Pick<StorageManager, 'estimate' | 'persist'> | undefined
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

const snapshotWrites = (id: string, { revision, text, history }: Snapshot): readonly Write[] => [
  { do: 'put', store: 'snapshots', key: id, value: { revision, text } },
  { do: 'put', store: 'histories', key: id, value: { revision, history } },
]

const removal = (id: string): readonly Write[] => [
  ...(['documents', 'snapshots', 'histories', 'thumbnails'] as const).map(
    (store) => ({ do: 'delete', store, key: id }) as const,
  ),
  { do: 'deleteEntries', id, upTo: Infinity },
]

/** Last revision in the log; it stands in the document's line so that an append can see whether it follows. */
const revisionIn = (line: Fields): number => (typeof line['revision'] === 'number' ? line['revision'] : 0)

interface Read extends Pick<LoadedDocument, 'info' | 'snapshot'> {
  readonly isRecovered: boolean
  readonly chain: Chain
}

export function createDocumentStore({ open, newId, now, storage }: StoreOptions): DocumentStore {
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

  const patch = (id: string, fields: Fields): Stored<void> =>
    write(id, [{ do: 'patch', id, change: () => fields }])

  const infos = (isIn: (info: DocumentInfo) => boolean): Stored<readonly DocumentInfo[]> =>
    on('', async (box) => {
      // A line that is broken can still be opened: its document is elsewhere.
      const all = (await box.lines()).map(({ id, value }) => readInfo(value) ?? recoveredInfo(id, 0))
      return ok(all.filter(isIn).sort((a, b) => b.openedAt - a.openedAt))
    })

  async function read(box: Shelf, id: string): Promise<Result<Read, StorageProblem>> {
    const stored = await box.get('documents', id)
    const snapshot = readSnapshot(await box.get('snapshots', id))
    if (stored === undefined && !snapshot) return fail({ kind: 'missing', id })
    if (!snapshot) return fail({ kind: 'corrupt', id })
    const history = await box.get('histories', id).catch(() => undefined)
    const info = readInfo(stored)
    return ok({
      // A broken line in the list costs the name, not the document.
      info: info ?? recoveredInfo(id, now()),
      isRecovered: info === undefined,
      snapshot: { ...snapshot, ...historyOf(history, snapshot.revision) },
      chain: chain(await box.entries(id), snapshot.revision),
    })
  }

  /** Notes the opening, and clears away entries that lead nowhere: new ones will take their revisions. */
  async function noteOpening(box: Shelf, { info, isRecovered, snapshot, chain }: Read): Promise<void> {
    const { entries, lost } = chain
    const revision = entries.at(-1)?.revision ?? snapshot.revision
    const change = () => ({ openedAt: info.openedAt, ...(lost.length > 0 && { revision }) })
    await box.write([
      ...lost.map((at) => ({ do: 'delete', store: 'entries', key: [info.id, at] }) as const),
      isRecovered
        ? { do: 'put', store: 'documents', key: info.id, value: { ...info, revision } }
        : { do: 'patch', id: info.id, change },
    ])
  }

  const make = ({ name, tables, target }: About): DocumentInfo => {
    const at = now()
    return {
      id: newId(),
      name,
      tables,
      ...(target && { target }),
      createdAt: at,
      changedAt: at,
      openedAt: at,
    }
  }

  return {
    isDurable: async () => {
      const found = await on('', async (box) => Promise.resolve(ok(box.isDurable)))
      return found.ok && found.value
    },
    list: () => infos(({ deletedAt }) => deletedAt === undefined),
    bin: () => infos(({ deletedAt }) => deletedAt !== undefined),
    create: async ({ snapshot, ...about }) => {
      const info = make(about)
      const writes: readonly Write[] = [
        { do: 'add', store: 'documents', key: info.id, value: { ...info, revision: snapshot.revision } },
        ...snapshotWrites(info.id, snapshot),
      ]
      const written = await write(info.id, writes)
      return written.ok ? ok(info) : written
    },
    rename: (id, name) => patch(id, { name, changedAt: now() }),
    duplicate: (id, name) =>
      on(id, async (box) => {
        const loaded = await read(box, id)
        if (!loaded.ok) return loaded
        const { info, snapshot, chain } = loaded.value
        const { entries } = chain
        const copy = make({ ...info, name })
        const picture = await box.get('thumbnails', id)
        await box.write([
          {
            do: 'add',
            store: 'documents',
            key: copy.id,
            value: { ...copy, revision: entries.at(-1)?.revision ?? snapshot.revision },
          },
          ...snapshotWrites(copy.id, snapshot),
          ...entries.map(
            (value) => ({ do: 'add', store: 'entries', key: [copy.id, value.revision], value }) as const,
          ),
          ...(picture === undefined
            ? []
            : [{ do: 'put', store: 'thumbnails', key: copy.id, value: picture } as const]),
        ])
        return ok(copy)
      }),
    remove: (id) => patch(id, { deletedAt: now() }),
    restore: (id) => patch(id, { deletedAt: undefined }),
    purge: (before) =>
      on('', async (box) => {
        const all = (await box.lines()).map(({ value }) => readInfo(value))
        const old = all.filter((info) => info?.deletedAt !== undefined && info.deletedAt < before)
        await box.write(old.flatMap((info) => (info ? removal(info.id) : [])))
        return ok(old.length)
      }),
    load: (id) =>
      on(id, async (box) => {
        const loaded = await read(box, id)
        if (!loaded.ok) return loaded
        const found = { ...loaded.value, info: { ...loaded.value.info, openedAt: now() } }
        // Opening must not fail because the time of it could not be kept (a full disk, a broken line).
        await noteOpening(box, found).catch(() => undefined)
        const { info, snapshot, chain } = found
        return ok({ info, snapshot, entries: chain.entries, lost: chain.lost.length })
      }),
    append: (id, entries) => {
      const [first] = entries
      const last = entries.at(-1)
      if (!first || !last) return Promise.resolve(ok(undefined))
      const follow = (line: Fields) =>
        revisionIn(line) === first.since ? { changedAt: now(), revision: last.revision } : 'conflict'
      return write(id, [
        { do: 'patch', id, change: follow },
        ...entries.map(
          (value) => ({ do: 'add', store: 'entries', key: [id, value.revision], value }) as const,
        ),
      ])
    },
    snapshot: (id, snapshot, { name, tables, target }) =>
      write(id, [
        {
          do: 'patch',
          id,
          change: (line) => ({
            name,
            tables,
            ...(target && { target }),
            changedAt: now(),
            revision: Math.max(revisionIn(line), snapshot.revision),
          }),
        },
        ...snapshotWrites(id, snapshot),
        { do: 'deleteEntries', id, upTo: snapshot.revision },
      ]),
    setThumbnail: (id, picture) => write(id, [{ do: 'put', store: 'thumbnails', key: id, value: picture }]),
    thumbnail: (id) =>
      on(id, async (box) => {
        const picture = await box.get('thumbnails', id)
        return ok(typeof picture === 'string' || picture instanceof Blob ? picture : undefined)
      }),
    usage: async () => {
      const { usage, quota } = (await storage?.estimate()) ?? {}
      return usage === undefined || quota === undefined ? undefined : { used: usage, allowed: quota }
    },
    persist: async () => (await storage?.persist()) ?? false,
    close: async () => {
      const box = await shelf?.catch(() => undefined)
      shelf = undefined
      box?.close()
    },
  }
}

const recoveredInfo = (id: string, at: number): DocumentInfo => ({
  id,
  name: '',
  tables: 0,
  createdAt: at,
  changedAt: at,
  openedAt: at,
})

/** The history that was stored with this very snapshot. */
function historyOf(value: unknown, revision: number): { readonly history?: unknown } {
  if (typeof value !== 'object' || value === null || !('history' in value) || !('revision' in value))
    return {}
  return value.revision === revision && value.history !== undefined ? { history: value.history } : {}
}
