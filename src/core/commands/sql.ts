// SQL that people type: the names in it become references, so that a later rename needs no rewriting.
import { resolveRow, textsOf } from '../model/resolve'
import type { Kind, Rows } from '../model/schema'
import type { Cx } from './context'

interface Change<K extends Kind> {
  readonly kind: K
  readonly before: Rows[K] | undefined
  readonly after: Rows[K]
}

/** The record with the names resolved in every text that it did not hold before. Call it when the record is written. */
export function resolveFresh<K extends Kind>(cx: Cx, { kind, before, after }: Change<K>): Rows[K] {
  const old = new Set(before && textsOf(kind, before).map(({ text }) => text))
  const isFresh = textsOf(kind, after).some(({ text }) => !old.has(text))
  if (!isFresh) return after
  return resolveRow(cx.tx.now(), { kind, row: after, isWanted: (text) => !old.has(text) }, cx.dialect)
}
