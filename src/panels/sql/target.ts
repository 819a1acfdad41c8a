// The target that the panel shows; the document keeps its own. Forgotten with the tab.
import { createStore, useStore } from 'zustand'
import { useDocument, type DocumentId } from '../../state/document'

interface Shown {
  readonly document: DocumentId | undefined
  /** "mysql/9"; empty: what the document is for. */
  readonly target: string
}

const shown = createStore<Shown>(() => ({ document: undefined, target: '' }))

/** Another document begins with its own target again. */
export function useShownTarget(): readonly [target: string, show: (target: string) => void] {
  const document = useDocument(({ id }) => id)
  const target = useStore(shown, (state) => (state.document === document ? state.target : ''))
  const show = (next: string) => {
    shown.setState({ document, target: next })
  }
  return [target, show]
}
