// What came of reading DBML: the schema, and where in the texts each piece of it stands. Plain data, so that it can
// live in a worker and travel.
import type { AnyId, Schema } from '../../model/schema'
import type { ReadNotice, SourceText } from '../format'

/** Characters of one source. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** One setting in brackets: `note: 'x'`, `pk`. */
export interface SettingPlace extends Span {
  /** As it is compared: lower case. */
  readonly key: string
  readonly value?: Span
}

/** An element, or a line of one. Comments around it are not part of it. */
export interface DbmlPlace extends Span {
  readonly source: number
  /** The name in its declaration, quotes included, without schema and dot. */
  readonly name?: Span
  /** Everything between keyword and settings: `sales.orders`. */
  readonly fullName?: Span
  /** Of a column. */
  readonly type?: Span
  /** The brackets, and what stands in them. */
  readonly settings?: Span & { readonly items: readonly SettingPlace[] }
  /** The braces of an element. */
  readonly body?: Span
  /** Blocks and notes within a body, by their word in lower case: indexes, checks, note, records. */
  readonly blocks?: Readonly<Record<string, Span & { readonly value?: Span }>>
  /** What declares it inside another element, where no line of its own does: a setting, or `~partial`. */
  readonly within?: 'setting' | 'partial'
}

/** A name that is used somewhere: in a relation, an index, a group, a type… */
export interface DbmlUse extends Span {
  readonly source: number
  readonly id: string
  /** With the schema in front, where it is said. */
  readonly path?: Span
  /** The alias stands there, not the name. */
  readonly isAlias?: true
}

export interface DbmlProblem extends Span {
  readonly source: number
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly severity: 'error' | 'warning' | 'info'
  readonly code: number
  readonly message: string
}

export interface DbmlReading {
  readonly sources: readonly SourceText[]
  readonly schema: Schema
  /** By the id of a record or of a part. */
  readonly places: ReadonlyMap<string, DbmlPlace>
  /** By source and place. */
  readonly uses: readonly DbmlUse[]
  readonly problems: readonly DbmlProblem[]
  readonly notices: readonly ReadNotice[]
  /** What does not parse, element by element: nothing was taken from there. */
  readonly broken: readonly (Span & { readonly source: number })[]
  /** What stands under our own keys: whole elements, or fields of them. */
  readonly own: readonly (Span & { readonly source: number })[]
  /** Objects whose placement says how they look and not where they stand. */
  readonly unplaced: ReadonlySet<AnyId>
}

/** The innermost element at a place of a text. */
export function placeAt(reading: DbmlReading, offset: number, source = 0): string | undefined {
  const use = reading.uses.find((one) => one.source === source && one.from <= offset && offset <= one.to)
  if (use) return use.id
  let best: string | undefined
  let size = Infinity
  for (const [id, place] of reading.places) {
    if (place.source !== source || place.from > offset || offset > place.to || place.within) continue
    if (place.to - place.from < size) [best, size] = [id, place.to - place.from]
  }
  return best
}
