// What one record has that another one does not, as JSON: fields with their values, null for those that are gone, and
// for lists of parts what differs part by part.
import { equal } from '../../../lib/equal'

export type Json = unknown
export type JsonObject = Readonly<Record<string, Json>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

interface JsonPart extends JsonObject {
  readonly id: string
}

const isPart = (value: unknown): value is JsonPart => isObject(value) && typeof value['id'] === 'string'

const partsIn = (value: Json): readonly JsonPart[] => (Array.isArray(value) ? value.filter(isPart) : [])

/** The sequence of a list's parts, where it is not the one that follows from the text. */
const sequence = '$order'

/** `from` and `to` are records in the form of the file. Undefined: nothing differs. */
export function difference(
  from: JsonObject,
  to: JsonObject,
  lists: readonly string[],
): JsonObject | undefined {
  const out: Record<string, Json> = {}
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (key === 'id' || key === 'order') continue
    const [was, is] = [from[key], to[key]]
    if (lists.includes(key)) {
      const parts = listDifference(partsIn(was), partsIn(is))
      if (parts) out[key] = parts
    } else if (isPart(was) && isPart(is) && was.id === is.id) {
      const inner = difference(was, is, [])
      if (inner) out[key] = { $of: was.id, ...inner }
    } else if (!equal(was, is)) out[key] = is ?? null
  }
  return Object.keys(out).length > 0 ? out : undefined
}

function listDifference(from: readonly JsonPart[], to: readonly JsonPart[]): JsonObject | undefined {
  const out: Record<string, Json> = {}
  const was = new Map(from.map((part) => [part.id, part]))
  const is = new Map(to.map((part) => [part.id, part]))
  for (const { id } of from) if (!is.has(id)) out[id] = null
  for (const part of to) {
    const old = was.get(part.id)
    const inner = old ? difference(old, part, []) : part
    if (inner) out[part.id] = inner
  }
  const kept = from.filter(({ id }) => is.has(id)).map(({ id }) => id)
  const fresh = to.filter(({ id }) => !was.has(id)).map(({ id }) => id)
  if ([...kept, ...fresh].join() !== to.map(({ id }) => id).join()) out[sequence] = to.map(({ id }) => id)
  return Object.keys(out).length > 0 ? out : undefined
}

/** The record with what a difference says. */
export function withDifference(from: JsonObject, said: JsonObject, lists: readonly string[]): JsonObject {
  const out: Record<string, Json> = { ...from }
  for (const [key, value] of Object.entries(said)) {
    if (key === '$of') continue
    const before = from[key]
    if (value === null) Reflect.deleteProperty(out, key)
    else if (lists.includes(key) && isObject(value)) out[key] = withParts(partsIn(before), value)
    else if (isPart(before) && isObject(value) && value['$of'] === before.id)
      out[key] = withDifference(before, value, [])
    else out[key] = value
  }
  return out
}

function withParts(from: readonly JsonPart[], said: JsonObject): readonly JsonPart[] {
  const { [sequence]: order, ...parts } = said
  const was = new Map(from.map((part) => [part.id, part]))
  const kept = from.flatMap((part): readonly JsonObject[] => {
    const value = parts[part.id]
    if (value === null) return []
    return [isObject(value) ? withDifference(part, value, []) : part]
  })
  const fresh = Object.entries(parts).flatMap(([id, value]) =>
    !was.has(id) && isObject(value) ? [value] : [],
  )
  const all = [...kept, ...fresh].filter(isPart)
  if (!Array.isArray(order)) return all
  const place = new Map((order as readonly unknown[]).map((id, i) => [id, i]))
  return [...all].sort((a, b) => (place.get(a.id) ?? all.length) - (place.get(b.id) ?? all.length))
}
