// An empty table again: everything goes but the document itself, its name, its target and the diagram in view.
import { kinds, type Kind } from '../model/schema'
import { ok, refuse, type Cx, type Done } from './context'

const isKept = (cx: Cx, kind: Kind, id: string): boolean =>
  kind === 'project' || (kind === 'diagram' && id === cx.diagram)

/** How many records went. */
export function clearDocument(cx: Cx): Done<number> {
  let count = 0
  for (const kind of kinds) {
    for (const { id } of [...cx.tx.all(kind)]) {
      if (isKept(cx, kind, id)) continue
      cx.tx.remove<Kind>(kind, id)
      count++
    }
  }
  return count > 0 ? ok(count) : refuse('nothingSelected', 'There is nothing in this document.')
}
