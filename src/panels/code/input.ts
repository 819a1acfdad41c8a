// A CodeMirror that one types and pastes into. Its text belongs to whoever asked for it.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { syntaxHighlighting } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view'
import { highlighting, languageOf } from './editor'
import type { CodeLanguage } from './languages'
import { editorLook } from './look'

export interface CodeInputGiven {
  readonly host: HTMLElement
  readonly label: string
  readonly hint: string
  readonly text: string
  readonly language: CodeLanguage
  readonly onEdit: (text: string) => void
  /** Ctrl+Enter. */
  readonly onSubmit: () => void
}

export interface CodeInputEditor {
  readonly focus: () => void
  readonly destroy: () => void
}

export function createCodeInput(given: CodeInputGiven): CodeInputEditor {
  const { host, label, hint, text, language, onEdit, onSubmit } = given
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const submit = () => {
    onSubmit()
    return true
  }
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorState.lineSeparator.of('\n'),
        lineNumbers(),
        history(),
        placeholder(hint),
        // Tab leaves, as it does from every other field.
        keymap.of([{ key: 'Mod-Enter', run: submit }, ...historyKeymap, ...defaultKeymap]),
        syntaxHighlighting(highlighting),
        languageOf(language),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onEdit(update.state.doc.toString())
        }),
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
        editorLook,
      ],
    }),
  })
  return { focus: () => view.focus(), destroy: () => view.destroy() }
}
