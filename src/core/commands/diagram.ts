// Diagrams: several views over the one model.
import { makeDiagram } from '../model/factory'
import { makeId, type DiagramId } from '../model/id'
import { orderAt, sorted } from '../model/order'
import type { Diagram } from '../model/records'
import type { Kind } from '../model/schema'
import { gone, ok, refuse, type Cx, type Done } from './context'
import { freeRecordName } from './name'
import { update, type Patch } from './patch'
import { add, remove, reorder } from './record'

export function createDiagram(cx: Cx, name = 'Diagram'): Done<DiagramId> {
  return ok(add(cx, 'diagram', makeDiagram(cx.newId, { name: freeRecordName(cx, 'diagram', { name }) })))
}

/** Name, note, notation, level of detail. */
export const updateDiagram = (cx: Cx, id: DiagramId, patch: Patch<Diagram>): Done =>
  update(cx, { kind: 'diagram', id }, patch)

export const reorderDiagram = (cx: Cx, id: DiagramId, index: number): Done =>
  reorder(cx, { kind: 'diagram', id }, index)

export function removeDiagram(cx: Cx, id: DiagramId): Done {
  if ([...cx.tx.all('diagram')].length < 2) {
    return refuse('lastDiagram', 'This is the only diagram. A document always has one.', [
      { label: 'Make another one first', apply: (again) => createDiagram(again) },
    ])
  }
  return remove(cx, { kind: 'diagram', id })
}

type InDiagram = 'placement' | 'area' | 'note' | 'line'

/** The same places, frames, notes and lines once more, in another diagram. */
function copyRows(
  cx: Cx,
  kind: InDiagram,
  { from, to }: { readonly from: DiagramId; readonly to: DiagramId },
): void {
  for (const row of [...cx.tx.all(kind)]) {
    // Only the id and the diagram change, so the copy is of the same kind.
    if (row.diagram === from)
      cx.tx.put<Kind>(kind, { ...row, id: makeId(kind, cx.newId), diagram: to } as typeof row)
  }
}

/** The diagram once more, beside the first: the objects are the same ones. */
export function duplicateDiagram(cx: Cx, id: DiagramId): Done<DiagramId> {
  const diagram = cx.tx.get('diagram', id)
  if (!diagram) return gone('diagram')
  const siblings = sorted(cx.tx.all('diagram'))
  const copy: Diagram = {
    ...diagram,
    id: makeId('diagram', cx.newId),
    name: freeRecordName(cx, 'diagram', { name: diagram.name }),
    order: orderAt(siblings, siblings.indexOf(diagram) + 1),
  }
  cx.tx.put('diagram', copy)
  for (const kind of ['placement', 'area', 'note', 'line'] as const)
    copyRows(cx, kind, { from: id, to: copy.id })
  return ok(copy.id)
}
