// Columns of a create_table: what a schema.rb leaves unsaid is what the adapter would have done.
import type { Property } from '../../model/records'
import type { ColumnFacts, Spot } from '../sql/statement'
import { isFalse, isNil, isTrue, numberOf, textOf, textsOf, type Options } from './options'
import type { Value } from './parse'
import { integerTypes, railsTypes, sized, type RailsDatabase } from './types.data'

export interface Rails {
  readonly database: RailsDatabase
  /** `Schema[7.1]`: 0 where there is none, as before Rails 5. */
  readonly version: number
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

interface Spelling {
  readonly rails: Rails
  readonly type: string
  readonly options: Options
}

/** Times have six digits unless told otherwise, from Rails 7 on. */
function timeDigits({ rails, options }: Spelling): string {
  const given = options.get('precision')
  if (isNil(given)) return ''
  const digits = numberOf(given) ?? (rails.version >= 7 ? 6 : undefined)
  return digits === undefined ? '' : `(${digits})`
}

function decimalDigits(options: Options): string {
  const precision = numberOf(options.get('precision'))
  const scale = numberOf(options.get('scale'))
  if (precision === undefined) return ''
  return scale === undefined ? `(${precision})` : `(${precision},${scale})`
}

function spatial(type: string, limit: Value | undefined): string {
  if (limit?.kind !== 'hash') return type
  const shape = textOf(limit.entries.get('type')) ?? 'geometry'
  const srid = textOf(limit.entries.get('srid'))
  const base = isTrue(limit.entries.get('geographic')) ? 'geography' : 'geometry'
  return `${base}(${shape.replace(/^st_/, '')}${srid === undefined ? '' : `,${srid}`})`
}

function baseType(spelling: Spelling): string {
  const { rails, type, options } = spelling
  const { database } = rails
  const limit = numberOf(options.get('limit'))
  if (type === 'integer' && limit !== undefined) return integerTypes[database](limit)
  if (database === 'mysql' && (type === 'text' || type === 'binary')) {
    return sized(type === 'text' ? 'text' : 'blob', { limit, size: textOf(options.get('size')) })
  }
  if (database === 'mysql' && type === 'binary' && limit !== undefined) return `varbinary(${limit})`
  if (type === 'enum' && database === 'postgres') return textOf(options.get('enum_type')) ?? 'text'
  const known = railsTypes[database]
  const pattern = Object.hasOwn(known, type) ? (known[type] ?? type) : spatial(type, options.get('limit'))
  const length = limit ?? (type === 'string' && database === 'mysql' ? 255 : undefined)
  return pattern
    .replace('*', length === undefined ? '' : `(${length})`)
    .replace('#', decimalDigits(options))
    .replace('~', timeDigits(spelling))
}

export function typeOf(spelling: Spelling): string {
  const { options, rails } = spelling
  const base = baseType(spelling)
  const unsigned = rails.database === 'mysql' && isTrue(options.get('unsigned')) ? ' unsigned' : ''
  return `${base}${unsigned}${isTrue(options.get('array')) ? '[]' : ''}`
}

const numeric = /^(?:unsigned_)?(?:integer|bigint|float|decimal|numeric|money)$/

function defaultOf({ rails, type, options }: Spelling): string | undefined {
  const given = options.get('default')
  if (!given || isNil(given)) return undefined
  if (given.kind === 'sql') return given.text
  if (given.kind === 'number') return given.text
  if (given.kind === 'word') {
    if (rails.database !== 'mysql') return given.text
    return given.text === 'true' ? '1' : given.text === 'false' ? '0' : given.text
  }
  if (given.kind === 'list') {
    const items = textsOf(given).map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`)
    return quoted(`{${items.join(',')}}`)
  }
  if (given.kind === 'hash') return quoted('{}')
  const isNumber = numeric.test(type) && /^-?\d+(?:\.\d+)?$/.test(given.text)
  return isNumber ? given.text : quoted(given.text)
}

function generatedOf({ options, rails }: Spelling): ColumnFacts['generated'] {
  const expression = textOf(options.get('as'))
  if (expression === undefined) return undefined
  const isStored =
    isTrue(options.get('stored')) || (rails.database === 'postgres' && !isFalse(options.get('stored')))
  return { expression, storage: isStored ? 'stored' : 'virtual' }
}

const understood = new Set([
  ...[
    'limit',
    'precision',
    'scale',
    'null',
    'default',
    'array',
    'comment',
    'collation',
    'charset',
    'unsigned',
  ],
  ...[
    'as',
    'stored',
    'type',
    'enum_type',
    'size',
    'index',
    'foreign_key',
    'primary_key',
    'polymorphic',
    'srid',
  ],
  ...['force', 'id', 'options', 'auto_increment', 'if_not_exists'],
])

/** Options that mean nothing to a database go along as properties. */
const leftOver = (options: Options): readonly Property[] =>
  [...options].flatMap(([key, value]) => {
    const text = textOf(value)
    return understood.has(key) || text === undefined ? [] : [{ key: `rails.${key}`, value: text }]
  })

interface Wanted {
  readonly name: string
  readonly type: string
  readonly options: Options
  readonly at: Spot
}

export function columnFacts(rails: Rails, { name, type: given, options, at }: Wanted): ColumnFacts {
  const type = given === 'virtual' ? (textOf(options.get('type')) ?? 'string') : given
  const spelling = { rails, type, options }
  const generated = generatedOf(spelling)
  const fallback = defaultOf(spelling)
  const comment = textOf(options.get('comment'))
  const collation = textOf(options.get('collation'))
  const charset = textOf(options.get('charset'))
  const properties = leftOver(options)
  const isCounting = type === 'serial' || type === 'bigserial' || isTrue(options.get('auto_increment'))
  return {
    name,
    type: typeOf(spelling),
    nullable: !isFalse(options.get('null')),
    ...(isCounting && { identity: identityOf(rails) }),
    ...(fallback !== undefined && { default: fallback }),
    ...(generated && { generated }),
    ...(comment !== undefined && { comment }),
    ...(collation !== undefined && { collation }),
    ...(charset !== undefined && { charset }),
    ...(properties.length > 0 && { properties }),
    at,
  }
}

const styles = { postgres: 'serial', mysql: 'autoIncrement', sqlite: 'autoincrement' } as const

export const identityOf = ({ database }: Rails) => ({ mode: 'byDefault', style: styles[database] }) as const
