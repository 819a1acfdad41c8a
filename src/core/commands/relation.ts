// What one says about a relation that is there.
import type { ColumnId, RelationId } from '../model/id'
import { columnOf, endsOf } from '../model/query'
import type { ForeignKey, LogicalRelation, Relation, RelationEnd } from '../model/records'
import { isForeignKeyColumn } from './suggest'
import { updateColumn } from './columnAt'
import { removeColumn } from './column'
import { isKey } from './connectSides'
import { gone, ok, refuse, type Cx, type Done } from './context'
import { addUnique } from './key'
import { patched, type Patch } from './patch'
import { remove } from './record'
import { retype } from './retype'
import { isUndecided, typesAgree } from './type'

export const foreignKeyAt = (cx: Cx, id: RelationId): Done<ForeignKey> => {
  const relation = cx.tx.get('relation', id)
  if (!relation) return gone('relation')
  return relation.kind === 'foreignKey'
    ? ok(relation)
    : refuse('notForeignKey', 'This relation is still a sketch: it has no foreign key yet.', [])
}

/** Name, verbs, comment, properties… of any relation. */
export function updateRelation(
  cx: Cx,
  id: RelationId,
  patch: Pick<Patch<ForeignKey>, 'name' | 'comment' | 'verbs' | 'properties' | 'inactive'>,
): Done {
  const relation = cx.tx.get('relation', id)
  if (!relation) return gone('relation')
  cx.tx.put('relation', patched<Relation>(relation, patch))
  return ok(undefined)
}

/** Everything that only a foreign key has: actions, match, deferrability, state, options. */
export function updateForeignKey(
  cx: Cx,
  id: RelationId,
  patch: Omit<Patch<ForeignKey>, 'kind' | 'child' | 'parent'>,
): Done {
  const relation = foreignKeyAt(cx, id)
  if (!relation.ok) return relation
  cx.tx.put('relation', patched<ForeignKey>(relation.value, patch))
  return ok(undefined)
}

/** The ends of a sketch, as a whole. */
export function updateLogical(cx: Cx, id: RelationId, patch: Omit<Patch<LogicalRelation>, 'kind'>): Done {
  const relation = cx.tx.get('relation', id)
  if (!relation) return gone('relation')
  if (relation.kind !== 'logical') return refuse('notLogical', 'This relation is a foreign key already.')
  cx.tx.put('relation', patched<LogicalRelation>(relation, patch))
  return ok(undefined)
}

export interface Actions {
  readonly onDelete?: ForeignKey['onDelete']
  readonly onUpdate?: ForeignKey['onUpdate']
}

/** Sets both actions; `undefined` leaves it to the database. The columns of SET NULL (…) go with the action. */
export function setActions(cx: Cx, id: RelationId, { onDelete, onUpdate }: Actions): Done {
  const keeps = onDelete === 'setNull' || onDelete === 'setDefault'
  return updateForeignKey(cx, id, { onDelete, onUpdate, ...(!keeps && { onDeleteColumns: [] }) })
}

/** Columns of the child that exist for this relation only. */
function ownColumns(cx: Cx, relation: ForeignKey): readonly ColumnId[] {
  const schema = cx.tx.now()
  const table = schema.table.get(relation.child.table)
  if (!table) return []
  return relation.child.columns.filter((column) => {
    const isKeyPart = table.primaryKey?.parts.some((part) => part.column === column) ?? false
    return !isKeyPart && !isForeignKeyColumn(schema, table.id, column)
  })
}

/** Takes a relation away; with its columns where nothing else needs them, if that is wanted. */
export function removeRelation(
  cx: Cx,
  id: RelationId,
  options: { readonly withColumns?: boolean } = {},
): Done {
  const relation = cx.tx.get('relation', id)
  if (!relation) return gone('relation')
  const removed = remove(cx, { kind: 'relation', id })
  if (!removed.ok || !options.withColumns || relation.kind !== 'foreignKey') return removed
  const { table } = relation.child
  for (const column of ownColumns(cx, relation)) removeColumn(cx, { table, column })
  return ok(undefined)
}

interface Ends {
  readonly child: RelationEnd
  readonly parent: RelationEnd
}

/** Puts a foreign key on other columns, with the same demands as when it was made. */
export function reroute(cx: Cx, id: RelationId, { child, parent }: Ends): Done {
  const relation = foreignKeyAt(cx, id)
  if (!relation.ok) return relation
  if (child.columns.length === 0 || child.columns.length !== parent.columns.length) {
    return refuse('columnCounts', 'Both ends of a foreign key need the same number of columns.')
  }
  const childTable = cx.tx.get('table', child.table)
  const parentTable = cx.tx.get('table', parent.table)
  if (!childTable || !parentTable) return gone('table')
  if (!isKey(parentTable, parent.columns)) {
    const names = parent.columns.map((column) => columnOf(parentTable, column)?.name ?? '').join(', ')
    return refuse(
      'targetNotUnique',
      `A foreign key must point at a key, and ${parentTable.name} (${names}) is not unique.`,
      [
        {
          label: `Make ${parentTable.name} (${names}) unique`,
          apply: (again) => {
            const added = addUnique(again, parent.table, parent.columns)
            return added.ok ? reroute(again, id, { child, parent }) : added
          },
        },
      ],
    )
  }
  for (const [i, column] of child.columns.entries()) {
    const [here, there] = [columnOf(childTable, column), columnOf(parentTable, parent.columns[i] ?? column)]
    if (!here || !there) return gone('column')
    const type = cx.dialect.smart.forReferenceTo(there)
    if (isUndecided(here.type)) updateColumn(cx, { table: child.table, column }, { type })
    else if (!typesAgree(here.type, type)) {
      return refuse(
        'typesDiffer',
        `${childTable.name}.${here.name} is ${here.type.raw}, ${parentTable.name}.${there.name} is ${there.type.raw}.`,
        [
          {
            label: `Make ${childTable.name}.${here.name} fit ${parentTable.name}.${there.name}`,
            apply: (again) => {
              const changed = retype(again, { table: child.table, column }, type)
              return changed.ok ? reroute(again, id, { child, parent }) : changed
            },
          },
        ],
      )
    }
  }
  const onDeleteColumns = relation.value.onDeleteColumns.filter((column) => child.columns.includes(column))
  cx.tx.put('relation', { ...relation.value, child, parent, onDeleteColumns })
  return ok(undefined)
}

/** Takes one more pair of columns into a foreign key. */
export function addColumnPair(
  cx: Cx,
  id: RelationId,
  pair: { readonly child: ColumnId; readonly parent: ColumnId },
): Done {
  const relation = foreignKeyAt(cx, id)
  if (!relation.ok) return relation
  const { child, parent } = relation.value
  return reroute(cx, id, {
    child: { ...child, columns: [...child.columns, pair.child] },
    parent: { ...parent, columns: [...parent.columns, pair.parent] },
  })
}

/** Child becomes parent and parent child; the old child's columns must be a key for that. */
export function swapDirection(cx: Cx, id: RelationId): Done {
  const relation = cx.tx.get('relation', id)
  if (!relation) return gone('relation')
  const verbs = { childToParent: relation.verbs.parentToChild, parentToChild: relation.verbs.childToParent }
  const [a, b] = endsOf(relation)
  if (relation.kind === 'logical') {
    cx.tx.put('relation', { ...relation, from: relation.to, to: relation.from, verbs })
    return ok(undefined)
  }
  const rerouted = reroute(cx, id, { child: b, parent: a })
  if (rerouted.ok) cx.tx.update('relation', id, (row) => ({ ...row, verbs }))
  return rerouted
}
