// The values of an enum.
import type { Enum } from '../../model/records'
import type { Patch } from './patching'
import type { DbmlPlace } from './reading'
import { said, type Line } from './shape'
import { identifier, string } from './spell'
import { patchLines } from './patchTable'

const linesOf = ({ values }: Enum, now: Enum): readonly Line[] => {
  // Names are changed wherever they stand: here they are the same on both sides.
  const names = new Map(now.values.map(({ id, name }) => [id, name]))
  return values.map(({ id, name, comment }) => ({
    id,
    head: identifier(names.get(id) ?? name),
    settings: comment === '' ? [] : [said('note', `note: ${string(comment)}`)],
  }))
}

export function patchEnum(
  patch: Patch,
  { place, before, after }: { readonly place: DbmlPlace; readonly before: Enum; readonly after: Enum },
): void {
  const [was, is] = [linesOf(before, after), linesOf(after, after)]
  if (!place.body || JSON.stringify(was) === JSON.stringify(is)) return
  const [first] = before.values
  const at = first && patch.reading.places.get(first.id)
  const indent = (at && patch.edits.indentOf(at.from)) ?? `${patch.edits.indentOf(place.from) ?? ''}  `
  patchLines(patch, { before: was, after: is, indent, body: place.body })
}
