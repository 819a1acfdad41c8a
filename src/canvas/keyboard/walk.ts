// Which neighbour lies in a direction: what a person would point at when asked for "the next one to the right".
import { centreOf, type Box } from '../box'

export type Direction = 'left' | 'right' | 'up' | 'down'

interface Placed<Id> {
  readonly id: Id
  readonly box: Box
}

const turns: Readonly<
  Record<Direction, (dx: number, dy: number) => readonly [ahead: number, aside: number]>
> = {
  right: (dx, dy) => [dx, Math.abs(dy)],
  left: (dx, dy) => [-dx, Math.abs(dy)],
  down: (dx, dy) => [dy, Math.abs(dx)],
  up: (dx, dy) => [-dy, Math.abs(dx)],
}

/** Nearest ahead, where a step aside costs more than a step ahead. */
export function neighbourOf<Id>(
  from: Box,
  direction: Direction,
  candidates: Iterable<Placed<Id>>,
): Id | undefined {
  const here = centreOf(from)
  let best: { id: Id; cost: number } | undefined
  for (const { id, box } of candidates) {
    const there = centreOf(box)
    const [ahead, aside] = turns[direction](there.x - here.x, there.y - here.y)
    if (ahead <= 1) continue
    const cost = ahead + 2 * aside + (aside > ahead * 2 ? 10_000 : 0)
    if (!best || cost < best.cost) best = { id, cost }
  }
  return best?.id
}

/** Rows of text first: what Tab walks through. */
export function readingOrder<Id>(items: Iterable<Placed<Id>>): readonly Id[] {
  return [...items]
    .sort((a, b) => {
      const band = Math.round(a.box.y / 120) - Math.round(b.box.y / 120)
      return band !== 0 ? band : a.box.x - b.box.x
    })
    .map(({ id }) => id)
}
