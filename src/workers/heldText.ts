// A long text as a worker holds it between two questions: only what was typed since travels.
import type { TextChange } from '../core/formats/dbml/patch'

export type TextMessage =
  | { readonly kind: 'whole'; readonly version: number; readonly text: string }
  /** Lists of changes, one after the other; each list speaks of the text that the one before it left. */
  | {
      readonly kind: 'changes'
      readonly since: number
      readonly version: number
      readonly lists: readonly (readonly TextChange[])[]
    }

/** Changes of one text, in order and apart from each other, carried out together. */
export function changedText(text: string, changes: readonly TextChange[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { from, to, insert } of changes) {
    pieces.push(text.slice(at, from), insert)
    at = to
  }
  return `${pieces.join('')}${text.slice(at)}`
}

/** Where a place of the old text lies in the new one; one that is gone lies where it was. */
function mappedBy(changes: readonly TextChange[], offset: number, assoc: -1 | 1): number {
  let by = 0
  for (const { from, to, insert } of changes) {
    const staysBefore = offset < from || (offset === from && (to > from || assoc < 0))
    if (staysBefore) break
    if (offset < to) return from + by + (assoc < 0 ? 0 : insert.length)
    by += insert.length - (to - from)
  }
  return offset + by
}

export type MapOffset = (offset: number, assoc: -1 | 1) => number

export interface TakenText {
  readonly text: string
  /** From the text before; undefined where this one has nothing to do with it. */
  readonly map: MapOffset | undefined
}

export class HeldText {
  private held: { readonly version: number; readonly text: string } | undefined

  get version(): number | undefined {
    return this.held?.version
  }

  take(message: TextMessage): TakenText | undefined {
    if (message.kind === 'whole') {
      this.held = message
      return { text: message.text, map: undefined }
    }
    if (this.held?.version !== message.since) return undefined
    const { lists, version } = message
    const text = lists.reduce(changedText, this.held.text)
    this.held = { version, text }
    const map: MapOffset = (offset, assoc) =>
      lists.reduce((at, changes) => mappedBy(changes, at, assoc), offset)
    return { text, map }
  }
}
