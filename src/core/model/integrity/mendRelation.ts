// Relations, sample rows and lineage: they live only as long as the columns that they join.
import type { ColumnId } from '../id'
import type {
  ForeignKey,
  Lineage,
  LogicalEnd,
  LogicalRelation,
  Relation,
  RelationEnd,
  Sample,
} from '../records'
import type { Alive } from './alive'
import { mapKept, patch } from './patch'

/** Column pairs of which both sides live; a foreign key without any is gone. */
function mendForeignKey(relation: ForeignKey, alive: Alive): ForeignKey | undefined {
  const { child, parent } = relation
  if (!alive.record(child.table) || !alive.record(parent.table)) return undefined
  const keeps = (_: unknown, i: number): boolean => {
    const [here, there] = [child.columns[i], parent.columns[i]]
    return (
      here !== undefined &&
      there !== undefined &&
      alive.column(child.table, here) &&
      alive.column(parent.table, there)
    )
  }
  const kept = child.columns.filter(keeps)
  if (kept.length === 0) return undefined
  const onDeleteColumns = mapKept(relation.onDeleteColumns, (column) =>
    kept.includes(column) ? column : undefined,
  )
  if (kept.length === child.columns.length && kept.length === parent.columns.length) {
    return patch(relation, { onDeleteColumns })
  }
  return {
    ...relation,
    child: { ...child, columns: kept },
    parent: { ...parent, columns: parent.columns.filter(keeps) },
    onDeleteColumns,
  }
}

function mendEnd<E extends RelationEnd>(end: E, alive: Alive): E {
  const columns = mapKept<ColumnId>(end.columns, (column) =>
    alive.column(end.table, column) ? column : undefined,
  )
  return columns === end.columns ? end : { ...end, columns }
}

function mendLogical(relation: LogicalRelation, alive: Alive): LogicalRelation | undefined {
  if (!alive.record(relation.from.table) || !alive.record(relation.to.table)) return undefined
  return patch(relation, {
    from: mendEnd<LogicalEnd>(relation.from, alive),
    to: mendEnd<LogicalEnd>(relation.to, alive),
  })
}

export const mendRelation = (relation: Relation, alive: Alive): Relation | undefined =>
  relation.kind === 'foreignKey' ? mendForeignKey(relation, alive) : mendLogical(relation, alive)

/** Sample rows lose the values of a column that is gone. */
export function mendSample(sample: Sample, alive: Alive): Sample | undefined {
  if (!alive.record(sample.table)) return undefined
  const keeps = sample.columns.map((column) => alive.column(sample.table, column))
  if (keeps.every(Boolean)) return sample
  const columns = sample.columns.filter((_, i) => keeps[i])
  if (columns.length === 0) return undefined
  return { ...sample, columns, rows: sample.rows.map((row) => row.filter((_, i) => keeps[i])) }
}

export function mendLineage(lineage: Lineage, alive: Alive): Lineage | undefined {
  const edges = mapKept(lineage.edges, (edge) => {
    if (!alive.record(edge.from.table) || !alive.record(edge.to.table)) return undefined
    const next = patch(edge, { from: mendEnd(edge.from, alive), to: mendEnd(edge.to, alive) })
    const lostColumns =
      (edge.from.columns.length > 0 && next.from.columns.length === 0) ||
      (edge.to.columns.length > 0 && next.to.columns.length === 0)
    return lostColumns ? undefined : next
  })
  return edges.length === 0 ? undefined : patch(lineage, { edges })
}
