// Colours for what is in view, and for no more: a thousand tables are not read again for each key.
import { StateField, type Range, type Text, type Transaction } from '@codemirror/state'
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view'
import { wordsOf } from './paint'
import { longPieces } from './scan'

interface Piece {
  readonly from: number
  readonly to: number
}

/** Only these begin or end a text or a comment, or a line of one. */
const weighty = /['"`/*\\\n]/

function isWeighty({ changes, startState, newDoc }: Transaction): boolean {
  let is = false
  // eslint-disable-next-line @typescript-eslint/max-params -- CodeMirror hands over four
  changes.iterChanges((fromA, toA, fromB, toB) => {
    is ||=
      weighty.test(startState.doc.sliceString(fromA, toA)) || weighty.test(newDoc.sliceString(fromB, toB))
    // A sign that was there already may have become half of another: / before a new *.
    is ||= weighty.test(newDoc.sliceString(Math.max(0, fromB - 1), toB + 1))
  })
  return is
}

const piecesIn = (doc: Text): readonly Piece[] => longPieces(doc.toString())

/** Texts and comments that go over several lines. */
export const longPiecesField = StateField.define<readonly Piece[]>({
  create: ({ doc }) => piecesIn(doc),
  update: (before, transaction) => {
    if (!transaction.docChanged) return before
    if (isWeighty(transaction)) return piecesIn(transaction.newDoc)
    const { changes } = transaction
    return before.map(({ from, to }) => ({ from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) }))
  },
})

const marks = new Map<string, Decoration>()

function markFor(name: string): Decoration {
  const known = marks.get(name)
  if (known) return known
  const made = Decoration.mark({ class: `cm-${name}` })
  marks.set(name, made)
  return made
}

/** So far back a list of settings in several lines is still known for one. */
const linesAhead = 40

function painted(view: EditorView): DecorationSet {
  const { doc } = view.state
  const pieces = view.state.field(longPiecesField)
  const ranges: Range<Decoration>[] = []
  for (const visible of view.visibleRanges) {
    const first = doc.lineAt(visible.from).number
    let from = doc.line(Math.max(1, first - linesAhead)).from
    const around = pieces.find((piece) => piece.from < from && piece.to > from)
    if (around) from = around.from
    const text = doc.sliceString(from, visible.to)
    for (const word of wordsOf(text)) {
      const [start, end] = [from + word.from, from + word.to]
      if (end > visible.from) ranges.push(markFor(word.look).range(start, end))
    }
  }
  return Decoration.set(ranges, true)
}

class Paint {
  decorations: DecorationSet

  constructor(view: EditorView) {
    this.decorations = painted(view)
  }

  update(update: ViewUpdate): void {
    if (update.docChanged || update.viewportChanged) this.decorations = painted(update.view)
  }
}

export const highlight = [
  longPiecesField,
  ViewPlugin.fromClass(Paint, { decorations: (paint) => paint.decorations }),
]
