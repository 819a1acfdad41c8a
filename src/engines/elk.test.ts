import { describe, expect, it } from 'vitest'
import { arrange } from '../core/layout/arrange/arrange'
import { overlaps, type Box } from '../core/layout/box'
import { elkLayout } from './elk'

describe('the layered engine', () => {
  it('puts parents left of their children, or above them', { timeout: 60_000 }, async () => {
    const size = { width: 160, height: 96 }
    const graph = {
      nodes: [
        { id: 'parent', ...size },
        { id: 'child', ...size },
      ],
      edges: [{ from: 'parent', to: 'child' }],
      spacing: { beside: 48, between: 120 },
    }
    const across = await elkLayout({ ...graph, direction: 'right' })
    const down = await elkLayout({ ...graph, direction: 'down' })
    expect(across.get('parent')?.x).toBeLessThan(across.get('child')?.x ?? 0)
    expect(down.get('parent')?.y).toBeLessThan(down.get('child')?.y ?? 0)
  })

  it('arranges a large and a starry schema without overlap', { timeout: 60_000 }, async () => {
    const boxes = new Map<string, Box>()
    const links: { from: string; to: string }[] = []
    for (let i = 0; i < 330; i++) {
      boxes.set(`t_${i}`, { x: 0, y: 0, width: 160 + (i % 7) * 8, height: 96 + (i % 5) * 24 })
      if (i > 0 && i < 260) links.push({ from: `t_${i}`, to: `t_${Math.floor(i / 3)}` })
      if (i >= 260) links.push({ from: `t_${i}`, to: 't_1' })
    }
    const input = { boxes, links, movable: new Set(boxes.keys()) }
    const result = await arrange(input, {
      engine: elkLayout,
      options: { style: 'leftRight', where: 'together' },
    })
    if (!result.ok) throw new Error(result.error)
    const placed = Array.from(boxes, ([id, box]) => ({ id, ...box, ...result.value.places.get(id) }))
    const clashes = placed.flatMap((one, i) => placed.slice(i + 1).filter((other) => overlaps(one, other)))
    expect(clashes).toEqual([])
  })
})
