// A file's JSON without what can be made anew from its place: ids are numbered in the order in which they stand, so
// that only their prefix is written; keys of order and the notes for people go.
import type { Ids } from '../../model/reid'
import { labelKey } from '../codec'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
type JsonObject = { readonly [key: string]: Json }

const isObject = (json: Json): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

const isList = (json: Json): json is readonly Json[] => Array.isArray(json)

/** Nothing refers to these: their number is never needed. */
const anonymous: ReadonlySet<string> = new Set(['pl', 'ln', 'a'])

/** Says the next id of a prefix. All have one length, so that they sort as they are counted. */
class Counting {
  private readonly counts = new Map<string, number>()
  private readonly width: number

  constructor(width: number) {
    this.width = width
  }

  next(prefix: string): string {
    const count = this.counts.get(prefix) ?? 0
    this.counts.set(prefix, count + 1)
    return `${prefix}_${count.toString(36).padStart(this.width, '0')}`
  }
}

const prefixOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('_')))

/** Every id of a file in the order in which it stands there. */
function* idsIn(json: Json): Generator<string> {
  if (isList(json)) for (const item of json) yield* idsIn(item)
  if (!isObject(json)) return
  const { id } = json
  if (typeof id === 'string') yield id
  for (const value of Object.values(json)) yield* idsIn(value)
}

export interface Numbering {
  readonly ids: Ids
  readonly width: number
}

/** Short ids for all that a file names. */
export function numberingOf(json: Json): Numbering {
  const all = [...new Set(idsIn(json))]
  const counts = new Map<string, number>()
  for (const id of all) counts.set(prefixOf(id), (counts.get(prefixOf(id)) ?? 0) + 1)
  const width = Math.max(1, ...[...counts.values()].map((count) => (count - 1).toString(36).length))
  const counting = new Counting(width)
  return { ids: new Map(all.map((id) => [id, counting.next(prefixOf(id))])), width }
}

const fieldOfWidth = 'w'
const widest = 8

export function slim(json: Json, width: number): Json {
  const counting = new Counting(width)
  const idOf = (id: string): string => {
    const prefix = prefixOf(id)
    return anonymous.has(prefix) || counting.next(prefix) === id ? prefix : id
  }
  const walk = (value: Json): Json => {
    if (isList(value)) return value.map(walk)
    if (!isObject(value)) return value
    const { id } = value
    const isRow = typeof id === 'string'
    const own = isRow ? [['id', idOf(id)] as const] : []
    const rest = Object.entries(value).filter(
      ([key]) => key !== labelKey && !(isRow && (key === 'id' || key === 'order')),
    )
    return Object.fromEntries([...own, ...rest.map(([key, inner]) => [key, walk(inner)] as const)])
  }
  const slimmed = walk(json)
  return isObject(slimmed) ? { [fieldOfWidth]: width, ...slimmed } : slimmed
}

/** The JSON of a file again. Whatever it may be given, it only copies. */
export function fat(json: Json): Json {
  if (!isObject(json)) return json
  const { [fieldOfWidth]: width, ...file } = json
  const isWidth = typeof width === 'number' && width >= 1 && width <= widest
  const counting = new Counting(isWidth ? width : 1)
  const walk = (value: Json): Json => {
    if (isList(value)) return value.map(walk)
    if (!isObject(value)) return value
    const { id } = value
    const isBare = typeof id === 'string' && /^[a-z]{1,2}$/.test(id)
    // The number is taken before those inside, as it was when they were counted.
    const whole = isBare ? counting.next(id) : id
    if (typeof id === 'string' && !isBare) counting.next(prefixOf(id))
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        isBare && key === 'id' ? (whole ?? '') : walk(inner),
      ]),
    )
  }
  return walk(file)
}
