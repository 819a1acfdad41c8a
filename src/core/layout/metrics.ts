// How wide a text is, without a screen: geometry, the SVG writer and the canvas must agree before anything is drawn.
// The widths are those of the bundled fonts with tabular digits and without kerning.
import { interWidths } from './metricsData'

export interface TextStyle {
  readonly size: number
  readonly weight: 400 | 500 | 600
  readonly font?: 'sans' | 'mono'
}

const TABLE_END = 0x2300
const UNKNOWN = 600
const MONO = 600
const WIDE = 1000
const EMOJI = 1300

type Widths = Uint16Array<ArrayBuffer>

/** 0 stands for "not in the font". */
function regularAndSemibold(): readonly [Widths, Widths] {
  const regular = new Uint16Array(TABLE_END)
  const semibold = new Uint16Array(TABLE_END)
  for (const [first, regulars, semibolds] of interWidths) {
    regular.set(regulars, first)
    semibold.set(semibolds, first)
  }
  for (let code = 0xc0; code < TABLE_END; code++) {
    const base = regular[code] === 0 ? String.fromCodePoint(code).normalize('NFD').charCodeAt(0) : code
    if (base === code || base >= TABLE_END) continue
    regular[code] = regular[base] ?? 0
    semibold[code] = semibold[base] ?? 0
  }
  return [regular, semibold]
}

const [regular, semibold] = regularAndSemibold()
const medium = regular.map((width, code) => (width + (semibold[code] ?? width)) / 2)
const tables: Readonly<Record<TextStyle['weight'], Widths>> = { 400: regular, 500: medium, 600: semibold }

// Joiners, direction marks, variation selectors and skin tones change a neighbour and take no room themselves.
const noRoom = /^[\p{M}\p{Cf}\p{Cc}\u{1F3FB}-\u{1F3FF}]$/u
const emoji = /^\p{Extended_Pictographic}$/u
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2ff}\u{20000}-\u{3fffd}]$/u

function rareWidth(code: number): number {
  const character = String.fromCodePoint(code)
  if (noRoom.test(character)) return 0
  if (wide.test(character)) return WIDE
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return EMOJI / 2
  if (code >= 0x2600 && emoji.test(character)) return EMOJI
  return UNKNOWN
}

const rareWidths = new Map<number, number>()

function widthOfRare(code: number): number {
  const known = rareWidths.get(code)
  if (known !== undefined) return known
  const width = rareWidth(code)
  rareWidths.set(code, width)
  return width
}

/** The width in pixels of one line of text. */
export function textWidth(text: string, style: TextStyle): number {
  const table = tables[style.weight]
  const isMono = style.font === 'mono'
  let total = 0
  let joined = false
  for (let index = 0; index < text.length; index++) {
    const code = text.codePointAt(index) ?? 0
    if (code > 0xffff) index++
    const known = code < TABLE_END ? (table[code] ?? 0) : 0
    const width = known === 0 ? widthOfRare(code) : isMono ? MONO : known
    // The parts of one drawn emoji are held together by a zero-width joiner; only the first takes room.
    if (!(joined && width >= EMOJI)) total += isMono && width === UNKNOWN ? MONO : width
    joined = code === 0x200d
  }
  return (total * style.size) / 1000
}

const plainText = /^[\u0020-\u024f\u0370-\u0482\u048a-\u052f]*$/
// Firefox has it since 125; without it a cut may fall between an emoji and its skin tone, no worse.
const Segmenter: typeof Intl.Segmenter | undefined = Intl.Segmenter
let segmenter: Intl.Segmenter | undefined

/** What a reader takes for one character: a cut must not fall inside it. */
function characters(text: string): readonly string[] {
  if (plainText.test(text)) return text.split('')
  if (!Segmenter) return Array.from(text)
  segmenter ??= new Segmenter('und', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), (part) => part.segment)
}

// A name can be megabytes long; no more than this many characters fit into anything that we draw.
const LONGEST = 2000

/** The text, or as much of its beginning as fits into `maxWidth` together with an ellipsis. */
export function ellipsize(text: string, style: TextStyle, maxWidth: number): string {
  if (text.length <= LONGEST && textWidth(text, style) <= maxWidth) return text
  const parts = characters(text.slice(0, LONGEST))
  let room = maxWidth - textWidth('…', style)
  if (room < 0) return ''
  let kept = ''
  for (const part of parts) {
    room -= textWidth(part, style)
    if (room < 0) break
    kept += part
  }
  return `${kept.trimEnd()}…`
}
