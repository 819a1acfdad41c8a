// One dimension of setting lines apart: stretches with a wish, bounds, and neighbours to keep a distance from.
import type { Draft } from './draft'

export interface StretchEnd {
  /** Where along the stretch the line turns off. */
  readonly at: number
  /** To which side: -1, 1, or 0 when it goes straight on. */
  readonly towards: number
  /** Where the neighbour stretch ends. */
  readonly far: number
}

export interface Stretch {
  readonly line: string
  readonly trunk?: string
  /** The first turn off the trunk's port. */
  readonly isNeck: boolean
  readonly pos: number
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
  readonly wish: number
  readonly ends: readonly StretchEnd[]
  /** Which points move with it; several lines when they share a trunk. */
  readonly parts: readonly { readonly draft: Draft; readonly at: number }[]
}

/** The distance that parallel lines keep where there is room. */
const spacing = 8
const alongSlack = 6
const rounds = 7
/** More stretches than this in one corridor are ordered by where they lead, without comparing each pair. */
const mostPairs = 4_000_000

const byStart = (a: Stretch, b: Stretch): number => a.from - b.from || (a.line < b.line ? -1 : 1)

const groupBy = (stretches: readonly Stretch[], keyOf: (stretch: Stretch) => string): Iterable<Stretch[]> => {
  const groups = new Map<string, Stretch[]>()
  for (const stretch of stretches) {
    const key = keyOf(stretch)
    const group = groups.get(key)
    if (group) group.push(stretch)
    else groups.set(key, [stretch])
  }
  return groups.values()
}

/** Stretches of one trunk that lie on each other become one, and so do all that turn off next to its port. */
function mergeTrunks(stretches: readonly Stretch[]): Stretch[] {
  const merged = stretches.filter((stretch) => stretch.trunk === undefined)
  const inTrunk = stretches.filter((stretch) => stretch.trunk !== undefined)
  const necks = inTrunk.filter((stretch) => stretch.isNeck)
  for (const group of groupBy(necks, ({ trunk }) => trunk ?? ''))
    merged.push(...mergeNecks(group.sort(byStart)))
  const others = inTrunk.filter((stretch) => !stretch.isNeck)
  for (const group of groupBy(others, ({ trunk, pos }) => `${trunk ?? ''}|${pos}`)) {
    merged.push(...mergeTouching(group.sort(byStart)))
  }
  return merged
}

function joined(a: Stretch, b: Stretch): Stretch {
  const low = Math.max(a.low, b.low)
  const high = Math.max(low, Math.min(a.high, b.high))
  const share = a.parts.length / (a.parts.length + b.parts.length)
  return {
    ...a,
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
    low,
    high,
    wish: Math.min(high, Math.max(low, a.wish * share + b.wish * (1 - share))),
    ends: [...a.ends, ...b.ends],
    parts: [...a.parts, ...b.parts],
  }
}

function mergeTouching(sorted: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = []
  for (const stretch of sorted) {
    const last = merged.at(-1)
    if (last && stretch.from <= last.to) merged[merged.length - 1] = joined(last, stretch)
    else merged.push(stretch)
  }
  return merged
}

/** The least room that a shared neck may shrink to. */
const neckRoom = 8

/** Joins every stretch to the first neck that has room for both. */
function mergeNecks(sorted: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = []
  for (const stretch of sorted) {
    const at = merged.findIndex(
      (neck) => Math.min(neck.high, stretch.high) - Math.max(neck.low, stretch.low) >= neckRoom,
    )
    const neck = merged[at]
    if (neck) merged[at] = joined(neck, stretch)
    else merged.push(stretch)
  }
  return merged
}

/** How many crossings it makes when `a` lies before `b`. */
function crossings(a: Stretch, b: Stretch): number {
  let count = 0
  for (const end of b.ends) if (end.towards < 0 && end.at > a.from && end.at < a.to) count++
  for (const end of a.ends) if (end.towards > 0 && end.at > b.from && end.at < b.to) count++
  return count
}

const leaning = ({ ends }: Stretch): number =>
  ends.reduce((sum, end) => sum + end.far, 0) / Math.max(1, ends.length)

function goesBefore(a: Stretch, b: Stretch): boolean {
  const isClear = a.high < b.low || b.high < a.low
  if (!isClear) {
    const difference = crossings(a, b) - crossings(b, a)
    if (difference !== 0) return difference < 0
  }
  if (Math.abs(a.wish - b.wish) >= 1) return a.wish < b.wish
  if (a.pos !== b.pos) return a.pos < b.pos
  const lean = leaning(a) - leaning(b)
  return lean !== 0 ? lean < 0 : a.line < b.line
}

/** Pairs that run beside each other and whose rooms meet: only these can come too near. */
function neighboursOf(stretches: readonly Stretch[]): {
  readonly after: number[][]
  readonly before: number[][]
} {
  const after: number[][] = stretches.map(() => [])
  const before: number[][] = stretches.map(() => [])
  const order = stretches
    .map((_, i) => i)
    .sort((a, b) => (stretches[a]?.from ?? 0) - (stretches[b]?.from ?? 0) || a - b)
  let open: number[] = []
  let pairs = 0
  for (const i of order) {
    const here = stretches[i]
    if (!here) continue
    open = open.filter((j) => (stretches[j]?.to ?? 0) + alongSlack >= here.from)
    for (const j of open) {
      const other = stretches[j]
      if (!other || pairs >= mostPairs) continue
      if (here.low > other.high + spacing || other.low > here.high + spacing) continue
      if (here.trunk !== undefined && here.trunk === other.trunk && here.pos === other.pos) continue
      pairs++
      const [first, second] = goesBefore(here, other) ? [i, j] : [j, i]
      after[first]?.push(second)
      before[second]?.push(first)
    }
    open.push(i)
  }
  return { after, before }
}

/** Everyone behind those that must come first; a ring of wishes is opened at its smallest. */
function ordered(
  stretches: readonly Stretch[],
  after: readonly number[][],
  before: readonly number[][],
): readonly number[] {
  const waiting = before.map((list) => list.length)
  const rank = stretches
    .map((_, i) => i)
    .sort((a, b) => {
      const [p, q] = [stretches[a], stretches[b]]
      if (!p || !q) return a - b
      return p.wish - q.wish || p.pos - q.pos || (p.line < q.line ? -1 : p.line > q.line ? 1 : a - b)
    })
  const done = new Uint8Array(stretches.length)
  const result: number[] = []
  const ready: number[] = []
  const finish = (i: number) => {
    done[i] = 1
    result.push(i)
    for (const next of after[i] ?? []) {
      const left = (waiting[next] ?? 0) - 1
      waiting[next] = left
      if (left === 0 && done[next] === 0) ready.push(next)
    }
  }
  for (const i of rank) {
    if (done[i] === 1) continue
    if ((waiting[i] ?? 0) > 0) continue
    finish(i)
    for (let next = ready.shift(); next !== undefined; next = ready.shift())
      if (done[next] === 0) finish(next)
  }
  for (const i of rank) {
    if (done[i] === 1) continue
    finish(i)
    for (let next = ready.shift(); next !== undefined; next = ready.shift())
      if (done[next] === 0) finish(next)
  }
  return result
}

interface Field {
  readonly stretches: readonly Stretch[]
  readonly order: readonly number[]
  /** Neighbours by final order. */
  readonly before: readonly (readonly number[])[]
  readonly after: readonly (readonly number[])[]
  readonly gaps: Float64Array
}

function limits(field: Field): { readonly least: Float64Array; readonly most: Float64Array } {
  const { stretches, order, before, after, gaps } = field
  const least = new Float64Array(stretches.length)
  const most = new Float64Array(stretches.length)
  for (const i of order) {
    let at = stretches[i]?.low ?? 0
    for (const j of before[i] ?? []) at = Math.max(at, (least[j] ?? 0) + Math.min(gaps[i] ?? 0, gaps[j] ?? 0))
    least[i] = at
  }
  for (let n = order.length - 1; n >= 0; n--) {
    const i = order[n] ?? 0
    let at = stretches[i]?.high ?? 0
    for (const j of after[i] ?? []) at = Math.min(at, (most[j] ?? 0) - Math.min(gaps[i] ?? 0, gaps[j] ?? 0))
    most[i] = at
  }
  return { least, most }
}

/** Where a corridor is too narrow for all of its lines they come nearer to each other. */
function squeeze(field: Field): ReturnType<typeof limits> {
  let bounds = limits(field)
  for (let round = 0; round < rounds; round++) {
    const tight = field.order.filter((i) => (bounds.least[i] ?? 0) > (bounds.most[i] ?? 0) + 0.01)
    if (tight.length === 0) return bounds
    for (const i of tight) field.gaps[i] = (field.gaps[i] ?? 0) * (round === rounds - 1 ? 0 : 0.65)
    bounds = limits(field)
  }
  return bounds
}

const near = 60

/** Longest chain of neighbours with about the same wish: half of it lies on either side. */
function levels(field: Field, lists: Field['before'], order: readonly number[]): Float64Array {
  const level = new Float64Array(field.stretches.length)
  for (const i of order) {
    const wish = field.stretches[i]?.wish ?? 0
    let most = 0
    for (const j of lists[i] ?? []) {
      const other = field.stretches[j]
      if (other && other.low < other.high && Math.abs(other.wish - wish) < near) {
        most = Math.max(most, (level[j] ?? 0) + Math.min(field.gaps[i] ?? 0, field.gaps[j] ?? 0))
      }
    }
    level[i] = most
  }
  return level
}

function place(field: Field): Float64Array {
  const { stretches, order, before, gaps } = field
  const { least, most } = squeeze(field)
  const ahead = levels(field, before, order)
  const behind = levels(field, field.after, [...order].reverse())
  const at = new Float64Array(stretches.length)
  for (const i of order) {
    const stretch = stretches[i]
    if (!stretch) continue
    let pos = stretch.wish + ((ahead[i] ?? 0) - (behind[i] ?? 0)) / 2
    for (const j of before[i] ?? []) pos = Math.max(pos, (at[j] ?? 0) + Math.min(gaps[i] ?? 0, gaps[j] ?? 0))
    pos = Math.max(least[i] ?? pos, Math.min(most[i] ?? pos, pos))
    at[i] = Math.min(stretch.high, Math.max(stretch.low, pos))
  }
  return at
}

/** New positions for all of them. */
export function arrangeStretches(given: readonly Stretch[]): ReadonlyMap<Stretch, number> {
  const stretches = mergeTrunks(given)
  const pairs = neighboursOf(stretches)
  const order = ordered(stretches, pairs.after, pairs.before)
  const rank = new Int32Array(stretches.length)
  order.forEach((i, n) => (rank[i] = n))
  const before: number[][] = stretches.map(() => [])
  const after: number[][] = stretches.map(() => [])
  pairs.after.forEach((list, i) => {
    for (const j of list) {
      const [first, second] = (rank[i] ?? 0) < (rank[j] ?? 0) ? [i, j] : [j, i]
      after[first]?.push(second)
      before[second]?.push(first)
    }
  })
  const at = place({
    stretches,
    order,
    before,
    after,
    gaps: new Float64Array(stretches.length).fill(spacing),
  })
  return new Map(stretches.map((stretch, i) => [stretch, Math.round(at[i] ?? stretch.pos)]))
}
