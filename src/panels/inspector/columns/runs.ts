// Rows in a row, broken where a column shows its details: each stretch can be drawn by itself.
import type { ColumnId } from '../../../core/model/id'

export type Run =
  | { readonly kind: 'rows'; readonly first: number; readonly count: number }
  | { readonly kind: 'details'; readonly id: ColumnId }

export function runsOf(ids: readonly ColumnId[], expanded: ReadonlySet<ColumnId>): readonly Run[] {
  if (expanded.size === 0) return ids.length > 0 ? [{ kind: 'rows', first: 0, count: ids.length }] : []
  const runs: Run[] = []
  let first = 0
  for (const [index, id] of ids.entries()) {
    if (!expanded.has(id)) continue
    runs.push({ kind: 'rows', first, count: index + 1 - first }, { kind: 'details', id })
    first = index + 1
  }
  if (first < ids.length) runs.push({ kind: 'rows', first, count: ids.length - first })
  return runs
}
