// One CodeMirror that shows a text which somebody else writes: highlighted, marked, never typed into.
// It lives in a shadow root, where its styles go into an adopted sheet: the page's policy allows no inline style.
import { defaultKeymap } from '@codemirror/commands'
import { sql } from '@codemirror/lang-sql'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { Compartment, EditorState, type Extension, type StateEffect } from '@codemirror/state'
import { EditorView, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { changeBetween } from './change'
import { editorLook } from './look'
import { lineNotes, marks, setMarks, setNotes, setSpan, spanField, type LineNote, type Span } from './marks'
import { sqlDialects, type CodeLanguage } from './languages'

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

export const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: 'var(--accent-text)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--success-text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--warning-text)' },
  { tag: [tags.typeName, tags.standard(tags.name)], color: 'var(--violet-ink)' },
  { tag: tags.comment, color: 'var(--faint)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.operator, tags.paren, tags.bracket], color: 'var(--muted)' },
])

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
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      extensions: [
        // A lone carriage return inside a string is part of the text: offsets must not shift.
        EditorState.lineSeparator.of('\n'),
        EditorState.readOnly.of(true),
        lineNotes,
        lineNumbers(),
        marks,
        spanField,
        search({ top: true }),
        highlightSelectionMatches(),
        picking(onPick),
        // Tab is not among them: it leaves.
        keymap.of([...searchKeymap, ...defaultKeymap]),
        syntaxHighlighting(highlighting),
        language.of([]),
        EditorView.contentAttributes.of({
          'aria-label': label,
          tabindex: '0',
          inputmode: 'none',
          spellcheck: 'false',
        }),
        editorLook,
      ],
    }),
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
