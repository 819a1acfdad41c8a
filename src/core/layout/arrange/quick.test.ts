import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlaps, type Box } from '../box'
import type { EngineEdge, EngineGraph } from './engine'
import { quickLayout } from './quick'

const spacing = { beside: 40, between: 80 }

async function boxesOf(graph: EngineGraph): Promise<ReadonlyMap<string, Box>> {
  const places = await quickLayout(graph)
  return new Map(
    graph.nodes.map(({ id, width, height }) => [
      id,
      { width, height, ...(places.get(id) ?? { x: NaN, y: NaN }) },
    ]),
  )
}

const graphs = fc
  .record({
    sizes: fc.array(
      fc.record({ width: fc.integer({ min: 120, max: 340 }), height: fc.integer({ min: 40, max: 600 }) }),
      {
        minLength: 1,
        maxLength: 30,
      },
    ),
    pairs: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }),
    isDown: fc.boolean(),
    layerSize: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  })
  .map(({ sizes, pairs, isDown, layerSize }): EngineGraph => ({
    nodes: sizes.map((size, i) => ({ id: `t_${i}`, ...size })),
    edges: pairs.map(([a, b]): EngineEdge => ({
      from: `t_${a % sizes.length}`,
      to: `t_${b % sizes.length}`,
    })),
    direction: isDown ? 'down' : 'right',
    spacing,
    ...(layerSize !== undefined && { layerSize }),
  }))

describe('the quick layout', () => {
  it('gives every table a place, none on another, the same each time, whatever the links', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async (graph) => {
        const boxes = [...(await boxesOf(graph)).values()]
        expect(boxes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
        const clashes = boxes.filter((one, i) => boxes.slice(i + 1).some((other) => overlaps(one, other)))
        expect(clashes).toEqual([])
        expect(await quickLayout(graph)).toEqual(await quickLayout(graph))
      }),
    )
  })

  it('puts what others refer to before them, in layers, and a chain on one line', async () => {
    const nodes = ['a', 'b', 'c', 'd'].map((id) => ({ id, width: 160, height: 80 }))
    const edges = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'd', to: 'c' },
    ]
    const boxes = await boxesOf({ nodes, edges, direction: 'right', spacing })
    const x = (id: string) => boxes.get(id)?.x ?? NaN
    expect(x('a') < x('b') && x('b') < x('c')).toBe(true)
    // A table that refers to nothing stands beside the first that refers to it.
    expect(x('d')).toBe(x('b'))
    expect(boxes.get('a')?.y).toBe(boxes.get('b')?.y)
  })

  it('keeps a circle and a chain of ten thousand tables from growing its stack', async () => {
    const nodes = Array.from({ length: 10_000 }, (_, i) => ({ id: `t_${i}`, width: 160, height: 80 }))
    const edges = nodes.map(({ id }, i) => ({ from: id, to: nodes[(i + 1) % nodes.length]?.id ?? id }))
    expect((await boxesOf({ nodes, edges, direction: 'down', spacing })).size).toBe(nodes.length)
  })
})
