// A scene as SVG: vectors and real text, the same bytes for the same scene. Names in it are hostile until escaped.
import { svgPath } from '../layout/route/path'
import type { ThemeName } from '../layout/palette'
import { packed } from './carried'
import { paintValue, type Paint } from './paints'
import type { Group, Scene, Shape, TextShape } from './shapes'

export interface SvgOptions {
  readonly theme: ThemeName
  /** No ground: for slides and pages of another colour. */
  readonly isTransparent?: boolean
  /** The model itself, as its file has it: the picture can then be opened again. */
  readonly model?: string
}

// XML 1.0 (section 2.2) knows no other characters, not even escaped.
const illegal =
  // eslint-disable-next-line no-control-regex -- these are the ones to drop
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeXml = (text: string): string =>
  text
    .replace(illegal, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
    // Line ends inside would be folded by one reader and kept by another.
    .replace(/[\t\r\n\u0085\u2028\u2029]/g, ' ')

const number = (value: number): string => String(Math.round(value * 100) / 100)

const fontStack: Readonly<Record<'sans' | 'mono', string>> = {
  sans: "Inter, 'Inter Variable', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
  mono: "'JetBrains Mono', 'JetBrains Mono Variable', Consolas, Menlo, monospace",
}

/** Styles that come again and again get a class: a thousand tables share a dozen. */
class Classes {
  private readonly names = new Map<string, string>()

  nameOf(style: string): string {
    const known = this.names.get(style)
    if (known) return known
    const name = `s${this.names.size}`
    this.names.set(style, name)
    return name
  }

  sheet(): string {
    return [...this.names].map(([style, name]) => `.${name}{${style}}`).join('')
  }
}

class Writer {
  private readonly parts: string[] = []
  readonly classes = new Classes()
  private readonly theme: ThemeName

  constructor(theme: ThemeName) {
    this.theme = theme
  }

  private colour(paint: Paint | undefined): string {
    return paint === undefined ? 'none' : paintValue(paint, this.theme)
  }

  private outline(shape: Exclude<Shape, TextShape>): string {
    const style = [`fill:${this.colour(shape.fill)}`]
    if (shape.stroke)
      style.push(`stroke:${this.colour(shape.stroke)}`, `stroke-width:${number(shape.strokeWidth ?? 1)}`)
    if (shape.kind === 'path' && shape.stroke) style.push('stroke-linecap:round', 'stroke-linejoin:round')
    if (shape.kind === 'path' && shape.dash) style.push(`stroke-dasharray:${shape.dash.join(' ')}`)
    if (shape.opacity !== undefined) style.push(`opacity:${number(shape.opacity)}`)
    return `class="${this.classes.nameOf(style.join(';'))}"`
  }

  private text(shape: TextShape): string {
    const { size, weight, font = 'sans' } = shape.style
    const style = [`font:${weight} ${size}px ${fontStack[font]}`, `fill:${this.colour(shape.fill)}`]
    if (shape.align) style.push(`text-anchor:${shape.align}`)
    if (shape.isItalic) style.push('font-style:italic')
    if (shape.halo) {
      style.push(`paint-order:stroke;stroke:${this.colour(shape.halo)};stroke-width:4;stroke-linejoin:round`)
    }
    const place = `x="${number(shape.x)}" y="${number(shape.y)}"`
    return `<text class="${this.classes.nameOf(style.join(';'))}" ${place}>${escapeXml(shape.text)}</text>`
  }

  private shape(shape: Shape): string {
    switch (shape.kind) {
      case 'rect': {
        const corner = shape.radius === undefined ? '' : ` rx="${number(shape.radius)}"`
        const size = `width="${number(shape.width)}" height="${number(shape.height)}"`
        return `<rect ${this.outline(shape)} x="${number(shape.x)}" y="${number(shape.y)}" ${size}${corner}/>`
      }
      case 'circle':
        return `<circle ${this.outline(shape)} cx="${number(shape.x)}" cy="${number(shape.y)}" r="${number(shape.radius)}"/>`
      case 'path':
        return `<path ${this.outline(shape)} d="${svgPath(shape.commands)}"/>`
      case 'text':
        return this.text(shape)
    }
  }

  group(group: Group): void {
    this.parts.push(`<g><title>${escapeXml(group.title)}</title>`)
    for (const shape of group.near) this.parts.push(this.shape(shape))
    this.parts.push('</g>\n')
  }

  body(): string {
    return this.parts.join('')
  }

  ground(scene: Scene): string {
    const { x, y, width, height } = scene.bounds
    return `<rect fill="${this.colour(scene.ground)}" x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"/>\n`
  }
}

export function writeSvg(scene: Scene, { theme, isTransparent = false, model }: SvgOptions): string {
  const writer = new Writer(theme)
  for (const group of scene.groups) writer.group(group)
  const { x, y, width, height } = scene.bounds
  const box = [x, y, width, height].map(number).join(' ')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" viewBox="${box}" role="img" aria-labelledby="title desc">\n`,
    `<title id="title">${escapeXml(scene.title)}</title>\n<desc id="desc">${escapeXml(scene.description)}</desc>\n`,
    model === undefined ? '' : `<metadata id="relata">${packed(model)}</metadata>\n`,
    // White space is kept: a name may hold two spaces, and what was measured must be what is drawn.
    `<style>text{white-space:pre;font-kerning:none;font-feature-settings:"tnum"}${writer.classes.sheet()}</style>\n`,
    isTransparent ? '' : writer.ground(scene),
    writer.body(),
    '</svg>\n',
  ].join('')
}
