import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { palette, tableColours } from '../core/layout/palette'
import { swatches } from './ColorSwatches'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

function variablesOf(theme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const start = css.indexOf(theme === 'light' ? ":root,\n[data-theme='light'] {" : "\n[data-theme='dark'] {")
  const block = css.slice(start, css.indexOf('}', start))
  return new Map(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  )
}

function expectedOf(theme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const { tables, ...plain } = palette[theme]
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return new Map([
    ...Object.entries(plain).map(([name, colour]) => [kebab(name), colour] as const),
    ...tableColours.flatMap((name) =>
      Object.entries(tables[name]).map(([part, colour]) => [`${name}-${part}`, colour] as const),
    ),
  ])
}

function luminance(colour: string): number {
  const channel = (start: number) => {
    const value = parseInt(colour.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function contrast(one: string, two: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const colours = palette[theme]

  it('has the same colours in the stylesheet as in the palette', () => {
    expect([...variablesOf(theme)].sort()).toEqual([...expectedOf(theme)].sort())
  })

  it.each(['text', 'muted', 'faint', 'accentText', 'dangerText', 'warningText', 'successText'] as const)(
    'draws %s legibly on every surface',
    (tone) => {
      for (const ground of ['ground', 'surface', 'raised', 'chrome', 'sunken', 'hover'] as const) {
        expect(contrast(colours[tone], colours[ground]), ground).toBeGreaterThanOrEqual(4.5)
      }
    },
  )

  it('draws legible text on selected, pressed and semantic grounds', () => {
    const pairs = [
      [colours.text, colours.active],
      [colours.muted, colours.active],
      [colours.text, colours.accentSoft],
      [colours.muted, colours.accentSoft],
      [colours.accentText, colours.accentSoft],
      [colours.dangerText, colours.dangerSoft],
      [colours.warningText, colours.warningSoft],
      [colours.successText, colours.successSoft],
      [colours.onAccent, colours.accent],
      [colours.onAccent, colours.accentHover],
      [colours.onDanger, colours.danger],
      [colours.onDanger, colours.dangerHover],
    ] as const
    for (const [ink, ground] of pairs)
      expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  })

  it('keeps focus rings, control outlines and lines visible', () => {
    for (const ground of ['ground', 'surface', 'sunken', 'raised'] as const) {
      for (const mark of ['focus', 'control', 'line'] as const) {
        expect(contrast(colours[mark], colours[ground]), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3)
      }
    }
  })

  it.each(tableColours)('has a %s whose header is legible and whose strip is seen', (name) => {
    const { strip, tint, ink } = colours.tables[name]
    expect(contrast(ink, tint)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(ink, colours.surface)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(strip, colours.surface)).toBeGreaterThanOrEqual(3)
    // Faint text in a tinted header: the schema name, the marks.
    expect(contrast(colours.muted, tint)).toBeGreaterThanOrEqual(4.5)
  })
})

describe('the stylesheet', () => {
  it('offers every colour of the palette as a class', () => {
    for (const name of expectedOf('light').keys()) expect(css).toContain(`--color-${name}: var(--${name});`)
  })
})

describe('the colour swatches', () => {
  it('offer the twelve table colours in their order', () => {
    expect(swatches).toEqual(tableColours)
  })
})
