import { describe, expect, it } from 'vitest'
import { gridSample } from '../core/layout/samples.testing'
import { applyEdits } from '../core/model/edit'
import { transact } from '../core/model/transact'
import type { Schema } from '../core/model/schema'
import type { TableId } from '../core/model/id'
import { emptyDrawing, project, touchedBy, type Drawing } from './project'
import { reconcile } from './reconcile'

const sample = gridSample(20)
const first = (): Drawing =>
  project(emptyDrawing(sample.schema), { schema: { ...sample.schema }, diagram: sample.diagram, edits: [] })

function edited(drawing: Drawing, change: Parameters<typeof transact<void>>[1]): Drawing {
  const { edits } = transact(drawing.schema, change)
  const schema: Schema = applyEdits(drawing.schema, edits)
  return project(drawing, { schema, diagram: sample.diagram, edits })
}

const tables = (drawing: Drawing) => [...drawing.items.keys()] as TableId[]

describe('the drawing', () => {
  it('shows every table that has a place, and every line between two of them', () => {
    const drawing = first()
    expect(drawing.items.size).toBe(20)
    expect(drawing.lines.size).toBe(sample.schema.relation.size)
  })

  it('keeps every object but the one that was moved, and all lines', () => {
    const before = first()
    const [moved] = before.placed.values()
    const after = edited(before, (tx) => {
      if (moved) tx.put('placement', { ...moved.placement, x: moved.placement.x + 8 })
    })
    const changed = tables(after).filter((id) => after.items.get(id) !== before.items.get(id))
    expect(changed).toEqual([moved?.placement.object])
    expect(after.lines).toBe(before.lines)
  })

  it('keeps every object but the one that was renamed', () => {
    const before = first()
    const [id] = tables(before)
    const after = edited(before, (tx) => {
      if (id) tx.update('table', id, (row) => ({ ...row, name: 'another_name' }))
    })
    expect(tables(after).filter((one) => after.items.get(one) !== before.items.get(one))).toEqual([id])
  })

  it('drops what was removed, with its lines', () => {
    const before = first()
    const [id] = tables(before)
    const after = edited(before, (tx) => {
      if (id) tx.remove('table', id)
    })
    expect(after.items.size).toBe(19)
    expect([...after.lines.values()].some((line) => line.from.object === id || line.to.object === id)).toBe(
      false,
    )
  })

  it('knows from the edits that a name may have spread further than its record', () => {
    const { edits } = transact(sample.schema, (tx) => {
      const [id] = sample.schema.table.keys()
      if (id) tx.update('table', id, (row) => ({ ...row, name: 'x' }))
    })
    expect(touchedBy(edits, sample.schema, sample.schema)).toBeUndefined()
  })
})

describe('the nodes', () => {
  const shown = (drawing: Drawing, raised?: string) =>
    [...drawing.items.values()].map((drawn) => ({ drawn, box: drawn.box, isRaised: drawn.id === raised }))

  it('are the same list while nothing changed', () => {
    const drawing = first()
    const nodes = reconcile([], shown(drawing))
    expect(reconcile(nodes, shown(drawing))).toBe(nodes)
  })

  it('are the same objects but for the one that moved', () => {
    const drawing = first()
    const nodes = reconcile([], shown(drawing))
    const [id] = tables(drawing)
    const next = reconcile(nodes, shown(drawing, id))
    expect(next.filter((node, index) => node !== nodes[index]).map((node) => node.id)).toEqual([id])
  })
})
