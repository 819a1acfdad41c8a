// A type as one writes it, with the names of the document's own types known.
import type { Names } from '../lexis'
import type { CompositeId, DomainId, EnumId } from '../id'
import type { Schema } from '../schema'
import { userType, type ColumnType } from '../type'

export interface TypeSpeech {
  readonly names: Names
  readonly types: { parse(raw: string): ColumnType }
}

type UserTypeId = EnumId | DomainId | CompositeId

const kinds = ['enum', 'domain', 'composite'] as const

/** Every user-defined type with this name; the one in the named namespace first. */
function findType(
  schema: Schema,
  names: Names,
  { namespace, name }: { namespace: string | undefined; name: string },
): UserTypeId | undefined {
  let loose: UserTypeId | undefined
  for (const kind of kinds) {
    for (const row of schema[kind].values()) {
      if (!names.isSame(row.name, name)) continue
      const home = row.namespace && schema.namespace.get(row.namespace)?.name
      if (namespace !== undefined ? home !== undefined && names.isSame(home, namespace) : home === undefined)
        return row.id
      if (namespace === undefined) loose ??= row.id
    }
  }
  return loose
}

const arraySuffix = /\s*((?:\[\s*\d*\s*\]\s*)+)$/

/** `type` pointed at the document's own type when its spelling names one. */
export function bindType(schema: Schema, type: ColumnType, names: Names): ColumnType {
  if (type.base !== 'other' && type.base !== 'user') return type
  if (schema.enum.size + schema.domain.size + schema.composite.size === 0) return type
  const suffix = arraySuffix.exec(type.raw)?.[1] ?? ''
  const bare = type.raw.replace(arraySuffix, '').trim()
  const [first, second, third] = splitName(bare)
  if (first === undefined || third !== undefined) return type
  const spelled =
    second === undefined
      ? { namespace: undefined, name: names.read(first) }
      : { namespace: names.read(first), name: names.read(second) }
  const of = findType(schema, names, spelled)
  if (of === undefined) return type
  const dimensions = suffix.split('[').length - 1
  return dimensions > 0 ? { ...userType(of, type.raw), array: dimensions } : userType(of, type.raw)
}

/** The dot-separated pieces of a name, quotes kept. */
export function splitName(text: string): string[] {
  return text.match(/(?:"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[(?:[^\]]|\]\])*\]|[^."`[\]\s]+)+/g) ?? []
}

export const readType = (schema: Schema, raw: string, speech: TypeSpeech): ColumnType =>
  bindType(schema, speech.types.parse(raw), speech.names)
