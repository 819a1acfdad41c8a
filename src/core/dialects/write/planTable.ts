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
import { tellOptions } from './dialectOptions'
import { lacking, tellLack } from './lacking'
import type { At, Pen } from './pen'
import type {
  CheckPlan,
  ColumnPlan,
  ExclusionPlan,
  ForeignKeyPlan,
  IndexPartPlan,
  IndexPlan,
  KeyPlan,
  TablePlan,
} from './plan'
import { planColumn, said } from './planColumn'
import type { Draft } from './some'

type Columns = ReadonlyMap<string, ColumnPlan>

const nothing: readonly never[] = []

function put<T>(list: T[], plan: T | undefined): void {
  if (plan !== undefined) list.push(plan)
}

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
  const parts: Draft<KeyPlan['parts'][number]>[] = []
  for (const { column, sort, length } of key.parts) {
    const plan = columns.get(column)
    if (!plan) continue
    const part: Draft<KeyPlan['parts'][number]> = { column: plan }
    if (sort === 'asc' || (sort === 'desc' && !lacking('keyOrder', at, pen))) part.sort = sort
    if (length !== undefined && !lacking('prefixLengths', at, pen)) part.length = length
    parts.push(part)
  }
  if (parts.length === 0) return undefined
  const include = key.include.length > 0 && !lacking('keyIncludes', at, pen)
  const asksNulls = isUnique(key) && key.nullsNotDistinct === true
  const overlaps = key.withoutOverlaps === true && !lacking('withoutOverlaps', at, pen)
  tellKey(key, isPrimary, { at, pen })
  const plan: Draft<KeyPlan> = {
    key,
    id: key.id,
    isPrimary,
    name: pen.naming.of(key.id) ?? '',
    parts,
    include: include ? present(key.include.map((id) => columns.get(id))) : nothing,
    nullsNotDistinct: asksNulls && !lacking('nullsNotDistinct', at, pen),
    withoutOverlaps: overlaps,
  }
  const deferrable = deferrableFor(key, at, pen)
  if (deferrable) plan.deferrable = deferrable
  return plan
}

/** What people said of a key that has no place in the script. */
function tellKey(key: Key, isPrimary: boolean, { at, pen }: { readonly at: At; readonly pen: Pen }): void {
  if (key.comment !== '' && pen.options.comments)
    lacking(isPrimary ? 'constraintComments' : 'uniqueComments', at, pen)
  if (isPrimary && isNamedByHand(key.name)) lacking('primaryKeyNames', at, pen)
  if (key.options.length > 0) tellOptions('key', key.options, { at, pen })
}

/** Databases and tools make these up where nobody gave a name. */
const isNamedByHand = (name: string): boolean =>
  name !== '' && !/^pk_|_pkey$|_pk$|^primary$|^sys_/i.test(name)

function planCheck(check: Check, table: Table, pen: Pen): CheckPlan | undefined {
  const at = { about: table.id, part: check.id }
  if (lacking('checks', at, pen)) return undefined
  const sql = said({ what: 'check', text: check.expression }, at, pen)
  if (sql === undefined) return undefined
  if (check.comment !== '' && pen.options.comments) lacking('constraintComments', at, pen)
  if (check.deferrable) lacking('deferrableChecks', at, pen)
  const plan: Draft<CheckPlan> = {
    check,
    id: check.id,
    name: pen.naming.of(check.id) ?? '',
    sql,
    columns: check.expression.parts.flatMap((part) =>
      isSqlRef(part) && isIdOf('column', part.to) ? [part.to] : [],
    ),
    noInherit: check.noInherit === true && !lacking('checkNoInherit', at, pen),
  }
  const state = stateFor(check, at, pen)
  if (state) plan.state = state
  return plan
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
  const plan: Draft<IndexPartPlan> = { part, sql }
  if (column) plan.column = column
  if (part.sort === 'asc' || (part.sort === 'desc' && !lacking('indexOrder', at, pen))) plan.sort = part.sort
  if (part.nulls && !lacking('nullsOrder', at, pen)) plan.nulls = part.nulls
  // Operator classes and collations belong to the database that knows them.
  if (part.operatorClass && takes('operatorClasses', at, pen)) plan.operatorClass = part.operatorClass
  if (part.collation && takes('indexCollations', at, pen)) plan.collation = part.collation
  if (part.length !== undefined && !lacking('prefixLengths', at, pen)) plan.length = part.length
  return plan
}

function takes(feature: 'operatorClasses' | 'indexCollations', at: At, pen: Pen): boolean {
  if (pen.isOwn) return !lacking(feature, at, pen)
  tellLack(feature === 'indexCollations' ? 'collations' : feature, at, pen)
  return false
}

/** An index as far as the target can have it; undefined, with a notice, where it cannot at all. */
export function planIndex(index: Index, ground: Ground): IndexPlan | undefined {
  const { owner, columns, pen } = ground
  const at = { about: owner.id, part: index.id }
  if (lacking('indexes', at, pen)) return undefined
  const parts: IndexPartPlan[] = []
  for (const part of index.parts) {
    const plan = planPart(part, at, ground)
    if (!plan) return undefined
    parts.push(plan)
  }
  if (parts.length === 0) return undefined
  if (index.where && lacking('partialIndexes', at, pen)) return undefined
  const where = index.where && said({ what: 'condition', text: index.where }, at, pen)
  if (index.where && where === undefined) return undefined
  const include = index.include.length > 0 && !lacking('indexIncludes', at, pen)
  const asksNulls = index.nullsNotDistinct === true
  if (index.comment !== '' && pen.options.comments) lacking('indexComments', at, pen)
  if (index.options.length > 0) tellOptions('index', index.options, { at, pen })
  const plan: Draft<IndexPlan> = {
    index,
    id: index.id,
    name: pen.naming.of(index.id) ?? '',
    owner: owner.id,
    on: pen.object(owner),
    home: pen.home(owner.namespace),
    unique: index.unique,
    method: index.method.toLowerCase(),
    parts,
    include: include ? present(index.include.map((id) => columns.get(id)?.sql)) : nothing,
    nullsNotDistinct: asksNulls && !lacking('nullsNotDistinct', at, pen),
    invisible: index.invisible === true && !lacking('invisibleIndexes', at, pen),
  }
  if (where !== undefined) plan.where = where
  return plan
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

interface TableGround {
  readonly keyed: ReadonlySet<string>
  /** Those that will stand inside the table. */
  readonly foreignKeys: readonly ForeignKeyPlan[]
  readonly pen: Pen
}

export function planTable(table: Table, { keyed, foreignKeys, pen }: TableGround): TablePlan {
  if (table.options.length > 0) tellOptions('table', table.options, { at: { about: table.id }, pen })
  const made: CheckPlan[] = []
  const columns = new Map<string, ColumnPlan>()
  const list: ColumnPlan[] = []
  const under = { table, keyed, pen, checks: made }
  for (const column of table.columns) {
    const plan = planColumn(column, under)
    columns.set(column.id, plan)
    list.push(plan)
  }
  const ground: Ground = { owner: table, columns, pen }
  const keys: KeyPlan[] = []
  put(keys, table.primaryKey && planKey(table.primaryKey, true, ground))
  for (const key of table.uniques) put(keys, planKey(key, false, ground))
  const checks: CheckPlan[] = []
  for (const check of table.checks) put(checks, planCheck(check, table, pen))
  const indexes: IndexPlan[] = []
  for (const index of table.indexes) put(indexes, planIndex(index, ground))
  const exclusions: ExclusionPlan[] = []
  for (const exclusion of table.exclusions) put(exclusions, planExclusion(exclusion, ground))
  if (pen.features.checks) checks.push(...made)
  return {
    table,
    name: pen.naming.of(table.id) ?? '',
    sql: pen.object(table),
    columns: list,
    keys,
    checks,
    exclusions,
    indexes,
    foreignKeys,
  }
}
