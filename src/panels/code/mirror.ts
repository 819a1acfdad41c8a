// Every CodeMirror of ours. It lives in a shadow root, where its styles go into an adopted sheet: the page's policy allows
// no inline style.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorState, type EditorSelection, type Extension } from '@codemirror/state'
import { EditorView, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { editorLook } from './look'

export interface MirrorGiven {
  readonly host: HTMLElement
  readonly label: string
  readonly text?: string
  readonly selection?: EditorSelection
  /** A field of a line or two has none. */
  readonly hasLineNumbers?: boolean
  readonly extensions: Extension
  readonly attributes?: Readonly<Record<string, string>>
}

const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: 'var(--accent-text)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--success-text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--warning-text)' },
  { tag: [tags.typeName, tags.standard(tags.name)], color: 'var(--violet-ink)' },
  { tag: tags.comment, color: 'var(--faint)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.operator, tags.paren, tags.bracket], color: 'var(--muted)' },
])

export function createMirror(given: MirrorGiven): EditorView {
  const { host, label, text = '', selection, hasLineNumbers = true, extensions, attributes } = given
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  return new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      ...(selection && { selection }),
      extensions: [
        // A lone carriage return inside a string is part of the text: offsets must not shift.
        EditorState.lineSeparator.of('\n'),
        extensions,
        hasLineNumbers ? lineNumbers() : [],
        syntaxHighlighting(highlighting),
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', ...attributes }),
        editorLook,
      ],
    }),
  })
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
