// A whole document beside what is there: a template, told in this document's own words.
import { bottom, right, union, type Box } from '../layout/box'
import { placedIn } from '../layout/geometry'
import type { DiagramId } from '../model/id'
import type { Point } from '../model/records'
import { projectOf, type Schema } from '../model/schema'
import type { Cx, Done } from './context'
import { fragmentKinds, type Fragment } from './fragment'
import { pasteFragment, type Pasted } from './paste'

const gap = 160

/** Everything that lies in a document's first diagram, as a piece to paste. */
export function fragmentOfDocument(schema: Schema): Fragment {
  const rows = fragmentKinds.map((kind) => [kind, [...schema[kind].values()]])
  const chosen = [
    ...[...schema.placement.values()].map((placement) => placement.object),
    ...schema.note.keys(),
    ...schema.area.keys(),
  ]
  return {
    version: 1,
    project: projectOf(schema).id,
    // Kind by kind from the schema's own maps.
    rows: Object.fromEntries(rows) as Fragment['rows'],
    chosen,
    loose: [],
  }
}

/** To the right of everything that is in the diagram, level with its top. */
function spotBeside(schema: Schema, diagram: DiagramId): Point {
  const inDiagram = <R extends { readonly diagram: DiagramId }>(rows: Iterable<R>): R[] =>
    [...rows].filter((one) => one.diagram === diagram)
  const boxes: readonly Box[] = [
    ...Array.from(placedIn(schema, diagram).values(), ({ box }) => box),
    ...inDiagram(schema.area.values()),
    ...inDiagram(schema.note.values()),
  ]
  if (boxes.length === 0) return { x: 0, y: 0 }
  const all = union(boxes)
  return { x: right(all) + gap, y: bottom(all) - all.height }
}

export function insertDocument(cx: Cx, schema: Schema): Done<Pasted> {
  return pasteFragment(cx, fragmentOfDocument(schema), { at: spotBeside(cx.tx.now(), cx.diagram) })
}
