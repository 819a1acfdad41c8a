// Where did it go? When a step sets many things apart (an automatic layout, its undo) they glide to their places and
// the lines come back with them. What a hand moved is there already.
import type { Edit, Edits } from '../core/model/edit'
import { document as openDocument } from '../state/document'

export const glideMs = 180

const isMove = ({ kind, field }: Edit): boolean => kind === 'placement' && (field === 'x' || field === 'y')

/** Moved by one and the same distance they were dragged or nudged; by many, they were set apart. */
export function isSetApart(edits: Edits): boolean {
  const distances = new Set<string>()
  for (const edit of edits) {
    if (!isMove(edit) || typeof edit.after !== 'number' || typeof edit.before !== 'number') continue
    distances.add(`${edit.field ?? ''} ${String(edit.after - edit.before)}`)
    if (distances.size > 2) return true
  }
  return false
}

/** Marks the canvas while things glide; the stylesheet does the rest, and nothing where motion is unwanted. */
export function followGlides(root: HTMLElement): () => void {
  let timer = 0
  const end = () => {
    delete root.dataset['gliding']
  }
  const stop = openDocument.subscribe((now, before) => {
    if (now.revision === before.revision || now.lastMove.kind === 'open' || !isSetApart(now.lastEdits)) return
    root.dataset['gliding'] = ''
    window.clearTimeout(timer)
    timer = window.setTimeout(end, glideMs + 40)
  })
  return () => {
    stop()
    window.clearTimeout(timer)
    end()
  }
}
