// What the pointer shows and points at while nothing is pressed.
import { isIdOf } from '../../core/model/id'
import type { Pointed } from '../live'
import { document } from '../../state/document'
import { selectableOf, type Hit } from './hit'
import { resizeCursor } from './resize'

export function pointedBy(hit: Hit): Pointed {
  if (hit.kind === 'row' && isIdOf('column', hit.row.id)) return { object: hit.drawn.id, column: hit.row.id }
  if (hit.kind === 'port')
    return hit.column ? { object: hit.drawn.id, column: hit.column } : { object: hit.drawn.id }
  const object = selectableOf(hit)
  return object ? { object } : {}
}

export function cursorFor(hit: Hit): string {
  const isLine = hit.kind === 'line' || hit.kind === 'lineEnd'
  if (document.getState().isReadOnly) return isLine ? 'pointer' : 'default'
  switch (hit.kind) {
    case 'port':
      return 'crosshair'
    case 'resize':
      return resizeCursor(hit.corner)
    case 'bend':
      return 'move'
    case 'line':
    case 'lineEnd':
      return 'pointer'
    case 'empty':
    case 'header':
    case 'row':
    case 'body':
      return 'default'
  }
}
