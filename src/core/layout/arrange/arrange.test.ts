import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlaps, type Box, type Point } from '../box'
import { arrange, arrangeStyles, type ArrangeInput, type ArrangeOptions, type Arrangement } from './arrange'
import type { LayoutEngine } from './engine'

/** Lays everything in one row: enough for what core itself decides. */
const inARow: LayoutEngine = async ({ nodes, spacing }) => {
  let x = 0
  const places = new Map<string, Point>()
  for (const { id, width } of nodes) {
    places.set(id, { x, y: 0 })
    x += width + spacing.between
  }
  return places
}

const plain: ArrangeOptions = { style: 'leftRight', where: 'together' }

async function arranged(input: ArrangeInput, options = plain, engine = inARow): Promise<Arrangement> {
  const result = await arrange(input, { engine, options })
  if (!result.ok) throw new Error(result.error)
  return result.value
}

function after(input: ArrangeInput, { places }: Arrangement): ReadonlyMap<string, Box> {
  return new Map(Array.from(input.boxes, ([id, box]) => [id, { ...box, ...places.get(id) }]))
}

function expectNoOverlap(boxes: ReadonlyMap<string, Box>, only: ReadonlySet<string>): void {
  const clashes: string[] = []
  for (const [a, one] of boxes) {
    if (!only.has(a)) continue
    for (const [b, other] of boxes) if (a !== b && overlaps(one, other)) clashes.push(`${a} on ${b}`)
  }
  expect(clashes).toEqual([])
}

/** Any heap of tables: some locked, many links, all on top of each other. */
const heaps = fc
  .record({
    sizes: fc.array(
      fc.record({
        x: fc.integer({ min: -40, max: 120 }),
        y: fc.integer({ min: -40, max: 120 }),
        width: fc.integer({ min: 15, max: 42 }),
        height: fc.integer({ min: 5, max: 60 }),
        locked: fc.boolean(),
      }),
      { minLength: 1, maxLength: 40 },
    ),
    pairs: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }),
    groups: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 40, maxLength: 40 }),
  })
  .map(({ sizes, pairs, groups }): ArrangeInput => {
    const boxes = new Map<string, Box>()
    const movable = new Set<string>()
    sizes.forEach(({ x, y, width, height, locked }, i) => {
      boxes.set(`t_${i}`, { x: x * 8, y: y * 8, width: width * 8, height: height * 8 })
      if (!locked) movable.add(`t_${i}`)
    })
    const links = pairs.map(([a, b]) => ({ from: `t_${a % sizes.length}`, to: `t_${b % sizes.length}` }))
    const grouped = sizes.flatMap((_, i) =>
      groups[i] === 0 ? [] : [[`t_${i}`, `g_${groups[i] ?? 0}`] as const],
    )
    return { boxes, links, movable, groupOf: new Map(grouped) }
  })

describe('arranging', () => {
  it('leaves no table on another and moves none that is locked', async () => {
    const options = fc.record({
      style: fc.constantFrom(...arrangeStyles),
      where: fc.constantFrom('near' as const, 'together' as const),
    })
    await fc.assert(
      fc.asyncProperty(heaps, options, async (input, given) => {
        const result = await arranged(input, given)
        expect([...result.places.keys()].sort()).toEqual([...input.movable].sort())
        expectNoOverlap(after(input, result), input.movable)
      }),
      { numRuns: 120 },
    )
  })

  it('puts every table on the grid', async () => {
    await fc.assert(
      fc.asyncProperty(heaps, async (input) => {
        for (const { x, y } of (await arranged(input)).places.values())
          expect([Math.abs(x % 8), Math.abs(y % 8)]).toEqual([0, 0])
      }),
      { numRuns: 40 },
    )
  })

  it('gives the same places for the same tables', async () => {
    await fc.assert(
      fc.asyncProperty(heaps, async (input) => {
        expect(await arranged(input)).toEqual(await arranged(input))
      }),
      { numRuns: 20 },
    )
  })

  it('puts new tables beside those that they refer to, and moves nothing else', async () => {
    const boxes = new Map<string, Box>([
      ['t_old', { x: 800, y: 400, width: 160, height: 96 }],
      ['t_far', { x: 9000, y: 9000, width: 160, height: 96 }],
      ['t_new', { x: 0, y: 0, width: 160, height: 96 }],
    ])
    const input = { boxes, links: [{ from: 't_new', to: 't_old' }], movable: new Set(['t_new']) }
    const { places } = await arranged(input, { style: 'leftRight', where: 'near' })
    expect([...places.keys()]).toEqual(['t_new'])
    const place = places.get('t_new')
    expect(Math.hypot((place?.x ?? 0) - 800, (place?.y ?? 0) - 400)).toBeLessThan(500)
  })

  it('keeps each group in a frame of its own', async () => {
    await fc.assert(
      fc.asyncProperty(heaps, async (input) => {
        const free = { ...input, movable: new Set(input.boxes.keys()) }
        const { places, frames } = await arranged(free, { style: 'grouped', where: 'together' })
        for (const [id, group] of free.groupOf ?? []) {
          const frame = frames.get(group)
          const box = {
            ...(free.boxes.get(id) ?? { width: 0, height: 0 }),
            ...(places.get(id) ?? { x: 0, y: 0 }),
          }
          if (!frame) throw new Error('every group has a frame')
          expect(box.x >= frame.x && box.x + box.width <= frame.x + frame.width).toBe(true)
          expect(box.y >= frame.y && box.y + box.height <= frame.y + frame.height).toBe(true)
          for (const [other, at] of frames) if (other !== group) expect(overlaps(at, box)).toBe(false)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('stands tables without lines in rows and columns', async () => {
    const boxes = new Map(
      Array.from({ length: 12 }, (_, i) => [`t_${i}`, { x: 0, y: 0, width: 160, height: 96 }] as const),
    )
    const { places } = await arranged({ boxes, links: [], movable: new Set(boxes.keys()) })
    const columns = new Set([...places.values()].map(({ x }) => x))
    const rows = new Set([...places.values()].map(({ y }) => y))
    expect(columns.size * rows.size).toBe(12)
  })

  it('stops when it is told to', async () => {
    const boxes = new Map([['t_1', { x: 0, y: 0, width: 160, height: 96 }] as const])
    const input = { boxes, links: [], movable: new Set(['t_1']) }
    const result = await arrange(input, { engine: inARow, options: plain }, { cancel: { aborted: true } })
    expect(result).toEqual({ ok: false, error: 'cancelled' })
  })

  it('tells how far it has come, up to the end', async () => {
    const boxes = new Map(
      Array.from({ length: 5 }, (_, i) => [`t_${i}`, { x: 0, y: 0, width: 160, height: 96 }] as const),
    )
    const heard: number[] = []
    const input = { boxes, links: [{ from: 't_0', to: 't_1' }], movable: new Set(boxes.keys()) }
    await arrange(input, { engine: inARow, options: plain }, { onProgress: (done) => heard.push(done) })
    expect(heard.at(-1)).toBe(5)
    expect([...heard].sort((a, b) => a - b)).toEqual(heard)
  })
})
