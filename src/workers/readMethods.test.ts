import { describe, expect, it } from 'vitest'
import { read as readFile, write } from '../core/file'
import { overlaps } from '../core/layout/box'
import { placedIn } from '../core/layout/geometry'
import { quickLayout } from '../core/layout/arrange/quick'
import { arrange } from '../core/layout/arrange/arrange'
import { applyEdits } from '../core/model/edit'
import { aForeignKey, aSchema, aTable, countingIds } from '../core/model/testing/factories'
import { makePlacement } from '../core/model/factory'
import { firstDiagram, type Schema } from '../core/model/schema'
import { RowsIn, slicesOf } from './packedRows'
import { readMethods } from './readMethods'
import type { Job } from './serve'
import type { ImportSource, Overview, ReadAnswer, TakeWish } from './importTypes'

const job: Job = { onProgress: () => undefined, cancel: { aborted: false } }
const target = { dialect: 'postgres', version: '18' } as const
const nothing: ReadonlySet<string> = new Set()

/** A small shop as the text of a document. */
function shop(prefix: string, more: readonly string[] = []): Schema {
  const newId = countingIds(prefix)
  const users = aTable({ name: 'users', columns: ['id bigint', 'email text'], key: ['id'] }, newId)
  const orders = aTable({ name: 'orders', columns: ['id bigint', 'user_id bigint'], key: ['id'] }, newId)
  const others = more.map((name) => aTable({ name, columns: ['id bigint', 'user_id bigint'] }, newId))
  const keys = [orders, ...others].map((child) =>
    aForeignKey({ child: [child, 'user_id'], parent: [users, 'id'] }, newId),
  )
  return aSchema([users, orders, ...others, ...keys], newId)
}

const source = (content: ImportSource['content'], name = 'shop.relata'): ImportSource => ({
  id: name,
  name,
  content,
})

async function read(
  methods: ReturnType<typeof readMethods>,
  ...sources: ImportSource[]
): Promise<ReadAnswer> {
  const answer = await methods.read({ sources, fallback: target, sampleRows: 0 }, job)
  if (typeof answer === 'symbol') throw new Error('nobody cancelled')
  return answer
}

async function overview(
  methods: ReturnType<typeof readMethods>,
  ...sources: ImportSource[]
): Promise<Overview> {
  const answer = await read(methods, ...sources)
  if (answer.kind !== 'read') throw new Error(answer.problem.message)
  return answer.overview
}

async function laidOut(methods: ReturnType<typeof readMethods>, wish: TakeWish) {
  const { layout } = methods.prepare(wish)
  const options = { style: 'leftRight', where: wish.into === 'new' ? 'together' : 'near' } as const
  const result = await arrange(layout, { engine: quickLayout, options })
  if (!result.ok) throw new Error(result.error)
  return methods.take(result.value)
}

const fresh = () => readMethods({ newId: countingIds('w') })

describe('reading what was dropped', () => {
  it('counts and lists what it found, and tells the columns of one table when asked', async () => {
    const methods = fresh()
    const found = await overview(methods, source(write(shop('a'))))
    expect(found.counts).toMatchObject({ table: 2, relation: 1 })
    expect(found.objects.map(({ name, parts, key, refersTo }) => [name, parts, key, refersTo])).toEqual([
      ['users', 2, 'id', []],
      ['orders', 2, 'id', ['users']],
    ])
    const orders = found.objects[1]
    if (!orders) throw new Error('orders is missing')
    expect(methods.detail(orders.id).columns).toMatchObject([
      { name: 'id', type: 'bigint', isKey: true, isForeign: false },
      { name: 'user_id', isKey: false, isForeign: true },
    ])
  })

  it('leaves out what is no schema and says of each why', async () => {
    const methods = fresh()
    const { fates } = await overview(
      methods,
      source(new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)]), 'folder/logo'),
      source('# Notes', 'folder/README.md'),
      source('  \n', 'folder/empty.sql'),
      source(new Blob([write(shop('a'))]), 'folder/shop.relata'),
    )
    expect(fates.map(({ id, index, remark }) => [id, index, remark])).toEqual([
      ['folder/logo', undefined, 'This is a picture, not a text.'],
      ['folder/README.md', undefined, 'Its name is not that of a schema.'],
      ['folder/empty.sql', undefined, 'It is empty.'],
      ['folder/shop.relata', 0, undefined],
    ])
  })

  it('says what is wrong with a text that cannot be read, and where', async () => {
    const broken = write(shop('a')).replace('"users"', '"users')
    const answer = await read(fresh(), source(broken))
    expect(answer).toMatchObject({
      kind: 'unreadable',
      problem: { message: 'This is not a Relata file: it is not JSON', line: 5 },
    })
    const picture = await read(fresh(), source(new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)]), 'a.sql'))
    expect(picture).toMatchObject({
      kind: 'unreadable',
      problem: { message: 'This is a picture, not a text.' },
    })
  })
})

describe('what was read, taken over', () => {
  it('of DBML is laid out, also where tables have a colour, which stays', async () => {
    const methods = fresh()
    const text = ['users', 'orders', 'items']
      .map((name) => `Table ${name} [headercolor: #3498DB] {\n  id int [pk]\n  a int [ref: > users.id]\n}`)
      .join('\n')
    await overview(methods, source(text, 'shop.dbml'))
    const taken = await laidOut(methods, { into: 'new', name: 'shop', leftOut: nothing, removed: nothing })
    if (taken.kind !== 'document') throw new Error('a document was asked for')
    const content = readFile(taken.text)
    if (!content.ok) throw new Error('the document is read back')
    const places = [...content.value.schema.placement.values()]
    expect(places.map(({ color }) => color)).toEqual(['#3498DB', '#3498DB', '#3498DB'])
    expect(new Set(places.map(({ x }) => x)).size).toBe(2)
  })

  it('becomes a document of its own, every table at a place of its own, as text and as rows', async () => {
    const methods = fresh()
    const found = await overview(methods, source(write(shop('a', ['items', 'carts']))))
    const leftOut = new Set(found.objects.filter(({ name }) => name === 'carts').map(({ id }) => id))
    const taken = await laidOut(methods, { into: 'new', name: 'My shop', leftOut, removed: nothing })
    if (taken.kind !== 'document') throw new Error('a document was asked for')
    const content = readFile(taken.text)
    if (!content.ok) throw new Error(content.error.kind)
    const { schema } = content.value
    expect([...schema.table.values()].map(({ name }) => name).sort()).toEqual(['items', 'orders', 'users'])
    expect(schema.relation.size).toBe(2)
    expect(new Set([...schema.placement.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(3)
    const rows = new RowsIn()
    for (let i = 0; i < taken.slices; i++) rows.add(methods.rows(i))
    expect(rows.schema()).toEqual(schema)
  })

  it('comes into the open document as one list of edits: old places stay, new tables stand apart from them', async () => {
    const methods = fresh()
    const start = shop('o')
    const diagram = firstDiagram(start)
    if (!diagram) throw new Error('a document has a diagram')
    const placements = [...start.table.keys()].map((object, i) =>
      makePlacement(countingIds('p'), { id: `pl_${i}`, diagram, object, x: i * 400, y: 0, color: 'teal' }),
    )
    const mine = { ...start, placement: new Map(placements.map((row) => [row.id, row])) }
    await overview(methods, source(write(shop('a', ['items']))))
    slicesOf(mine).forEach((slice, i) => methods.hold({ isFirst: i === 0, slice }))
    const survey = methods.survey({ renames: new Map() })
    expect(survey.entries.filter(({ state }) => state === 'new').map(({ name }) => name)).toEqual([
      'items',
      'items.user_id → users',
    ])
    const taken = await laidOut(methods, {
      into: 'open',
      name: '',
      diagram,
      leftOut: nothing,
      removed: nothing,
    })
    if (taken.kind !== 'edits') throw new Error('edits were asked for')
    const edits = Array.from({ length: taken.slices }, (_, i) => methods.edits(i)).flat()
    const merged = applyEdits(mine, edits)
    expect(taken.added).toBe(1)
    for (const row of placements) expect(merged.placement.get(row.id)).toEqual(row)
    const boxes = [...placedIn(merged, diagram).values()].map(({ box }) => box)
    expect(boxes).toHaveLength(3)
    expect(boxes.some((one, i) => boxes.slice(i + 1).some((other) => overlaps(one, other)))).toBe(false)
  })

  it('says types and defaults in the words of the open document before it merges', async () => {
    const methods = fresh()
    const theirs = shop('a', ['items'])
    const [project] = theirs.project.values()
    if (!project) throw new Error('a document has a project')
    const other = { ...project, target: { dialect: 'mysql', version: '9' } as const }
    const written = { ...theirs, project: new Map([[other.id, other]]) }
    const stamped = [...written.table.values()].map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({
        ...column,
        type: { raw: 'DATETIME', base: 'datetime' as const },
      })),
    }))
    const table = new Map(stamped.map((row) => [row.id, row]))
    await overview(methods, source(write({ ...written, table })))
    slicesOf(shop('o')).forEach((slice, i) => methods.hold({ isFirst: i === 0, slice }))
    const { entries } = methods.survey({ renames: new Map() })
    const users = entries.find(({ name, kind }) => kind === 'table' && name === 'users')
    expect(users?.changes).toContain('column email: type text → timestamp')
  })
})
