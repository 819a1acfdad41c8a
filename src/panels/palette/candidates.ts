// All that can be found: every action, table, column, view, enum, note and area. Built once per schema and kept.
import type { Action } from '../../state/action'
import { groupLabels } from '../../state/action'
import { displayName } from '../../core/model/query'
import { inOrder, type Schema } from '../../core/model/schema'
import { databaseFaces, databaseObjectName } from '../../state/databaseObjects'
import { databaseKinds, type DatabaseObject, type Selectable } from '../../state/selection'
import type { DiagramId, RoutineId, VerbatimId } from '../../core/model/id'
import type { Ordered } from '../../core/model/order'

export type Target =
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'object'; readonly object: Selectable; readonly part?: string }
  | { readonly kind: 'diagram'; readonly diagram: DiagramId }
  | { readonly kind: 'statement'; readonly id: RoutineId | VerbatimId }

export type Group = 'tables' | 'columns' | 'views' | 'enums' | 'database' | 'notes' | 'diagrams' | 'actions'

export interface Candidate {
  readonly id: string
  readonly group: Group
  readonly label: string
  readonly detail: string
  readonly words: string
  readonly target: Target
}

interface Owner {
  readonly id: Selectable
  readonly name: string
  readonly columns: readonly { readonly id: string; readonly name: string }[]
}

const columnsOf = ({ id, name, columns }: Owner): Candidate[] =>
  columns.map((column) => ({
    id: column.id,
    group: 'columns',
    label: column.name,
    detail: name,
    words: '',
    target: { kind: 'object', object: id, part: column.id },
  }))

const plural = (count: number, one: string): string => `${String(count)} ${one}${count === 1 ? '' : 's'}`

/** Domains, roles, routines…: what a database holds and no diagram shows. */
function* fromDatabase(schema: Schema): Generator<Candidate> {
  for (const kind of databaseKinds) {
    const { one } = databaseFaces[kind]
    const detail = one.charAt(0).toUpperCase() + one.slice(1)
    for (const { id } of inOrder<Ordered & { readonly id: DatabaseObject }>(schema[kind])) {
      const shown = { label: databaseObjectName(schema, id), detail, words: '' }
      yield { id, group: 'database', ...shown, target: { kind: 'object', object: id } }
    }
  }
  for (const { id, name, routine, comment } of inOrder(schema.routine)) {
    const detail = routine.charAt(0).toUpperCase() + routine.slice(1)
    yield { id, group: 'database', label: name, detail, words: comment, target: { kind: 'statement', id } }
  }
}

function fromSchema(schema: Schema): readonly Candidate[] {
  const found: Candidate[] = []
  const add = (group: Group, object: Selectable, shown: Pick<Candidate, 'label' | 'detail' | 'words'>) => {
    found.push({ id: object, group, ...shown, target: { kind: 'object', object } })
  }
  for (const { id, columns, comment } of inOrder(schema.table)) {
    add('tables', id, {
      label: displayName(schema, id),
      detail: plural(columns.length, 'column'),
      words: comment,
    })
  }
  for (const { id, comment } of inOrder(schema.view)) {
    add('views', id, { label: displayName(schema, id), detail: 'View', words: comment })
  }
  for (const { id, values } of inOrder(schema.enum)) {
    const words = values.map((value) => value.name).join(' ')
    add('enums', id, { label: displayName(schema, id), detail: plural(values.length, 'value'), words })
  }
  found.push(...fromDatabase(schema))
  for (const { id, name, text } of inOrder(schema.note)) {
    add('notes', id, { label: name || text.slice(0, 80), detail: 'Note', words: text })
  }
  for (const { id, group } of schema.area.values()) {
    add('notes', id, { label: schema.group.get(group)?.name ?? '', detail: 'Subject area', words: '' })
  }
  for (const { id, name } of inOrder(schema.diagram)) {
    found.push({
      id,
      group: 'diagrams',
      label: name,
      detail: 'Diagram',
      words: '',
      target: { kind: 'diagram', diagram: id },
    })
  }
  for (const table of inOrder(schema.table)) found.push(...columnsOf(table))
  for (const view of inOrder(schema.view)) found.push(...columnsOf(view))
  return found
}

const known = new WeakMap<Schema, readonly Candidate[]>()

export function objectCandidates(schema: Schema): readonly Candidate[] {
  const before = known.get(schema)
  if (before) return before
  const found = fromSchema(schema)
  known.set(schema, found)
  return found
}

export const actionCandidates = (actions: readonly Action[]): readonly Candidate[] =>
  actions.map((action) => ({
    id: action.id,
    group: 'actions',
    label: action.label,
    detail: groupLabels[action.group],
    words: action.words?.join(' ') ?? '',
    target: { kind: 'action', action },
  }))
