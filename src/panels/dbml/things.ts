// What a place of the text is of, in the words of the screen: for the hover, for a new name, for the selection.
import { rename, type PartId } from '../../core/commands/rename'
import { isIdOf, kindOfId } from '../../core/model/id'
import { endsOf, isNullable, relationsOf } from '../../core/model/query'
import type { Column, Table } from '../../core/model/records'
import type { AnyId, Schema } from '../../core/model/schema'
import { document } from '../../state/document'
import { perform } from '../../state/perform'
import type { Selectable, Selection } from '../../state/selection'
import type { DbmlThing } from '../../state/dbml/store'
import type { Explained } from './hover'
import type { Renamable } from './rename'

const selectable: ReadonlySet<string> = new Set(['table', 'enum', 'note', 'relation'])

/** What of it can be selected: a key or an index stands for its table. */
export function selectionOf({ id, part }: DbmlThing): Selection | undefined {
  const kind = kindOfId(id)
  if (kind === undefined || !selectable.has(kind)) return undefined
  // One of the kinds that a selection can hold, by its prefix.
  const items = new Set([id as Selectable])
  if (part !== undefined && isIdOf('table', id) && isIdOf('column', part))
    return { items, part: { owner: id, column: part } }
  if (part !== undefined && isIdOf('enum', id) && isIdOf('enumValue', part))
    return { items, part: { owner: id, value: part } }
  return { items }
}

function named(schema: Schema, id: AnyId, part?: string): { readonly name: string } | undefined {
  const kind = kindOfId(id)
  if (!kind || !(kind in schema)) return undefined
  // The map of the id's own kind.
  const row: unknown = (schema[kind as keyof Schema] as ReadonlyMap<string, unknown>).get(id)
  if (typeof row !== 'object' || row === null) return undefined
  const all: readonly unknown[] = part === undefined ? [row] : Object.values(row).flat()
  const own = all.find(
    (one) => typeof one === 'object' && one !== null && Reflect.get(one, 'id') === (part ?? id),
  )
  const name: unknown = own && Reflect.get(Object(own), 'name')
  return typeof name === 'string' ? { name } : undefined
}

export function renamableAt({ id, part, name: span }: DbmlThing): Renamable | undefined {
  const before = named(document.getState().schema, id, part)
  if (!before || !span || document.getState().isReadOnly) return undefined
  return {
    span,
    name: before.name,
    apply: (name) => {
      // A part of the record is what the id says it is.
      const target = { id, ...(part !== undefined && { part: part as PartId }) }
      const done = perform(`Rename ${before.name} to ${name}`, (cx) => rename(cx, target, name), {
        isQuiet: true,
      })
      return done.ok ? undefined : done.error.message
    },
  }
}

const short = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text)

function columnLines(schema: Schema, table: Table, column: Column): readonly string[] {
  const keys = table.primaryKey?.parts.some((part) => part.column === column.id) ? ['primary key'] : []
  const facts = [column.type.raw || 'no type', ...keys, ...(isNullable(table, column) ? [] : ['not null'])]
  const referring = relationsOf(schema, table.id).flatMap((relation) => {
    const [from, to] = endsOf(relation)
    const own = to.table === table.id && to.columns.includes(column.id)
    return own ? [schema.table.get(from.table)?.name ?? ''] : []
  })
  return [facts.join(', '), ...referred(referring)]
}

const referred = (names: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : [`Referred to by ${[...new Set(names)].slice(0, 8).join(', ')}`]

function tableLines(schema: Schema, table: Table): readonly string[] {
  const count = table.columns.length
  const referring = relationsOf(schema, table.id).flatMap((relation) => {
    const [from, to] = endsOf(relation)
    return to.table === table.id && from.table !== table.id ? [schema.table.get(from.table)?.name ?? ''] : []
  })
  return [`Table of ${String(count)} ${count === 1 ? 'column' : 'columns'}`, ...referred(referring)]
}

const note = (comment: string): readonly string[] => (comment.trim() === '' ? [] : [short(comment)])

/** A thing of the model in a few lines; undefined where there is nothing to say of it. */
export function explained({ id, part, name: span }: DbmlThing): Explained | undefined {
  const { schema } = document.getState()
  if (!span) return undefined
  if (isIdOf('table', id)) {
    const table = schema.table.get(id)
    const column = table?.columns.find((one) => one.id === part)
    if (!table) return undefined
    if (!column)
      return { title: table.name, lines: [...tableLines(schema, table), ...note(table.comment)], span }
    const lines = [...columnLines(schema, table, column), ...note(column.comment)]
    return { title: `${table.name}.${column.name}`, lines, span }
  }
  if (!isIdOf('enum', id)) return undefined
  const row = schema.enum.get(id)
  const values = row?.values.map(({ name }) => name).slice(0, 20) ?? []
  return row && { title: row.name, lines: [`Enum: ${values.join(', ')}`, ...note(row.comment)], span }
}

/** What a part of a selection stands for in the text. */
export const idOfSelection = ({ items, part }: Selection): string | undefined => {
  if (part) return 'column' in part ? part.column : part.value
  const [first] = items
  return first
}
