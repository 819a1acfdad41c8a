// Layout of a text: lines set in by their braces, nothing at their ends, one blank line between elements at least and
// at most. Texts, comments and the words of a line stay as they were written.
import type { TextChange } from '../../state/dbml/store'
import { isElementStart, longPieces, tokensOf, type Token } from './scan'

const opening = new Set(['{', '[', '('])
const closing = new Set(['}', ']', ')'])

interface Line {
  readonly from: number
  readonly text: string
}

function linesOf(text: string): readonly Line[] {
  let from = 0
  return text.split('\n').map((line) => {
    const here = { from, text: line }
    from += line.length + 1
    return here
  })
}

/** How deep each line stands, by its offset; a line that begins by closing stands with what it closes. */
function depthsOf(lines: readonly Line[], tokens: readonly Token[]): readonly number[] {
  const depths: number[] = []
  let depth = 0
  let i = 0
  for (const { from, text } of lines) {
    const end = from + text.length
    let own = depth
    let isFirst = true
    for (let token = tokens[i]; token && token.from <= end; token = tokens[++i]) {
      if (closing.has(token.text)) {
        depth = Math.max(0, depth - 1)
        if (isFirst) own = depth
      } else isFirst = false
      if (opening.has(token.text)) depth += 1
    }
    depths.push(own)
  }
  return depths
}

/** What makes a text tidy, line by line; nothing for a text that is. */
export function tidied(text: string): readonly TextChange[] {
  const lines = linesOf(text)
  const signs = tokensOf(text).filter(({ kind }) => kind !== 'comment')
  const depths = depthsOf(lines, signs)
  const long = longPieces(text)
  const changes: TextChange[] = []
  let next = 0
  let blanks = 0
  for (const [n, { from, text: line }] of lines.entries()) {
    while (long[next] && (long[next]?.to ?? 0) < from) next += 1
    const piece = long[next]
    // Inside a text or a comment every character is its author's; what follows its end in the line is left too.
    if (piece && piece.from < from && piece.to >= from) {
      blanks = 0
      continue
    }
    const isBlank = line.trim() === ''
    blanks = isBlank ? blanks + 1 : 0
    if (isBlank && blanks > 1 && n < lines.length - 1) {
      changes.push({ from, to: from + line.length + 1, insert: '' })
      continue
    }
    changes.push(...tidiedLine({ from, text: line }, isBlank ? 0 : (depths[n] ?? 0)))
    if (needsBlank(lines, n, depths))
      changes.push({ from: from + line.length, to: from + line.length, insert: '\n' })
  }
  return changes
}

function tidiedLine({ from, text }: Line, depth: number): readonly TextChange[] {
  const indent = /^[ \t]*/.exec(text)?.[0] ?? ''
  const tail = text.length - text.trimEnd().length
  const wanted = '  '.repeat(depth)
  if (indent.length === text.length) return text === '' ? [] : [{ from, to: from + text.length, insert: '' }]
  const changes: TextChange[] = []
  if (indent !== wanted) changes.push({ from, to: from + indent.length, insert: wanted })
  if (tail > 0) changes.push({ from: from + text.length - tail, to: from + text.length, insert: '' })
  return changes
}

/** Between the end of an element and the next one. */
function needsBlank(lines: readonly Line[], n: number, depths: readonly number[]): boolean {
  const next = lines[n + 1]
  return lines[n]?.text.trim() === '}' && depths[n] === 0 && next !== undefined && isElementStart(next.text)
}
