// What a name is, in a few words beside the pointer.
import { EditorView, hoverTooltip, type Tooltip } from '@codemirror/view'
import type { Span } from '../code/marks'

export interface Explained {
  readonly title: string
  /** Lines of plain text: names and notes of schemas are anybody's. */
  readonly lines: readonly string[]
  readonly span: Span
}

export type Explain = (offset: number) => Promise<Explained | undefined>

function boxFor({ title, lines }: Explained): HTMLElement {
  const box = window.document.createElement('div')
  box.className = 'cm-explain'
  const heading = window.document.createElement('div')
  heading.className = 'cm-explain-title'
  heading.textContent = title
  box.append(heading)
  for (const line of lines) {
    const row = window.document.createElement('div')
    row.textContent = line
    box.append(row)
  }
  return box
}

export const hover = (explain: Explain) =>
  hoverTooltip(
    async (view: EditorView, offset: number): Promise<Tooltip | null> => {
      const word = view.state.wordAt(offset)
      if (!word) return null
      const explained = await explain(offset)
      if (!explained) return null
      const { from, to } = explained.span
      return { pos: from, end: to, above: true, create: () => ({ dom: boxFor(explained) }) }
    },
    { hideOnChange: true, hoverTime: 350 },
  )
