// Everything beside tables and relations: groups line by line, the rest element by element.
import { inOrder } from '../../model/schema'
import { addElement, placeIn, type Patch } from './patching'
import { removeSetting } from './patchTable'
import type { DbmlPlace } from './reading'
import { lineageTextOf } from './relation'
import { groupSettings, groupText, noteText, projectText, recordText, viewText } from './rest'
import type { DbmlWriter } from './writer'

/** A group's tables, each with a line of its own. */
function patchGroup(patch: Patch, id: string, place: DbmlPlace): void {
  const { before, after, edits, reading } = patch
  const [old, now] = [find(before, id), find(after, id)]
  if (!old || !now) return
  const settings = { before: groupSettings(before, old), after: groupSettings(after, now) }
  const note = place.blocks?.['note']?.value
  const isNoteChanged = note && old.comment !== now.comment
  const skip = (list: typeof settings.before) => (note ? list.filter(({ key }) => key !== 'note') : list)
  const head = place.body ? edits.text.slice(0, place.body.from).trimEnd().length : place.to
  edits.settings(place, { before: skip(settings.before), after: skip(settings.after), end: head })
  if (isNoteChanged) edits.replace(note, after.noteValue(now.comment) || "''")
  const body = place.body
  if (!body) return
  const tablesOf = (w: DbmlWriter) =>
    inOrder(w.schema.table).filter((table) => table.group === id && table.columns.length > 0)
  const [was, is] = [tablesOf(before), tablesOf(after)]
  const inside = reading.uses.filter(
    (use) => use.source === patch.source && use.from > body.from && use.to < body.to,
  )
  const lineOf = (table: string) => {
    const use = inside.find((one) => one.id === table)
    return use && (use.path ?? use)
  }
  for (const { id: table } of was) {
    const line = lineOf(table)
    const isDead = !after.schema.table.has(table)
    if (line && (isDead || !is.some((one) => one.id === table))) edits.removeLine(line)
  }
  const last = inside.at(-1)
  const indent = (last && edits.indentOf((last.path ?? last).from)) ?? `${edits.indentOf(place.from) ?? ''}  `
  for (const { id: table } of is) {
    if (was.some((one) => one.id === table)) continue
    if (last) edits.lineAfter(last, after.names.object(table), indent)
    else edits.lineInside(body, after.names.object(table), indent)
  }
}

const find = (w: DbmlWriter, id: string) => [...w.schema.group.values()].find((row) => row.id === id)

function patchGroups(patch: Patch): void {
  const { before, after, edits } = patch
  for (const group of inOrder(after.schema.group)) {
    const place = placeIn(patch, group.id)
    if (place) patchGroup(patch, group.id, place)
    else if (!before.schema.group.has(group.id)) addElement(edits, 0, groupText(after, group))
  }
  for (const { id } of before.schema.group.values()) {
    const place = placeIn(patch, id)
    if (place && !after.schema.group.has(id)) edits.removeElement(place)
  }
}

/** An element as a whole, on both sides. */
interface Whole {
  readonly id: string
  readonly was?: string
  readonly is?: string
}

const wholeOf = <R extends { readonly id: string }>(
  before: ReadonlyMap<string, R>,
  after: ReadonlyMap<string, R>,
  text: { readonly before: (row: R) => string; readonly after: (row: R) => string },
): readonly Whole[] =>
  [...new Set([...before.keys(), ...after.keys()])].map((id) => {
    const [was, is] = [before.get(id), after.get(id)]
    return { id, ...(was && { was: text.before(was) }), ...(is && { is: text.after(is) }) }
  })

function patchWhole(patch: Patch, { id, was, is }: Whole): void {
  const { edits, reading } = patch
  const place = placeIn(patch, id)
  if (was === is) return
  const isEmpty = is === undefined || is === ''
  if (place?.within === 'setting') {
    if (isEmpty) removeSetting(edits, reading, { at: place, within: { from: 0, to: edits.text.length } })
  } else if (place && isEmpty) edits.removeElement(place)
  else if (place && !isEmpty) edits.replace(place, inPlaceText(patch, place, is))
  else if (!isEmpty && was === undefined) addElement(edits, 0, is)
}

/** Records inside their table do not name it. */
function inPlaceText({ edits }: Patch, place: DbmlPlace, text: string): string {
  const indent = edits.indentOf(place.from) ?? ''
  const inner = indent === '' ? text : text.replace(/^records [^(]*\(/, 'records (')
  return inner.replaceAll('\n', `\n${indent}`)
}

export function patchAround(patch: Patch): void {
  const { before, after, edits } = patch
  const [old, now] = [before.schema, after.schema]
  patchGroups(patch)
  const both = <R>(make: (w: DbmlWriter, row: R) => string) => ({
    before: (row: R) => make(before, row),
    after: (row: R) => make(after, row),
  })
  const wholes = [
    ...wholeOf(old.note, now.note, both(noteText)),
    ...wholeOf(old.sample, now.sample, both(recordText)),
    ...wholeOf(old.lineage, now.lineage, both(lineageTextOf)),
  ]
  for (const whole of wholes) patchWhole(patch, whole)
  patchViews(patch)
  for (const project of now.project.values()) {
    const place = placeIn(patch, project.id)
    const [was, is] = [projectText(before), projectText(after)]
    if (was === is) continue
    if (place) edits.replace(place, is)
    else edits.insert(0, `${is}\n\n`)
  }
}

/** What a view shows is its own business in the text: views come, go and are renamed. */
function patchViews(patch: Patch): void {
  const { before, after, edits } = patch
  const [, ...views] = inOrder(after.schema.diagram)
  for (const view of views)
    if (!before.schema.diagram.has(view.id)) addElement(edits, 0, viewText(after, view))
  for (const { id } of before.schema.diagram.values()) {
    const place = placeIn(patch, id)
    if (place && !after.schema.diagram.has(id)) edits.removeElement(place)
  }
}
