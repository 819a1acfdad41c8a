// Marked stretches of a text, and notes in the gutter beside its lines.
import { StateEffect, StateField, RangeSetBuilder, type RangeSet, type EditorState } from '@codemirror/state'
import { Decoration, EditorView, GutterMarker, gutter, type DecorationSet } from '@codemirror/view'

export interface Span {
  readonly from: number
  readonly to: number
}

export interface LineNote {
  /** From 1. */
  readonly line: number
  readonly tone: 'info' | 'warning' | 'danger'
  readonly text: string
}

export const setMarks = StateEffect.define<readonly Span[]>()
export const setNotes = StateEffect.define<readonly LineNote[]>()

/** The very characters that something speaks of, within the marked lines. */
export const setSpan = StateEffect.define<Span | undefined>()

const spanMark = Decoration.mark({ class: 'cm-span' })

export const spanField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (before, transaction) => {
    for (const effect of transaction.effects) {
      if (!effect.is(setSpan)) continue
      const length = transaction.state.doc.length
      const [from, to] = [Math.min(effect.value?.from ?? 0, length), Math.min(effect.value?.to ?? 0, length)]
      return to > from ? Decoration.set(spanMark.range(from, to)) : Decoration.none
    }
    return before.map(transaction.changes)
  },
  provide: (field) => EditorView.decorations.from(field),
})

const markedLine = Decoration.line({ class: 'cm-marked' })

function linesOf(state: EditorState, spans: readonly Span[]): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  let done = 0
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = state.doc.lineAt(Math.min(to, state.doc.length)).number
    const first = state.doc.lineAt(Math.min(from, state.doc.length)).number
    for (let number = Math.max(first, done + 1); number <= last; number += 1) {
      const { from: at } = state.doc.line(number)
      builder.add(at, at, markedLine)
    }
    done = Math.max(done, last)
  }
  return builder.finish()
}

export const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (before, transaction) => {
    for (const effect of transaction.effects)
      if (effect.is(setMarks)) return linesOf(transaction.state, effect.value)
    return before.map(transaction.changes)
  },
  provide: (field) => EditorView.decorations.from(field),
})

const signs: Readonly<Record<LineNote['tone'], string>> = { info: 'i', warning: '!', danger: '×' }
const tones = ['danger', 'warning', 'info'] as const

class NoteMarker extends GutterMarker {
  private readonly notes: readonly LineNote[]

  constructor(notes: readonly LineNote[]) {
    super()
    this.notes = notes
  }

  private get words(): string {
    return this.notes.map(({ text }) => text).join('\n')
  }

  override eq(other: GutterMarker): boolean {
    return other instanceof NoteMarker && other.words === this.words
  }

  override toDOM(): Node {
    const tone = tones.find((one) => this.notes.some((note) => note.tone === one)) ?? 'info'
    // The gutter is hidden from screen readers: the list of notices says the same.
    const sign = window.document.createElement('span')
    sign.className = `cm-note cm-note-${tone}`
    sign.textContent = signs[tone]
    sign.title = this.words
    return sign
  }
}

function markersOf(state: EditorState, notes: readonly LineNote[]): RangeSet<GutterMarker> {
  const byLine = new Map<number, LineNote[]>()
  for (const note of notes) {
    const line = Math.max(1, Math.min(note.line, state.doc.lines))
    byLine.set(line, [...(byLine.get(line) ?? []), note])
  }
  const builder = new RangeSetBuilder<GutterMarker>()
  for (const line of [...byLine.keys()].sort((a, b) => a - b)) {
    const { from } = state.doc.line(line)
    builder.add(from, from, new NoteMarker(byLine.get(line) ?? []))
  }
  return builder.finish()
}

const noteField = StateField.define<RangeSet<GutterMarker>>({
  create: () => new RangeSetBuilder<GutterMarker>().finish(),
  update: (before, transaction) => {
    for (const effect of transaction.effects)
      if (effect.is(setNotes)) return markersOf(transaction.state, effect.value)
    return before.map(transaction.changes)
  },
})

export const lineNotes = [
  noteField,
  gutter({ class: 'cm-notes', markers: (view) => view.state.field(noteField), renderEmptyElements: false }),
]
