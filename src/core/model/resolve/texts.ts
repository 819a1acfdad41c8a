// Every SQL text of a record, with the place where it stands: one list, so that no text is ever forgotten.
import type { IndexPart } from '../records'
import type { Kind, Row, RowId, Rows } from '../schema'
import type { SqlText } from '../sqlText'

/** Where in its record a text stands. */
export interface TextAt {
  readonly part?: { readonly list: string; readonly id: string }
  readonly field: string
  readonly form: 'expression' | 'statement'
  /** Its value belongs to this column, so that a plain string may be a value of the column's enum. */
  readonly isValue?: true
}

export type ChangeText = (text: SqlText, at: TextAt) => SqlText

type MapTexts<R> = (row: R, change: ChangeText) => R

/** Changes one optional text of a row; the same row comes back when it stays. */
function one<R extends object>(row: R, field: keyof R & string, change: (text: SqlText) => SqlText): R {
  // Callers name fields that hold SQL only.
  const before = row[field] as SqlText | undefined
  const after = before && change(before)
  return after === before ? row : { ...row, [field]: after }
}

function all<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  const next = list.map(change)
  return next.every((item, i) => item === list[i]) ? list : next
}

const set = <R extends object, F extends keyof R>(row: R, field: F, value: R[F]): R =>
  row[field] === value ? row : { ...row, [field]: value }

type ColumnRow = Rows['table']['columns'][number]

function inColumn(list: string, column: ColumnRow, change: ChangeText): ColumnRow {
  const part = { list, id: column.id }
  const at = (field: string, isValue = true): TextAt => ({
    part,
    field,
    form: 'expression',
    ...(isValue && { isValue }),
  })
  let next = one(column, 'default', (text) => change(text, at('default')))
  next = one(next, 'onUpdate', (text) => change(text, at('onUpdate')))
  const { generated } = next
  if (!generated) return next
  return set(
    next,
    'generated',
    set(generated, 'expression', change(generated.expression, at('generated', false))),
  )
}

function inIndexParts<P extends IndexPart>(
  parts: readonly P[],
  change: (text: SqlText) => SqlText,
): readonly P[] {
  return all(parts, (part) => {
    if ('column' in part.on) return part
    const expression = change(part.on.expression)
    return expression === part.on.expression ? part : { ...part, on: { expression } }
  })
}

interface Indexed {
  readonly id: string
  readonly parts: readonly IndexPart[]
  readonly where?: SqlText
}

function inIndexes<I extends Indexed>(list: string, indexes: readonly I[], change: ChangeText): readonly I[] {
  return all(indexes, (index) => {
    const part = { list, id: index.id }
    const parts = inIndexParts(index.parts, (text) =>
      change(text, { part, field: 'parts', form: 'expression' }),
    )
    const where = index.where && change(index.where, { part, field: 'where', form: 'expression' })
    if (parts === index.parts && where === index.where) return index
    return { ...index, parts, ...(where && { where }) }
  })
}

interface Checked {
  readonly id: string
  readonly expression: SqlText
}

const inChecks = <C extends Checked>(checks: readonly C[], change: ChangeText): readonly C[] =>
  all(checks, (check) =>
    set(
      check,
      'expression',
      change(check.expression, {
        part: { list: 'checks', id: check.id },
        field: 'expression',
        form: 'expression',
      }),
    ),
  )

function inPolicies(policies: Rows['table']['policies'], change: ChangeText) {
  return all(policies, (policy) => {
    const at = (field: string): TextAt => ({
      part: { list: 'policies', id: policy.id },
      field,
      form: 'expression',
    })
    return one(
      one(policy, 'using', (text) => change(text, at('using'))),
      'check',
      (text) => change(text, at('check')),
    )
  })
}

function inPartitions(table: Rows['table'], change: ChangeText): Rows['table'] {
  const at: TextAt = { field: 'partitioning', form: 'expression' }
  const { partitioning, partitionOf } = table
  let next = table
  if (partitioning) {
    const parts = inIndexParts(partitioning.parts, (text) => change(text, at))
    next = set(
      next,
      'partitioning',
      one(set(partitioning, 'parts', parts), 'definition', (text) => change(text, at)),
    )
  }
  if (!partitionOf) return next
  const bounds = change(partitionOf.bounds, { field: 'partitionOf', form: 'expression' })
  return set(next, 'partitionOf', set(partitionOf, 'bounds', bounds))
}

function inTable(table: Rows['table'], change: ChangeText): Rows['table'] {
  let next = inPartitions(table, change)
  next = set(
    next,
    'columns',
    all(next.columns, (column) => inColumn('columns', column, change)),
  )
  next = set(next, 'checks', inChecks(next.checks, change))
  next = set(next, 'exclusions', inIndexes('exclusions', next.exclusions, change))
  next = set(next, 'indexes', inIndexes('indexes', next.indexes, change))
  return set(next, 'policies', inPolicies(next.policies, change))
}

const statement = (field: string): TextAt => ({ field, form: 'statement' })
const same = <R>(row: R): R => row

/** Answers for every kind: a new one does not compile until it says where its SQL is. */
const maps: { readonly [K in Kind]: MapTexts<Rows[K]> } = {
  project: same,
  namespace: same,
  group: same,
  extension: same,
  role: same,
  enum: same,
  domain: (row, change) =>
    set(
      one(row, 'default', (text) => change(text, { field: 'default', form: 'expression', isValue: true })),
      'checks',
      inChecks(row.checks, change),
    ),
  composite: same,
  sequence: same,
  partial: (row, change) => {
    const columns = all(row.columns, (column) => inColumn('columns', column, change))
    const next = set(set(row, 'columns', columns), 'checks', inChecks(row.checks, change))
    return set(next, 'indexes', inIndexes('indexes', next.indexes, change))
  },
  table: inTable,
  relation: same,
  view: (row, change) =>
    set(
      one(row, 'query', (text) => change(text, statement('query'))),
      'indexes',
      inIndexes('indexes', row.indexes, change),
    ),
  routine: (row, change) => one(row, 'definition', (text) => change(text, statement('definition'))),
  trigger: (row, change) => one(row, 'definition', (text) => change(text, statement('definition'))),
  grant: same,
  sample: same,
  lineage: same,
  verbatim: (row, change) => one(row, 'text', (text) => change(text, statement('text'))),
  source: same,
  diagram: same,
  placement: same,
  area: same,
  note: same,
  line: same,
}

/** The record with each of its texts changed; the same record when none did. */
export const mapTexts = <K extends Kind>(kind: K, row: Rows[K], change: ChangeText): Rows[K] =>
  maps[kind](row, change)

export interface FoundText {
  readonly text: SqlText
  readonly at: TextAt
}

const known = new WeakMap<Row, readonly FoundText[]>()

/** Every text of a record. Remembered for as long as the record lives. */
export function textsOf<K extends Kind>(kind: K, row: Rows[K]): readonly FoundText[] {
  const before = known.get(row)
  if (before) return before
  const found: FoundText[] = []
  mapTexts(kind, row, (text, at) => {
    found.push({ text, at })
    return text
  })
  known.set(row, found)
  return found
}

const knownPlain = new WeakMap<Row, string>()

/** All that is plain text in a record's SQL, in lower case: a name that is no reference stands in here or nowhere. */
export function plainTextOf<K extends Kind>(kind: K, row: Rows[K]): string {
  const before = knownPlain.get(row)
  if (before !== undefined) return before
  const pieces = textsOf(kind, row).flatMap(({ text }) =>
    text.parts.filter((part) => typeof part === 'string'),
  )
  const plain = pieces.join('\u0000').toLowerCase()
  knownPlain.set(row, plain)
  return plain
}

/** Kinds that hold SQL at all. */
export const textKinds = [
  'domain',
  'partial',
  'table',
  'view',
  'routine',
  'trigger',
  'verbatim',
] as const satisfies readonly Kind[]

export type TextKind = (typeof textKinds)[number]

export interface TextPlace extends TextAt {
  readonly kind: TextKind
  readonly id: RowId<TextKind>
}
