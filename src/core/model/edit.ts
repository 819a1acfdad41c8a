// An edit is a fact about the smallest part that changed: what it was, what it became. Undo, autosave, tab sync,
// the canvas and the activity list all read the same edits. They are plain data.
import { equal } from '../lib/equal'
import { compareOrder, type Ordered } from './order'
import { joinedSplice, spliceBetween, spliced, type Splice } from './splice'
import { partLists, type AnyId, type Kind, type Row, type Rows, type Schema } from './schema'

/** `undefined` before: it was made; `undefined` after: it was removed (or, for a field, is absent). */
export interface Edit {
  readonly kind: Kind
  readonly id: AnyId
  /** The part inside the record (a column, a key, an enum value); absent: the record itself. */
  readonly part?: { readonly list: string; readonly id: string }
  /** The field of the record or part; absent: all of it. */
  readonly field?: string
  /** A place in a long text: `before` and `after` are then the pieces that stood and stand there. */
  readonly at?: number
  readonly before: unknown
  readonly after: unknown
}

export type Edits = readonly Edit[]

type Fields = Readonly<Record<string, unknown>>

// A record seen as its fields: edits are generic over kinds, and every path they carry came from `diffRow`.
const fieldsOf = (row: object): Fields => row as Fields
const partsOf = (row: Fields, list: string): readonly Ordered[] => row[list] as readonly Ordered[]
const listsOf = (kind: Kind): readonly string[] => partLists[kind]

/** The text of a document as its author wrote it grows long: each key pressed would keep all of it twice. */
const isLongText = ({ kind, field }: Pick<Edit, 'kind' | 'field'>): boolean =>
  kind === 'source' && field === 'text'

// Made by `diffFields` of two texts, and checked by whoever reads edits from a disk.
const spliceOf = ({ at = 0, before, after }: Edit): Splice => ({
  at,
  before: before as string,
  after: after as string,
})

const valueAfter = (value: unknown, edit: Edit): unknown =>
  edit.at === undefined ? edit.after : spliced(String(value), spliceOf(edit))

function withField(row: Fields, field: string, value: unknown): Fields {
  if (value !== undefined) return { ...row, [field]: value }
  const { [field]: _gone, ...rest } = row
  return rest
}

type PartPath = NonNullable<Edit['part']>

function withPart(row: Fields, { list, id }: PartPath, part: Ordered | undefined): Fields {
  const rest = partsOf(row, list).filter((other) => other.id !== id)
  if (part) {
    const at = rest.findIndex((other) => compareOrder(part, other) < 0)
    rest.splice(at < 0 ? rest.length : at, 0, part)
  }
  return { ...row, [list]: rest }
}

/** One record after one edit of it. */
function editRow(row: Fields | undefined, edit: Edit): Fields | undefined {
  const { part, field, after } = edit
  if (!part && field === undefined) return after as Fields | undefined
  if (!row) throw new Error(`Edit of a record that does not exist: ${String(field ?? part?.id)}`)
  if (!part) return withField(row, field ?? '', valueAfter(row[field ?? ''], edit))
  if (field === undefined) return withPart(row, part, after as Ordered | undefined)
  const before = partsOf(row, part.list).find((other) => other.id === part.id)
  if (!before) throw new Error(`Edit of a part that does not exist: ${part.id}`)
  // Only a field of the part changes, so it stays an ordered part.
  return withPart(row, part, withField(fieldsOf(before), field, after) as unknown as Ordered)
}

export function applyEdits(schema: Schema, edits: Edits): Schema {
  if (edits.length === 0) return schema
  const copies = new Map<Kind, Map<string, Row>>()
  for (const edit of edits) {
    let rows = copies.get(edit.kind)
    if (!rows) copies.set(edit.kind, (rows = new Map<string, Row>(schema[edit.kind])))
    const before = rows.get(edit.id)
    const after = editRow(before && fieldsOf(before), edit)
    if (after === undefined) rows.delete(edit.id)
    // Every edit keeps a record within its kind.
    else rows.set(edit.id, after as unknown as Row)
  }
  return { ...schema, ...Object.fromEntries(copies) }
}

const invertOne = (edit: Edit): Edit => ({ ...edit, before: edit.after, after: edit.before })

export const invert = (edits: Edits): Edits => edits.map(invertOne).reverse()

interface Change {
  readonly before: Fields
  readonly after: Fields
}

type RecordPath = Pick<Edit, 'kind' | 'id'>

function diffFields(
  at: Omit<Edit, 'before' | 'after'>,
  { before, after }: Change,
  skip: readonly string[],
): Edit[] {
  const edits: Edit[] = []
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (field === 'id' || skip.includes(field) || equal(before[field], after[field])) continue
    edits.push(fieldEdit({ ...at, field, before: before[field], after: after[field] }))
  }
  return edits
}

function fieldEdit(edit: Edit): Edit {
  const { before, after } = edit
  if (!isLongText(edit) || typeof before !== 'string' || typeof after !== 'string') return edit
  return { ...edit, ...spliceBetween(before, after) }
}

function diffParts(at: RecordPath, list: string, { before, after }: Change): Edit[] {
  if (before[list] === after[list]) return []
  const edits: Edit[] = []
  const old = new Map(partsOf(before, list).map((part) => [part.id, part]))
  const now = new Map(partsOf(after, list).map((part) => [part.id, part]))
  for (const [id, part] of old) {
    if (!now.has(id)) edits.push({ ...at, part: { list, id }, before: part, after: undefined })
  }
  for (const [id, part] of now) {
    const was = old.get(id)
    if (!was) edits.push({ ...at, part: { list, id }, before: undefined, after: part })
    else if (was !== part) {
      const change = { before: fieldsOf(was), after: fieldsOf(part) }
      edits.push(...diffFields({ ...at, part: { list, id } }, change, []))
    }
  }
  return edits
}

/** The smallest edits that lead from one state of a record to another. */
export function diffRow(at: RecordPath, before: Row | undefined, after: Row | undefined): Edits {
  if (before === after) return []
  if (!before || !after) return [{ ...at, before, after }]
  const lists = listsOf(at.kind)
  const change = { before: fieldsOf(before), after: fieldsOf(after) }
  return [...diffFields(at, change, lists), ...lists.flatMap((list) => diffParts(at, list, change))]
}

/** First and last state of one record, when one of its edits tells a whole state to count from. */
function endsOf(edits: Edits): { first: Fields | undefined; last: Fields | undefined } | undefined {
  const at = edits.findIndex((edit) => !edit.part && edit.field === undefined)
  const anchor = edits[at]
  if (!anchor) return undefined
  let first = anchor.before as Fields | undefined
  for (const edit of edits.slice(0, at).reverse()) first = editRow(first, invertOne(edit))
  let last = anchor.after as Fields | undefined
  for (const edit of edits.slice(at + 1)) last = editRow(last, edit)
  return { first, last }
}

/** The edits of one part brought together in the same way. */
function squashPart(edits: Edits): Edits {
  const at = edits.findIndex((edit) => edit.field === undefined)
  const anchor = edits[at]
  if (!anchor) return squashFields(edits)
  const step = (part: unknown, edit: Edit): unknown =>
    edit.field === undefined ? edit.after : withField(fieldsOf(part as object), edit.field, edit.after)
  const before = edits.slice(0, at).reverse().map(invertOne).reduce(step, anchor.before)
  const after = edits.slice(at + 1).reduce(step, anchor.after)
  if (before === undefined && after === undefined) return []
  const { field: _field, ...where } = anchor
  if (before === undefined || after === undefined) return [{ ...where, before, after }]
  return diffFields(where, { before: fieldsOf(before as object), after: fieldsOf(after as object) }, [])
}

function squashFields(edits: Edits): Edits {
  const byField = new Map<string, Edit>()
  const splices: Edit[] = []
  for (const edit of edits) {
    const key = edit.field ?? ''
    if (edit.at === undefined) byField.set(key, { ...edit, before: (byField.get(key) ?? edit).before })
    else addSplice(splices, edit)
  }
  return [...byField.values(), ...splices].filter((edit) => !equal(edit.before, edit.after))
}

/** Places in a text that touch become one; others stay apart, in the order in which they came. */
function addSplice(splices: Edit[], edit: Edit): void {
  const last = splices.at(-1)
  const joined = last && last.field === edit.field ? joinedSplice(spliceOf(last), spliceOf(edit)) : undefined
  if (joined) splices.splice(-1, 1, { ...edit, ...joined })
  else splices.push(edit)
}

function groupBy(edits: Edits, keyOf: (edit: Edit) => string): Edits[] {
  const groups = new Map<string, Edit[]>()
  for (const edit of edits) {
    const key = keyOf(edit)
    const group = groups.get(key)
    if (group) group.push(edit)
    else groups.set(key, [edit])
  }
  return [...groups.values()]
}

function squashRow(edits: Edits): Edits {
  const [sample] = edits
  if (!sample || edits.length === 1) return edits
  const ends = endsOf(edits)
  // The states came from edits of this very kind.
  if (ends) {
    const at = { kind: sample.kind, id: sample.id }
    return diffRow(at, ends.first as unknown as Row, ends.last as unknown as Row)
  }
  return groupBy(edits, ({ part }) => (part ? `${part.list}/${part.id}` : '')).flatMap((group) =>
    group[0]?.part ? squashPart(group) : squashFields(group),
  )
}

/** Several lists of edits as one: what was made and removed again drops out. */
export function squash(...lists: readonly Edits[]): Edits {
  return groupBy(lists.flat(), ({ kind, id }) => `${kind}/${id}`).flatMap(squashRow)
}

/** What leads from one schema to another, record by record; untouched maps cost nothing. */
export function diffSchemas(before: Schema, after: Schema): Edits {
  const edits: Edit[] = []
  for (const kind of Object.keys(partLists) as (keyof Rows)[]) {
    if (before[kind] === after[kind]) continue
    const old: ReadonlyMap<string, Row> = before[kind]
    const now: ReadonlyMap<string, Row> = after[kind]
    for (const [id, row] of old)
      if (!now.has(id)) edits.push(...diffRow({ kind, id: id as AnyId }, row, undefined))
    for (const [id, row] of now) edits.push(...diffRow({ kind, id: id as AnyId }, old.get(id), row))
  }
  return edits
}
