import { describe, expect, it } from 'vitest'
import { makeArea, makeGroup, makeNote } from '../model/factory'
import { shopSample } from '../layout/samples.testing'
import { sceneOf } from './draw.testing'
import { farBelow, paintScene, type Painter } from './paint'
import { colourPaints, paintCss, paintValue } from './paints'

describe('a scene', () => {
  it('goes from the back to the front: areas, lines, tables, notes, labels', () => {
    const { schema, diagram } = shopSample()
    const newId = () => 'x'
    const group = makeGroup(newId, { name: 'Sales', color: 'blue' })
    const frame = { diagram, x: 0, y: 0, width: 400, height: 300 }
    const area = makeArea(newId, { ...frame, group: group.id })
    const note = makeNote(newId, { ...frame, text: 'remember' })
    const relations = [...schema.relation.values()].map((relation) => ({
      ...relation,
      onDelete: 'cascade' as const,
    }))
    const full = {
      ...schema,
      group: new Map([[group.id, group]]),
      area: new Map([[area.id, area]]),
      note: new Map([[note.id, note]]),
      relation: new Map(relations.map((relation) => [relation.id, relation])),
    }
    const roles = sceneOf({ schema: full, diagram }).groups.map(({ role }) => role)
    expect([...new Set(roles)]).toEqual(['area', 'line', 'table', 'note', 'label'])
  })

  it('shows a selection with the lines between its tables and nothing else', () => {
    const sample = shopSample()
    const [customers, orders] = [...sample.schema.table.keys()]
    const only = new Set([customers, orders].filter((id) => id !== undefined))
    const scene = sceneOf(sample, { only })
    expect(scene.groups.map(({ role }) => role)).toEqual(['line', 'table', 'table'])
  })

  it('holds every group within its bounds', () => {
    const { bounds, groups } = sceneOf(shopSample())
    for (const { box } of groups) {
      expect(box.x >= bounds.x && box.x + box.width <= bounds.x + bounds.width).toBe(true)
      expect(box.y >= bounds.y && box.y + box.height <= bounds.y + bounds.height).toBe(true)
    }
  })
})

describe('paints', () => {
  it('have a value in both themes and a CSS variable', () => {
    expect(paintValue('borderStrong', 'light')).toMatch(/^#[0-9a-f]{6}$/)
    expect(paintValue('teal-tint', 'dark')).not.toBe(paintValue('teal-tint', 'light'))
    expect(paintCss('borderStrong')).toBe('var(--border-strong)')
    expect(paintCss('teal-ink')).toBe('var(--teal-ink)')
  })

  it('make a strip, a tint and an ink of a colour that a file brought along', () => {
    const { strip, tint, ink } = colourPaints('#FF0000')
    expect(paintValue(tint, 'light')).toBe('#ffe0e0')
    expect(new Set([strip, tint, ink].map((paint) => paintValue(paint, 'dark'))).size).toBe(3)
    expect(paintCss(tint)).toBe('color-mix(in srgb, #ff0000 12%, var(--surface))')
  })
})

/** Writes down what it is told to draw. */
function notebook(): { readonly painter: Painter; readonly texts: string[]; readonly count: () => number } {
  const texts: string[] = []
  let calls = 0
  const draw = () => {
    calls++
  }
  const painter: Painter = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    globalAlpha: 1,
    font: '',
    textAlign: '',
    lineCap: '',
    lineJoin: '',
    save: draw,
    restore: draw,
    scale: draw,
    translate: draw,
    beginPath: draw,
    closePath: draw,
    moveTo: draw,
    lineTo: draw,
    quadraticCurveTo: draw,
    bezierCurveTo: draw,
    arc: draw,
    roundRect: draw,
    fill: draw,
    stroke: draw,
    fillRect: draw,
    fillText: (text) => texts.push(text),
    strokeText: draw,
    setLineDash: draw,
  }
  return { painter, texts, count: () => calls }
}

describe('painting', () => {
  const scene = sceneOf(shopSample())

  it('writes every name when they can be read, and none from far away', () => {
    const [near, far] = [notebook(), notebook()]
    paintScene(near.painter, scene, { theme: 'light', scale: 1 })
    paintScene(far.painter, scene, { theme: 'light', scale: farBelow / 2 })
    expect(near.texts).toContain('shipping_address_id')
    expect(far.texts).toEqual([])
    expect(far.count()).toBeLessThan(near.count() / 3)
  })

  it('writes every name of a picture that is meant to be full', () => {
    const book = notebook()
    paintScene(book.painter, scene, { theme: 'light', scale: 0.1, isFull: true })
    expect(book.texts).toContain('shipping_address_id')
  })

  it('leaves out what is not in view', () => {
    const book = notebook()
    paintScene(book.painter, scene, {
      theme: 'light',
      scale: 1,
      view: { x: 0, y: 0, width: 180, height: 100 },
    })
    expect(book.texts).toContain('customers')
    expect(book.texts).not.toContain('products')
  })
})
