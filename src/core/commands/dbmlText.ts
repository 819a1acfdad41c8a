// What a text says differently from before, done to the document. What the text has no word for stays as it is: each
// field, each part and each neighbourhood is compared with what the text said, not with what the document holds.
import { equal } from '../lib/equal'
import { makePlacement } from '../model/factory'
import { orderBetween, sorted, type Ordered } from '../model/order'
import { partLists, type Kind, type Row, type Schema } from '../model/schema'
import { placementOf } from './layout'
import { standApart } from './apart'
import type { Cx } from './context'

/** Two readings of one text under the document's ids. */
export interface Said {
  readonly before: Schema
  readonly now: Schema
}

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (row: object): Fields => row as Fields

/** Rows whose own order the text says. */
const ordered = [
  'namespace',
  'enum',
  'partial',
  'table',
  'relation',
  'group',
  'sample',
  'lineage',
  'diagram',
  'note',
] as const

/** Records the text speaks of: before those that point at them. Where things stand is not among them. */
const spoken = ['project', ...ordered] as const satisfies readonly Kind[]

/** Part of a record's fields that only layout says. */
const ofLayout: ReadonlySet<string> = new Set(['x', 'y', 'width', 'height', 'diagram'])

const isParts = (value: unknown): value is readonly Ordered[] =>
  Array.isArray(value) &&
  value.every((one: unknown) => typeof one === 'object' && one !== null && 'id' in one && 'order' in one)

interface Three<T> {
  readonly mine: T
  readonly before: T | undefined
  readonly now: T
}

/** The fields that changed between the two texts, on top of what the document has. */
function mergedFields(three: Three<Fields>, lists: readonly string[] = []): Fields {
  const { mine, before = {}, now } = three
  const out: Record<string, unknown> = { ...mine }
  let isSame = true
  for (const field of new Set([...Object.keys(before), ...Object.keys(now)])) {
    if (field === 'id' || field === 'order' || ofLayout.has(field)) continue
    const value = lists.includes(field)
      ? mergedParts(mine[field], before[field], now[field])
      : mergedField(mine[field], before[field], now[field])
    if (value === mine[field]) continue
    isSame = false
    if (value === undefined) Reflect.deleteProperty(out, field)
    else out[field] = value
  }
  return isSame ? mine : out
}

const isKey = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && 'id' in value && 'parts' in value

function mergedField(mine: unknown, before: unknown, now: unknown): unknown {
  if (equal(before, now) || equal(mine, now)) return mine
  // A primary key that is still one keeps its name and all that only we know.
  if (isKey(mine) && isKey(now))
    return mergedFields({ mine, before: isKey(before) ? before : undefined, now })
  return now
}

function mergedParts(mine: unknown, before: unknown, now: unknown): unknown {
  const lists = [mine, before, now].map((value) => (isParts(value) ? value : []))
  const [own = [], was = [], said = []] = lists
  if (equal(was, said) && isParts(before)) return mine
  return mergedList({ mine: own, before: was, now: said })
}

/** Parts of one list, or rows of one kind: removed, changed, added, moved. */
function mergedList({ mine, before, now }: Three<readonly Ordered[]>): readonly Ordered[] {
  const [was, said] = [byId(before ?? []), byId(now)]
  const kept = mine.flatMap((part): readonly Ordered[] => {
    const fresh = said.get(part.id)
    if (!fresh) return was.has(part.id) ? [] : [part]
    const merged = mergedFields({
      mine: fieldsOf(part),
      before: was.has(part.id) ? fieldsOf(was.get(part.id) ?? part) : undefined,
      now: fieldsOf(fresh),
    })
    // Fields of a part, its id and order among them.
    return [merged as unknown as Ordered]
  })
  const next = inPlace(kept, sorted(before ?? []), sorted(now))
  return next.length === mine.length && next.every((part, i) => part === mine[i]) ? mine : next
}

const byId = <T extends { readonly id: string }>(rows: Iterable<T>): ReadonlyMap<string, T> =>
  new Map([...rows].map((row) => [row.id, row]))

/** The longest row of those that kept their order: the others moved. */
function steady(before: readonly string[], now: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((id, i) => [id, i]))
  const ends: { readonly id: string; readonly at: number; readonly link: number }[] = []
  const tails: number[] = []
  for (const id of now) {
    const at = place.get(id)
    if (at === undefined) continue
    let low = 0
    while (low < tails.length && (ends[tails[low] ?? 0]?.at ?? 0) < at) low++
    ends.push({ id, at, link: low > 0 ? (tails[low - 1] ?? -1) : -1 })
    tails[low] = ends.length - 1
  }
  const out = new Set<string>()
  for (let i = tails.at(-1) ?? -1; i >= 0; i = ends[i]?.link ?? -1) out.add(ends[i]?.id ?? '')
  return out
}

/** New and moved ones stand behind the one that they stand behind in the text; the others keep their keys. */
function inPlace(
  kept: readonly Ordered[],
  before: readonly Ordered[],
  now: readonly Ordered[],
): readonly Ordered[] {
  const still = steady(
    before.map(({ id }) => id),
    now.map(({ id }) => id),
  )
  const own = byId(kept)
  const loose = new Set(
    now.flatMap(({ id }) =>
      still.has(id) || (own.has(id) && !before.some((one) => one.id === id)) ? [] : [id],
    ),
  )
  const line: Ordered[] = sorted(kept).filter(({ id }) => !loose.has(id))
  let last: string | undefined
  for (const part of now) {
    if (loose.has(part.id)) {
      const at = last === undefined ? 0 : line.findIndex(({ id }) => id === last) + 1
      const order = orderBetween(line[at - 1]?.order, line[at]?.order)
      line.splice(at, 0, { ...(own.get(part.id) ?? part), order })
    }
    last = part.id
  }
  return sorted(line)
}

function applyKind(cx: Cx, kind: Kind, { before, now }: Said): void {
  // Rows of one kind; each goes back to its own.
  const [was, said] = [before[kind], now[kind]] as readonly [
    ReadonlyMap<string, Row>,
    ReadonlyMap<string, Row>,
  ]
  for (const id of was.keys()) if (!said.has(id)) cx.tx.remove(kind, id as never)
  for (const [id, row] of said) {
    const old = was.get(id)
    if (old && equal({ ...old, order: '' }, { ...row, order: '' })) continue
    const mine: Row | undefined = cx.tx.get(kind, id as never)
    if (!mine) {
      // Gone from the document meanwhile, or new in the text.
      if (!old) cx.tx.put(kind, row)
      continue
    }
    const merged = mergedFields(
      { mine: fieldsOf(mine), before: old && fieldsOf(old), now: fieldsOf(row) },
      partLists[kind],
    )
    if (merged !== fieldsOf(mine)) cx.tx.put(kind, merged as never)
  }
}

/** Rows of a kind stand in the order of the text, as far as the text changed it. */
function applyOrder(cx: Cx, kind: (typeof ordered)[number], { before, now }: Said): void {
  const mine: readonly Ordered[] = [...cx.tx.all(kind)]
  const alive = byId(mine)
  const there = (rows: Iterable<Ordered>) => sorted(rows).filter(({ id }) => alive.has(id))
  const [was, said] = [there(before[kind].values()), there(now[kind].values())]
  if (was.length === said.length && was.every(({ id }, i) => id === said[i]?.id)) return
  for (const row of inPlace(mine, was, said)) {
    if (row.order !== alive.get(row.id)?.order)
      cx.tx.update(kind, row.id as never, (old: Row) => ({ ...old, order: row.order }) as never)
  }
}

/** Looks that the text says: the header of a table, the colour of a line. */
function applyLooks(cx: Cx, { before, now }: Said): void {
  for (const id of new Set([...before.placement.keys(), ...now.placement.keys()])) {
    const [was, said] = [before.placement.get(id), now.placement.get(id)]
    const row = said ?? was
    if (!row || was?.color === said?.color) continue
    const mine = cx.tx.get('placement', id) ?? placementOf(cx, row.object)
    if (!mine) continue
    const { color: _color, ...plain } = mine
    cx.tx.put('placement', said?.color === undefined ? plain : { ...plain, color: said.color })
  }
  for (const id of new Set([...before.line.keys(), ...now.line.keys()])) {
    const [was, said] = [before.line.get(id), now.line.get(id)]
    if (was?.color === said?.color) continue
    const mine = cx.tx.get('line', id)
    if (!mine && said && cx.tx.has('relation', said.relation)) cx.tx.put('line', said)
    if (!mine) continue
    const { color: _color, ...plain } = mine
    cx.tx.put('line', said?.color === undefined ? plain : { ...plain, color: said.color })
  }
}

/** A table that the text brought stands below the others, where there is room. */
function placeNew(cx: Cx, { before, now }: Said): void {
  let y = 0
  for (const placement of cx.tx.all('placement'))
    if (placement.diagram === cx.diagram) y = Math.max(y, placement.y)
  for (const { id } of sorted(now.table.values())) {
    if (before.table.has(id) || !cx.tx.has('table', id) || placementOf(cx, id)) continue
    const placement = makePlacement(cx.newId, { diagram: cx.diagram, object: id, x: 0, y })
    cx.tx.put('placement', placement)
    standApart(cx, placement)
  }
}

export function applyText(cx: Cx, said: Said): void {
  for (const kind of spoken) applyKind(cx, kind, said)
  for (const kind of ordered) applyOrder(cx, kind, said)
  placeNew(cx, said)
  applyLooks(cx, said)
}
