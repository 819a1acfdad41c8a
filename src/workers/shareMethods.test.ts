import { describe, expect, it } from 'vitest'
import { makeDiagram, makeNote, makePlacement, makeSource, newSchema } from '../core/model/factory'
import type { DiagramId } from '../core/model/id'
import { aForeignKey, aSchema, aTable, countingIds } from '../core/model/testing/factories'
import { decodeBytes, encodeBytes } from '../core/file/link'
import { shareMethods } from './shareMethods'

const newId = countingIds('s')

/** Two tables here, one of them hidden, one elsewhere; a key between the two that are seen, one that leads away. */
function library() {
  const start = newSchema(newId, 'library', { dialect: 'postgres', version: '18' })
  const [here] = [...start.diagram.values()]
  if (!here) throw new Error('a document has a diagram')
  const there = makeDiagram(newId, { name: 'Money', order: 'a1' })
  const books = aTable({ name: 'books', columns: ['id', 'author_id', 'price_id'], key: ['id'] })
  const authors = aTable({ name: 'authors', columns: ['id'], key: ['id'] })
  const prices = aTable({ name: 'prices', columns: ['id'], key: ['id'] })
  const drafts = aTable({ name: 'drafts', columns: ['id'], key: ['id'] })
  const place = (object: typeof books.id, diagram: DiagramId, hidden = false) =>
    makePlacement(newId, { diagram, object, x: 0, y: 0, ...(hidden && { hidden: true }) })
  const rows = [
    books,
    authors,
    prices,
    drafts,
    aForeignKey({ child: [books, 'author_id'], parent: [authors, 'id'] }),
    aForeignKey({ child: [books, 'price_id'], parent: [prices, 'id'] }),
    place(books.id, here.id),
    place(authors.id, here.id),
    place(drafts.id, here.id, true),
    place(prices.id, there.id),
    makeNote(newId, { diagram: here.id, text: 'read me', x: 0, y: 0, width: 10, height: 10 }),
    makeNote(newId, { diagram: there.id, text: 'secret', x: 0, y: 0, width: 10, height: 10 }),
    makeSource(newId, { name: 'library.dbml', format: 'dbml', text: 'Table secret {}' }),
  ]
  const diagram = new Map([here, there].map((one) => [one.id, one]))
  return { schema: { ...aSchema(rows), project: start.project, diagram }, here: here.id }
}

async function linkOf(wish: Parameters<typeof shareMethods.pack>[0]) {
  const packed = await shareMethods.pack(wish)
  if (packed.kind !== 'packed') throw new Error(packed.kind)
  return packed
}

async function namesIn(data: string, passphrase?: string) {
  const isLocked = passphrase !== undefined
  const result = await shareMethods.unpack({ data, isLocked, ...(isLocked && { passphrase }) })
  if (result.kind !== 'unpacked') return result.kind
  expect(result.lost).toBe(0)
  return [...result.schema.table.values()].map(({ name }) => name).sort()
}

describe('a link', () => {
  it('carries the whole document', async () => {
    const { data, leftOut } = await linkOf({ schema: library().schema })
    expect(await namesIn(data)).toEqual(['authors', 'books', 'drafts', 'prices'])
    expect(leftOut.size).toBe(0)
  })

  it('of one diagram carries what is seen in it and nothing else, and says how much stays behind', async () => {
    const { schema, here } = library()
    const { data, leftOut } = await linkOf({ schema, diagram: here })
    const result = await shareMethods.unpack({ data, isLocked: false })
    if (result.kind !== 'unpacked') throw new Error(result.kind)
    expect(result.lost).toBe(0)
    const part = result.schema
    expect([...part.table.values()].map(({ name }) => name)).toEqual(['books', 'authors'])
    expect(part.relation.size).toBe(1)
    expect([...part.note.values()].map(({ text }) => text)).toEqual(['read me'])
    expect(part.source.size + part.placement.size).toBe(2)
    expect(Object.fromEntries(leftOut)).toEqual({
      table: 2,
      relation: 1,
      source: 1,
      diagram: 1,
      placement: 2,
      note: 1,
    })
  })
})

describe('a link with a passphrase', () => {
  it('opens with it alone, however its letters were typed', async () => {
    const { data } = await linkOf({ schema: library().schema, passphrase: 'caf\u00e9' })
    expect(await namesIn(data, 'cafe\u0301')).toContain('books')
    expect(await namesIn(data, 'cafe')).toBe('wrongPassphrase')
    expect(await namesIn(data, '')).toBe('wrongPassphrase')
    const again = await linkOf({ schema: library().schema, passphrase: 'caf\u00e9' })
    expect(again.data).not.toBe(data)
  })

  it('that was changed or cut off opens with none', async () => {
    const { data } = await linkOf({ schema: library().schema, passphrase: 'x' })
    const bytes = decodeBytes(data) ?? new Uint8Array()
    const changed = (at: number, value: number) => {
      const copy = Uint8Array.from(bytes)
      copy[at] = value
      return encodeBytes(copy)
    }
    const last = bytes.length - 1
    expect(await namesIn(changed(last, (bytes[last] ?? 0) ^ 1), 'x')).toBe('wrongPassphrase')
    expect(await namesIn(changed(10, (bytes[10] ?? 0) ^ 1), 'x')).toBe('wrongPassphrase')
    expect(await namesIn(changed(0, 9), 'x')).toBe('newer')
    // A number of rounds that would keep the machine busy for hours is not begun.
    expect(await namesIn(changed(1, 255), 'x')).toBe('damaged')
    expect(await namesIn(encodeBytes(bytes.subarray(0, 20)), 'x')).toBe('damaged')
    expect(await namesIn('not base64!', 'x')).toBe('damaged')
    expect(await namesIn(data)).toBe('damaged')
  })
})
