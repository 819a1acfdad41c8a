import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Edits } from '../../core/model/edit'
import type { Result } from '../../core/lib/result'
import type { DocumentStore, LogEntry, NewDocument, StorageProblem } from '../types'
import { createAccess, problemOf } from './access'
import { browserStorage } from './browserStorage'
import { createDocumentStore } from './documentStore'
import { Blocked, idbShelf, openDatabase } from './idbShelf'
import { memoryShelf } from './memoryShelf'

const edits: Edits = [{ kind: 'table', id: 't_1', field: 'name', before: 'a', after: 'b' }]
const entry = (since: number, revision = since + 1): LogEntry => ({
  since,
  revision,
  at: 5,
  edits,
  move: 'step',
  meta: { label: 'x' },
})
const shop: NewDocument = {
  name: 'shop',
  tables: 2,
  snapshot: { revision: 0, text: '{"relata": 1}', history: { done: [] } },
}

function value<T>(result: Result<T, StorageProblem>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const problem = <T>(result: Result<T, StorageProblem>): StorageProblem | undefined =>
  result.ok ? undefined : result.error

let time = 100
let ids = 0
const base = { newId: () => `d${++ids}`, now: () => ++time }

beforeEach(() => {
  time = 100
  ids = 0
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => vi.unstubAllGlobals())

const kinds = {
  IndexedDB: (): DocumentStore => browserStorage('test', base).documents,
  memory: (): DocumentStore => {
    const shelf = memoryShelf()
    return createDocumentStore({ ...base, access: createAccess(() => Promise.resolve(shelf)) })
  },
}

describe.each(Object.entries(kinds))('documents in %s', (kind, make) => {
  it('say whether they outlive the tab', async () => {
    expect(await make().isDurable()).toBe(kind === 'IndexedDB')
  })

  it('come back as they were left: the snapshot and what was done since', async () => {
    const store = make()
    const { id } = value(await store.create(shop))
    value(await store.append(id, [entry(0), entry(1)]))
    value(await store.append(id, [entry(2, 5)]))
    const loaded = value(await store.load(id))
    expect(loaded.snapshot).toEqual(shop.snapshot)
    expect(loaded.entries).toEqual([entry(0), entry(1), entry(2, 5)])
    expect(loaded.lost).toEqual([])
  })

  it('drop with a snapshot exactly the entries that it holds', async () => {
    const store = make()
    const { id } = value(await store.create(shop))
    value(await store.append(id, [entry(0), entry(1), entry(2)]))
    value(await store.snapshot(id, { revision: 2, text: 'later' }, { name: 'shop 2', tables: 3 }))
    const loaded = value(await store.load(id))
    expect(loaded.snapshot).toEqual({ revision: 2, text: 'later' })
    expect(loaded.entries).toEqual([entry(2)])
    expect(loaded.info).toMatchObject({ name: 'shop 2', tables: 3 })
    value(await store.append(id, [entry(3)]))
    expect(value(await store.load(id)).entries).toEqual([entry(2), entry(3)])
  })

  it('refuse an entry that does not follow: two writers, or a gap', async () => {
    const store = make()
    const { id } = value(await store.create(shop))
    value(await store.append(id, [entry(0)]))
    expect(problem(await store.append(id, [entry(0)]))).toEqual({ kind: 'conflict', id })
    expect(problem(await store.append(id, [entry(3)]))).toEqual({ kind: 'conflict', id })
    expect(value(await store.load(id)).entries).toEqual([entry(0)])
  })

  it('are listed with the one opened last first', async () => {
    const store = make()
    const first = value(await store.create(shop))
    const second = value(await store.create({ ...shop, name: 'other' }))
    expect(value(await store.list()).map(({ id }) => id)).toEqual([second.id, first.id])
    value(await store.load(first.id))
    expect(value(await store.list()).map(({ id }) => id)).toEqual([first.id, second.id])
  })

  it('are renamed, binned, restored and purged', async () => {
    const store = make()
    const { id } = value(await store.create(shop))
    const other = value(await store.create({ ...shop, name: 'other' }))
    value(await store.append(other.id, [entry(0)]))
    value(await store.rename(id, 'market'))
    value(await store.remove(id))
    expect(value(await store.list()).map(({ name }) => name)).toEqual(['other'])
    expect(value(await store.bin()).map(({ name }) => name)).toEqual(['market'])
    value(await store.restore(id))
    expect(value(await store.list()).map(({ name }) => name)).toEqual(['other', 'market'])
    expect(value(await store.bin())).toEqual([])
    value(await store.remove(id))
    expect(value(await store.purge(0))).toBe(0)
    expect(value(await store.purge(Infinity))).toBe(1)
    expect(problem(await store.load(id))).toEqual({ kind: 'missing', id })
    expect(value(await store.load(other.id)).entries).toHaveLength(1)
  })

  it('are duplicated with all that was done, and live apart from then on', async () => {
    const store = make()
    const { id } = value(await store.create(shop))
    value(await store.append(id, [entry(0)]))
    value(await store.setThumbnail(id, '<svg/>'))
    const copy = value(await store.duplicate(id, 'copy'))
    value(await store.append(copy.id, [entry(1)]))
    expect(value(await store.load(copy.id)).entries).toEqual([entry(0), entry(1)])
    expect(value(await store.load(id)).entries).toEqual([entry(0)])
    expect(value(await store.thumbnail(copy.id))).toBe('<svg/>')
  })

  it('keep a picture', async () => {
    const store = make()
    const { id } = value(await store.create(shop))
    expect(value(await store.thumbnail(id))).toBeUndefined()
    value(await store.setThumbnail(id, '<svg/>'))
    expect(value(await store.thumbnail(id))).toBe('<svg/>')
  })

  it('are missing when they are not there', async () => {
    const store = make()
    const missing = { kind: 'missing', id: 'no' }
    expect(problem(await store.load('no'))).toEqual(missing)
    expect(problem(await store.rename('no', 'x'))).toEqual(missing)
    expect(problem(await store.append('no', [entry(0)]))).toEqual(missing)
    expect(value(await store.list())).toEqual([])
  })

  it('do not share what one handed in', async () => {
    const store = make()
    const history = { done: ['a'] }
    const { id } = value(await store.create({ ...shop, snapshot: { ...shop.snapshot, history } }))
    history.done.push('b')
    expect(value(await store.load(id)).snapshot.history).toEqual({ done: ['a'] })
  })
})

/** Damages a record behind the store's back. */
async function damage(store: string, key: IDBValidKey, record: unknown): Promise<void> {
  const database = await openDB('test')
  await database.put(store, record, key)
  database.close()
}

describe('damaged records', () => {
  it('cost the entries behind the damage, and the document goes on', async () => {
    const store = kinds.IndexedDB()
    const { id } = value(await store.create(shop))
    value(await store.append(id, [entry(0), entry(1), entry(2), entry(3)]))
    await damage('entries', [id, 3], { nonsense: true })
    const loaded = value(await store.load(id))
    expect(loaded.entries).toEqual([entry(0), entry(1)])
    expect(loaded.lost).toEqual([{ nonsense: true }, entry(3)])
    value(await store.append(id, [entry(2)]))
    expect(value(await store.load(id))).toMatchObject({ entries: [entry(0), entry(1), entry(2)], lost: [] })
  })

  it('in the list cost a name, not a document', async () => {
    const store = kinds.IndexedDB()
    const { id } = value(await store.create(shop))
    value(await store.append(id, [entry(0)]))
    await damage('documents', id, 'garbage')
    expect(value(await store.list())).toMatchObject([{ id, name: '' }])
    expect(value(await store.load(id)).entries).toEqual([entry(0)])
    value(await store.append(id, [entry(1)]))
    value(await store.rename(id, 'again'))
    expect(value(await store.list())).toMatchObject([{ id, name: 'again' }])
  })

  it('of a history cost the undo, not the document', async () => {
    const store = kinds.IndexedDB()
    const { id } = value(await store.create(shop))
    await damage('histories', id, 7)
    expect(value(await store.load(id)).snapshot).toEqual({ revision: 0, text: '{"relata": 1}' })
  })

  it('of one document are told, and cost no other document anything', async () => {
    const store = kinds.IndexedDB()
    const { id } = value(await store.create(shop))
    const other = value(await store.create({ ...shop, name: 'other' }))
    await damage('snapshots', id, { revision: 'one' })
    expect(problem(await store.load(id))).toEqual({ kind: 'corrupt', id })
    expect(value(await store.load(other.id)).info.name).toBe('other')
    expect(value(await store.list())).toHaveLength(2)
  })
})

describe('a database that fails', () => {
  it('keeps all of a write or nothing', async () => {
    const store = kinds.IndexedDB()
    const { id } = value(await store.create(shop))
    const bad = { ...entry(1), meta: () => 'functions cannot be stored' }
    expect((await store.append(id, [entry(0), bad])).ok).toBe(false)
    expect(value(await store.load(id)).entries).toEqual([])
    value(await store.append(id, [entry(0)]))
  })

  it('is replaced by memory where there is none', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const store = browserStorage('test', base).documents
    const { id } = value(await store.create(shop))
    expect(value(await store.load(id)).info.name).toBe('shop')
    expect(await store.isDurable()).toBe(false)
  })

  it('that a newer Relata made is not touched', async () => {
    ;(await openDB('test', 99)).close()
    expect(problem(await browserStorage('test', base).documents.list())).toEqual({ kind: 'newer' })
  })

  it('says when an older Relata holds it in another tab, and works once that is gone', async () => {
    let isHeld = true
    const open = async () => {
      if (isHeld) throw new Blocked()
      return idbShelf(await openDatabase('test'))
    }
    const store = createDocumentStore({ ...base, access: createAccess(open) })
    expect(problem(await store.list())).toEqual({ kind: 'blocked' })
    isHeld = false
    expect(value(await store.list())).toEqual([])
  })

  it('is opened again when the connection was closed under it', async () => {
    const databases: { close: () => void }[] = []
    const open = async () => {
      const database = await openDatabase('test')
      databases.push(database)
      return idbShelf(database)
    }
    const store = createDocumentStore({ ...base, access: createAccess(open) })
    const { id } = value(await store.create(shop))
    databases[0]?.close()
    value(await store.append(id, [entry(0)]))
    expect(databases).toHaveLength(2)
  })

  it('names each of its errors', () => {
    const dom = (name: string) => new DOMException('no', name)
    expect(problemOf(dom('QuotaExceededError'), 'a')).toEqual({ kind: 'quota' })
    expect(problemOf(dom('DataError'), 'a')).toEqual({ kind: 'corrupt', id: 'a' })
    expect(problemOf(dom('UnknownError'), 'a')).toEqual({ kind: 'unavailable', reason: 'no' })
  })
})
