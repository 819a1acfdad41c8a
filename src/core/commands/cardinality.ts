// Cardinality edited on the line. A foreign key's is derived, so these write what it follows from: NULL and UNIQUE.
import { isUniqueIn } from '../model/cardinality'
import type { ColumnId, RelationId, TableId } from '../model/id'
import { relationsOf } from '../model/query'
import type { ForeignKey, LogicalRelation, Table } from '../model/records'
import { without } from '../model/transact'
import { addIdKey } from './connectFixes'
import { isSameSet } from './connectSides'
import { gone, ok, refuse, type Cx, type Done, type Fix } from './context'
import { addUnique, setPrimaryKey } from './key'
import { toManyToMany } from './manyToMany'

export interface EndChange {
  /** For a sketch `child` is its `from` end and `parent` its `to` end. */
  readonly end: 'child' | 'parent'
  readonly min?: 0 | 1
  readonly max?: 1 | 'many'
}

type Again = (cx: Cx) => Done

const then = (label: string, mend: (cx: Cx) => Done<unknown>, again: Again): Fix => ({
  label,
  apply: (cx) => {
    const mended = mend(cx)
    return mended.ok ? again(cx) : mended
  },
})

/** Replaces the primary key by an id of its own; what was the key stays unique. */
function ownId(cx: Cx, id: TableId): Done {
  const table = cx.tx.get('table', id)
  if (!table) return gone('table')
  const before = table.primaryKey?.parts.map((part) => part.column) ?? []
  if (table.primaryKey) cx.tx.put('table', without(table, 'primaryKey'))
  const bare = cx.tx.get('table', id)
  if (!bare) return gone('table')
  const added = addIdKey(cx, bare)
  if (!added.ok || before.length === 0) return added
  const unique = addUnique(cx, id, before)
  return unique.ok ? ok(undefined) : unique
}

const keyColumns = (table: Table): readonly ColumnId[] =>
  table.primaryKey?.parts.map((part) => part.column) ?? []

function setOptional(cx: Cx, relation: ForeignKey, table: Table): Done {
  const key = keyColumns(table)
  const free = relation.child.columns.filter((column) => !key.includes(column))
  if (free.length === 0) {
    const left = key.filter((column) => !relation.child.columns.includes(column))
    const again: Again = (next) => setCardinality(next, relation.id, { end: 'parent', min: 0 })
    return refuse(
      'partOfPrimaryKey',
      `The foreign key is part of the primary key of ${table.name}, which is never empty.`,
      [
        left.length > 0
          ? then('Take it out of the primary key', (next) => setPrimaryKey(next, table.id, left), again)
          : then(
              `Give ${table.name} an id of its own as primary key`,
              (next) => ownId(next, table.id),
              again,
            ),
      ],
    )
  }
  setNulls(cx, table.id, { columns: free, nullable: true })
  return ok(undefined)
}

function setNulls(
  cx: Cx,
  table: TableId,
  { columns, nullable }: { columns: readonly ColumnId[]; nullable: boolean },
): void {
  cx.tx.update('table', table, (row) => ({
    ...row,
    columns: row.columns.map((column) =>
      columns.includes(column.id) && column.nullable !== nullable ? { ...column, nullable } : column,
    ),
  }))
}

/** The keys of a table that make these columns unique, and could be taken away. */
function removable(table: Table, columns: readonly ColumnId[]) {
  const within = (some: readonly ColumnId[]) =>
    some.length > 0 && some.every((column) => columns.includes(column))
  return {
    uniques: table.uniques.filter((key) => within(key.parts.map((part) => part.column))),
    indexes: table.indexes.filter(
      (index) =>
        index.unique && within(index.parts.flatMap((part) => ('column' in part.on ? [part.on.column] : []))),
    ),
  }
}

function isPointedAt(cx: Cx, table: Table, columns: readonly ColumnId[]): boolean {
  return relationsOf(cx.tx.now(), table.id).some(
    (relation) =>
      relation.kind === 'foreignKey' &&
      relation.parent.table === table.id &&
      isSameSet(relation.parent.columns, columns),
  )
}

function setMany(cx: Cx, relation: ForeignKey, table: Table): Done {
  const { columns } = relation.child
  const again: Again = (next) => setCardinality(next, relation.id, { end: 'child', max: 'many' })
  if (keyColumns(table).length > 0 && keyColumns(table).every((column) => columns.includes(column))) {
    return refuse(
      'partOfPrimaryKey',
      `The foreign key is the primary key of ${table.name}, so it is there only once.`,
      [then(`Give ${table.name} an id of its own as primary key`, (next) => ownId(next, table.id), again)],
    )
  }
  const { uniques, indexes } = removable(table, columns)
  const used = uniques.find((key) =>
    isPointedAt(
      cx,
      table,
      key.parts.map((part) => part.column),
    ),
  )
  if (used) return refuse('keyInUse', `Another foreign key points at this unique key of ${table.name}.`)
  cx.tx.put('table', {
    ...table,
    uniques: table.uniques.filter((key) => !uniques.includes(key)),
    // An index may be there for speed as well: it stays, but no longer unique.
    indexes: table.indexes.map((index) => (indexes.includes(index) ? { ...index, unique: false } : index)),
  })
  return ok(undefined)
}

function setParentEnd(cx: Cx, relation: ForeignKey, { min, max }: EndChange): Done {
  const table = cx.tx.get('table', relation.child.table)
  if (!table) return gone('table')
  if (max === 'many') {
    return refuse('parentIsOne', 'A foreign key points at one row. For many, a table in between is needed.', [
      { label: 'Make it many to many', apply: (next) => toManyToMany(next, relation.id) },
    ])
  }
  if (min === 0) return setOptional(cx, relation, table)
  if (min === 1) setNulls(cx, table.id, { columns: relation.child.columns, nullable: false })
  return ok(undefined)
}

function setChildEnd(cx: Cx, relation: ForeignKey, { min, max }: EndChange): Done {
  const table = cx.tx.get('table', relation.child.table)
  if (!table) return gone('table')
  if (min !== undefined) {
    // Zero is what everybody assumes, so only the promise of one is kept.
    cx.tx.put('relation', min === 1 ? { ...relation, childMin: 1 } : without(relation, 'childMin'))
  }
  if (max === 1 && !isUniqueIn(table, relation.child.columns)) {
    const added = addUnique(cx, table.id, relation.child.columns)
    if (!added.ok) return added
  }
  return max === 'many' ? setMany(cx, relation, table) : ok(undefined)
}

function setLogicalEnd(cx: Cx, relation: LogicalRelation, { end, min, max }: EndChange): Done {
  const field = end === 'child' ? 'from' : 'to'
  const before = relation[field]
  cx.tx.put('relation', {
    ...relation,
    [field]: { ...before, min: min ?? before.min, max: max ?? before.max },
  })
  return ok(undefined)
}

/** Sets how few and how many rows stand at one end. A declaration that said otherwise is forgotten. */
export function setCardinality(cx: Cx, id: RelationId, change: EndChange): Done {
  const relation = cx.tx.get('relation', id)
  if (!relation) return gone('relation')
  if (relation.kind === 'logical') return setLogicalEnd(cx, relation, change)
  const set = change.end === 'parent' ? setParentEnd(cx, relation, change) : setChildEnd(cx, relation, change)
  const after = cx.tx.get('relation', id)
  if (set.ok && after?.kind === 'foreignKey' && after.declared)
    cx.tx.put('relation', without(after, 'declared'))
  return set
}
