// Resolving the texts of records: what a name means there follows from the record that holds it.
import { isIdOf, type ColumnId } from '../id'
import type { Speech } from '../lexis'
import type { Kind, Rows, Schema } from '../schema'
import { isSqlRef, type Referable, type SqlText } from '../sqlText'
import { currentSql } from './currentSql'
import { Lookup } from './lookup'
import { resolveSql, type SqlScope } from './resolveSql'
import { mapTexts, textKinds, textsOf, type TextAt } from './texts'

/** What the names in one text of a record may mean. */
export function scopeOf<K extends Kind>(
  schema: Schema,
  { kind, row }: { readonly kind: K; readonly row: Rows[K] },
  at: TextAt,
): SqlScope {
  const { id } = row
  const base = { schema, form: at.form }
  if (isIdOf('table', id) || isIdOf('view', id)) {
    const isColumn = at.isValue && at.part?.list === 'columns'
    // The part of a text in `columns` is a column.
    const column = isColumn ? (at.part.id as ColumnId) : undefined
    return at.form === 'statement' ? { ...base, self: id } : { ...base, on: id, column }
  }
  if (kind === 'domain') {
    const behind = (row as Rows['domain']).type.of
    return { ...base, enum: new Lookup(schema, noNames).enumBehind(behind) }
  }
  // A trigger's NEW and OLD are rows of its table.
  if (kind === 'trigger') return { ...base, on: (row as Rows['trigger']).on, self: id as Referable }
  return isIdOf('routine', id) ? { ...base, self: id } : base
}

/** Enough for questions that never compare names. */
const noNames = {
  maxLength: 0,
  spell: (name: string) => name,
  quote: (name: string) => name,
  read: (name: string) => name,
  isSame: () => false,
}

/** The record with those of its texts resolved that `isWanted`. */
export function resolveRow<K extends Kind>(
  schema: Schema,
  given: { readonly kind: K; readonly row: Rows[K]; readonly isWanted?: (text: SqlText) => boolean },
  speech: Speech,
): Rows[K] {
  const { kind, row, isWanted = () => true } = given
  return mapTexts(kind, row, (text, at) => {
    if (text.parts.length === 0 || !isWanted(text)) return text
    const next = resolveSql(
      currentSql(text, schema, speech.names),
      scopeOf(schema, { kind, row }, at),
      speech,
    )
    return isSameText(text, next) ? text : next
  })
}

function isSameText(a: SqlText, b: SqlText): boolean {
  return (
    a.parts.length === b.parts.length &&
    a.parts.every((part, i) => {
      const other = b.parts[i]
      if (other === undefined || !isSqlRef(part)) return part === other
      return (
        isSqlRef(other) &&
        part.to === other.to &&
        part.owner === other.owner &&
        part.raw === other.raw &&
        part.form === other.form
      )
    })
  )
}

/** Every record whose texts hold names that can be resolved now: what a reader calls when all objects are there. */
export function resolveSchema(schema: Schema, speech: Speech): Schema {
  const changed: Partial<Record<Kind, ReadonlyMap<string, Rows[Kind]>>> = {}
  for (const kind of textKinds) {
    const rows = new Map<string, Rows[typeof kind]>()
    let isChanged = false
    for (const row of schema[kind].values()) {
      const next = textsOf(kind, row).length === 0 ? row : resolveRow(schema, { kind, row }, speech)
      if (next !== row) isChanged = true
      rows.set(row.id, next)
    }
    if (isChanged) changed[kind] = rows
  }
  // Each map was filled from rows of its own kind.
  return { ...schema, ...(changed as Partial<Schema>) }
}
