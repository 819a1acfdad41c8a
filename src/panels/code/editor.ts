// One CodeMirror that shows a text which somebody else writes: highlighted, marked, never typed into.
import { defaultKeymap } from '@codemirror/commands'
import { sql } from '@codemirror/lang-sql'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { Compartment, EditorState, type Extension, type StateEffect } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { changeBetween } from './change'
import { lineNotes, marks, setMarks, setNotes, setSpan, spanField, type LineNote, type Span } from './marks'
import { sqlDialects, type CodeLanguage } from './languages'
import { createMirror } from './mirror'

export interface CodeEditor {
  readonly show: (given: Shown) => void
  /** Brings a place of the text into view; with an end, the characters between stand out. */
  readonly scrollTo: (offset: number, to?: number) => void
  readonly destroy: () => void
}

export interface Shown {
  readonly text: string
  readonly language: CodeLanguage
  /** What stands out, such as the statements of what is selected. */
  readonly marked: readonly Span[]
  readonly notes: readonly LineNote[]
}

export interface EditorGiven {
  readonly host: HTMLElement
  readonly label: string
  /** A click, or Enter at the caret. */
  readonly onPick: (offset: number) => void
}

export function languageOf(language: CodeLanguage): Extension {
  return language === 'plain' ? [] : sql({ dialect: sqlDialects[language], upperCaseKeywords: true })
}

/** A click that ends a selection of text is not a pick. */
function picking(onPick: (offset: number) => void): Extension {
  return [
    EditorView.domEventHandlers({
      click: (event, view) => {
        const offset = view.posAtCoords({ x: event.clientX, y: event.clientY })
        if (offset !== null && view.state.selection.main.empty) onPick(offset)
      },
    }),
    keymap.of([
      {
        key: 'Enter',
        run: (view) => {
          onPick(view.state.selection.main.head)
          return true
        },
      },
    ]),
  ]
}

export function createEditor({ host, label, onPick }: EditorGiven): CodeEditor {
  const language = new Compartment()
  let shown: CodeLanguage = 'plain'
  const view = createMirror({
    host,
    label,
    attributes: { tabindex: '0', inputmode: 'none' },
    extensions: [
      EditorState.readOnly.of(true),
      lineNotes,
      marks,
      spanField,
      search({ top: true }),
      highlightSelectionMatches(),
      picking(onPick),
      // Tab is not among them: it leaves.
      keymap.of([...searchKeymap, ...defaultKeymap]),
      language.of([]),
    ],
  })

  return {
    show: (given) => {
      const change = changeBetween(view.state.doc.toString(), given.text)
      const effects: StateEffect<unknown>[] = [setMarks.of(given.marked), setNotes.of(given.notes)]
      if (given.language !== shown) effects.push(language.reconfigure(languageOf(given.language)))
      shown = given.language
      view.dispatch({ effects, ...(change && { changes: change }) })
    },
    scrollTo: (offset, to) => {
      const at = Math.min(offset, view.state.doc.length)
      const span = to === undefined ? undefined : { from: offset, to }
      view.dispatch({
        effects: [EditorView.scrollIntoView(at, { y: 'start', yMargin: 24 }), setSpan.of(span)],
      })
    },
    destroy: () => view.destroy(),
  }
}
