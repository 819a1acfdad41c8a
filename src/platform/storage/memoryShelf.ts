// Documents for as long as the tab lives, where the browser gives no database.
import { Conflict, patched, stores, type Key, type Shelf, type StoreName, type Write } from './shelf'

interface Row {
  readonly key: Key
  readonly value: unknown
}
type Rows = Map<string, Row>

const textOf = (key: Key): string => JSON.stringify(key)
const revisionOf = (key: Key): number => (typeof key === 'string' ? 0 : key[1])
const idOf = (key: Key): string => (typeof key === 'string' ? key : key[0])

function apply(rows: (store: StoreName) => Rows, write: Write): void {
  if (write.do === 'deleteEntries') {
    const { id, upTo } = write
    const entries = rows('entries')
    for (const [text, { key }] of entries)
      if (idOf(key) === id && revisionOf(key) <= upTo) entries.delete(text)
    return
  }
  if (write.do === 'patch') {
    const documents = rows('documents')
    const value = patched(documents.get(textOf(write.id))?.value, write.change)
    documents.set(textOf(write.id), { key: write.id, value })
    return
  }
  const { store, key } = write
  if (write.do === 'delete') rows(store).delete(textOf(key))
  else {
    if (write.do === 'add' && rows(store).has(textOf(key))) throw new Conflict()
    rows(store).set(textOf(key), { key, value: structuredClone(write.value) })
  }
}

export function memoryShelf(): Shelf {
  let state = new Map<StoreName, Rows>(stores.map((store) => [store, new Map()]))
  const rows = (store: StoreName): Rows => state.get(store) ?? new Map<string, Row>()
  return {
    isDurable: false,
    get: async (store, key) => Promise.resolve(structuredClone(rows(store).get(textOf(key))?.value)),
    lines: async () =>
      Promise.resolve(
        [...rows('documents').values()].map(({ key, value }) => ({
          id: idOf(key),
          value: structuredClone(value),
        })),
      ),
    entries: async (id) =>
      Promise.resolve(
        [...rows('entries').values()]
          .filter(({ key }) => idOf(key) === id)
          .sort((a, b) => revisionOf(a.key) - revisionOf(b.key))
          .map(({ key, value }) => ({ revision: revisionOf(key), value: structuredClone(value) })),
      ),
    write: async (writes) => {
      // On a copy first, so that a failing write leaves nothing behind.
      const next = new Map([...state].map(([store, old]) => [store, new Map(old)] as const))
      for (const write of writes) apply((store) => next.get(store) ?? new Map<string, Row>(), write)
      state = next
      return Promise.resolve()
    },
    close: () => undefined,
  }
}
