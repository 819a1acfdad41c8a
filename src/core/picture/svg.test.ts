import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridSample, shopSample, type Sample } from '../layout/samples.testing'
import { sceneOf } from './draw.testing'
import { escapeXml, writeSvg } from './svg'
import { elementsOf, readXml, textOf } from './xml.testing'

/** The shop with one table and all of its columns called something else. */
function named(name: string): Sample {
  const { schema, diagram } = shopSample()
  const [table] = schema.table.values()
  if (!table) throw new Error('the shop has tables')
  const columns = table.columns.map((column) => ({ ...column, name, type: { ...column.type, raw: name } }))
  return {
    diagram,
    schema: { ...schema, table: new Map(schema.table).set(table.id, { ...table, name, columns }) },
  }
}

const svgOf = (sample: Sample) => writeSvg(sceneOf(sample), { theme: 'light' })

describe('a picture as SVG', () => {
  it('is well-formed whatever things are called', { timeout: 60_000 }, () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({
        unit: fc.constantFrom(
          '<',
          '>',
          '&',
          '"',
          "'",
          ']',
          '-',
          '\u0000',
          '\ud800',
          '\ufffe',
          '\n',
          '\u202e',
        ),
        maxLength: 12,
      }),
      fc.constantFrom(
        ']]>',
        '<!--',
        '</text><script>alert(1)</script>',
        '&lt;',
        '&#0;',
        '__proto__',
        '<?xml?>',
        '𝒳',
      ),
    )
    fc.assert(
      fc.property(hostile, (name) => {
        const root = readXml(svgOf(named(name)))
        const kinds = new Set(Array.from(elementsOf(root), (element) => element.name))
        expect([...kinds].sort()).toEqual([
          'circle',
          'desc',
          'g',
          'path',
          'rect',
          'style',
          'svg',
          'text',
          'title',
        ])
      }),
      { numRuns: 50 },
    )
  })

  it('holds names as text that can be found and selected', () => {
    const texts = Array.from(elementsOf(readXml(svgOf(named('a < b & "c"')))))
      .filter((element) => element.name === 'text')
      .map(textOf)
    expect(texts).toContain('a < b & "c"')
  })

  it('tells what it is, and what each thing in it is, to those who cannot see it', () => {
    const root = readXml(svgOf(shopSample()))
    const [title, description] = root.children.filter((child) => typeof child !== 'string')
    expect(title && textOf(title)).toBe('Sample: Main')
    expect(description && textOf(description)).toBe(
      'Entity-relationship diagram for postgres 18 with 6 tables and 8 relationships.',
    )
    const titles = Array.from(elementsOf(root))
      .filter((element) => element.name === 'title')
      .map(textOf)
    expect(titles).toContain('Table orders')
    expect(titles).toContain('orders (any number) to customers (exactly one)')
    expect(titles).toContain('product_details (at most one) to products (exactly one)')
  })

  it('has the same bytes for the same model', () => {
    expect(svgOf(gridSample(30))).toBe(svgOf(gridSample(30)))
  })

  it('shows everything within its view box', () => {
    const root = readXml(svgOf(gridSample(20)))
    const [x = 0, y = 0, width = 0, height = 0] = (root.attributes.get('viewBox') ?? '')
      .split(' ')
      .map(Number)
    for (const { name, attributes } of elementsOf(root)) {
      if (name !== 'text') continue
      const [atX, atY] = [Number(attributes.get('x')), Number(attributes.get('y'))]
      expect(atX > x && atX < x + width && atY > y && atY < y + height).toBe(true)
    }
  })

  it('can leave out its ground', () => {
    const scene = sceneOf(shopSample())
    const count = (svg: string) => [...elementsOf(readXml(svg))].filter(({ name }) => name === 'rect').length
    const [full, bare] = [
      writeSvg(scene, { theme: 'dark' }),
      writeSvg(scene, { theme: 'dark', isTransparent: true }),
    ]
    expect(count(full) - count(bare)).toBe(1)
  })
})

describe('escaping', () => {
  it('drops what XML 1.0 cannot hold and keeps everything else', () => {
    expect(escapeXml('a\u0000b\u001fc\ud800d\ufffee')).toBe('abcde')
    expect(escapeXml('𝒳 表 \u202e')).toBe('𝒳 表 \u202e')
  })
})
