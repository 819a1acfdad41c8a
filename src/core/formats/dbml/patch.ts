// An edit made on the canvas, done to the text: only what the edit touched changes; comments, blank lines, order and
// spelling of everything else stay as their author left them.
//
// Both states are said in the writer's words, under the names that hold now, and compared piece by piece; what differs
// is changed at its place in the text. Names are changed wherever they stand.
import { inOrder, type Schema } from '../../model/schema'
import { Edits, type TextChange } from './edits'
import { addElement, placeIn, type Patch } from './patching'
import { DbmlNames } from './names'
import { patchAround } from './patchAround'
import { patchRefs } from './patchRefs'
import { patchTable } from './patchTable'
import type { DbmlReading } from './reading'
import { renames } from './renames'
import { partialShape, tableShape, tableText } from './table'
import { enumText } from './rest'
import { patchEnum } from './patchEnum'
import { DbmlWriter } from './writer'

export type { TextChange } from './edits'

const hasColumns = ({ columns }: { readonly columns: readonly unknown[] }): boolean => columns.length > 0

function patchTables(patch: Patch): void {
  const { before, after, edits } = patch
  let last = 0
  for (const table of inOrder(after.schema.table)) {
    const old = before.schema.table.get(table.id)
    const place = placeIn(patch, table.id)
    if (old && place && hasColumns(table)) {
      patchTable(patch, { place, before: tableShape(before, old), after: tableShape(after, table) })
      last = place.to
    } else if (!old && hasColumns(table)) addElement(edits, last, tableText(after, table))
  }
  for (const { id } of before.schema.table.values()) {
    const place = placeIn(patch, id)
    const now = after.schema.table.get(id)
    if (place && (!now || !hasColumns(now))) edits.removeElement(place)
  }
}

function patchPartials(patch: Patch): void {
  const { before, after, edits } = patch
  for (const partial of before.schema.partial.values()) {
    const place = placeIn(patch, partial.id)
    const now = after.schema.partial.get(partial.id)
    if (!place) continue
    if (now)
      patchTable(patch, { place, before: partialShape(before, partial), after: partialShape(after, now) })
    else edits.removeElement(place)
  }
}

function patchEnums(patch: Patch): void {
  const { before, after, edits } = patch
  let last = 0
  for (const row of inOrder(after.schema.enum)) {
    const old = before.schema.enum.get(row.id)
    const place = placeIn(patch, row.id)
    if (old && place && row.values.length > 0) {
      patchEnum(patch, { place, before: old, after: row })
      last = place.to
    } else if (!old && row.values.length > 0) addElement(edits, last, enumText(after, row))
  }
  for (const { id } of before.schema.enum.values()) {
    const place = placeIn(patch, id)
    if (place && (after.schema.enum.get(id)?.values.length ?? 0) === 0) edits.removeElement(place)
  }
}

/**
 * The changes that make the text say `after`. The reading must stand under the document's ids (`alignReading`). What
 * DBML has no word for changes nothing.
 */
export function patchText(reading: DbmlReading, after: Schema, source = 0): readonly TextChange[] {
  const writer = new DbmlWriter(after)
  const edits = new Edits(reading.sources[source]?.text ?? '')
  const patch: Patch = {
    reading,
    source,
    edits,
    before: new DbmlWriter(reading.schema, writer.names),
    after: writer,
    renames: renames(
      reading,
      { before: new DbmlNames(reading.schema, () => undefined), after: writer },
      source,
    ),
  }
  patchEnums(patch)
  patchPartials(patch)
  patchTables(patch)
  patchRefs(patch)
  patchAround(patch)
  for (const { from, to, insert } of patch.renames) edits.replaceQuietly({ from, to }, insert)
  return edits.done()
}
