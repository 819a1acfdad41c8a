// Why two ends cannot be tied, in the user's words, each with the steps that would make it possible.
import { assertNever } from '../lib/assertNever'
import { makeKey } from '../model/factory'
import type { ColumnId, RelationId } from '../model/id'
import { columnOf } from '../model/query'
import type { Table } from '../model/records'
import type { Obstacle } from './connectPlan'
import type { Connection, Sides } from './connectSides'
import { gone, ok, type Cx, type Done, type Fix, type Refusal } from './context'
import { insertColumn } from './column'
import { addUnique, setPrimaryKey } from './key'
import { freeName } from './name'
import { retype } from './retype'

type Connect = (cx: Cx, connection: Connection) => Done<RelationId>

const list = (table: Table, columns: readonly ColumnId[]): string =>
  columns.map((id) => columnOf(table, id)?.name ?? '').join(', ')

/** Mends something, then tries again with the sides as they were decided. */
const after = (label: string, mend: (cx: Cx) => Done<unknown>, again: (cx: Cx) => Done<RelationId>): Fix => ({
  label,
  apply: (cx) => {
    const mended = mend(cx)
    return mended.ok ? again(cx) : mended
  },
})

const fixed = (sides: Sides, connection: Connection): Connection => ({
  from: { table: sides.child.table.id, columns: sides.child.columns },
  to: { table: sides.parent.table.id, columns: sides.parent.columns },
  // The sides are decided by now; only the multiplicity stays open.
  as: connection.as === 'oneToOne' ? 'oneToOne' : 'manyToOne',
})

/** Gives a table without a key the one that the dialect likes. */
export function addIdKey(cx: Cx, table: Table): Done {
  const id = cx.dialect.smart.id(cx.newId)
  const name = freeName(
    id.name,
    table.columns.map((column) => column.name),
    cx.dialect.names,
  )
  const added = insertColumn(cx, table.id, { column: { ...id, name }, index: 0 })
  if (!added.ok) return added
  cx.tx.update('table', table.id, (row) => ({
    ...row,
    primaryKey: makeKey(cx.newId, { parts: [{ column: id.id }] }),
  }))
  return ok(undefined)
}

type Problem<K extends Obstacle['kind']> = Extract<Obstacle, { readonly kind: K }>
type Again = (cx: Cx) => Done<RelationId>

function notUnique({ sides, columns }: Problem<'targetNotUnique'>, again: Again): Refusal {
  const { table } = sides.parent
  const where = `${table.name} (${list(table, columns)})`
  const unique = after(`Make ${where} unique`, (cx) => addUnique(cx, table.id, columns), again)
  const primary = after(`Make ${where} the primary key`, (cx) => setPrimaryKey(cx, table.id, columns), again)
  return {
    code: 'targetNotUnique',
    message: `A foreign key must point at a key, and ${where} is not unique.`,
    fixes: table.primaryKey ? [unique] : [primary, unique],
    about: table.id,
  }
}

function typesDiffer({ sides, child, parent }: Problem<'typesDiffer'>, again: Again): Refusal {
  const [from, to] = [sides.child.table, sides.parent.table]
  return {
    code: 'typesDiffer',
    message: `${from.name}.${child.name} is ${child.type.raw}, ${to.name}.${parent.name} is ${parent.type.raw}: they cannot be equal.`,
    fixes: [
      {
        label: `Make ${from.name}.${child.name} fit ${to.name}.${parent.name}`,
        apply: (cx) => {
          const changed = retype(
            cx,
            { table: from.id, column: child.id },
            cx.dialect.smart.forReferenceTo(parent),
          )
          return changed.ok ? again(cx) : changed
        },
      },
    ],
    about: from.id,
  }
}

function wholeKey(
  { sides, key }: Problem<'partOfCompositeKey'>,
  connection: Connection,
  connect: Connect,
): Refusal {
  const { table, columns = [] } = sides.parent
  // The columns that were meant come first, so that each is tied to the one it was dragged to.
  const ordered = [...columns, ...key.filter((column) => !columns.includes(column))]
  const sidesWhole: Sides = { ...sides, parent: { table, columns: ordered } }
  return {
    code: 'partOfCompositeKey',
    message: `${list(table, columns)} is only a part of the key of ${table.name} (${list(table, key)}).`,
    fixes: [
      {
        label: `Relate the whole key (${list(table, key)})`,
        apply: (cx) => connect(cx, fixed(sidesWhole, connection)),
      },
      after(
        `Make ${table.name} (${list(table, columns)}) unique`,
        (cx) => addUnique(cx, table.id, columns),
        (cx) => connect(cx, fixed(sides, connection)),
      ),
    ],
    about: table.id,
  }
}

const plainRefusal = (code: Refusal['code'], message: string): Refusal => ({ code, message, fixes: [] })

export function explain(obstacle: Obstacle, connection: Connection, connect: Connect): Refusal {
  const again = (sides: Sides) => (cx: Cx) => connect(cx, fixed(sides, connection))
  switch (obstacle.kind) {
    case 'gone':
      return plainRefusal('gone', 'One end of the relation is no longer there.')
    case 'viewEnd':
      return plainRefusal(
        'viewEnd',
        `${obstacle.name} is ${obstacle.what === 'view' ? 'a view' : 'an enum'}: foreign keys run between tables only.`,
      )
    case 'sameColumn':
      return plainRefusal(
        'sameColumn',
        'A column cannot refer to itself. Drop the line on another column, or on the table.',
      )
    case 'columnCounts':
      return plainRefusal('columnCounts', 'Both ends of a foreign key need the same number of columns.')
    case 'noKey': {
      const { table } = obstacle.sides.parent
      const fix = after(`Give ${table.name} an id`, (cx) => addIdKey(cx, table), again(obstacle.sides))
      return {
        code: 'noKey',
        message: `${table.name} has no key to point at.`,
        fixes: [fix],
        about: table.id,
      }
    }
    case 'targetNotUnique':
      return notUnique(obstacle, again(obstacle.sides))
    case 'partOfCompositeKey':
      return wholeKey(obstacle, connection, connect)
    case 'typesDiffer':
      return typesDiffer(obstacle, again(obstacle.sides))
    case 'sameRelation': {
      const { relation } = obstacle
      const select: Fix = {
        label: 'Select it',
        apply: (cx) => (cx.tx.has('relation', relation) ? ok(relation) : gone('relation')),
      }
      return {
        code: 'sameRelation',
        message: 'This relation is already there.',
        fixes: [select],
        about: relation,
      }
    }
    default:
      return assertNever(obstacle)
  }
}
