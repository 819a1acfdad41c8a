// One table as the target will have it: keys, checks and indexes on top of its columns.
import { isIdOf } from '../../model/id'
import type {
  Check,
  Enforcement,
  Exclusion,
  Index,
  IndexPart,
  Key,
  Table,
  UniqueKey,
  View,
} from '../../model/records'
import { isSqlRef } from '../../model/sqlText'
import { lacking } from './lacking'
import type { At, Pen } from './pen'
import type {
  CheckPlan,
  ColumnPlan,
  ExclusionPlan,
  IndexPartPlan,
  IndexPlan,
  KeyPlan,
  TablePlan,
} from './plan'
import { planColumn, said } from './planColumn'
import { some } from './some'

type Columns = ReadonlyMap<string, ColumnPlan>

const present = <T>(values: readonly (T | undefined)[]): T[] => values.filter((value) => value !== undefined)

/** Deferrable only where the target can be so. */
export function deferrableFor(rule: Enforcement, at: At, pen: Pen) {
  const feature = 'child' in rule ? 'deferrableForeignKeys' : 'deferrableKeys'
  return rule.deferrable && !lacking(feature, at, pen) ? rule.deferrable : undefined
}

export function stateFor(rule: Enforcement, at: At, pen: Pen): Enforcement['state'] {
  const { state } = rule
  const of = 'child' in rule ? 'notEnforced' : 'notEnforcedChecks'
  if (state === 'notValidated' && lacking('notValid', at, pen)) return undefined
  if (state === 'notEnforced' && lacking(of, at, pen)) return undefined
  return state
}

const isUnique = (key: Key | UniqueKey): key is UniqueKey => 'nullsNotDistinct' in key

/** Where a part of a table or view stands, with the columns that it may name. */
export interface Ground {
  readonly owner: Table | View
  readonly columns: Columns
  readonly pen: Pen
}

function planKey(
  key: Key | UniqueKey,
  isPrimary: boolean,
  { owner: table, columns, pen }: Ground,
): KeyPlan | undefined {
  const at = { about: table.id, part: key.id }
  const parts = key.parts.flatMap(({ column, sort, length }) => {
    const plan = columns.get(column)
    if (!plan) return []
    if (sort === 'desc' && lacking('keyOrder', at, pen)) return [{ column: plan }]
    return [{ column: plan, ...some('sort', sort), ...some('length', length) }]
  })
  if (parts.length === 0) return undefined
  const include = key.include.length > 0 && !lacking('keyIncludes', at, pen)
  const asksNulls = isUnique(key) && key.nullsNotDistinct === true
  const overlaps = key.withoutOverlaps === true && !lacking('withoutOverlaps', at, pen)
  if (key.comment !== '' && pen.options.comments) lacking('constraintComments', at, pen)
  return {
    key,
    id: key.id,
    isPrimary,
    name: pen.naming.of(key.id) ?? '',
    parts,
    include: include ? present(key.include.map((id) => columns.get(id))) : [],
    nullsNotDistinct: asksNulls && !lacking('nullsNotDistinct', at, pen),
    withoutOverlaps: overlaps,
    ...some('deferrable', deferrableFor(key, at, pen)),
  }
}

function planCheck(check: Check, table: Table, pen: Pen): CheckPlan | undefined {
  const at = { about: table.id, part: check.id }
  if (lacking('checks', at, pen)) return undefined
  const sql = said({ what: 'check', text: check.expression }, at, pen)
  if (sql === undefined) return undefined
  if (check.comment !== '' && pen.options.comments) lacking('constraintComments', at, pen)
  return {
    check,
    id: check.id,
    name: pen.naming.of(check.id) ?? '',
    sql,
    columns: check.expression.parts.flatMap((part) =>
      isSqlRef(part) && isIdOf('column', part.to) ? [part.to] : [],
    ),
    ...some('state', stateFor(check, at, pen)),
    noInherit: check.noInherit === true && !lacking('checkNoInherit', at, pen),
  }
}

function planPart(part: IndexPart, at: At, { columns, pen }: Ground): IndexPartPlan | undefined {
  const { on } = part
  const column = 'column' in on ? columns.get(on.column) : undefined
  let sql = column?.sql
  if ('expression' in on) {
    if (lacking('expressionIndexes', at, pen)) return undefined
    sql = said({ what: 'expression', text: on.expression }, at, pen)
  }
  if (sql === undefined) return undefined
  const nulls = part.nulls && !lacking('nullsOrder', at, pen) ? part.nulls : undefined
  const operatorClass =
    part.operatorClass && (!pen.isOwn || lacking('operatorClasses', at, pen)) ? '' : part.operatorClass
  const collation =
    part.collation && (!pen.isOwn || lacking('indexCollations', at, pen)) ? '' : part.collation
  return {
    part,
    sql,
    ...some('column', column),
    ...some('sort', part.sort === 'desc' && lacking('indexOrder', at, pen) ? undefined : part.sort),
    ...some('nulls', nulls),
    ...some('operatorClass', operatorClass === '' ? undefined : operatorClass),
    ...some('collation', collation === '' ? undefined : collation),
    ...some('length', part.length),
  }
}

/** An index as far as the target can have it; undefined, with a notice, where it cannot at all. */
export function planIndex(index: Index, ground: Ground): IndexPlan | undefined {
  const { owner, columns, pen } = ground
  const at = { about: owner.id, part: index.id }
  if (lacking('indexes', at, pen)) return undefined
  const parts = index.parts.map((part) => planPart(part, at, ground))
  if (parts.length === 0 || parts.includes(undefined)) return undefined
  if (index.where && lacking('partialIndexes', at, pen)) return undefined
  const where = index.where && said({ what: 'condition', text: index.where }, at, pen)
  if (index.where && where === undefined) return undefined
  const include = index.include.length > 0 && !lacking('indexIncludes', at, pen)
  const asksNulls = index.nullsNotDistinct === true
  if (index.comment !== '' && pen.options.comments) lacking('indexComments', at, pen)
  return {
    index,
    id: index.id,
    name: pen.naming.of(index.id) ?? '',
    on: pen.object(owner),
    home: pen.home(owner.namespace),
    unique: index.unique,
    method: index.method.toLowerCase(),
    parts: present(parts),
    include: include ? present(index.include.map((id) => columns.get(id)?.sql)) : [],
    ...some('where', where),
    nullsNotDistinct: asksNulls && !lacking('nullsNotDistinct', at, pen),
    invisible: index.invisible === true && !lacking('invisibleIndexes', at, pen),
  }
}

function planExclusion(exclusion: Exclusion, ground: Ground): ExclusionPlan | undefined {
  const { owner: table, pen } = ground
  const at = { about: table.id, part: exclusion.id }
  if (lacking('exclusions', at, pen)) return undefined
  const parts = exclusion.parts.map((part) => {
    const plan = planPart(part, at, ground)
    if (!plan) return undefined
    const on = plan.column ? plan.sql : `(${plan.sql})`
    return [on, plan.operatorClass, 'WITH', part.operator].filter((word) => word).join(' ')
  })
  if (parts.length === 0 || parts.includes(undefined)) return undefined
  const where = exclusion.where && said({ what: 'condition', text: exclusion.where }, at, pen)
  const deferrable = deferrableFor(exclusion, at, pen)
  const using = `EXCLUDE USING ${exclusion.method} (${parts.join(', ')})`
  const sql = `CONSTRAINT ${pen.part(exclusion.id)} ${using}${where ? ` WHERE (${where})` : ''}${deferrable ? deferral(deferrable) : ''}`
  return { exclusion, id: exclusion.id, sql }
}

export const deferral = (deferrable: NonNullable<Enforcement['deferrable']>): string =>
  deferrable === 'initiallyDeferred' ? ' DEFERRABLE INITIALLY DEFERRED' : ' DEFERRABLE'

export function planTable(table: Table, keyed: ReadonlySet<string>, pen: Pen): TablePlan {
  const planned = table.columns.map((column) =>
    planColumn({ column, table, isKeyed: keyed.has(column.id) }, pen),
  )
  const columns = new Map(planned.map(({ plan }) => [plan.id, plan]))
  const ground: Ground = { owner: table, columns, pen }
  const primary = table.primaryKey ? planKey(table.primaryKey, true, ground) : undefined
  const uniques = table.uniques.map((key) => planKey(key, false, ground))
  const own = present(table.checks.map((check) => planCheck(check, table, pen)))
  return {
    table,
    name: pen.naming.of(table.id) ?? '',
    sql: pen.object(table),
    columns: planned.map(({ plan }) => plan),
    keys: present([primary, ...uniques]),
    checks: [...own, ...(pen.features.checks ? planned.flatMap(({ checks }) => checks) : [])],
    exclusions: present(table.exclusions.map((exclusion) => planExclusion(exclusion, ground))),
    indexes: present(table.indexes.map((index) => planIndex(index, ground))),
    foreignKeys: [],
  }
}
