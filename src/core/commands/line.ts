// How a relation is drawn in this diagram: its own colour, bends that were put by hand.
import { makeLine } from '../model/factory'
import type { RelationId } from '../model/id'
import { lineOf } from '../model/query'
import type { Color, Line, Point } from '../model/records'
import { gone, ok, type Cx, type Done } from './context'
import { patched } from './patch'

function change(cx: Cx, relation: RelationId, alter: (line: Line) => Line): Done {
  if (!cx.tx.has('relation', relation)) return gone('relation')
  const known = lineOf(cx.tx.now(), cx.diagram, relation)
  const line = alter(known ?? makeLine(cx.newId, { diagram: cx.diagram, relation }))
  // A line that is as every line is needs no record.
  if (line.bends.length > 0 || line.color !== undefined) cx.tx.put('line', line)
  else if (known) cx.tx.remove('line', known.id)
  return ok(undefined)
}

export const setLineColor = (cx: Cx, relation: RelationId, color: Color | undefined): Done =>
  change(cx, relation, (line) => patched(line, { color }))

/** All bends at once; none gives the line back to the router. */
export const setBends = (cx: Cx, relation: RelationId, bends: readonly Point[]): Done =>
  change(cx, relation, (line) => ({ ...line, bends }))

export const addBend = (
  cx: Cx,
  relation: RelationId,
  { index, at }: { readonly index: number; readonly at: Point },
): Done => change(cx, relation, (line) => ({ ...line, bends: line.bends.toSpliced(index, 0, at) }))

export const moveBend = (
  cx: Cx,
  relation: RelationId,
  { index, at }: { readonly index: number; readonly at: Point },
): Done =>
  change(cx, relation, (line) => ({ ...line, bends: line.bends.map((bend, i) => (i === index ? at : bend)) }))

export const removeBend = (cx: Cx, relation: RelationId, index: number): Done =>
  change(cx, relation, (line) => ({ ...line, bends: line.bends.toSpliced(index, 1) }))
