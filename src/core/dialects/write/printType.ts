// What a column stores and how the target spells it.
import type { Column, Domain } from '../../model/records'
import type { ColumnType } from '../../model/type'
import type { At, Pen } from './pen'
import type { Printed, TypeUse } from './rules'
import { lacking } from './lacking'

/** A raw spelling that is one type and nothing else: no statement can hide in it. */
const harmless = /^[\p{L}\p{N}_$#.,:\s"'`[\]()-]+$/u

function isOneType(raw: string): boolean {
  if (!harmless.test(raw) || raw.includes('--') || raw.length > 2000) return false
  let depth = 0
  for (const part of raw.match(/'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|./gsu) ?? []) {
    if (part === "'" || part === '"' || part === '`') return false
    if (part === '(') depth++
    if (part === ')') depth--
    if (depth < 0 || (part === ',' && depth === 0)) return false
  }
  return depth === 0
}

export const inList = (values: readonly string[], pen: Pen): string =>
  values.map((value) => pen.string(value)).join(', ')

const counting: ReadonlySet<string> = new Set([
  'smallserial',
  'serial2',
  'serial',
  'serial4',
  'bigserial',
  'serial8',
])

/** A spelling that makes the column count: serial, bigserial… */
export const isCountingSpelling = (type: ColumnType): boolean => counting.has(type.raw.toLowerCase())

export interface Stored {
  readonly type: ColumnType
  /** A type with a name of its own in the target. */
  readonly named?: string
  /** What the name of a domain stood for. */
  readonly domain?: Domain
}

/** What stands behind a type's name, as far as the target has no such name. */
export function storedType(type: ColumnType, at: At, pen: Pen): Stored {
  const { features } = pen
  if (type.array !== undefined && !features.arrays) {
    lacking('arrays', at, pen)
    return { type: { raw: '', base: 'json' } }
  }
  if (type.of === undefined) return { type }
  const { of } = type
  const found = pen.userType(of)
  if (!found) return { type: { ...type, base: 'other' } }
  const named = pen.object(found) + '[]'.repeat(type.array ?? 0)
  if ('values' in found) {
    if (features.enums) return { type, named }
    return { type: { raw: '', base: 'enum', values: found.values.map(({ name }) => name) } }
  }
  if ('fields' in found) {
    if (features.composites) return { type, named }
    lacking('composites', at, pen)
    return { type: { raw: '', base: 'json' } }
  }
  if (features.domains) return { type, named }
  lacking('domains', at, pen)
  const inner = storedType(found.type, at, pen)
  return { ...inner, domain: found }
}

export interface PrintedColumn extends Printed {
  readonly stored: ColumnType
}

function printMeaning(type: ColumnType, use: TypeUse): Printed {
  const { pen } = use
  if (type.base === 'user' || type.base === 'other') {
    const isUndecided = type.raw.trim() === ''
    if (isUndecided && pen.isOwn && pen.rules.typeless) return { sql: '' }
    const sql = pen.rules.fallbackType(use)
    const message = isUndecided
      ? `Its type is not decided; the script says ${sql}.`
      : `The type ${type.raw} has no like in ${pen.rules.label}; the script says ${sql}.`
    const code = isUndecided ? 'typeUndecided' : 'typeUnknown'
    return {
      sql,
      notice: { level: isUndecided ? 'warning' : 'loss', code, message, remedy: 'Choose a type.' },
    }
  }
  const printed = pen.rules.types[type.base](type, use)
  return typeof printed === 'string' ? { sql: printed } : printed
}

/** The author's own spelling, where it runs here. */
function printRaw(type: ColumnType, use: TypeUse): string | undefined {
  const { pen } = use
  const raw = type.raw.trim().replace(/\s+/g, ' ')
  if (!pen.isOwn || raw === '' || type.base === 'user' || !(pen.rules.takesRaw?.(type, use) ?? true))
    return undefined
  if (isOneType(raw)) return raw
  if (type.base !== 'other') return undefined
  return pen.rules.names.quote(raw)
}

type PrintedType = PrintedColumn & Pick<Stored, 'domain'>

/** What a type was printed as. */
interface Known {
  readonly type: ColumnType
  readonly keyed: boolean
  readonly counts: boolean
  readonly printed: PrintedType
}

const isAlike = (a: ColumnType, b: ColumnType): boolean =>
  a === b ||
  (a.raw === b.raw &&
    a.base === b.base &&
    a.length === b.length &&
    a.precision === b.precision &&
    a.scale === b.scale &&
    a.zone === b.zone &&
    a.size === b.size &&
    a.unsigned === b.unsigned &&
    a.zerofill === b.zerofill)

/** Types that are told by their own fields alone: no names that may change, no lists. */
const isPlain = ({ of, array, values }: ColumnType): boolean =>
  of === undefined && array === undefined && values === undefined

/** What a run of writing printed so far: thousands of columns share a few types. */
export class KnownTypes {
  private readonly byRaw = new Map<string, Known[]>()

  find(type: ColumnType, { keyed, counts }: TypeUse): PrintedType | undefined {
    const found = this.byRaw
      .get(type.raw)
      ?.find((known) => known.keyed === keyed && known.counts === counts && isAlike(known.type, type))
    return found?.printed
  }

  keep(type: ColumnType, { keyed, counts }: TypeUse, printed: PrintedType): void {
    const known = { type, keyed, counts, printed }
    const list = this.byRaw.get(type.raw)
    if (list) list.push(known)
    else this.byRaw.set(type.raw, [known])
  }
}

export function printType(column: Pick<Column, 'type'>, at: At, use: TypeUse): PrintedType {
  const { type } = column
  const { knownTypes } = use.pen
  if (!isPlain(type)) return printFresh(column, at, use)
  const known = knownTypes.find(type, use)
  if (known) {
    if (known.notice) use.pen.tell(at, known.notice)
    return known
  }
  const printed = printFresh(column, at, use)
  knownTypes.keep(type, use, printed)
  return printed
}

function printFresh(column: Pick<Column, 'type'>, at: At, use: TypeUse): PrintedType {
  const { pen } = use
  const { type, named, domain } = storedType(column.type, at, pen)
  const withDomain = domain ? { domain } : {}
  if (named !== undefined) return { sql: named, stored: type, ...withDomain }
  const raw = printRaw(type, use)
  if (raw !== undefined) return { sql: raw, stored: type, ...withDomain }
  const printed = printMeaning(type, use)
  const brackets = pen.features.arrays ? '[]'.repeat(type.array ?? 0) : ''
  if (printed.notice) pen.tell(at, printed.notice)
  // The dialect's own notice says more than that there are no enum types.
  else if (column.type.of !== undefined && type.base === 'enum') lacking('enums', at, pen)
  return { ...printed, sql: printed.sql + brackets, stored: type, ...withDomain }
}
