// Columns of tables and of table partials.
import { makeColumn, makeKey } from '../model/factory'
import { isIdOf, type ColumnId } from '../model/id'
import type { Column } from '../model/records'
import { columnAt, ownerOf, updateColumn, type ColumnAt, type ColumnOwner } from './columnAt'
import { gone, ok, type Cx, type Done } from './context'
import { freeName } from './name'
import { addPart, movePart, removePart } from './part'
import { typeOf } from './type'
import { retype } from './retype'

export interface NewColumn {
  readonly name?: string
  /** As one writes it; without it the name decides. */
  readonly type?: string
  readonly nullable?: boolean
  readonly default?: string
  readonly comment?: string
  readonly index?: number
}

/** The column that a practitioner would have written under this name. */
function smartColumn(cx: Cx, given: NewColumn): Column {
  const { name = '', nullable, comment = '' } = given
  const guess = name === '' || given.type !== undefined ? undefined : cx.dialect.smart.forName(name)
  const column = makeColumn(cx.newId, {
    name,
    comment,
    ...guess,
    ...(given.type !== undefined && { type: typeOf(cx, given.type) }),
    ...(nullable !== undefined && { nullable }),
  })
  return given.default === undefined ? column : { ...column, default: { parts: [given.default] } }
}

/** Adds a column; the first one of a table, when called `id`, becomes its key in the dialect's own way. */
export function addColumn(cx: Cx, table: ColumnOwner, given: NewColumn = {}): Done<ColumnId> {
  const row = ownerOf(cx, table)
  if (!row) return gone('table')
  const isFirstId = row.columns.length === 0 && given.name?.toLowerCase() === 'id' && given.type === undefined
  const names = row.columns.map((column) => column.name)
  const name = given.name === undefined ? freeName('column', names, cx.dialect.names) : given.name
  const column = isFirstId ? { ...cx.dialect.smart.id(cx.newId), name } : smartColumn(cx, { ...given, name })
  return insertColumn(cx, table, { column, index: given.index, isKey: isFirstId })
}

interface Insert {
  readonly column: Column
  readonly index?: number | undefined
  readonly isKey?: boolean
}

export function insertColumn(cx: Cx, table: ColumnOwner, { column, index, isKey }: Insert): Done<ColumnId> {
  const given = { part: column, index }
  if (!isIdOf('table', table)) return addPart(cx, { kind: 'partial', id: table, list: 'columns' }, given)
  const added = addPart(cx, { kind: 'table', id: table, list: 'columns' }, given)
  if (added.ok && isKey) {
    const primaryKey = makeKey(cx.newId, { parts: [{ column: column.id }] })
    cx.tx.update('table', table, (row) => (row.primaryKey ? row : { ...row, primaryKey }))
  }
  return added
}

export function moveColumn(cx: Cx, { table, column }: ColumnAt, index: number): Done {
  return isIdOf('table', table)
    ? movePart(cx, { kind: 'table', id: table, list: 'columns', part: column }, index)
    : movePart(cx, { kind: 'partial', id: table, list: 'columns', part: column }, index)
}

/** Takes the column away with the keys, indexes and relations that cannot be without it; see `whatGoesWith`. */
export function removeColumn(cx: Cx, { table, column }: ColumnAt): Done {
  return isIdOf('table', table)
    ? removePart(cx, { kind: 'table', id: table, list: 'columns', part: column })
    : removePart(cx, { kind: 'partial', id: table, list: 'columns', part: column })
}

/** Sets the type as one writes it; foreign keys that point here follow where they agreed before. */
export function setColumnType(cx: Cx, at: ColumnAt, raw: string): Done {
  const column = columnAt(cx, at)
  if (!column) return gone('column')
  return retype(cx, at, typeOf(cx, raw))
}

export const setNullable = (cx: Cx, at: ColumnAt, nullable: boolean): Done =>
  updateColumn(cx, at, nullable ? { nullable, notNullName: undefined } : { nullable })

/** An empty text takes the default away. */
export const setDefault = (cx: Cx, at: ColumnAt, text: string): Done =>
  text.trim() === ''
    ? updateColumn(cx, at, { default: undefined, defaultName: undefined })
    : updateColumn(cx, at, { default: text, generated: undefined, identity: undefined })

export const setIdentity = (cx: Cx, at: ColumnAt, identity: Column['identity']): Done =>
  identity === undefined
    ? updateColumn(cx, at, { identity })
    : updateColumn(cx, at, {
        identity,
        nullable: false,
        default: undefined,
        defaultName: undefined,
        generated: undefined,
      })

/** An empty expression makes it an ordinary column again. */
export function setGenerated(
  cx: Cx,
  at: ColumnAt,
  given: { readonly expression: string; readonly storage: 'stored' | 'virtual' },
): Done {
  if (given.expression.trim() === '') return updateColumn(cx, at, { generated: undefined })
  const generated = { expression: { parts: [given.expression] }, storage: given.storage }
  return updateColumn(cx, at, { generated, default: undefined, defaultName: undefined, identity: undefined })
}

export const setColumnComment = (cx: Cx, at: ColumnAt, comment: string): Done =>
  updateColumn(cx, at, { comment })
export const setColumnTags = (cx: Cx, at: ColumnAt, tags: Column['tags']): Done =>
  updateColumn(cx, at, { tags })
export const setCollation = (cx: Cx, at: ColumnAt, collation: string): Done =>
  updateColumn(cx, at, { collation })

/** Names a column while it is typed: a column without a type gets the one that its name suggests. */
export function nameNewColumn(cx: Cx, at: ColumnAt, name: string): Done {
  const column = columnAt(cx, at)
  if (!column) return gone('column')
  if (column.type.raw !== '') return ok(undefined)
  return updateColumn(cx, at, { ...cx.dialect.smart.forName(name) })
}
