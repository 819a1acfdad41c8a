// What all sides of the patching of a text share.
import type { Edits } from './edits'
import type { DbmlReading } from './reading'
import type { Rename } from './renames'
import type { DbmlWriter } from './writer'

export interface Patch {
  readonly reading: DbmlReading
  readonly source: number
  readonly edits: Edits
  /** The state of the text, under the names that hold now. */
  readonly before: DbmlWriter
  readonly after: DbmlWriter
  readonly renames: readonly Rename[]
}

export const placeIn = ({ reading, source }: Patch, id: string) => {
  const place = reading.places.get(id)
  return place?.source === source ? place : undefined
}

/** Behind another element, or at the end of the text. */
export function addElement(edits: Edits, after: number, text: string): void {
  const { text: whole } = edits
  if (after > 0) {
    const line = /^[^\n]*/.exec(whole.slice(after))?.[0].replace(/\r$/, '') ?? ''
    const at = /^[^\S\n]*(?:\/\/.*)?$/.test(line) ? after + line.length : after
    edits.insert(at, `\n\n${text}`)
    return
  }
  const lead = whole === '' ? '' : whole.endsWith('\n\n') ? '' : whole.endsWith('\n') ? '\n' : '\n\n'
  edits.insert(whole.length, `${lead}${text}\n`)
}
