// SQL that people type: the names in it become references, so that a later rename needs no rewriting.
import type { Kind, Rows } from '../model/schema'
import type { Cx } from './context'

interface Change<K extends Kind> {
  readonly kind: K
  readonly before: Rows[K] | undefined
  readonly after: Rows[K]
}

/** The record with the names resolved in every text that it did not hold before. */
export function resolveFresh<K extends Kind>(_cx: Cx, { after }: Change<K>): Rows[K] {
  return after
}
