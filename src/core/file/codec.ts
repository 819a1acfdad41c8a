// One declaration per field says how it is written, checked and published. A field that the model has and the
// declaration forgets does not compile, so nothing is left out of a file in silence.
import { equal } from '../lib/equal'
import { makeId, prefixes, type IdKind, type IdOf } from '../model/id'
import { firstOrder, orderBetween, sorted, type Order, type Ordered } from '../model/order'
import type { SqlRef } from '../model/sqlText'

export type JsonSchema = Readonly<Record<string, unknown>>

/** What a text needs to show names as they are now. */
export interface Writing {
  readonly nameOf: (ref: SqlRef) => string | undefined
}

/** Why a value cannot be what it should be. Whoever holds the value decides what that costs. */
export class Damaged {
  readonly reason: string

  constructor(reason: string) {
    this.reason = reason
  }
}

export type NoticeCode =
  'droppedRecord' | 'droppedPart' | 'droppedField' | 'unknownField' | 'mended' | 'removed'

/** The state of one reading: where it stands, what it met, which ids are taken. */
export interface Reading {
  readonly path: (string | number)[]
  readonly report: (code: NoticeCode, reason: string) => void
  /** False when the id is taken already. */
  readonly claim: (id: string) => boolean
}

export interface Codec<T> {
  /** The value as JSON text; `indent` is that of the line which it stands on. */
  readonly write: (value: T, writing: Writing, indent: string) => string
  readonly read: (json: unknown, reading: Reading) => T | Damaged
  readonly schema: JsonSchema
  /** True when the value takes several lines. */
  readonly isBlock?: (value: T) => boolean
}

/** A field of a record: it must be there, it may be there, or something stands for it when it is not. */
interface Field<T> {
  readonly codec: Codec<T>
  readonly presence: 'must' | 'may' | 'default'
  readonly fallback?: T
}
export interface MayField<T> extends Field<T> {
  readonly presence: 'may'
}
export interface SureField<T> extends Field<T> {
  readonly presence: 'must' | 'default'
}

/** With `undefined` added only an optional field stays what it was. */
type IsOptional<T, F extends keyof T> = T extends Required<Pick<T, F>> ? false : true

export type Fields<T> = {
  readonly [F in keyof T]-?: IsOptional<T, F> extends true ? MayField<NonNullable<T[F]>> : SureField<T[F]>
}

export const must = <T>(codec: Codec<T>): SureField<T> => ({ codec, presence: 'must' })
export const may = <T>(codec: Codec<T>): MayField<T> => ({ codec, presence: 'may' })
export const or = <T>(codec: Codec<T>, fallback: T): SureField<T> => ({
  codec,
  presence: 'default',
  fallback,
})

/** Two spaces deeper. */
export const deeper = (indent: string): string => `${indent}  `

// JSON.stringify escapes line breaks and lone surrogates, so a hostile name never ends its line.
export const quoted = (value: string): string => JSON.stringify(value)

export const text: Codec<string> = {
  write: quoted,
  read: (json) => (typeof json === 'string' ? json : new Damaged('text was expected')),
  schema: { type: 'string' },
}

/** Text that must read in a certain way. */
function textLike<T extends string>(pattern: RegExp, name: string): Codec<T> {
  return {
    write: quoted,
    // The pattern is what makes the text a T.
    read: (json) =>
      typeof json === 'string' && pattern.test(json) ? (json as T) : new Damaged(`${name} was expected`),
    schema: { type: 'string', pattern: pattern.source },
  }
}

export const wholeNumberText = textLike<string>(/^-?[0-9]{1,80}$/, 'a whole number')

export const truth: Codec<boolean> = {
  write: String,
  read: (json) => (typeof json === 'boolean' ? json : new Damaged('true or false was expected')),
  schema: { type: 'boolean' },
}

/** A mark that is either set or absent. */
export const mark: Codec<true> = {
  write: () => 'true',
  read: (json) => (json === true ? json : new Damaged('true was expected')),
  schema: { const: true },
}

export function number(min: number, max: number, whole = false): Codec<number> {
  return {
    // Minus zero is zero to everyone who reads a file.
    write: (value) => (Number.isFinite(value) ? String(value === 0 ? 0 : value) : '0'),
    read: (json) =>
      typeof json === 'number' && json >= min && json <= max && (!whole || Number.isInteger(json))
        ? json
        : new Damaged(`a ${whole ? 'whole ' : ''}number from ${min} to ${max} was expected`),
    schema: { type: whole ? 'integer' : 'number', minimum: min, maximum: max },
  }
}

export function oneOf<const T extends string | number>(values: readonly T[]): Codec<T> {
  const known: ReadonlySet<unknown> = new Set(values)
  return {
    write: (value) => JSON.stringify(value),
    // Only the listed values are in the set.
    read: (json) => (known.has(json) ? (json as T) : new Damaged(`one of ${values.join(', ')} was expected`)),
    schema: { enum: values },
  }
}

const idTail = '[0-9A-Za-z_-]{1,64}'

/** An id of one of some kinds. */
export function id<K extends IdKind>(...kinds: readonly K[]): Codec<IdOf<K>> {
  const heads = kinds.map((kind) => prefixes[kind]).join('|')
  return textLike<IdOf<K>>(new RegExp(`^(?:${heads})_${idTail}$`), `an id of ${kinds.join(' or ')}`)
}

/** Ids that a reader must invent: the same for the same file. */
export const inventedId = <K extends IdKind>(kind: K): IdOf<K> => makeId(kind, () => 'recovered')

/** A fractional key that core can put others beside: a head that tells the length of its number, then a fraction. */
function isOrder(key: string): boolean {
  const shape = /^(?:([a-y])|([B-Z]))[0-9A-Za-z]+$/.exec(key)
  if (!shape || key.length > 2000) return false
  const whole = key.charCodeAt(0) - (shape[1] === undefined ? 'Z'.charCodeAt(0) : 'a'.charCodeAt(0))
  const length = Math.abs(whole) + 2
  return key.length === length || (key.length > length && !key.endsWith('0'))
}

export const order: Codec<Order> = {
  write: quoted,
  read: (json) =>
    typeof json === 'string' && isOrder(json) ? json : new Damaged('an order key was expected'),
  schema: { type: 'string', pattern: '^[A-Za-z][0-9A-Za-z]+$' },
}

const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** A note for people at the start of a line: what the ids in it are called. Never read. */
export const labelKey = '//'

type AnyField = Field<unknown>

type Entries = readonly (readonly [string, AnyField])[]
type Row = Readonly<Record<string, unknown>>

function writeFields(
  fields: Entries,
  row: Row,
  { writing, indent }: { readonly writing: Writing; readonly indent: string },
) {
  const inner = deeper(indent)
  let out = ''
  let wasBlock = false
  let hasBlock = false
  for (const [key, { codec, presence, fallback }] of fields) {
    const field = row[key]
    if (field === undefined || (presence === 'default' && equal(field, fallback))) continue
    const isBlock = codec.isBlock?.(field) ?? false
    if (out !== '') out += isBlock || wasBlock ? `,\n${inner}` : ', '
    else if (isBlock) out += `\n${inner}`
    out += `"${key}": ${codec.write(field, writing, inner)}`
    wasBlock = isBlock
    hasBlock ||= isBlock
  }
  return hasBlock ? `${out}\n${indent}` : out
}

function reportUnknown(json: object, known: ReadonlySet<string>, reading: Reading): void {
  for (const key of Object.keys(json)) {
    if (known.has(key) || key === labelKey) continue
    reading.path.push(key)
    reading.report('unknownField', 'This version knows no such field')
    reading.path.pop()
  }
}

function objectSchema(fields: Entries): JsonSchema {
  return {
    type: 'object',
    properties: {
      [labelKey]: { type: 'string', description: 'For people: what the ids are called. Never read.' },
      ...Object.fromEntries(fields.map(([key, { codec }]) => [key, codec.schema])),
    },
    required: fields.filter(([, { presence }]) => presence === 'must').map(([key]) => key),
    additionalProperties: false,
  }
}

const leftOut = Symbol('left out')

/** One declared field's value, or why the record cannot be without it. */
function readField(
  [key, { codec, presence, fallback }]: Entries[number],
  json: unknown,
  reading: Reading,
): unknown {
  const isNeeded = presence === 'must'
  if (json === undefined && isNeeded) return new Damaged(`"${key}" is missing`)
  if (json !== undefined) {
    reading.path.push(key)
    const value = codec.read(json, reading)
    const isDamaged = value instanceof Damaged
    if (isDamaged && !isNeeded) reading.report('droppedField', value.reason)
    reading.path.pop()
    if (!isDamaged) return value
    if (isNeeded) return new Damaged(`"${key}": ${value.reason}`)
  }
  return presence === 'default' ? fallback : leftOut
}

export function object<T extends object>(declared: Fields<T>): Codec<T> {
  const fields = Object.entries<AnyField>(declared as Readonly<Record<string, AnyField>>)
  const known = new Set(fields.map(([key]) => key))
  const read = (json: unknown, reading: Reading): T | Damaged => {
    if (!isRecord(json)) return new Damaged('an object was expected')
    const row: Record<string, unknown> = {}
    for (const field of fields) {
      const value = readField(field, json[field[0]], reading)
      if (value instanceof Damaged) return value
      if (value !== leftOut) row[field[0]] = value
    }
    reportUnknown(json, known, reading)
    // Every field was read by the codec of its own type.
    return row as T
  }
  return {
    // The declared fields are the fields of the value: `Fields<T>` saw to it.
    write: (value, writing, indent) => `{${writeFields(fields, value as Row, { writing, indent })}}`,
    read,
    schema: objectSchema(fields),
    isBlock: (value) =>
      fields.some(([key, { codec }]) => {
        const field = (value as Row)[key]
        return field !== undefined && (codec.isBlock?.(field) ?? false)
      }),
  }
}

function readItems<T>(
  json: unknown,
  reading: Reading,
  readItem: (item: unknown, index: number) => T | Damaged,
): T[] | Damaged {
  if (!Array.isArray(json)) return new Damaged('a list was expected')
  const out: T[] = []
  for (const [index, item] of (json as readonly unknown[]).entries()) {
    reading.path.push(index)
    const value = readItem(item, index)
    if (value instanceof Damaged) reading.report('droppedPart', value.reason)
    else out.push(value)
    reading.path.pop()
  }
  return out
}

/** A list on one line. */
export function list<T>(item: Codec<T>): Codec<readonly T[]> {
  return {
    write: (values, writing, indent) =>
      `[${values.map((value) => item.write(value, writing, indent)).join(', ')}]`,
    read: (json, reading) => readItems(json, reading, (value) => item.read(value, reading)),
    schema: { type: 'array', items: item.schema },
  }
}

/** A list whose members stand or fall together: dropping one would change what the others mean. */
export function wholeList<T>(item: Codec<T>): Codec<readonly T[]> {
  return {
    ...list(item),
    read: (json, reading) => {
      if (!Array.isArray(json)) return new Damaged('a list was expected')
      const out: T[] = []
      for (const member of json as readonly unknown[]) {
        const value = item.read(member, reading)
        if (value instanceof Damaged) return value
        out.push(value)
      }
      return out
    },
  }
}

/** A list with one line for each member. */
export function lines<T>(item: Codec<T>): Codec<readonly T[]> {
  return {
    ...list(item),
    write: (values, writing, indent) => {
      const inner = deeper(indent)
      return `[\n${values.map((value) => inner + item.write(value, writing, inner)).join(',\n')}\n${indent}]`
    },
    isBlock: (values) => values.length > 0,
  }
}

/** A record or part whose id nothing else in the file has. */
export function unique<T extends { readonly id: string }>(codec: Codec<T>): Codec<T> {
  return {
    ...codec,
    read: (json, reading) => {
      const row = codec.read(json, reading)
      if (row instanceof Damaged || reading.claim(row.id)) return row
      return new Damaged(`The id ${row.id} is used twice`)
    },
  }
}

/** Reads ordered members; one that lost its key stands behind the one before it. */
export function ordered<T extends Ordered>(
  codec: Codec<T>,
  reading: Reading,
): (item: unknown) => T | Damaged {
  let last: string | undefined
  return (json) => {
    const given = isRecord(json) ? order.read(json['order'], reading) : undefined
    const key =
      typeof given === 'string' ? given : last === undefined ? firstOrder : orderBetween(last, undefined)
    last = key
    return codec.read(isRecord(json) && given !== key ? { ...json, order: key } : json, reading)
  }
}

/** The members of a record, one line each, in the order of their keys. */
export function parts<T extends Ordered>(item: Codec<T>): Codec<readonly T[]> {
  const codec = unique(item)
  return {
    ...lines(item),
    write: (values, writing, indent) => lines(item).write(sorted(values), writing, indent),
    read: (json, reading) => {
      const out = readItems(json, reading, ordered(codec, reading))
      return out instanceof Damaged ? out : sorted(out)
    },
  }
}

/** A value that starts a line of its own in its record. */
export const onOwnLine = <T>(codec: Codec<T>): Codec<T> => ({ ...codec, isBlock: () => true })
