// The DBML of the document in a CodeMirror. It keeps no undo of its own: what is typed is a step of the document, and so
// is what the canvas does to the text.
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete'
import { defaultKeymap } from '@codemirror/commands'
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language'
import {
  lintGutter,
  nextDiagnostic,
  previousDiagnostic,
  setDiagnostics,
  type Diagnostic,
} from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import {
  Annotation,
  EditorSelection,
  EditorState,
  Prec,
  type ChangeSet,
  type Extension,
} from '@codemirror/state'
import { EditorView, highlightActiveLine, keymap, placeholder, type ViewUpdate } from '@codemirror/view'
import type { Schema } from '../../core/model/schema'
import type { DbmlProblem, TextChange } from '../../state/dbml/store'
import { changeBetween } from '../code/change'
import { marks, setMarks, type Span } from '../code/marks'
import { createMirror, keepEvents } from '../code/mirror'
import { completion } from './complete'
import { folding } from './fold'
import { highlight } from './highlight'
import { indent } from './indent'
import { hover, type Explain } from './hover'
import { dbmlLook } from './look'
import { renaming, startRename, type Rename } from './rename'
import { tidied } from './tidy'

export interface DbmlEditorGiven {
  readonly host: HTMLElement
  readonly label: string
  readonly hint: string
  readonly text: string
  readonly isReadOnly: boolean
  readonly schema: () => Schema
  readonly onType: (changes: readonly TextChange[]) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  /** The cursor was put somewhere, by whoever reads. */
  readonly onCursor: (offset: number) => void
  readonly onDefinition: (offset: number) => void
  readonly onReferences: (offset: number) => void
  readonly onLeave: () => void
  readonly explain: Explain
  readonly rename: Rename
}

export interface DbmlEditor {
  /** What the text became elsewhere: by these changes, or as a whole. */
  readonly follow: (text: string, changes: readonly TextChange[] | undefined) => void
  readonly showProblems: (problems: readonly DbmlProblem[]) => void
  readonly mark: (spans: readonly Span[]) => void
  /** Into view, without the focus. */
  readonly scrollTo: (span: Span) => void
  /** The cursor goes there, and the focus. */
  readonly goTo: (span: Span) => void
  readonly nextProblem: () => void
  readonly tidy: () => void
  readonly rename: () => void
  readonly offset: () => number
  readonly hasFocus: () => boolean
  readonly destroy: () => void
}

/** Changes that come from the document and are not to be told to it again. */
const outside = Annotation.define<true>()

function listOf(changes: ChangeSet): readonly TextChange[] {
  const list: TextChange[] = []
  // eslint-disable-next-line @typescript-eslint/max-params -- CodeMirror hands over five
  changes.iterChanges((from, to, _fromB, _toB, inserted) => {
    list.push({ from, to, insert: inserted.toString() })
  })
  return list
}

const severities = { error: 'error', warning: 'warning', info: 'info' } as const

export const diagnosticsOf = (problems: readonly DbmlProblem[], length: number): Diagnostic[] =>
  problems.map(({ from, to, severity, message }) => {
    const start = Math.min(from, length)
    return { from: start, to: Math.min(Math.max(to, start), length), severity: severities[severity], message }
  })

const languageData = EditorState.languageData.of(() => [
  {
    commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
    closeBrackets: { brackets: ['(', '[', '{', "'", '"', '`'] },
    indentOnInput: /^\s*[}\])]$/,
  },
])

function listening({ onType, onCursor }: DbmlEditorGiven): Extension {
  return EditorView.updateListener.of((update: ViewUpdate) => {
    const isOutside = update.transactions.some((transaction) => transaction.annotation(outside) === true)
    if (isOutside) return
    if (update.docChanged) onType(listOf(update.changes))
    else if (update.selectionSet && update.view.hasFocus) onCursor(update.state.selection.main.head)
  })
}

/** Ctrl+click goes where the word leads; more cursors come with Alt. */
const clicking = ({ onDefinition }: DbmlEditorGiven): Extension => [
  EditorView.clickAddsSelectionRange.of((event) => event.altKey),
  EditorView.domEventHandlers({
    mousedown: (event, view) => {
      if (event.button !== 0 || !(event.ctrlKey || event.metaKey)) return false
      const offset = view.posAtCoords({ x: event.clientX, y: event.clientY })
      if (offset === null) return false
      event.preventDefault()
      onDefinition(offset)
      return true
    },
  }),
]

const head = (view: EditorView): number => view.state.selection.main.head

function tidy(view: EditorView): boolean {
  if (view.state.readOnly) return false
  const changes = tidied(view.state.doc.toString())
  if (changes.length > 0) view.dispatch({ changes: [...changes], userEvent: 'format' })
  return true
}

const always = (act: () => void) => () => {
  act()
  return true
}

function keys(given: DbmlEditorGiven): Extension {
  const { onUndo, onRedo, onDefinition, onReferences, onLeave } = given
  return [
    Prec.high(
      keymap.of([
        { key: 'Mod-z', run: always(onUndo) },
        { key: 'Mod-y', run: always(onRedo) },
        { key: 'Mod-Shift-z', run: always(onRedo) },
        { key: 'F12', run: (view) => always(() => onDefinition(head(view)))() },
        { key: 'Shift-F12', run: (view) => always(() => onReferences(head(view)))() },
        { key: 'F2', run: startRename },
        { key: 'F8', run: nextDiagnostic },
        { key: 'Shift-F8', run: previousDiagnostic },
        { key: 'Shift-Alt-f', run: tidy },
      ]),
    ),
    // Tab is not among them but for the places of a snippet: it leaves.
    keymap.of([...closeBracketsKeymap, ...searchKeymap, ...defaultKeymap]),
    Prec.low(keymap.of([{ key: 'Escape', run: always(onLeave) }])),
  ]
}

const extensionsOf = (given: DbmlEditorGiven): Extension => [
  EditorState.readOnly.of(given.isReadOnly),
  languageData,
  indentUnit.of('  '),
  indent,
  indentOnInput(),
  highlight,
  lintGutter(),
  marks,
  bracketMatching(),
  closeBrackets(),
  completion(given.schema),
  hover(given.explain),
  renaming(given.rename),
  search({ top: true }),
  highlightSelectionMatches(),
  highlightActiveLine(),
  placeholder(given.hint),
  keys(given),
  clicking(given),
  listening(given),
  folding,
  dbmlLook,
]

const within = (view: EditorView, { from, to }: Span): Span => {
  const { length } = view.state.doc
  return { from: Math.min(from, length), to: Math.min(to, length) }
}

function follow(view: EditorView, text: string, changes: readonly TextChange[] | undefined): void {
  const isNext = changes && view.state.doc.length + grownBy(changes) === text.length
  const one = isNext ? undefined : changeBetween(view.state.doc.toString(), text)
  const list = isNext ? [...changes] : one ? [one] : []
  if (list.length > 0) view.dispatch({ changes: list, annotations: outside.of(true) })
}

const grownBy = (changes: readonly TextChange[]): number =>
  changes.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0)

export function createDbmlEditor(given: DbmlEditorGiven): DbmlEditor {
  const { host, label, text } = given
  const view = createMirror({
    host,
    label,
    text,
    attributes: { tabindex: '0' },
    extensions: extensionsOf(given),
  })
  keepEvents(host)
  return {
    follow: (next, changes) => follow(view, next, changes),
    showProblems: (problems) => {
      view.dispatch(setDiagnostics(view.state, diagnosticsOf(problems, view.state.doc.length)))
    },
    mark: (spans) => {
      view.dispatch({ effects: setMarks.of(spans.map((span) => within(view, span))) })
    },
    scrollTo: (span) => {
      view.dispatch({
        effects: EditorView.scrollIntoView(within(view, span).from, { y: 'start', yMargin: 48 }),
      })
    },
    goTo: (span) => {
      const { from, to } = within(view, span)
      const effects = EditorView.scrollIntoView(from, { y: 'center' })
      view.dispatch({ selection: EditorSelection.single(from, to), effects })
      view.focus()
    },
    nextProblem: () => {
      nextDiagnostic(view)
      view.focus()
    },
    tidy: () => void tidy(view),
    rename: () => void startRename(view),
    offset: () => head(view),
    hasFocus: () => view.hasFocus,
    destroy: () => view.destroy(),
  }
}
