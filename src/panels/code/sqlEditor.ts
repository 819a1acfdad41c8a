// A CodeMirror to write SQL in, in a shadow root as the one that only shows it (editor.ts). Tab leaves it: nobody who
// works by keys is caught inside. Its own undo is for the typing; what is committed is one step of the document.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, syntaxHighlighting } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap, lineNumbers } from '@codemirror/view'
import { changeBetween } from './change'
import { highlighting, languageOf } from './editor'
import type { CodeLanguage } from './languages'
import { editorLook } from './look'

export interface SqlEditorGiven {
  readonly host: HTMLElement
  readonly label: string
  readonly language: CodeLanguage
  readonly text: string
  readonly isReadOnly: boolean
  /** The field was left, or Mod+Enter pressed. */
  readonly onCommit: (text: string) => void
  /** Escape: what was typed counts, and the focus goes on to what is around. */
  readonly onLeave: () => void
}

export interface SqlEditor {
  /** What is there now, unless somebody is typing. */
  readonly show: (text: string) => void
  readonly destroy: () => void
}

/** Keys and the clipboard are the editor's while one types: nothing of the page answers them as well. */
export function keepEvents(host: HTMLElement): void {
  const keep = (event: Event) => event.stopPropagation()
  for (const type of ['copy', 'cut', 'paste']) host.addEventListener(type, keep)
  host.addEventListener('keydown', (event) => {
    const isCommand = event.ctrlKey || event.metaKey
    if (!isCommand || event.defaultPrevented) event.stopPropagation()
  })
}

export function createSqlEditor(given: SqlEditorGiven): SqlEditor {
  const { host, label, language, text, isReadOnly, onCommit, onLeave } = given
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  let committed = text
  const commit = (view: EditorView) => {
    const now = view.state.doc.toString()
    if (now === committed) return
    committed = now
    onCommit(now)
  }
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorState.lineSeparator.of('\n'),
        EditorState.readOnly.of(isReadOnly),
        lineNumbers(),
        history(),
        bracketMatching(),
        EditorView.lineWrapping,
        keymap.of([
          {
            key: 'Mod-Enter',
            run: (one) => {
              commit(one)
              return true
            },
          },
          {
            key: 'Escape',
            run: (one) => {
              commit(one)
              onLeave()
              return true
            },
          },
        ]),
        keymap.of([...historyKeymap, ...defaultKeymap]),
        syntaxHighlighting(highlighting),
        languageOf(language),
        EditorView.domEventHandlers({ blur: (_event, one) => commit(one) }),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', spellcheck: 'false' }),
        editorLook,
      ],
    }),
  })
  keepEvents(host)
  return {
    show: (next) => {
      // What is being typed is newer than what was there before.
      const isTyping = view.hasFocus && view.state.doc.toString() !== committed
      if (isTyping) return
      committed = next
      const change = changeBetween(view.state.doc.toString(), next)
      if (change) view.dispatch({ changes: change })
    },
    destroy: () => {
      // A field that vanishes while one types never hears that it lost the focus.
      commit(view)
      view.destroy()
    },
  }
}
