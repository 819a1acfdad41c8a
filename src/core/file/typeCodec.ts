// A column's type: "text" alone where the spelling says it all, an object where the meaning has to be told apart.
import { baseTypes, type BaseType, type ColumnType } from '../model/type'
import { list, id, mark, may, must, number, object, oneOf, or, quoted, text, type Codec } from './codec'

const sizes = number(0, 1e12, true)

const length: Codec<number | 'max'> = {
  write: (value, writing, indent) => (value === 'max' ? '"max"' : sizes.write(value, writing, indent)),
  read: (json, reading) => (json === 'max' ? json : sizes.read(json, reading)),
  schema: { anyOf: [sizes.schema, { const: 'max' }] },
}

const whole = object<ColumnType>({
  raw: must(text),
  base: or(oneOf(baseTypes), 'other'),
  length: may(length),
  precision: may(sizes),
  scale: may(number(-1e6, 1e6, true)),
  unsigned: may(mark),
  zerofill: may(mark),
  zone: may(oneOf(['with', 'local'])),
  array: may(number(1, 64, true)),
  size: may(oneOf(['tiny', 'medium', 'long'])),
  values: may(list(text)),
  of: may(id('enum', 'domain', 'composite')),
})

const bases: ReadonlySet<string> = new Set(baseTypes)
const isBase = (raw: string): raw is BaseType => bases.has(raw)

/** What a spelling alone stands for in a file: the portable type of that name, else a type of its database. */
const baseOf = (raw: string): BaseType => (isBase(raw) ? raw : 'other')

function isPlain(type: ColumnType): boolean {
  if (type.base !== baseOf(type.raw)) return false
  for (const key in type)
    if (key !== 'raw' && key !== 'base' && type[key as keyof ColumnType] !== undefined) return false
  return true
}

export const columnType: Codec<ColumnType> = {
  write: (value, writing, indent) =>
    isPlain(value) ? quoted(value.raw) : whole.write(value, writing, indent),
  read: (json, reading) => {
    if (typeof json === 'string') return { raw: json, base: baseOf(json) }
    return whole.read(json, reading)
  },
  schema: { $ref: '#/definitions/type' },
}

export const typeDefinition = { anyOf: [{ type: 'string' }, whole.schema] }
