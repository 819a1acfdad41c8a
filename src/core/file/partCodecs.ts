// The pieces that several kinds of record are made of.
import { dialectIds, type Target } from '../model/target'
import type {
  Check,
  Color,
  Column,
  DialectOption,
  Enforcement,
  EnumValue,
  CompositeField,
  Generated,
  Identity,
  Index,
  IndexPart,
  Key,
  KeyPart,
  Exclusion,
  Partitioning,
  Policy,
  Property,
  RelationEnd,
  UniqueKey,
  ViewColumn,
} from '../model/records'
import { colors } from '../model/records'
import { sqlText } from '../model/sqlText'
import { undecidedType } from '../model/type'
import {
  Damaged,
  id,
  list,
  mark,
  may,
  must,
  number,
  object,
  oneOf,
  or,
  order,
  quoted,
  text,
  truth,
  wholeList,
  wholeNumberText,
  type Codec,
} from './codec'
import { sql } from './sqlCodec'
import { columnType } from './typeCodec'

export const dialect = oneOf(dialectIds)
export const target = object<Target>({ dialect: must(dialect), version: or(text, '') })

export const options = or(
  list(object<DialectOption>({ dialect: must(dialect), name: must(text), value: or(text, '') })),
  [],
)
export const properties = or(list(object<Property>({ key: must(text), value: must(text) })), [])
export const texts = or(list(text), [])
export const columns = or(list(id('column')), [])
/** Column lists that pair up or that would mean something else with one column less. */
export const allColumns = wholeList(id('column'))

export const named = { order: must(order), name: or(text, ''), comment: or(text, '') }
export const inNamespace = { ...named, namespace: may(id('namespace')) }

const palette: ReadonlySet<string> = new Set(colors)

export const color: Codec<Color> = {
  write: quoted,
  // The palette's names and `#rrggbb` are what a Color is.
  read: (json) =>
    typeof json === 'string' && (palette.has(json) || /^#[0-9A-Fa-f]{3,8}$/.test(json))
      ? (json as Color)
      : new Damaged('a colour was expected'),
  schema: { anyOf: [{ enum: colors }, { type: 'string', pattern: '^#[0-9A-Fa-f]{3,8}$' }] },
}

/** Colours of DBML objects: `#rrggbb` or nothing. */
export const anyColor = or(text, '')

const enforcement = {
  deferrable: may(oneOf(['initiallyImmediate', 'initiallyDeferred'])),
  state: may(oneOf(['notValidated', 'notEnforced'])),
} satisfies { readonly [F in keyof Enforcement]-?: unknown }
export const enforced = enforcement

export const check = object<Check>({
  id: must(id('check')),
  ...named,
  expression: or(sql, sqlText('')),
  noInherit: may(mark),
  ...enforcement,
})

const sort = may(oneOf(['asc', 'desc']))
const prefixLength = may(number(0, 1e9, true))

/** A part that is a column and nothing else is written as the column's id. */
function orColumn<T extends object>(
  codec: Codec<T>,
  columnOf: (part: T) => string | undefined,
  make: (column: string) => T,
) {
  const column = id('column')
  return {
    write: (part, writing, indent) => {
      const only = columnOf(part)
      return only === undefined ? codec.write(part, writing, indent) : quoted(only)
    },
    read: (json, reading) => {
      if (typeof json !== 'string') return codec.read(json, reading)
      const found = column.read(json, reading)
      return found instanceof Damaged ? found : make(found)
    },
    schema: { anyOf: [column.schema, codec.schema] },
  } satisfies Codec<T>
}

const hasOnly = (row: object, ...keys: readonly string[]): boolean =>
  Object.entries(row).every(([key, value]) => value === undefined || keys.includes(key))

const keyPart: Codec<KeyPart> = orColumn(
  object<KeyPart>({ column: must(id('column')), sort, length: prefixLength }),
  (part) => (hasOnly(part, 'column') ? part.column : undefined),
  // `orColumn` gives ids of columns only.
  (column) => ({ column: column as KeyPart['column'] }),
)

interface FlatIndexPart {
  readonly column?: KeyPart['column']
  readonly expression?: Check['expression']
  readonly sort?: 'asc' | 'desc'
  readonly nulls?: 'first' | 'last'
  readonly operatorClass?: string
  readonly collation?: string
  readonly length?: number
  readonly operator?: string
}

const flatPart = object<FlatIndexPart>({
  column: may(id('column')),
  expression: may(sql),
  operator: may(text),
  sort,
  nulls: may(oneOf(['first', 'last'])),
  operatorClass: may(text),
  collation: may(text),
  length: prefixLength,
})

type AnyPart = IndexPart & { readonly operator?: string }

const readOn = ({ column, expression }: FlatIndexPart): IndexPart['on'] | undefined =>
  column !== undefined ? { column } : expression && { expression }

const flatIndexPart: Codec<AnyPart> = {
  write: ({ on, ...rest }, writing, indent) => flatPart.write({ ...on, ...rest }, writing, indent),
  read: (json, reading) => {
    const part = flatPart.read(json, reading)
    if (part instanceof Damaged) return part
    const { column: _column, expression: _expression, ...rest } = part
    const on = readOn(part)
    return on ? { on, ...rest } : new Damaged('a column or an expression was expected')
  },
  schema: flatPart.schema,
}

const indexPart: Codec<AnyPart> = orColumn(
  flatIndexPart,
  (part) => (hasOnly(part, 'on') && 'column' in part.on ? part.on.column : undefined),
  (column) => ({ on: { column: column as KeyPart['column'] } }),
)

const exclusionPart: Codec<Exclusion['parts'][number]> = {
  ...flatIndexPart,
  read: (json, reading) => {
    const part = flatIndexPart.read(json, reading)
    if (part instanceof Damaged) return part
    return part.operator === undefined
      ? new Damaged('"operator" is missing')
      : { ...part, operator: part.operator }
  },
}

const indexParts = wholeList<IndexPart>(indexPart)

export const index = object<Index>({
  id: must(id('index')),
  ...named,
  unique: or(truth, false),
  method: or(text, ''),
  parts: must(indexParts),
  include: columns,
  where: may(sql),
  nullsNotDistinct: may(mark),
  invisible: may(mark),
  options,
})

const keyFields = {
  name: or(text, ''),
  parts: must(wholeList(keyPart)),
  include: columns,
  withoutOverlaps: may(mark),
  comment: or(text, ''),
  options,
  ...enforcement,
}
export const key = object<Key>({ id: must(id('key')), ...keyFields })
export const uniqueKey = object<UniqueKey>({
  id: must(id('key')),
  order: must(order),
  ...keyFields,
  nullsNotDistinct: may(mark),
})

export const exclusion = object<Exclusion>({
  id: must(id('exclusion')),
  ...named,
  method: or(text, 'gist'),
  parts: must(wholeList(exclusionPart)),
  where: may(sql),
  ...enforcement,
})

export const policy = object<Policy>({
  id: must(id('policy')),
  ...named,
  command: or(oneOf(['all', 'select', 'insert', 'update', 'delete']), 'all'),
  permissive: or(truth, true),
  roles: texts,
  using: may(sql),
  check: may(sql),
})

export const partitioning = object<Partitioning>({
  method: must(text),
  parts: or(indexParts, []),
  definition: may(sql),
  dialect: must(dialect),
})

export const counting = {
  start: may(wholeNumberText),
  step: may(wholeNumberText),
  min: may(wholeNumberText),
  max: may(wholeNumberText),
  cache: may(wholeNumberText),
  cycle: may(mark),
}

const identity = object<Identity>({
  mode: or(oneOf(['always', 'byDefault']), 'byDefault'),
  style: may(oneOf(['identity', 'serial', 'autoIncrement', 'autoincrement'])),
  ...counting,
  sequence: may(id('sequence')),
})

const generated = object<Generated>({
  expression: must(sql),
  storage: or(oneOf(['stored', 'virtual']), 'stored'),
})

const type = or(columnType, undecidedType)

export const column = object<Column>({
  id: must(id('column')),
  order: must(order),
  name: or(text, ''),
  type,
  nullable: or(truth, true),
  default: may(sql),
  defaultName: may(text),
  notNullName: may(text),
  identity: may(identity),
  generated: may(generated),
  collation: or(text, ''),
  charset: or(text, ''),
  onUpdate: may(sql),
  invisible: may(mark),
  comment: or(text, ''),
  tags: texts,
  options,
  properties,
  fromPartial: may(id('column')),
})

export const viewColumn = object<ViewColumn>({ id: must(id('column')), ...named, type })
export const enumValue = object<EnumValue>({ id: must(id('enumValue')), ...named })
export const field = object<CompositeField>({
  id: must(id('field')),
  ...named,
  type,
  collation: or(text, ''),
})

export const relationEnd = object<RelationEnd>({ table: must(id('table')), columns: or(allColumns, []) })
