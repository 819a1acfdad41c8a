// Two states of one document, compared by the ids of their records: what was done between them, in a person's words.
import { diffSchemas, type Edit } from '../model/edit'
import { endsOf } from '../model/query'
import { kinds, type Kind, type Row, type Schema } from '../model/schema'
import { fieldWord, kindWords, partName, rowName, valueWord } from './words'

export type DifferenceState = 'new' | 'removed' | 'changed'

/** What happened to one object, and to all that belongs to it. */
export interface Difference {
  readonly id: string
  readonly kind: Kind | 'layout'
  /** "orders", "layout" */
  readonly name: string
  readonly state: DifferenceState
  readonly changes: readonly string[]
}

const layoutKinds: ReadonlySet<Kind> = new Set(['diagram', 'placement', 'area', 'note', 'line'])

interface Home {
  readonly kind: Kind
  readonly id: string
}

interface Sides {
  readonly before: Schema
  readonly after: Schema
}

const rowIn = (schema: Schema, { kind, id }: Home): Row | undefined =>
  (schema[kind] as ReadonlyMap<string, Row>).get(id)

const rowsOf = (sides: Sides, at: Home) => ({
  before: rowIn(sides.before, at),
  after: rowIn(sides.after, at),
})

/** Triggers, relations and rows stand with their table, everything else by itself. */
function homeOf(sides: Sides, at: Home): Home {
  const { before, after } = rowsOf(sides, at)
  const row = after ?? before
  if (!row) return at
  if (at.kind === 'relation' && 'verbs' in row) return { kind: 'table', id: endsOf(row)[0].table }
  if (at.kind === 'sample' && 'table' in row) return { kind: 'table', id: row.table }
  if (at.kind === 'trigger' && 'on' in row) {
    const kind = sides.after.table.has(row.on as never) || sides.before.table.has(row.on as never)
    return { kind: kind ? 'table' : 'view', id: row.on }
  }
  return at
}

const partOf = (row: Row | undefined, part: NonNullable<Edit['part']>): unknown =>
  // The list and the id came from this very record.
  (row as unknown as Readonly<Record<string, readonly { readonly id: string }[]>> | undefined)?.[
    part.list
  ]?.find(({ id }) => id === part.id)

function fieldChange(edit: Edit, { before, after }: ReturnType<typeof rowsOf>): string {
  const field = edit.field ?? ''
  if (field === 'name')
    return `renamed from ${valueWord(edit.before) ?? ''} to ${valueWord(edit.after) ?? ''}`
  if (field === 'order') return 'moved in its list'
  if (field === 'nullable') return edit.after === true ? 'may be NULL now' : 'must not be NULL now'
  const was = valueWord(edit.before, before && 'columns' in before ? (before as never) : undefined)
  const is = valueWord(edit.after, after && 'columns' in after ? (after as never) : undefined)
  const word = fieldWord(field)
  if (was === undefined || is === undefined || was === is) return `${word} changed`
  if (was === 'none') return `${word} is now ${is}`
  return is === 'none' ? `${word} ${was} removed` : `${word} changed from ${was} to ${is}`
}

function changeOf(sides: Sides, edit: Edit): string {
  const rows = rowsOf(sides, edit)
  const { part } = edit
  if (!part) return fieldChange(edit, rows)
  const row = rows.after ?? rows.before
  if (edit.field === undefined) {
    const isNew = edit.before === undefined
    const name = partName(part.list, isNew ? edit.after : edit.before, isNew ? rows.after : rows.before)
    return `${name} ${isNew ? 'added' : 'removed'}`
  }
  if (edit.field === 'name') {
    const was = partName(part.list, partOf(rows.before, part), rows.before)
    return `${was} renamed to ${valueWord(edit.after) ?? ''}`
  }
  return `${partName(part.list, partOf(row, part), row)}: ${fieldChange(edit, rows)}`
}

interface Group {
  readonly home: Home
  state: DifferenceState
  readonly changes: string[]
}

/** Of a table that came or went: what it is made of. */
function contentsOf(row: Row): readonly string[] {
  if (!('columns' in row) || row.columns.length === 0) return []
  const names = row.columns.map((column) => (typeof column === 'string' ? '' : column.name))
  return [`columns ${names.join(', ')}`]
}

function wholeChange(sides: Sides, edit: Edit, group: Group): void {
  const isNew = edit.before === undefined
  const row = (isNew ? edit.after : edit.before) as Row
  if (group.home.id === edit.id) {
    group.state = isNew ? 'new' : 'removed'
    group.changes.unshift(...contentsOf(row))
    return
  }
  const name = rowName(isNew ? sides.after : sides.before, edit.kind, row)
  group.changes.push(`${kindWords[edit.kind]} ${name} ${isNew ? 'added' : 'removed'}`)
}

function take(sides: Sides, edit: Edit, group: Group): void {
  if (!edit.part && edit.field === undefined) {
    wholeChange(sides, edit, group)
    return
  }
  const change = changeOf(sides, edit)
  const isOwn = group.home.id === edit.id
  const row = rowIn(sides.after, edit) ?? rowIn(sides.before, edit)
  const of = isOwn || !row ? '' : `${kindWords[edit.kind]} ${rowName(sides.after, edit.kind, row)}: `
  const line = `${of}${change}`
  if (!group.changes.includes(line)) group.changes.push(line)
}

const plural = (n: number, word: string): string => `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`

/** Places are counted, not listed: nobody reads where each of a hundred tables went. */
function layoutDifference(edits: readonly Edit[]): Difference | undefined {
  const counts = new Map<string, Set<string>>()
  for (const { kind, id, field, before, after } of edits) {
    const isWhole = field === undefined
    const deed =
      isWhole && before === undefined
        ? 'added'
        : isWhole && after === undefined
          ? 'removed'
          : field === 'x' || field === 'y'
            ? 'moved'
            : 'changed'
    const key = `${kind} ${deed}`
    counts.set(key, (counts.get(key) ?? new Set()).add(id))
  }
  if (counts.size === 0) return undefined
  const changes = Array.from(counts, ([key, ids]) => {
    const [kind = '', deed = ''] = key.split(' ')
    return `${plural(ids.size, kindWords[kind as Kind])} ${deed}`
  })
  return { id: 'layout', kind: 'layout', name: 'Layout', state: 'changed', changes }
}

const ranks: ReadonlyMap<string, number> = new Map(kinds.map((kind, i) => [kind, kind === 'table' ? -1 : i]))

export function differences(before: Schema, after: Schema): readonly Difference[] {
  const sides = { before, after }
  const groups = new Map<string, Group>()
  const layout: Edit[] = []
  for (const edit of diffSchemas(before, after)) {
    if (layoutKinds.has(edit.kind)) {
      layout.push(edit)
      continue
    }
    const home = homeOf(sides, edit)
    const group = groups.get(home.id) ?? { home, state: 'changed', changes: [] }
    groups.set(home.id, group)
    take(sides, edit, group)
  }
  const listed = Array.from(groups.values(), ({ home, state, changes }): Difference => {
    const row = rowIn(after, home) ?? rowIn(before, home)
    const name = row ? rowName(rowIn(after, home) ? after : before, home.kind, row) : ''
    return { id: home.id, kind: home.kind, name, state, changes }
  })
  listed.sort(
    (a, b) =>
      (ranks.get(a.kind) ?? 0) - (ranks.get(b.kind) ?? 0) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  )
  const placed = layoutDifference(layout)
  return placed ? [...listed, placed] : listed
}
