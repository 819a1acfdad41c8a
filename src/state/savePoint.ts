// Where the history stood when the document was last written to a file. The browser's own copy follows every step and
// needs no such mark.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { History, Step } from '../core/model/history'
import { document, type DocumentId } from './document'
import type { Selection } from './selection'

export interface SavePoint {
  readonly document: DocumentId | undefined
  /** The last step that is in the file; undefined: the beginning. */
  readonly step: Step<Selection> | undefined
  readonly file: string
}

const savePoint = createStore<{ readonly point: SavePoint | undefined }>(() => ({ point: undefined }))
export const useSavePoint = (): SavePoint | undefined => useStore(savePoint, (state) => state.point)

export function markSaved(file: string): void {
  const { id, history } = document.getState()
  savePoint.setState({ point: { document: id, step: history.done.at(-1), file } })
}

/** How many steps were done then; undefined once that state cannot be reached any more. */
export function savedPosition(
  point: SavePoint | undefined,
  id: DocumentId | undefined,
  { done, undone }: History<Selection>,
): number | undefined {
  if (!point || point.document !== id) return undefined
  if (!point.step) return 0
  const at = done.indexOf(point.step)
  if (at >= 0) return at + 1
  const ahead = undone.indexOf(point.step)
  return ahead < 0 ? undefined : done.length + undone.length - ahead
}
