// A CodeMirror to write a text in. Tab leaves it: nobody who works by keys is caught inside. Its own undo is for the
// typing; what is committed is one step of the document.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { languageOf } from './editor'
import { changeBetween } from './change'
import type { CodeLanguage } from './languages'
import { createMirror, keepEvents } from './mirror'

export interface TextEditorGiven {
  readonly host: HTMLElement
  readonly label: string
  readonly language: CodeLanguage
  readonly text: string
  readonly hint?: string
  readonly isReadOnly?: boolean
  /** Every key. */
  readonly onEdit?: (text: string) => void
  /** The field was left, or Mod+Enter pressed, and the text is another. */
  readonly onCommit?: (text: string) => void
  /** Mod+Enter. */
  readonly onSubmit?: () => void
  /** Escape: what was typed counts, and the focus goes on to what is around. */
  readonly onLeave?: () => void
}

export interface TextEditor {
  /** What is there now, unless somebody is typing. */
  readonly show: (text: string) => void
  readonly focus: () => void
  readonly destroy: () => void
}

class Committed {
  private text: string
  private readonly given: TextEditorGiven

  constructor(given: TextEditorGiven) {
    this.given = given
    this.text = given.text
  }

  readonly take = (view: EditorView): void => {
    const now = view.state.doc.toString()
    if (now === this.text) return
    this.text = now
    this.given.onCommit?.(now)
  }

  readonly show = (view: EditorView, next: string): void => {
    // What is being typed is newer than what was there before.
    const isTyping = view.hasFocus && view.state.doc.toString() !== this.text
    if (isTyping) return
    this.text = next
    const change = changeBetween(view.state.doc.toString(), next)
    if (change) view.dispatch({ changes: change })
  }
}

const keysOf = ({ onSubmit, onLeave }: TextEditorGiven, committed: Committed) => [
  {
    key: 'Mod-Enter',
    run: (view: EditorView) => {
      committed.take(view)
      onSubmit?.()
      return true
    },
  },
  {
    key: 'Escape',
    run: (view: EditorView) => {
      if (!onLeave) return false
      committed.take(view)
      onLeave()
      return true
    },
  },
]

export function createTextEditor(given: TextEditorGiven): TextEditor {
  const { host, label, language, text, hint, isReadOnly = false, onEdit, onLeave } = given
  const committed = new Committed(given)
  const view = createMirror({
    host,
    label,
    text,
    attributes: { tabindex: '0' },
    extensions: [
      EditorState.readOnly.of(isReadOnly),
      history(),
      bracketMatching(),
      EditorView.lineWrapping,
      hint === undefined ? [] : placeholder(hint),
      keymap.of(keysOf(given, committed)),
      keymap.of([...historyKeymap, ...defaultKeymap]),
      languageOf(language),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onEdit?.(update.state.doc.toString())
      }),
      EditorView.domEventHandlers({ blur: (_event, one) => committed.take(one) }),
    ],
  })
  // Elsewhere Escape closes what is around.
  if (onLeave) keepEvents(host)
  return {
    show: (next) => committed.show(view, next),
    focus: () => view.focus(),
    destroy: () => {
      // A field that vanishes while one types never hears that it lost the focus.
      committed.take(view)
      view.destroy()
    },
  }
}
