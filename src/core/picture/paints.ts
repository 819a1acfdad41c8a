// Colours by name. A scene holds names only: SVG asks a theme for their values, the screen for their CSS variables.
import { palette, tableColours, type Palette, type TableColour, type ThemeName } from '../layout/palette'
import type { Color } from '../model/records'

export type TablePart = 'strip' | 'tint' | 'ink'
type Token = Exclude<keyof Palette, 'tables'>
/** A token, a part of a table colour, or a part of a colour that a file brought along. */
export type Paint = Token | `${TableColour}-${TablePart}` | `#${string}-${TablePart}` | 'transparent'

const isTableColour = (name: string): name is TableColour => tableColours.some((known) => known === name)
const hex = /^#[0-9a-f]{6}$/i

/** The paints of a table, area or note in one of the model's colours. */
export function colourPaints(color: Color): Readonly<Record<TablePart, Paint>> {
  if (isTableColour(color)) return { strip: `${color}-strip`, tint: `${color}-tint`, ink: `${color}-ink` }
  if (color !== 'none' && hex.test(color)) {
    const own = color.toLowerCase().slice(1)
    return { strip: `#${own}-strip`, tint: `#${own}-tint`, ink: `#${own}-ink` }
  }
  return { strip: 'borderStrong', tint: 'sunken', ink: 'text' }
}

const channels = (value: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16))

function mix(a: string, b: string, share: number): string {
  const other = channels(b)
  const mixed = channels(a).map((channel, i) => Math.round(channel * share + (other[i] ?? 0) * (1 - share)))
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

const ownShares: Readonly<Record<ThemeName, Readonly<Record<TablePart, number>>>> = {
  light: { strip: 0.9, tint: 0.12, ink: 0.35 },
  dark: { strip: 0.9, tint: 0.25, ink: 0.25 },
}

/** The value of a paint in a theme. */
export function paintValue(paint: Paint, theme: ThemeName): string {
  if (paint === 'transparent') return 'none'
  const colours = palette[theme]
  const cut = paint.lastIndexOf('-')
  if (cut < 0) return colours[paint as Token]
  const name = paint.slice(0, cut)
  const part = paint.slice(cut + 1) as TablePart // The type of Paint allows nothing else behind its dash.
  if (isTableColour(name)) return colours.tables[name][part]
  return mix(name, part === 'ink' ? colours.text : colours.surface, ownShares[theme][part])
}

/** The CSS of a paint: a variable of ui/tokens.css, so that it follows the theme by itself. */
export function paintCss(paint: Paint): string {
  if (paint === 'transparent') return 'transparent'
  if (!paint.startsWith('#'))
    return `var(--${paint.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)})`
  const cut = paint.lastIndexOf('-')
  const part = paint.slice(cut + 1) as TablePart // As above.
  const base = part === 'ink' ? 'var(--text)' : 'var(--surface)'
  return `color-mix(in srgb, ${paint.slice(0, cut)} ${ownShares.light[part] * 100}%, ${base})`
}
