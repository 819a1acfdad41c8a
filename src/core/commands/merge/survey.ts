// What a merge would do, object by object, in words: read by the person who decides, before anything is done.
import { rawSql } from '../../model/sqlText'
import type { Edit } from '../../model/edit'
import { inOrder, type Row, type Rows, type Schema } from '../../model/schema'
import { sorted, type Ordered } from '../../model/order'
import type { Relation, Table } from '../../model/records'
import { changesOf, type Merge } from './merge'
import { mergedKinds, type MergedKind } from './pairing'

export type MergeState = 'new' | 'changed' | 'same' | 'missing'

/** Something inside an object that the source does not have. */
export interface MissingPart {
  readonly id: string
  /** "column phone", "index users_email" */
  readonly label: string
}

export interface MergeEntry {
  readonly kind: MergedKind
  /** The id that it has here, or will have. */
  readonly id: string
  readonly name: string
  readonly state: MergeState
  /** What becomes another, in a few words each. */
  readonly changes: readonly string[]
  readonly missing: readonly MissingPart[]
}

/** Kinds whose absence says something: groups, samples and sketches are often not known to a source at all. */
const listedWhenMissing: ReadonlySet<MergedKind> = new Set([
  'table',
  'view',
  'enum',
  'domain',
  'composite',
  'sequence',
  'routine',
  'trigger',
  'relation',
])

const partNouns = {
  columns: 'column',
  uniques: 'unique key',
  checks: 'check',
  exclusions: 'exclusion',
  indexes: 'index',
  policies: 'policy',
  values: 'value',
  fields: 'field',
} as const

type PartList = keyof typeof partNouns

interface Part extends Ordered {
  readonly name: string
}

const partsIn = (row: Row, list: PartList): readonly Part[] =>
  // A row that has such a list has named parts in it.
  (row as unknown as Partial<Record<PartList, readonly Part[]>>)[list] ?? []

const qualified = (schema: Schema, row: { readonly name: string; readonly namespace?: string }): string => {
  const home = row.namespace && schema.namespace.get(row.namespace as Rows['namespace']['id'])
  return home ? `${home.name}.${row.name}` : row.name
}

function columnsText(table: Table | undefined, ids: readonly string[]): string {
  const names = ids.map((id) => table?.columns.find((column) => column.id === id)?.name ?? '')
  return names.length === 1 ? `.${names[0] ?? ''}` : names.length === 0 ? '' : ` (${names.join(', ')})`
}

function relationName(schema: Schema, relation: Relation): string {
  const [from, to] =
    relation.kind === 'foreignKey' ? [relation.child, relation.parent] : [relation.from, relation.to]
  const child = schema.table.get(from.table)
  return `${child?.name ?? ''}${columnsText(child, from.columns)} → ${schema.table.get(to.table)?.name ?? ''}`
}

/** What an object is called in lists. */
function nameIn(schema: Schema, kind: MergedKind, row: Row): string {
  if (kind === 'relation') return relationName(schema, row as Relation)
  if (kind === 'grant') return (row as Rows['grant']).privileges.join(', ')
  if (kind === 'sample') return `rows of ${schema.table.get((row as Rows['sample']).table)?.name ?? ''}`
  if (kind === 'verbatim')
    return rawSql((row as Rows['verbatim']).text)
      .trim()
      .slice(0, 60)
  if (kind === 'trigger') {
    const { name, on } = row as Rows['trigger']
    const owner = schema.table.get(on as Table['id']) ?? schema.view.get(on as Rows['view']['id'])
    return `${name} on ${owner?.name ?? ''}`
  }
  // What is left has a name, and some of them a namespace.
  return qualified(schema, row as unknown as { readonly name: string; readonly namespace?: string })
}

const fieldWords: Readonly<Record<string, string>> = {
  nullable: 'NULL',
  onDelete: 'on delete',
  onUpdate: 'on update',
  query: 'query',
  definition: 'definition',
  primaryKey: 'primary key',
}

function shown(value: unknown): string | undefined {
  if (typeof value === 'string') return value.length > 40 ? undefined : value === '' ? 'none' : value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value === undefined) return 'none'
  if (typeof value === 'object' && value !== null && 'raw' in value && typeof value.raw === 'string')
    return value.raw
  if (typeof value === 'object' && value !== null && Object.keys(value).join() === 'parts') {
    // Nothing else in the model has parts and nothing beside them.
    const text = rawSql(value as Parameters<typeof rawSql>[0]).trim()
    return text.length > 40 ? undefined : text
  }
  return undefined
}

function fieldChange({ field = '', before, after }: Edit): string {
  if (field === 'nullable') return after === true ? 'may be NULL' : 'NOT NULL'
  if (field === 'order') return 'another place'
  const word = fieldWords[field] ?? field
  const [was, is] = [shown(before), shown(after)]
  return was === undefined || is === undefined ? word : `${word} ${was} → ${is}`
}

function partChange(edit: Edit, before: Row, after: Row): string {
  const list = edit.part?.list as PartList
  const noun = partNouns[list]
  const find = (row: Row) => partsIn(row, list).find(({ id }) => id === edit.part?.id)?.name
  const name = find(after) ?? find(before) ?? ''
  const said = `${noun} ${name}`.trim()
  if (edit.field !== undefined) return `${said}: ${fieldChange(edit)}`
  return edit.before === undefined ? `new ${said}` : `${said} goes`
}

function changesIn(kind: MergedKind, before: Row, after: Row): readonly string[] {
  if (kind === 'relation' && (before as Relation).kind !== (after as Relation).kind)
    return ['the drawn line becomes a foreign key']
  const edits = changesOf(kind, before, after)
  return edits.map((edit) => (edit.part ? partChange(edit, before, after) : fieldChange(edit)))
}

/** Parts of what both have that the source lacks. */
function missingParts(mine: Row, theirs: Row): readonly MissingPart[] {
  const parts: MissingPart[] = []
  if ('primaryKey' in mine && 'columns' in theirs && !('primaryKey' in theirs))
    parts.push({ id: mine.primaryKey.id, label: 'primary key' })
  const isView = 'query' in mine
  for (const list of Object.keys(partNouns) as PartList[]) {
    if (isView && list === 'columns') continue
    const known = new Set(partsIn(theirs, list).map(({ id }) => id))
    for (const { id, name } of partsIn(mine, list))
      if (!known.has(id)) parts.push({ id, label: `${partNouns[list]} ${name}`.trim() })
  }
  return parts
}

/** What goes with a table that is missing is not listed beside it. */
function isListed(kind: MergedKind, row: Row, isGone: (id: string) => boolean): boolean {
  if (!listedWhenMissing.has(kind)) return false
  if (kind === 'trigger') return !isGone((row as Rows['trigger']).on)
  if (kind !== 'relation') return true
  const relation = row as Relation
  return relation.kind === 'foreignKey' && !isGone(relation.child.table) && !isGone(relation.parent.table)
}

export function surveyOf(merge: Merge): readonly MergeEntry[] {
  const entries: MergeEntry[] = []
  for (const kind of mergedKinds) {
    for (const row of sorted(merge.theirs[kind].values() as Iterable<Row & Ordered>)) {
      const mine = (merge.mine[kind] as ReadonlyMap<string, Row>).get(row.id)
      const after = mine && merge.combined(kind, row as Rows[typeof kind])
      const changes = mine && after ? changesIn(kind, mine, after) : []
      entries.push({
        kind,
        id: row.id,
        name: nameIn(merge.theirs, kind, row),
        state: !mine ? 'new' : changes.length > 0 ? 'changed' : 'same',
        changes,
        missing: mine ? missingParts(mine, row) : [],
      })
    }
    const isGone = (id: string): boolean => !merge.isShared(id)
    for (const row of inOrder<Row & Ordered>(merge.mine[kind])) {
      if (merge.isShared(row.id) || !isListed(kind, row, isGone)) continue
      entries.push({
        kind,
        id: row.id,
        name: nameIn(merge.mine, kind, row),
        state: 'missing',
        changes: [],
        missing: [],
      })
    }
  }
  return entries
}
