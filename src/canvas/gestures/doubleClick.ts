import { isIdOf } from '../../core/model/id'
import { lookAt } from '../../state/camera'
import { document as openDocument } from '../../state/document'
import { live } from '../live'
import { edit } from '../nodes/editing'
import { addBend, removeBend } from './bend'
import { createAt } from './create'
import type { PointerAt } from './gesture'
import type { Hit } from './hit'

/** On empty canvas a table is made; on a thing its text is written; on a line a bend comes or goes. */
export function doubleClick(hit: Hit, at: PointerAt): void {
  if (openDocument.getState().isReadOnly) return
  switch (hit.kind) {
    case 'empty':
      createAt('table', at.canvas)
      break
    case 'line':
      addBend(hit.relation, at.canvas)
      break
    case 'bend':
      removeBend(hit.relation, hit.index)
      break
    case 'header':
    case 'body':
    case 'row':
      editAt(hit)
      break
    case 'port':
    case 'resize':
    case 'lineEnd':
      break
  }
}

function editAt(hit: Extract<Hit, { kind: 'header' | 'body' | 'row' }>): void {
  const { drawn } = hit
  if (live.getState().tier === 'far') lookAt({ kind: 'flyTo', object: drawn.id })
  if (hit.kind === 'row' && drawn.kind !== 'view') {
    const field = hit.field === 'type' && isIdOf('column', hit.row.id) ? 'type' : 'name'
    edit({ object: drawn.id, part: hit.row.id, field })
  } else edit({ object: drawn.id, field: drawn.kind === 'note' ? 'text' : 'name' })
}
