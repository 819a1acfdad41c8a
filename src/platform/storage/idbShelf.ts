// Documents in IndexedDB. Every write waits until the disk has it.
import { openDB, type IDBPDatabase, type IDBPTransaction } from 'idb'
import { Conflict, damaged, patched, stores, type Key, type Shelf, type StoreName, type Write } from './shelf'

/** Of the database, not of the files: raised when a store is added. */
const databaseVersion = 2

export class Blocked extends Error {}

export function openDatabase(name: string): Promise<IDBPDatabase> {
  return new Promise((resolve, reject) => {
    const opening = openDB(name, databaseVersion, {
      upgrade(database) {
        for (const store of stores)
          if (!database.objectStoreNames.contains(store)) database.createObjectStore(store)
      },
      blocked: () => reject(new Blocked()),
      // Closed so that a newer Relata in another tab can go on; the event's target is the connection itself.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    })
    opening.then(resolve, reject)
  })
}

/** Records of one document: no number is greater than Infinity. */
const seriesOf = (id: string, from = -Infinity, upTo = Infinity): IDBKeyRange =>
  IDBKeyRange.bound([id, from], [id, upTo])

const validKey = (key: Key): IDBValidKey => (typeof key === 'string' ? key : [...key])

type Transaction = IDBPTransaction<unknown, string[], 'readwrite'>

async function apply(transaction: Transaction, write: Write): Promise<void> {
  if (write.do === 'deleteSeries') {
    await transaction.objectStore(write.store).delete(seriesOf(write.id, write.from, write.upTo))
    return
  }
  if (write.do === 'patch') {
    const documents = transaction.objectStore('documents')
    await documents.put(patched(await documents.get(write.id), write.change), write.id)
    return
  }
  const store = transaction.objectStore(write.store)
  const key = validKey(write.key)
  if (write.do === 'delete') await store.delete(key)
  else if (write.do === 'put') await store.put(write.value, key)
  else {
    if ((await store.getKey(key)) !== undefined) throw new Conflict()
    await store.add(write.value, key)
  }
}

function storeOf(write: Write): StoreName {
  return write.do === 'patch' ? 'documents' : write.store
}

async function writeAll(database: IDBPDatabase, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return
  const names = new Set(writes.map(storeOf))
  const transaction = database.transaction([...names], 'readwrite', { durability: 'strict' })
  const done = transaction.done
  try {
    for (const write of writes) await apply(transaction, write)
  } catch (error) {
    // What went wrong first is what is told; the transaction's own end says the same again.
    done.catch(() => undefined)
    try {
      transaction.abort()
    } catch (abortError) {
      // It ended by itself.
      if (!(abortError instanceof DOMException)) throw abortError
    }
    throw error
  }
  await done
}

/** Records one by one where reading them together failed: one that is broken costs itself. */
async function readOneByOne(database: IDBPDatabase, store: StoreName, keys: readonly IDBValidKey[]) {
  const values: unknown[] = []
  for (const key of keys) values.push(await database.get(store, key).catch(() => damaged))
  return values
}

async function readAll(database: IDBPDatabase, store: StoreName, range?: IDBKeyRange) {
  const keys = await database.getAllKeys(store, range)
  const together = await database.getAll(store, range).catch(() => undefined)
  // A write in between changes the count; one by one the keys and values belong together again.
  const values: readonly unknown[] =
    together?.length === keys.length ? together : await readOneByOne(database, store, keys)
  return keys.map((key, i) => ({ key, value: values[i] }))
}

export const idbShelf = (database: IDBPDatabase): Shelf => ({
  isDurable: true,
  get: (store, key) => database.get(store, validKey(key)) as Promise<unknown>,
  lines: async () =>
    (await readAll(database, 'documents')).map(({ key, value }) => ({
      id: typeof key === 'string' ? key : '',
      value,
    })),
  series: async (store, id) => {
    const items = await readAll(database, store, seriesOf(id))
    return items.map(({ key, value }) => ({ at: Array.isArray(key) ? Number(key[1]) : 0, value }))
  },
  write: (writes) => writeAll(database, writes),
  close: () => database.close(),
})
