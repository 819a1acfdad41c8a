// Text and model beside each other: whatever is done to the one, the other says it, and one history undoes both.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { rename } from '../../core/commands/rename'
import { newSchema } from '../../core/model/factory'
import { placementsIn } from '../../core/model/query'
import { spliceBetween } from '../../core/model/splice'
import { firstDiagram, type Schema } from '../../core/model/schema'
import { countingIds } from '../../core/model/testing/factories'
import { createClient } from '../../workers/calls'
import { dbmlMethods } from '../../workers/dbmlMethods'
import type { DbmlApi } from '../../workers/dbmlTypes'
import { fakeWorker } from '../../workers/fakeWorker.testing'
import { document, openDocument, redoStep, undoStep } from '../document'
import { perform } from '../perform'
import { dbmlSource } from './source'
import { dbml } from './store'
import { DbmlSync } from './sync'

const newId = countingIds('w')
let sync: DbmlSync

const schema = (): Schema => document.getState().schema
const text = (): string => dbml.getState().version.text
const stored = (): string | undefined => dbmlSource(schema())?.text
const tables = (): readonly string[] => [...schema().table.values()].map(({ name }) => name)
const labels = (): readonly string[] => document.getState().history.done.map(({ label }) => label)

function table(name: string) {
  const found = [...schema().table.values()].find((one) => one.name === name)
  if (!found) throw new Error(`There is no table ${name}`)
  return found
}

/** Until the worker has nothing left to say. */
async function rest(): Promise<void> {
  await vi.advanceTimersByTimeAsync(2000)
}

/** Only what differs is typed. */
function type(old: string, fresh: string): void {
  const from = old === '' ? text().length : text().indexOf(old)
  if (from < 0) throw new Error(`There is no ${old} in ${text()}`)
  const { at, before, after } = spliceBetween(old, fresh)
  sync.type([{ from: from + at, to: from + at + before.length, insert: after }], undefined)
}

async function typed(old: string, fresh: string): Promise<void> {
  type(old, fresh)
  await rest()
}

const shop = `// Our shop
Table users {
  id int [pk]
  name text // who
}

Table orders {
  id int [pk]
  user_id int [ref: > users.id]
}
`

beforeEach(async () => {
  vi.useFakeTimers()
  const worker = () => createClient<DbmlApi>({ spawn: () => fakeWorker(dbmlMethods(newId)) })
  sync = new DbmlSync(worker)
  const empty = newSchema(countingIds('d'), 'shop', { dialect: 'postgres', version: '18' })
  openDocument({ id: 'one', schema: empty })
  await opened()
  sync.type([{ from: 0, to: text().length, insert: shop }], undefined)
  await rest()
})

afterEach(() => {
  sync.close()
  vi.useRealTimers()
})

async function opened(): Promise<void> {
  const opening = sync.open()
  await rest()
  await opening
}

describe('typing', () => {
  it('makes tables and relations, and the text is the document’s as it was written', () => {
    expect(tables()).toEqual(['users', 'orders'])
    expect(schema().relation.size).toBe(1)
    expect(stored()).toBe(shop)
    expect(dbml.getState().problems.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('renames a table, which keeps its id, its place and its relations; undo takes back both', async () => {
    const before = table('orders')
    const diagram = firstDiagram(schema()) ?? 'd_'
    const place = placementsIn(schema(), diagram).get(before.id)
    await typed('Table orders', 'Table purchases')
    expect(table('purchases').id).toBe(before.id)
    expect(placementsIn(schema(), diagram).get(before.id)).toEqual(place)
    expect(schema().relation.size).toBe(1)
    expect(labels().at(-1)).toBe('Edit DBML: rename orders to purchases')
    undoStep()
    await rest()
    expect(tables()).toEqual(['users', 'orders'])
    expect(text()).toBe(shop)
    redoStep()
    await rest()
    expect(tables()).toEqual(['users', 'purchases'])
    expect(stored()).toBe(shop.replace('orders', 'purchases'))
  })

  it('is one step for one burst, and another after a pause', async () => {
    const before = labels().length
    type('Table orders', 'Table o')
    await vi.advanceTimersByTimeAsync(200)
    type('Table o', 'Table or')
    await vi.advanceTimersByTimeAsync(300)
    type('Table or', 'Table orders2')
    await rest()
    expect(labels().slice(before)).toEqual(['Edit DBML: rename orders to orders2'])
    await typed('// Our shop', '// Our great shop')
    expect(labels().slice(before)).toEqual(['Edit DBML: rename orders to orders2', 'Edit DBML'])
  })

  it('keeps what is broken as it was last good, and follows the rest', async () => {
    await typed('  user_id int [', '  user_id int [[')
    expect(dbml.getState().problems.some(({ severity }) => severity === 'error')).toBe(true)
    expect(tables()).toEqual(['users', 'orders'])
    expect(schema().relation.size).toBe(1)
    await typed('name text', 'full_name text')
    expect(table('users').columns.map(({ name }) => name)).toEqual(['id', 'full_name'])
    expect(stored()).toContain('user_id int [[')
    await typed('[[', '[')
    expect(tables()).toEqual(['users', 'orders'])
    expect(schema().relation.size).toBe(1)
  })

  it('half done when something else is undone is a step of its own', async () => {
    type('// Our shop', '// Our old shop')
    undoStep()
    expect(stored()).toBe(shop)
    await rest()
    expect(text()).toBe(shop)
    redoStep()
    await rest()
    expect(text()).toContain('old shop')
  })
})

describe('what is done on the canvas', () => {
  it('changes the words that say it and nothing else, as part of its own step', async () => {
    const { id } = table('users')
    perform('Rename users to people', (cx) => rename(cx, { id }, 'people'))
    await rest()
    const wanted = shop.replace('Table users', 'Table people').replace('> users.id', '> people.id')
    expect(text()).toBe(wanted)
    expect(stored()).toBe(wanted)
    expect(labels().at(-1)).toBe('Rename users to people')
    undoStep()
    expect(stored()).toBe(shop)
    await rest()
    expect(text()).toBe(shop)
    expect(tables()).toEqual(['users', 'orders'])
  })

  it('meets what is half typed: both are there in the end', async () => {
    const { id } = table('users')
    type('name text', 'nick text')
    perform('Rename users to people', (cx) => rename(cx, { id }, 'people'))
    await rest()
    expect(text()).toContain('Table people')
    expect(text()).toContain('nick text')
    expect(table('people').columns.map(({ name }) => name)).toEqual(['id', 'nick'])
  })

  it('leaves a broken table alone', async () => {
    await typed('  user_id int [', '  user_id int [[')
    const { id } = table('users')
    perform('Rename users to people', (cx) => rename(cx, { id }, 'people'))
    await rest()
    expect(text()).toContain('Table people')
    expect(text()).toContain('user_id int [[')
    expect(text().match(/Table orders/g)).toHaveLength(1)
  })
})

describe('a document that is opened again', () => {
  it('has its text as it was left, also one that does not parse, and goes on from there', async () => {
    await typed('  user_id int [', '  user_id int [[')
    const left = schema()
    sync.close()
    openDocument({ id: 'two', schema: left })
    await opened()
    expect(text()).toContain('[[')
    expect(schema()).toBe(left)
    const { id } = table('users')
    perform('Rename users to people', (cx) => rename(cx, { id }, 'people'))
    await rest()
    expect(text().match(/Table orders/g)).toHaveLength(1)
    await typed('[[', '[')
    expect(tables()).toEqual(['people', 'orders'])
    expect(table('orders').id).toBe([...left.table.values()][1]?.id)
  })

  it('without a text has one written, which is not kept until somebody types', async () => {
    sync.close()
    const { source: _source, ...rows } = schema()
    openDocument({ id: 'three', schema: { ...rows, source: new Map() } })
    const { schema: before } = document.getState()
    await opened()
    expect(text()).toContain('Table users')
    expect(document.getState().schema).toBe(before)
    const { id } = table('users')
    perform('Rename users to people', (cx) => rename(cx, { id }, 'people'))
    await rest()
    expect(text()).toContain('Table people')
    expect(stored()).toBeUndefined()
    await typed('Table people', 'Table persons')
    expect(stored()).toBe(text())
    undoStep()
    await rest()
    expect(stored()).toBeUndefined()
    expect(text()).toContain('Table people')
  })
})
