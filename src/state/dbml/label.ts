// What was done by typing, in the words of whoever typed it.
import type { Edit, Edits } from '../../core/model/edit'
import type { Kind, Schema } from '../../core/model/schema'

const words: Readonly<Partial<Record<Kind, string>>> = {
  table: 'table',
  enum: 'enum',
  relation: 'relation',
  group: 'subject area',
  note: 'note',
  partial: 'partial',
  project: 'project',
  sample: 'sample rows',
  lineage: 'lineage',
  diagram: 'diagram',
}

const partWords: Readonly<Record<string, string>> = {
  columns: 'column',
  values: 'value',
  indexes: 'index',
  checks: 'check',
  uniques: 'unique key',
}

const nameIn = (row: unknown): string =>
  typeof row === 'object' && row !== null && 'name' in row && typeof row.name === 'string' ? row.name : ''

const called = (word: string, name: string): string => (name.trim() === '' ? word : `${word} ${name}`)

const rowOf = (schema: Schema, { kind, id }: Edit): unknown => {
  const rows: ReadonlyMap<string, unknown> = schema[kind]
  return rows.get(id)
}

function partPhrase(edit: Edit, schema: Schema): string {
  const { part, field, before, after } = edit
  const word = partWords[part?.list ?? ''] ?? 'part'
  const owner = nameIn(rowOf(schema, edit))
  if (field === undefined && before === undefined) return `add ${called(word, nameIn(after))} to ${owner}`
  if (field === undefined && after === undefined) return `delete ${called(word, nameIn(before))} of ${owner}`
  if (field === 'name') return `rename ${String(before)} to ${String(after)} in ${owner}`
  const list: unknown = Reflect.get(Object(rowOf(schema, edit)), part?.list ?? '')
  const parts: readonly unknown[] = Array.isArray(list) ? list : []
  const own = parts.find(
    (one) => typeof one === 'object' && one !== null && Reflect.get(one, 'id') === part?.id,
  )
  return `change ${called(word, nameIn(own))} of ${owner}`
}

function phrase(edit: Edit, schema: Schema): string | undefined {
  const word = words[edit.kind]
  if (word === undefined) return undefined
  if (edit.part) return partPhrase(edit, schema)
  const { field, before, after } = edit
  if (field === 'order') return undefined
  if (field === undefined && before === undefined) return `add ${called(word, nameIn(after))}`
  if (field === undefined && after === undefined) return `delete ${called(word, nameIn(before))}`
  if (field === 'name') return `rename ${String(before)} to ${String(after)}`
  return `change ${called(word, nameIn(rowOf(schema, edit)))}`
}

const weights = ['rename', 'delete', 'add', 'change'] as const
const weightOf = (text: string): number => weights.findIndex((word) => text.startsWith(word))

/** `schema` holds what the edits led to. */
export function labelOf(edits: Edits, schema: Schema): string {
  const all = new Set(edits.flatMap((edit) => phrase(edit, schema) ?? []))
  const [first, ...more] = [...all].sort((a, b) => weightOf(a) - weightOf(b))
  if (first === undefined) return 'Edit DBML'
  return `Edit DBML: ${first}${more.length === 0 ? '' : ` and ${String(more.length)} more`}`
}
