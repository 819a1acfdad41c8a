// SQL with the names that its objects bear now. A spelling that still names its object is kept as it was written.
import type { Names } from '../lexis'
import { isIdOf, kindOfId } from '../id'
import type { Schema } from '../schema'
import { renderSql, type SqlRef, type SqlText } from '../sqlText'

interface NamedPart {
  readonly id: string
  readonly name: string
}

function partName(parts: readonly NamedPart[] | undefined, id: string): string | undefined {
  return parts?.find((part) => part.id === id)?.name
}

/** What the object is called now; undefined when it is gone. */
export function nameOfRef(schema: Schema, { to, owner }: Pick<SqlRef, 'to' | 'owner'>): string | undefined {
  if (owner === undefined) {
    const kind = kindOfId(to)
    // References without an owner are to records, and all of those that can be referred to have names.
    const rows =
      kind && kind in schema
        ? (schema[kind as keyof Schema] as ReadonlyMap<string, { readonly name?: string }>)
        : undefined
    return rows?.get(to)?.name
  }
  if (isIdOf('enum', owner)) return partName(schema.enum.get(owner)?.values, to)
  if (isIdOf('view', owner)) {
    const view = schema.view.get(owner)
    return partName(view?.columns, to) ?? partName(view?.indexes, to)
  }
  const table = schema.table.get(owner)
  if (!table) return undefined
  if (table.primaryKey?.id === to) return table.primaryKey.name
  // Ids tell the lists apart, so looking through all of them finds the right one.
  return partName(table.columns, to) ?? partName(table.uniques, to) ?? partName(table.indexes, to)
}

const unescape = (raw: string): string => raw.replaceAll("''", "'")
const escape = (text: string): string => text.replaceAll("'", "''")

/** How a reference is written: as its author did while that still means the object, else anew. */
export function spellRef(ref: SqlRef, schema: Schema, names: Names): string {
  const name = nameOfRef(schema, ref)
  if (name === undefined) return ref.raw
  if (isIdOf('enumValue', ref.to)) return unescape(ref.raw) === name ? ref.raw : escape(name)
  const spelling = ref.form === 'literal' ? unescape(ref.raw) : ref.raw
  if (names.isSame(names.read(spelling), name)) return ref.raw
  return ref.form === 'literal' ? escape(names.spell(name)) : names.spell(name)
}

/** The text as it reads today. */
export const currentSql = (text: SqlText, schema: Schema, names: Names): string =>
  renderSql(text, (ref) => spellRef(ref, schema, names))
