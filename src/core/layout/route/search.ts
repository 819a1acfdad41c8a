// The best way through the corridors: A* over (crossing of tracks, direction), so that a bend has a price.
import { boxAround, inflate, type Point } from '../box'
import type { BoxIndex } from '../spatial'
import { clearance, firstFrom, type Corridors } from './corridors'
import { isSideways, outward, straightened } from './path'
import { stub, type Port } from './simple'

const bendCost = 40
const shortStubCost = 6
/** Slightly greedy: many times faster, and a detour of a few pixels is not seen. */
const greed = 1.1
const mostTracksAhead = 8
const leastStub = 8

/** A place where a port's straight way out meets a track. */
interface Exit {
  readonly crossing: number
  readonly cost: number
  /** Points between the port and the crossing, from the port on. */
  readonly turn: Point
}

const step = ({ point, side }: Port, by: number): Point => ({
  x: point.x + outward[side].x * by,
  y: point.y + outward[side].y * by,
})

class Heap {
  private readonly costs: number[] = []
  private readonly states: number[] = []

  get size(): number {
    return this.states.length
  }

  clear(): void {
    this.costs.length = 0
    this.states.length = 0
  }

  push(cost: number, state: number): void {
    const { costs, states } = this
    let at = states.length
    while (at > 0) {
      const up = (at - 1) >> 1
      const above = costs[up] ?? 0
      if (above < cost) break
      costs[at] = above
      states[at] = states[up] ?? 0
      at = up
    }
    costs[at] = cost
    states[at] = state
  }

  pop(): number {
    const { costs, states } = this
    const top = states[0] ?? -1
    const cost = costs.pop() ?? 0
    const state = states.pop() ?? -1
    const size = states.length
    if (size === 0) return top
    let at = 0
    for (;;) {
      let down = 2 * at + 1
      if (down >= size) break
      if (down + 1 < size && (costs[down + 1] ?? 0) < (costs[down] ?? 0)) down++
      if ((costs[down] ?? 0) >= cost) break
      costs[at] = costs[down] ?? 0
      states[at] = states[down] ?? 0
      at = down
    }
    costs[at] = cost
    states[at] = state
    return top
  }
}

/** Searches one set of corridors again and again; its memory is taken once. */
export class WaySearch {
  private readonly corridors: Corridors
  private readonly index: BoxIndex<string>
  private readonly known: Float32Array
  private readonly cameFrom: Int32Array
  private readonly stamp: Uint32Array
  private readonly heap = new Heap()
  private run = 0

  constructor(corridors: Corridors, index: BoxIndex<string>) {
    this.corridors = corridors
    this.index = index
    // A state is a crossing, reached across (even) or down (odd).
    const states = 2 * corridors.xs.length * corridors.ys.length
    this.known = new Float32Array(states)
    this.cameFrom = new Int32Array(states)
    this.stamp = new Uint32Array(states)
  }

  private pointOf(crossing: number): Point {
    const { xs, ys } = this.corridors
    return { x: xs[crossing % xs.length] ?? 0, y: ys[Math.floor(crossing / xs.length)] ?? 0 }
  }

  /** No table stands in a straight stretch. */
  private isFree(a: Point, b: Point): boolean {
    return !this.index.collides(inflate(boxAround([a, b]), clearance - 1))
  }

  /** The tracks ahead of a port until something stands in the way. */
  private *exitsOf(port: Port): Generator<Exit> {
    const { xs, ys } = this.corridors
    const flat = isSideways(port.side)
    const [along, beside] = flat ? [xs, ys] : [ys, xs]
    const start = flat ? port.point.x : port.point.y
    const height = flat ? port.point.y : port.point.x
    const sign = flat ? outward[port.side].x : outward[port.side].y
    const after = firstFrom(beside, height)
    let at = sign > 0 ? firstFrom(along, start + 1) : firstFrom(along, start) - 1
    for (let n = 0; n < mostTracksAhead && at >= 0 && at < along.length; n++, at += sign) {
      const track = along[at] ?? 0
      const away = Math.abs(track - start)
      if (away < leastStub) continue
      const turn = flat ? { x: track, y: height } : { x: height, y: track }
      if (!this.isFree(step(port, clearance + 1), turn)) return
      const cost = away + bendCost + shortStubCost * Math.max(0, stub - away)
      for (const side of beside[after] === height ? [after] : [after - 1, after]) {
        const reached = beside[side]
        if (reached === undefined) continue
        const crossing = flat ? side * xs.length + at : at * xs.length + side
        if (!this.isFree(turn, this.pointOf(crossing))) continue
        yield { crossing, cost: cost + Math.abs(reached - height), turn }
      }
    }
  }

  private estimate(crossing: number, goal: Point): number {
    const { x, y } = this.pointOf(crossing)
    const [dx, dy] = [Math.abs(x - goal.x), Math.abs(y - goal.y)]
    return (dx + dy + (dx > 0 && dy > 0 ? bendCost : 0)) * greed
  }

  private reach(state: number, cost: number, from: { readonly state: number; readonly goal: Point }): void {
    if (this.stamp[state] === this.run && (this.known[state] ?? 0) <= cost + 0.001) return
    this.stamp[state] = this.run
    this.known[state] = cost
    this.cameFrom[state] = from.state
    this.heap.push(cost + this.estimate(state >> 1, from.goal), state)
  }

  private expand(state: number, goal: Point): void {
    const { xs, ys, blockedAcross, blockedDown } = this.corridors
    const cost = this.known[state] ?? 0
    const crossing = state >> 1
    const isDown = (state & 1) === 1
    const i = crossing % xs.length
    const j = (crossing - i) / xs.length
    const from = { state, goal }
    const here = { x: xs[i] ?? 0, y: ys[j] ?? 0 }
    const across = isDown ? bendCost : 0
    const down = isDown ? 0 : bendCost
    if (i > 0 && blockedAcross[crossing - 1] === 0) {
      this.reach((crossing - 1) * 2, cost + here.x - (xs[i - 1] ?? 0) + across, from)
    }
    if (i + 1 < xs.length && blockedAcross[crossing] === 0) {
      this.reach((crossing + 1) * 2, cost + (xs[i + 1] ?? 0) - here.x + across, from)
    }
    if (j > 0 && blockedDown[crossing - xs.length] === 0) {
      this.reach((crossing - xs.length) * 2 + 1, cost + here.y - (ys[j - 1] ?? 0) + down, from)
    }
    if (j + 1 < ys.length && blockedDown[crossing] === 0) {
      this.reach((crossing + xs.length) * 2 + 1, cost + (ys[j + 1] ?? 0) - here.y + down, from)
    }
  }

  private wayTo(
    last: number,
    starts: ReadonlyMap<number, Exit>,
  ): { points: Point[]; start: Exit | undefined } {
    const points: Point[] = []
    let state = last
    for (;;) {
      points.push(this.pointOf(state >> 1))
      const before = this.cameFrom[state] ?? -1
      if (before < 0) return { points: points.reverse(), start: starts.get(state) }
      state = before
    }
  }

  /** The way from port to port, or nothing when the tables leave none. */
  find(a: Port, b: Port): readonly Point[] | undefined {
    this.run++
    this.heap.clear()
    const exitDirection = isSideways(a.side) ? 1 : 0
    const entryDirection = isSideways(b.side) ? 1 : 0
    const starts = new Map<number, Exit>()
    for (const exit of this.exitsOf(a)) {
      const state = exit.crossing * 2 + exitDirection
      if (this.stamp[state] === this.run && (this.known[state] ?? 0) <= exit.cost) continue
      starts.set(state, exit)
      this.reach(state, exit.cost, { state: -1, goal: b.point })
    }
    const goals = new Map<number, Exit>()
    for (const exit of this.exitsOf(b)) {
      const known = goals.get(exit.crossing)
      if (!known || known.cost > exit.cost) goals.set(exit.crossing, exit)
    }
    let best = Infinity
    let end: { readonly state: number; readonly exit: Exit } | undefined
    while (this.heap.size > 0) {
      const state = this.heap.pop()
      const cost = this.known[state] ?? 0
      if (cost >= best) continue
      const exit = goals.get(state >> 1)
      if (exit) {
        const total = cost + exit.cost + ((state & 1) === entryDirection ? 0 : bendCost)
        if (total < best) [best, end] = [total, { state, exit }]
      }
      if (end && cost + this.estimate(state >> 1, b.point) / greed > best) break
      this.expand(state, b.point)
    }
    if (!end) return undefined
    const { points, start } = this.wayTo(end.state, starts)
    return straightened([a.point, ...(start ? [start.turn] : []), ...points, end.exit.turn, b.point])
  }
}
