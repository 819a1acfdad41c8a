// Documents for as long as the tab lives, where the browser gives no database.
import { Conflict, patched, stores, type Key, type Shelf, type StoreName, type Write } from './shelf'

interface Row {
  readonly key: Key
  readonly value: unknown
}
type Rows = Map<string, Row>

const textOf = (key: Key): string => JSON.stringify(key)
const numberOf = (key: Key): number => (typeof key === 'string' ? 0 : key[1])
const idOf = (key: Key): string => (typeof key === 'string' ? key : key[0])

function apply(rows: (store: StoreName) => Rows, write: Write): void {
  if (write.do === 'deleteSeries') {
    const { store, id, from = -Infinity, upTo } = write
    const series = rows(store)
    for (const [text, { key }] of series)
      if (idOf(key) === id && numberOf(key) >= from && numberOf(key) <= upTo) series.delete(text)
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
    series: async (store, id) =>
      Promise.resolve(
        [...rows(store).values()]
          .filter(({ key }) => idOf(key) === id)
          .sort((a, b) => numberOf(a.key) - numberOf(b.key))
          .map(({ key, value }) => ({ at: numberOf(key), value: structuredClone(value) })),
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
