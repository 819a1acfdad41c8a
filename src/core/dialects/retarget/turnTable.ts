// A table in the words of another database.
import { mapTexts } from '../../model/resolve'
import type { Column, IndexPart, Table, TablePartial, View } from '../../model/records'
import type { SqlText } from '../../model/sqlText'
import type { ColumnPlan } from '../write/plan'
import type { Features } from '../write/rules'
import type { Turn } from './turn'

const without = <T extends object, F extends keyof T>(row: T, field: F): Omit<T, F> => {
  const { [field]: _gone, ...rest } = row
  return rest
}

/** The row with a text changed or taken away. */
function withText<R extends object>(row: R, field: keyof R, text: SqlText | undefined): R {
  if (row[field] === text) return row
  // An optional text: its absence is one of its values.
  return (text === undefined ? without(row, field) : { ...row, [field]: text }) as R
}

interface ColumnAt {
  readonly owner: Table | TablePartial
  readonly plan: ColumnPlan | undefined
  readonly turn: Turn
}

const placeOf = (owner: { readonly name: string }, part: { readonly name: string }): string =>
  `${owner.name}.${part.name}`

/** Numbers that were counted by a default or a type of the old database are counted as the new one does. */
function turnIdentity(column: Column, { plan, turn }: ColumnAt): Column {
  if (turn.isOwn) return column
  if (column.identity) {
    return column.identity.style ? { ...column, identity: without(column.identity, 'style') } : column
  }
  if (!plan?.identity) return column
  return { ...without(column, 'default'), identity: without(plan.identity, 'style') }
}

function turnGenerated(column: Column, { owner, plan, turn }: ColumnAt): Column {
  const { features } = turn.pen
  const { generated } = column
  if (!generated || !(features.generatedStored || features.generatedVirtual)) return column
  const expression = turn.said(
    generated.expression,
    { what: 'generation expression', place: placeOf(owner, column), type: column.type },
    // A partial is no record of the database; its id is one of the document all the same.
    { about: owner.id, part: column.id, planned: plan?.generated?.sql },
  )
  if (expression === generated.expression) return column
  return expression ? { ...column, generated: { ...generated, expression } } : without(column, 'generated')
}

function turnTexts(column: Column, { owner, plan, turn }: ColumnAt): Column {
  let next = column
  const at = { about: owner.id, part: column.id }
  const saying = { place: placeOf(owner, column), type: plan?.stored ?? column.type }
  if (next.default && !next.identity) {
    const given = { ...at, planned: next.generated ? undefined : plan?.default }
    next = withText(next, 'default', turn.said(next.default, { ...saying, what: 'default' }, given))
  }
  if (next.onUpdate && turn.pen.features.onUpdate) {
    const given = { ...at, planned: plan?.onUpdate }
    next = withText(next, 'onUpdate', turn.said(next.onUpdate, { ...saying, what: 'ON UPDATE' }, given))
  }
  return next
}

function turnColumn(column: Column, at: ColumnAt): Column {
  const { owner, plan, turn } = at
  const type = turn.type(column.type, {
    about: owner.id,
    part: column.id,
    place: placeOf(owner, column),
    ...(plan && { raw: plan.type }),
  })
  const typed = type === column.type ? column : { ...column, type }
  const counted = turnIdentity(typed, at)
  const held = turnTexts(turnGenerated(counted, at), at)
  // A column that its old database never left empty says so itself: SQLite lets a key hold NULL.
  const said = !turn.isOwn && plan?.nullable === false && held.nullable ? { ...held, nullable: false } : held
  const isForeign = !turn.isOwn && (said.collation !== '' || said.charset !== '')
  return isForeign ? { ...said, collation: '', charset: '' } : said
}

function all<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  const next = list.map(change)
  return next.every((item, i) => item === list[i]) ? list : next
}

/** A collation or an operator class means nothing to another database. */
function turnPart<P extends IndexPart>(part: P): P {
  if (part.collation === undefined && part.operatorClass === undefined) return part
  const { collation: _collation, operatorClass: _operatorClass, ...rest } = part
  // Only optional fields were taken away.
  return rest as unknown as P
}

function withPlainParts<I extends { readonly parts: readonly IndexPart[] }>(index: I): I {
  const parts = all(index.parts, turnPart)
  return parts === index.parts ? index : { ...index, parts }
}

/** What a text belongs to must be something that the target has; else it is not written, and stays as it is. */
const needs: Readonly<Record<string, (features: Features, field: string) => boolean>> = {
  checks: ({ checks }) => checks,
  indexes: (features, field) => (field === 'where' ? features.partialIndexes : features.expressionIndexes),
  exclusions: ({ exclusions }) => exclusions,
  policies: ({ policies }) => policies,
}

const words: Readonly<Record<string, string>> = {
  checks: 'check',
  indexes: 'index',
  exclusions: 'exclusion',
  policies: 'policy',
}

type Constrained = Table | TablePartial | View
type ConstrainedKind = 'table' | 'partial' | 'view'

/** Checks, conditions and expressions of everything in a record but its columns. */
export function turnConditions<R extends Constrained>(kind: ConstrainedKind, row: R, turn: Turn): R {
  if (turn.isOwn) return row
  const gone = new Set<string>()
  // The record keeps its kind: only texts in it are changed.
  const next = mapTexts(kind, row as never, (text, { part, field }) => {
    const isWritten = part && needs[part.list]?.(turn.pen.features, field)
    if (!part || !isWritten) return text
    const named = listOf(row, part.list).find(({ id }) => id === part.id)
    const place = named?.name ? placeOf(row, { name: named.name }) : row.name
    const said = turn.said(
      text,
      { what: words[part.list] ?? 'condition', place, isCondition: field !== 'parts' },
      { about: row.id, part: part.id },
    )
    if (!said) gone.add(part.id)
    return said ?? text
  }) as unknown as R
  return withoutParts(next, gone)
}

type Parts = readonly { readonly id: string; readonly name?: string }[]

// The lists that hold texts hold parts with ids; the names of the lists come from `mapTexts`.
const listOf = (row: Constrained, list: string): Parts =>
  ((row as unknown as Record<string, unknown>)[list] as Parts | undefined) ?? []

function withoutParts<R extends Constrained>(row: R, gone: ReadonlySet<string>): R {
  if (gone.size === 0) return row
  const lists = ['checks', 'indexes', 'exclusions', 'policies'].filter((list) => list in row)
  const kept = lists.map((list) => [list, listOf(row, list).filter(({ id }) => !gone.has(id))])
  // The same lists with fewer of the same parts.
  return { ...row, ...(Object.fromEntries(kept) as object) }
}

export function turnTable(table: Table, turn: Turn): Table {
  const plans = new Map(turn.pen.plan(table).columns.map((plan) => [plan.id, plan]))
  const columns = all(table.columns, (column) =>
    turnColumn(column, { owner: table, plan: plans.get(column.id), turn }),
  )
  const typed = columns === table.columns ? table : { ...table, columns }
  const said = turnConditions('table', typed, turn)
  if (turn.isOwn) return said
  const indexes = all(said.indexes, withPlainParts)
  const exclusions = all(said.exclusions, withPlainParts)
  return indexes === said.indexes && exclusions === said.exclusions ? said : { ...said, indexes, exclusions }
}

export function turnPartial(partial: TablePartial, turn: Turn): TablePartial {
  const columns = all(partial.columns, (column) =>
    turnColumn(column, { owner: partial, plan: undefined, turn }),
  )
  const typed = columns === partial.columns ? partial : { ...partial, columns }
  return turnConditions('partial', typed, turn)
}
