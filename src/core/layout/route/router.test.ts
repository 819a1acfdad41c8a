import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bottom, inflate, overlaps, right, type Box, type Point } from '../box'
import { placedIn } from '../geometry'
import { linesIn } from '../lines'
import { gridSample, hubSample, shopSample, type Sample } from '../samples.testing'
import { BoxIndex } from '../spatial'
import { isSideways, runsThrough, type Path } from './path'
import { routeAll, Router, type RouteInput, type RouteLine } from './router'

function inputOf({ schema, diagram }: Sample): RouteInput & { readonly lines: readonly RouteLine[] } {
  const placed = placedIn(schema, diagram)
  const boxes = new Map<string, Box>(Array.from(placed, ([id, { box }]) => [id, box]))
  return { boxes, lines: [...linesIn(schema, { diagram, placed }).values()] }
}

function expectSquare(points: readonly Point[]): void {
  points.forEach((b, i) => {
    const a = points[i - 1]
    if (a) expect(a.x === b.x || a.y === b.y, JSON.stringify(points)).toBe(true)
  })
}

function expectTied({ points, ends }: Path, boxes: readonly [Box, Box]): void {
  expect(points[0]).toEqual(ends[0].point)
  expect(points.at(-1)).toEqual(ends[1].point)
  ends.forEach(({ point, side }, i) => {
    const box = boxes[i === 0 ? 0 : 1]
    const edge = { left: box.x, right: right(box), top: box.y, bottom: bottom(box) }[side]
    expect(isSideways(side) ? point.x : point.y).toBe(edge)
    const [low, at, high] = isSideways(side) ? [box.y, point.y, bottom(box)] : [box.x, point.x, right(box)]
    expect(at).toBeGreaterThanOrEqual(low)
    expect(at).toBeLessThanOrEqual(high)
  })
}

/** Every law of a picture of lines. */
function expectGoodRoutes(input: RouteInput & { readonly lines: readonly RouteLine[] }): void {
  const paths = routeAll(input)
  const index = new BoxIndex(input.boxes)
  for (const line of input.lines) {
    const path = paths.get(line.id)
    const [from, to] = [input.boxes.get(line.from.object), input.boxes.get(line.to.object)]
    if (!path || !from || !to) throw new Error('every line has its way')
    expectSquare(path.points)
    expectTied(path, [from, to])
    for (const id of index.search(inflate(from, 10_000))) {
      const box = input.boxes.get(id)
      if (!box) continue
      const isThrough = runsThrough(path.points, box)
      expect(isThrough, `${line.id} runs through ${id}: ${JSON.stringify(path.points)}`).toBe(false)
    }
  }
}

/** Tables at random places, with room for a corridor between any two. */
const tables = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 200 }),
      y: fc.integer({ min: 0, max: 150 }),
      width: fc.integer({ min: 15, max: 40 }),
      rows: fc.integer({ min: 1, max: 12 }),
    }),
    { minLength: 2, maxLength: 24 },
  )
  .map((given) => {
    const boxes: Box[] = []
    for (const { x, y, width, rows } of given) {
      const box = { x: x * 8, y: y * 8, width: width * 8, height: 48 + rows * 24 }
      if (!boxes.some((other) => overlaps(inflate(other, 40), box))) boxes.push(box)
    }
    return boxes
  })
  .filter((boxes) => boxes.length >= 2)

const pictures = fc
  .record({
    boxes: tables,
    ties: fc.array(fc.record({ a: fc.nat(), b: fc.nat(), rowA: fc.nat(), rowB: fc.nat() }), {
      minLength: 1,
      maxLength: 30,
    }),
  })
  .map(({ boxes, ties }) => {
    const rowOf = (box: Box, n: number) => 56 + (n % Math.floor((box.height - 48) / 24)) * 24
    const lines = ties.map(({ a, b, rowA, rowB }, i): RouteLine => {
      const [from, to] = [a % boxes.length, b % boxes.length]
      const [p, q] = [boxes[from] ?? boxes[0], boxes[to] ?? boxes[0]]
      if (!p || !q) throw new Error('two tables at least')
      const isWhole = rowA % 7 === 0
      return {
        id: `r_${i}`,
        from: isWhole ? { object: `t_${from}` } : { object: `t_${from}`, at: rowOf(p, rowA) },
        to: { object: `t_${to}`, at: rowOf(q, rowB) },
        bends: [],
      }
    })
    return { boxes: new Map(boxes.map((box, i) => [`t_${i}`, box])), lines }
  })

describe('routes', () => {
  it('start and end at their tables, run square, and never through a table', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(pictures, (picture) => expectGoodRoutes(picture)),
      { numRuns: 150 },
    )
  })

  it('keep these laws in schemas of many kinds', { timeout: 60_000 }, () => {
    for (const sample of [shopSample(), hubSample(60), gridSample(120), gridSample(80, { far: 1 })]) {
      expectGoodRoutes(inputOf(sample))
    }
  })

  it('do not depend on the order in which tables and lines are made known', () => {
    fc.assert(
      fc.property(pictures, ({ boxes, lines }) => {
        const forth = routeAll({ boxes, lines })
        const back = routeAll({ boxes: new Map([...boxes].reverse()), lines: [...lines].reverse() })
        for (const [id, path] of forth) expect(back.get(id)).toEqual(path)
      }),
      { numRuns: 40 },
    )
  })

  it('go around notes as around tables', () => {
    const boxes = new Map<string, Box>([
      ['t_a', { x: 0, y: 0, width: 160, height: 96 }],
      ['t_b', { x: 600, y: 0, width: 160, height: 96 }],
    ])
    const note = { x: 300, y: -100, width: 120, height: 300 }
    const lines: RouteLine[] = [
      { id: 'r_1', from: { object: 't_a', at: 56 }, to: { object: 't_b', at: 56 }, bends: [] },
    ]
    const [path] = routeAll({ boxes, lines, obstacles: [note] }).values()
    expect(path && runsThrough(path.points, note)).toBe(false)
  })

  it('keep parallel lines apart over all of their way', () => {
    const { boxes, lines } = inputOf(shopSample())
    const paths = routeAll({ boxes, lines })
    const twins = lines.filter((line) =>
      lines.some(
        (other) =>
          other !== line && other.from.object === line.from.object && other.to.object === line.to.object,
      ),
    )
    expect(twins).toHaveLength(2)
    const [first, second] = twins.map((line) => paths.get(line.id)?.points ?? [])
    for (const point of first ?? []) expect(second).not.toContainEqual(point)
  })

  it('go through the bends that somebody made', () => {
    const { boxes, lines } = inputOf(shopSample())
    const bends = [
      { x: 500, y: 600 },
      { x: 100, y: 700 },
    ]
    const bent = lines.map((line, i) => (i === 0 ? { ...line, bends } : line))
    const path = routeAll({ boxes, lines: bent }).get(lines[0]?.id ?? '')
    if (!path) throw new Error('expected a way')
    expectSquare(path.points)
    for (const bend of bends) {
      const isOn = path.points.some((b, i) => {
        const a = path.points[i - 1]
        return (
          a &&
          Math.min(a.x, b.x) <= bend.x &&
          bend.x <= Math.max(a.x, b.x) &&
          Math.min(a.y, b.y) <= bend.y &&
          bend.y <= Math.max(a.y, b.y)
        )
      })
      expect(isOn).toBe(true)
    }
  })

  it('make way for level lines where they cross, and nowhere else', () => {
    const boxes = new Map<string, Box>([
      ['t_a', { x: 0, y: 200, width: 160, height: 96 }],
      ['t_b', { x: 600, y: 200, width: 160, height: 96 }],
      ['t_c', { x: 230, y: 0, width: 160, height: 96 }],
      ['t_d', { x: 230, y: 500, width: 160, height: 96 }],
    ])
    const lines: RouteLine[] = [
      { id: 'r_1', from: { object: 't_a', at: 56 }, to: { object: 't_b', at: 56 }, bends: [] },
      { id: 'r_2', from: { object: 't_c', at: 56 }, to: { object: 't_d', at: 56 }, bends: [] },
    ]
    const paths = routeAll({ boxes, lines })
    const upright = paths.get('r_2')
    expect(paths.get('r_1')?.hops).toEqual([])
    expect(upright?.hops).toEqual([{ x: upright?.points[1]?.x, y: 256 }])
  })

  it('put labels where no table is', () => {
    const { boxes, lines } = inputOf(gridSample(40))
    const labelled = lines.map((line) => ({ ...line, label: 'delete cascade' }))
    const index = new BoxIndex(boxes)
    const paths = [...routeAll({ boxes, lines: labelled }).values()]
    expect(paths.filter((path) => path.isCramped).length).toBeLessThan(paths.length / 2)
    for (const { labelAt, isCramped } of paths) {
      if (isCramped) continue
      expect(index.collides({ x: labelAt.x - 20, y: labelAt.y - 6, width: 40, height: 12 })).toBe(false)
    }
  })

  it('lead many references to one column as a trunk that ends in one place', () => {
    const { boxes, lines } = inputOf(hubSample(300))
    const paths = routeAll({ boxes, lines })
    const places = new Set([...paths.values()].map(({ ends }) => `${ends[1].point.x}/${ends[1].point.y}`))
    expect(places.size).toBeLessThanOrEqual(4)
  })
})

describe('a router after a move', () => {
  it('leaves lines alone that the move does not concern', () => {
    const { boxes, lines } = inputOf(gridSample(100, { far: 0 }))
    const router = new Router()
    const before = router.routeAll({ boxes, lines })
    const [moved] = [...boxes.keys()]
    const box = boxes.get(moved ?? '')
    if (moved === undefined || !box) throw new Error('expected a table')
    const after = router.reroute({ boxes: new Map(boxes).set(moved, { ...box, y: box.y - 400 }), lines })
    const changed = lines.filter(({ id }) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)))
    expect(changed.length).toBeLessThan(lines.length / 4)
  })

  it('keeps every law', () => {
    const { boxes, lines } = inputOf(gridSample(60))
    const router = new Router()
    router.routeAll({ boxes, lines })
    let now: ReadonlyMap<string, Box> = boxes
    for (const [i, id] of [...boxes.keys()].slice(0, 6).entries()) {
      const box = boxes.get(id)
      if (box) now = new Map(now).set(id, { ...box, x: box.x + 24, y: box.y - 4000 - i * 500 })
    }
    const paths = router.reroute({ boxes: now, lines })
    for (const { points } of paths.values()) {
      expectSquare(points)
      for (const box of now.values()) expect(runsThrough(points, box)).toBe(false)
    }
  })

  it('forgets lines and tables that are gone', () => {
    const { boxes, lines } = inputOf(shopSample())
    const router = new Router()
    router.routeAll({ boxes, lines })
    expect(router.reroute({ boxes, lines: lines.slice(1) }).size).toBe(lines.length - 1)
    const fewer = new Map(boxes)
    fewer.delete(lines[0]?.from.object ?? '')
    expect(router.reroute({ boxes: fewer, lines }).size).toBeLessThan(lines.length)
  })
})
