// Breaks running text into lines of a width, at spaces where possible.
import { ellipsize, textWidth, type TextStyle } from './metrics'

export interface WrapRoom {
  readonly width: number
  readonly lines: number
}

/** As much of a too long word as fits; one character at least, so that every turn gets on. */
function cutWord(word: string, style: TextStyle, width: number): string {
  const fitting = ellipsize(word, style, width + textWidth('…', style)).replace(/…$/, '')
  return fitting === '' ? ([...word][0] ?? '') : fitting
}

function wrapParagraph(paragraph: string, style: TextStyle, { width, lines: most }: WrapRoom): string[] {
  const lines: string[] = []
  let line = ''
  for (const given of paragraph.split(/\s+/)) {
    let word = given
    while (lines.length < most && word !== '') {
      const together = line === '' ? word : `${line} ${word}`
      if (textWidth(together, style) <= width) {
        line = together
        break
      }
      if (line !== '') {
        lines.push(line)
        line = ''
        continue
      }
      const piece = cutWord(word, style, width)
      lines.push(piece)
      word = word.slice(piece.length)
    }
    if (lines.length >= most) return lines
  }
  lines.push(line)
  return lines
}

// More than any note can show; a pasted book must not be measured to its end.
const longest = 20_000

/** The lines of a text; the last one ends in an ellipsis when there is more than room. */
export function wrap(whole: string, style: TextStyle, room: WrapRoom): readonly string[] {
  if (room.lines <= 0 || room.width <= 0) return []
  const lines: string[] = []
  for (const paragraph of whole.slice(0, longest).split(/\r\n|\r|\n/)) {
    if (lines.length > room.lines) break
    lines.push(...wrapParagraph(paragraph, style, { ...room, lines: room.lines + 1 - lines.length }))
  }
  if (lines.length <= room.lines) return lines
  const kept = lines.slice(0, room.lines)
  const last = kept.pop() ?? ''
  return [...kept, ellipsize(`${last}……`, style, room.width).replace(/…+$/, '…')]
}
