import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equal } from '../lib/equal'
import { sqlText } from '../model/sqlText'
import { kinds, partLists, type Kind, type Rows } from '../model/schema'
import { arbitrarySchema } from '../model/testing/arbitrary'
import { countingIds } from '../model/testing/factories'
import { assertIntegrity } from '../model/testing/integrity'
import { createNote, updateNote } from './annotation'
import { updateColumns, setColumnTypes, setPrimaryKeys, updateTables } from './bulk'
import { perform, ok, type Cx } from './context'
import { reorderDiagram, updateDiagram } from './diagram'
import { addBend, moveBend, removeBend, setBends } from './line'
import {
  addField,
  createComposite,
  createDomain,
  createExtension,
  createLineage,
  createPartial,
  createRole,
  createSample,
  createSource,
  setObjectType,
} from './objects'
import { updatePart } from './part'
import { update } from './patch'
import { removeTable, setTableProperties } from './table'
import { connect } from './connect'
import { someDiagram } from './testing/anyCommand'
import { Desk } from './testing/bench'
import { plainDialect } from './testing/plainDialect'
import { aTable } from './testing/tables'

type Loose = Readonly<Record<string, unknown>>

/** The same record of another life: its fields are put on the first one, one after the other. */
function patchesFor(kind: Kind, row: Rows[Kind], other: Rows[Kind]) {
  const lists: readonly string[] = partLists[kind]
  const fields = Object.entries(other).filter(
    ([field]) => field !== 'id' && field !== 'kind' && !lists.includes(field),
  )
  return fields.filter(([field, value]) => !equal((row as unknown as Loose)[field], value))
}

function tryField(
  cx: Cx,
  at: { readonly kind: Kind; readonly row: Rows[Kind] },
  [field, value]: [string, unknown],
): void {
  // Any field of the kind may be patched: that is what is shown here.
  const patched = update(cx, { kind: at.kind, id: at.row.id }, { [field]: value })
  expect(patched.ok).toBe(true)
  const now: unknown = (cx.tx.get(at.kind, at.row.id) as unknown as Loose | undefined)?.[field]
  // SQL keeps its wording; its names may have become references.
  if (typeof value !== 'object') expect(now).toEqual(value)
  else expect(now).toBeDefined()
}

describe('every field of every record', () => {
  it('can be changed by a command', () => {
    const met = new Set<string>()
    fc.assert(
      fc.property(arbitrarySchema(), (schema) => {
        const diagram = someDiagram(schema)
        if (diagram === undefined) return
        const result = perform(schema, { newId: countingIds('n'), dialect: plainDialect, diagram }, (cx) => {
          for (const kind of kinds) {
            const [row, other] = [...schema[kind].values()]
            if (!row || !other) continue
            met.add(kind)
            for (const entry of patchesFor(kind, row, other)) tryField(cx, { kind, row }, entry)
          }
          return ok(undefined)
        })
        expect(result.ok).toBe(true)
      }),
      { numRuns: 30 },
    )
    expect(met.size).toBeGreaterThan(15)
  })

  it('is given up with undefined where it is optional', () => {
    const desk = new Desk()
    const { table, column } = aTable(desk, 'users', 'id*')
    const at = { kind: 'table', id: table, list: 'columns', part: column('id') } as const
    desk.do((cx) => updatePart(cx, at, { default: '1', invisible: true }))
    expect(desk.schema.table.get(table)?.columns[0]).toMatchObject({ default: sqlText('1'), invisible: true })
    desk.do((cx) => updatePart(cx, at, { default: undefined, invisible: undefined }))
    expect(desk.schema.table.get(table)?.columns[0]).not.toHaveProperty('default')
  })
})

describe('what stands beside the tables', () => {
  it('is made by a command each', () => {
    const desk = new Desk()
    const { table } = aTable(desk, 'users', 'id*')
    const composite = desk.do((cx) => createComposite(cx, { name: 'address' }))
    desk.do((cx) => addField(cx, composite, { name: 'street', type: 'text' }))
    const domain = desk.do((cx) => createDomain(cx, { name: 'age' }))
    desk.do((cx) => setObjectType(cx, domain, 'integer'))
    desk.do((cx) => createExtension(cx, { name: 'citext' }))
    desk.do((cx) => createRole(cx, { name: 'clerk' }))
    desk.do((cx) => createSample(cx, { table }))
    desk.do((cx) =>
      createLineage(cx, { edges: [{ from: { table, columns: [] }, to: { table, columns: [] } }] }),
    )
    desk.do((cx) => createPartial(cx, { name: 'stamps' }))
    desk.do((cx) => createSource(cx, { format: 'dbml', text: 'Table x {' }))
    desk.do((cx) => setTableProperties(cx, table, [{ key: 'a', value: 'b' }]))
    assertIntegrity(desk.schema)
    expect(desk.schema.domain.get(domain)?.type.base).toBe('int32')
    expect(desk.schema.composite.get(composite)?.fields[0]?.type.base).toBe('text')
    expect(
      ['extension', 'role', 'sample', 'lineage', 'partial', 'source'].map(
        (kind) => desk.schema[kind as Kind].size,
      ),
    ).toEqual([1, 1, 1, 1, 1, 1])
    desk.do((cx) => removeTable(cx, table))
    expect([desk.schema.sample.size, desk.schema.lineage.size]).toEqual([0, 0])
  })
})

describe('many at once', () => {
  it('are columns, their types, keys and tables', () => {
    const desk = new Desk()
    const a = aTable(desk, 'a', 'x y')
    const b = aTable(desk, 'b', 'x y')
    const xs = [a, b].map((one) => ({ table: one.table, column: one.column('x') }))
    desk.do((cx) => setPrimaryKeys(cx, xs))
    desk.do((cx) => setColumnTypes(cx, xs, 'uuid'))
    desk.do((cx) => updateColumns(cx, xs, { tags: ['id'] }))
    desk.do((cx) => updateTables(cx, [a.table, b.table], { comment: 'both' }))
    for (const { table } of xs) {
      const row = desk.schema.table.get(table)
      expect([
        row?.comment,
        row?.primaryKey?.parts.length,
        row?.columns[0]?.type.raw,
        row?.columns[0]?.tags,
      ]).toEqual(['both', 1, 'uuid', ['id']])
    }
  })
})

describe('a line and a note', () => {
  it('take bends and words, and give them back', () => {
    const desk = new Desk()
    const a = aTable(desk, 'a', 'id*')
    const relation = desk.do((cx) => connect(cx, { from: { table: a.table }, to: { table: a.table } }))
    desk.do((cx) => addBend(cx, relation, { index: 0, at: { x: 1, y: 1 } }))
    desk.do((cx) => moveBend(cx, relation, { index: 0, at: { x: 2, y: 2 } }))
    expect([...desk.schema.line.values()][0]?.bends).toEqual([{ x: 2, y: 2 }])
    desk.do((cx) => removeBend(cx, relation, 0))
    expect(desk.schema.line.size).toBe(0)
    desk.do((cx) => setBends(cx, relation, [{ x: 3, y: 3 }]))
    expect(desk.schema.line.size).toBe(1)
    const note = desk.do((cx) => createNote(cx, { x: 0, y: 0, width: 100, height: 80 }))
    desk.do((cx) => updateNote(cx, note, { text: 'Beware', width: 140 }))
    expect(desk.schema.note.get(note)).toMatchObject({ text: 'Beware', width: 140 })
  })

  it('leave the diagram itself to be renamed and moved', () => {
    const desk = new Desk()
    const diagram = someDiagram(desk.schema)
    if (!diagram) throw new Error('a document has a diagram')
    desk.do((cx) => updateDiagram(cx, diagram, { name: 'All', notation: 'uml' }))
    desk.do((cx) => reorderDiagram(cx, diagram, 0))
    expect(desk.schema.diagram.get(diagram)).toMatchObject({ name: 'All', notation: 'uml' })
  })
})
