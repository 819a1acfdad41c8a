// A small CodeMirror for one expression: a default, a check, a predicate. It takes the place of a plain field while one
// types in it, and offers the columns and functions that can stand there.
import {
  autocompletion,
  completionKeymap,
  completionStatus,
  type CompletionContext,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { EditorSelection, EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { languageOf } from './editor'
import type { KnownFunction } from './functions'
import type { CodeLanguage } from './languages'
import { createMirror, keepEvents } from './mirror'

export interface KnownName {
  /** As the database wants it: quoted where it must be. */
  readonly name: string
  readonly detail: string
}

export interface ExpressionEditorGiven {
  readonly host: HTMLElement
  readonly label: string
  readonly hint: string
  readonly language: CodeLanguage
  readonly text: string
  readonly selection: { readonly from: number; readonly to: number }
  readonly isMultiline: boolean
  readonly names: readonly KnownName[]
  readonly functions: readonly KnownFunction[]
  readonly onCommit: (text: string) => void
  readonly onBlur: () => void
  /** Escape, when nothing was typed. */
  readonly onLeave: () => void
}

export interface ExpressionEditor {
  readonly text: () => string
  readonly destroy: () => void
}

const bare = /[\p{L}_][\p{L}\p{N}_$#]*/u

function completing({ names, functions }: ExpressionEditorGiven): Extension {
  const options = [
    ...names.map(({ name, detail }) => ({ label: name, detail, type: 'property', boost: 1 })),
    ...functions.map(({ name, takes }) => ({
      label: name,
      type: 'function',
      ...(takes === 'nothing' && { apply: `${name}()` }),
      ...(takes === 'arguments' && {
        // eslint-disable-next-line @typescript-eslint/max-params -- CodeMirror hands over four
        apply: (view: EditorView, _option: unknown, from: number, to: number) => {
          view.dispatch({
            changes: { from, to, insert: `${name}()` },
            selection: { anchor: from + name.length + 1 },
          })
        },
      }),
    })),
  ]
  return autocompletion({
    override: [
      (context: CompletionContext) => {
        const word = context.matchBefore(bare)
        if (!word && !context.explicit) return null
        return { from: word?.from ?? context.pos, options, validFor: bare }
      },
    ],
    activateOnTypingDelay: 50,
    icons: false,
  })
}

const look = EditorView.theme({
  '&': { height: 'auto', borderRadius: '6px' },
  '.cm-content': { padding: '3px 0', minHeight: '20px' },
  '.cm-line': { padding: '0 7px' },
  '.cm-tooltip': {
    border: '1px solid var(--border)',
    borderRadius: '6px',
    backgroundColor: 'var(--raised)',
    color: 'var(--text)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '180px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px', lineHeight: '20px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--text)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': { color: 'var(--muted)', fontStyle: 'normal', marginLeft: '12px' },
})

function keysOf(given: ExpressionEditorGiven, isUnchanged: (view: EditorView) => boolean): Extension {
  const commit = (view: EditorView) => {
    given.onCommit(view.state.doc.toString())
    return true
  }
  const leave = (view: EditorView) => {
    // A list that is open goes first.
    if (completionStatus(view.state) !== null) return false
    if (isUnchanged(view)) given.onLeave()
    else view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: given.text } })
    return true
  }
  return [
    keymap.of([...completionKeymap, { key: 'Mod-Enter', run: commit }, { key: 'Escape', run: leave }]),
    keymap.of(given.isMultiline ? [] : [{ key: 'Enter', run: commit }]),
    keymap.of([...historyKeymap, ...defaultKeymap]),
  ]
}

/** Pasted lines become one. */
const oneLine: Extension = [
  EditorView.clipboardInputFilter.of((text) => text.replace(/\s*\n\s*/g, ' ')),
  EditorState.transactionFilter.of((change) => (change.newDoc.lines > 1 ? [] : change)),
]

export function createExpressionEditor(given: ExpressionEditorGiven): ExpressionEditor {
  const { host, label, hint, language, text, selection, isMultiline, onBlur } = given
  const clamped = (at: number) => Math.min(at, text.length)
  const view = createMirror({
    host,
    label,
    text,
    selection: EditorSelection.single(clamped(selection.from), clamped(selection.to)),
    hasLineNumbers: false,
    attributes: { tabindex: '0' },
    extensions: [
      look,
      history(),
      bracketMatching(),
      placeholder(hint),
      EditorView.lineWrapping,
      completing(given),
      keysOf(given, (one) => one.state.doc.toString() === text),
      isMultiline ? [] : oneLine,
      languageOf(language),
      EditorView.domEventHandlers({ blur: onBlur }),
    ],
  })
  keepEvents(host)
  view.focus()
  return { text: () => view.state.doc.toString(), destroy: () => view.destroy() }
}
