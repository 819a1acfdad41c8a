// Where lines cross, the upright one makes way: one rule for the whole page, whatever was drawn first.
import type { Point } from '../box'
import type { Draft } from './draft'

interface Level {
  readonly y: number
  readonly from: number
  readonly to: number
  readonly draft: Draft
}

interface Upright {
  readonly x: number
  readonly from: number
  readonly to: number
  readonly draft: Draft
}

/** A line that crosses more others than this would be more gap than line. */
const mostHops = 60

function collect(drafts: readonly Draft[]): { levels: Level[]; uprights: Upright[] } {
  const levels: Level[] = []
  const uprights: Upright[] = []
  for (const draft of drafts) {
    draft.points.forEach((b, i) => {
      const a = draft.points[i - 1]
      if (!a) return
      if (a.y === b.y) levels.push({ y: a.y, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x), draft })
      else uprights.push({ x: a.x, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y), draft })
    })
  }
  return { levels, uprights }
}

const shareTrunk = (a: Draft, b: Draft): boolean =>
  a.trunks.some((trunk) => trunk !== '' && b.trunks.includes(trunk))

/** Level stretches by rows of pixels, so that an upright one asks only those that it passes. */
class Rows {
  private readonly rows = new Map<number, Level[]>()
  private static readonly height = 64

  constructor(levels: readonly Level[]) {
    for (const level of levels) {
      const key = Math.floor(level.y / Rows.height)
      const row = this.rows.get(key)
      if (row) row.push(level)
      else this.rows.set(key, [level])
    }
    for (const row of this.rows.values()) row.sort((a, b) => a.from - b.from)
  }

  *crossing({ x, from, to }: Upright): Generator<Level> {
    for (let key = Math.floor(from / Rows.height); key <= Math.floor(to / Rows.height); key++) {
      for (const level of this.rows.get(key) ?? []) {
        if (level.from >= x) break
        if (level.to > x && level.y > from && level.y < to) yield level
      }
    }
  }
}

export function hopsOf(drafts: readonly Draft[]): ReadonlyMap<string, readonly Point[]> {
  const { levels, uprights } = collect(drafts)
  const rows = new Rows(levels)
  const hops = new Map<string, Point[]>()
  for (const upright of uprights) {
    const own = hops.get(upright.draft.id) ?? []
    const seen = new Set(own.map(({ x, y }) => `${x}/${y}`))
    for (const level of rows.crossing(upright)) {
      if (own.length >= mostHops) break
      if (level.draft === upright.draft || shareTrunk(level.draft, upright.draft)) continue
      const key = `${upright.x}/${level.y}`
      if (seen.has(key)) continue
      seen.add(key)
      own.push({ x: upright.x, y: level.y })
    }
    if (own.length > 0) hops.set(upright.draft.id, own)
  }
  return hops
}
