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
import type { Access } from './access'
import { chain, rawText, readInfo, readSnapshot, type Chain } from './records'
import { damaged, type Fields, type Shelf, type StoreName, type Write } from './shelf'

const snapshotWrites = (id: string, { revision, text, history }: Snapshot): readonly Write[] => [
  { do: 'put', store: 'snapshots', key: id, value: { revision, text } },
  { do: 'put', store: 'histories', key: id, value: { revision, history } },
]

const removal = (id: string): readonly Write[] => [
  ...(['documents', 'snapshots', 'histories', 'thumbnails'] as const).map(
    (store) => ({ do: 'delete', store, key: id }) as const,
  ),
  { do: 'delete', store: 'places', key: id },
  ...(['entries', 'versions', 'versionTexts'] as const).map(
    (store) => ({ do: 'deleteSeries', store, id, upTo: Infinity }) as const,
  ),
]

/** Last revision in the log; it stands in the document's line so that an append can see whether it follows. */
const revisionIn = (line: Fields): number => (typeof line['revision'] === 'number' ? line['revision'] : 0)

interface Read extends Pick<LoadedDocument, 'info' | 'snapshot'> {
  readonly isRecovered: boolean
  readonly chain: Chain
}

export interface DocumentStoreGiven {
  readonly access: Access
  readonly newId: () => string
  readonly now: () => number
  readonly storage?: Pick<StorageManager, 'estimate' | 'persist' | 'persisted'> | undefined
}

export function createDocumentStore({ access, newId, now, storage }: DocumentStoreGiven): DocumentStore {
  const { on, write } = access

  const patch = (id: string, fields: Fields): Stored<void> =>
    write(id, [{ do: 'patch', id, change: () => fields }])

  const infos = (isIn: (info: DocumentInfo) => boolean): Stored<readonly DocumentInfo[]> =>
    on('', async (box) => {
      // A line that is broken can still be opened: its document is elsewhere.
      const all = (await box.lines()).map(({ id, value }) => readInfo(value) ?? recoveredInfo(id, 0))
      return ok(all.filter(isIn).sort((a, b) => b.openedAt - a.openedAt))
    })

  async function read(box: Shelf, id: string): Promise<Result<Read, StorageProblem>> {
    const stored = await box.get('documents', id).catch(() => damaged)
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
      chain: chain(await box.series('entries', id), snapshot.revision),
    })
  }

  /** Notes the opening, and clears away entries that lead nowhere: new ones will take their revisions. */
  async function noteOpening(box: Shelf, { info, isRecovered, snapshot, chain }: Read): Promise<void> {
    const { entries, lost } = chain
    const revision = entries.at(-1)?.revision ?? snapshot.revision
    const change = () => ({ openedAt: info.openedAt, ...(lost.length > 0 && { revision }) })
    await box.write([
      ...lost.map(({ at }) => ({ do: 'delete', store: 'entries', key: [info.id, at] }) as const),
      isRecovered
        ? { do: 'put', store: 'documents', key: info.id, value: { ...info, revision } }
        : { do: 'patch', id: info.id, change },
    ])
  }

  const make = ({ name, tables, target }: About, id: string): DocumentInfo => {
    const at = now()
    return {
      id,
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
    raw: (id) =>
      on(id, async (box) => {
        const get = (store: StoreName) => box.get(store, id).catch(() => damaged)
        const [document, snapshot, history] = [
          await get('documents'),
          await get('snapshots'),
          await get('histories'),
        ]
        const entries = await box.series('entries', id)
        return ok(rawText({ document, snapshot, history, entries }))
      }),
    create: async ({ snapshot, ...about }, id = newId()) => {
      const info = make(about, id)
      const writes: readonly Write[] = [
        { do: 'add', store: 'documents', key: info.id, value: { ...info, revision: snapshot.revision } },
        { do: 'deleteSeries', store: 'entries', id: info.id, upTo: Infinity },
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
        const copy = make({ ...info, name }, newId())
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
    load: (id, how = 'toWrite') =>
      on(id, async (box) => {
        const first = await read(box, id)
        const isTorn = how === 'toRead' && first.ok && first.value.chain.lost.length > 0
        const loaded = isTorn ? await read(box, id) : first
        if (!loaded.ok) return loaded
        const found = { ...loaded.value, info: { ...loaded.value.info, openedAt: now() } }
        // Opening must not fail because the time of it could not be kept (a full disk, a broken line).
        if (how === 'toWrite') await noteOpening(box, found).catch(() => undefined)
        const { info, snapshot, chain } = found
        return ok({ info, snapshot, entries: chain.entries, lost: chain.lost.map(({ value }) => value) })
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
        { do: 'deleteSeries', store: 'entries', id, upTo: snapshot.revision },
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
    isPersisted: async () => (await storage?.persisted()) ?? false,
    close: access.close,
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
