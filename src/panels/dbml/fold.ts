// An element folds into its first line.
import { codeFolding, foldGutter, foldKeymap, foldService } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { tokensOf } from './scan'

/** No element is longer than this, or it does not fold: looking for its end is felt. */
const longest = 50_000

function foldAt(state: EditorState, from: number, to: number): { from: number; to: number } | null {
  const line = state.sliceDoc(from, to)
  if (!/[{[]\s*(?:\/\/.*)?$/.test(line)) return null
  const text = state.sliceDoc(from, Math.min(state.doc.length, from + longest))
  const firstEnd = to - from
  let depth = 0
  let open: number | undefined
  for (const { kind, text: sign, from: at, to: end } of tokensOf(text)) {
    if (kind !== 'sign') continue
    if (sign === '{' || sign === '[') {
      depth += 1
      if (end <= firstEnd) open = end
    } else if (sign === '}' || sign === ']') {
      depth -= 1
      if (depth === 0 && at > firstEnd && open !== undefined) return { from: from + open, to: from + at }
    }
    if (at > firstEnd && depth <= 0) return null
  }
  return null
}

function marker(isOpen: boolean): HTMLElement {
  const sign = window.document.createElement('span')
  sign.className = 'cm-fold'
  sign.textContent = isOpen ? '⌄' : '›'
  sign.title = isOpen ? 'Fold' : 'Unfold'
  return sign
}

export const folding = [
  foldService.of(foldAt),
  codeFolding({ placeholderText: '…' }),
  foldGutter({ markerDOM: marker }),
  keymap.of(foldKeymap),
]
