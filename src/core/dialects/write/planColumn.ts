// One column as the target will have it.
import { isNullable } from '../../model/query'
import type { Column, Identity, Table } from '../../model/records'
import type { SqlText } from '../../model/sqlText'
import type { ColumnType } from '../../model/type'
import { tellOptions } from './dialectOptions'
import { lacking, tellLack } from './lacking'
import type { At, Pen } from './pen'
import type { CheckPlan, ColumnPlan } from './plan'
import { isCountingSpelling, printType } from './printType'
import type { Draft } from './some'

const startsWith = (text: SqlText | undefined, pattern: RegExp): boolean => {
  const [first] = text?.parts ?? []
  return typeof first === 'string' && pattern.test(first)
}

/** A column that takes its numbers from a sequence counts, however that is spelled. */
export function identityOf(column: Column, pen: Pen): Identity | undefined {
  if (column.identity) return column.identity
  if (isCountingSpelling(column.type)) return pen.isOwn ? undefined : { mode: 'byDefault', style: 'serial' }
  if (!pen.isOwn && startsWith(column.default, /^\s*nextval\s*\(/i) && isWhole(column.type))
    return { mode: 'byDefault' }
  return undefined
}

const isWhole = ({ base }: ColumnType) => base.startsWith('int') || base === 'decimal'

export interface Saying {
  /** "default", "check": the word in a notice. */
  readonly what: string
  readonly text: SqlText
  /** The column that holds the value. */
  readonly type?: ColumnType
}

function leftOut({ what, text }: Saying, why: string, pen: Pen) {
  return {
    level: 'loss',
    code: 'expressionLeftOut',
    message: `Its ${what} is left out for ${pen.rules.label}: ${why}. It was: ${pen.text(text)}`,
    remedy: `Write the ${what} by hand.`,
  } as const
}

/** Kinds of text that decide something: a boolean in them is compared where it is a number. */
const conditions: ReadonlySet<string> = new Set(['check', 'condition', 'policy'])

/** An expression in the target's words; with a notice and nothing when there are none. */
export function said(saying: Saying, at: At, pen: Pen): string | undefined {
  const { type } = saying
  const told = pen.expression(saying.text, {
    ...(type ? { type } : {}),
    isCondition: conditions.has(saying.what),
  })
  if ('sql' in told) return told.sql === '' ? undefined : told.sql
  pen.tell(at, leftOut(saying, told.why, pen))
  return undefined
}

/** PostgreSQL's '{a,b}' as JSON, for columns that became JSON. */
function arrayAsJson(sql: string, pen: Pen): string {
  const inner = /^N?'\{(.*)\}'$/s.exec(sql)?.[1]
  if (inner === undefined) return sql
  const values =
    inner === ''
      ? []
      : inner.split(',').map((value) => (/^-?\d+(?:\.\d+)?$/.test(value) ? value : JSON.stringify(value)))
  return pen.string(`[${values.join(', ')}]`)
}

/** A whole literal for a boolean column: 1, '0', b'1' are numbers to one database and no boolean to another. */
function booleanLiteral(sql: string, pen: Pen): string {
  const bare = /^(?:N|b)?'?([01]|t|f|true|false)'?$/i.exec(sql)?.[1]?.toLowerCase()
  if (bare === undefined) return sql
  const isTrue = bare === '1' || bare.startsWith('t')
  return pen.rules.phrases.meaning[isTrue ? 'true' : 'false'](undefined) ?? sql
}

interface Printing {
  readonly column: Column
  readonly table: Table
  readonly printed: ReturnType<typeof printType>
}

const atOf = ({ column, table }: Printing): At => ({ about: table.id, part: column.id })

function planDefault(printing: Printing, pen: Pen) {
  const { column, printed } = printing
  const { stored, domain } = printed
  const text = column.default ?? domain?.default
  if (!text || text.parts.length === 0) return undefined
  const sql = said({ what: 'default', text, type: stored }, atOf(printing), pen)
  if (sql === undefined || pen.isOwn) return sql
  if (column.type.array !== undefined && !pen.features.arrays) return arrayAsJson(sql, pen)
  if (printed.value) return printed.value(sql)
  return stored.base === 'boolean' ? booleanLiteral(sql, pen) : sql
}

function planGenerated(printing: Printing, pen: Pen): ColumnPlan['generated'] {
  const { generated } = printing.column
  const at = atOf(printing)
  if (!generated) return undefined
  const { storage, expression } = generated
  if (storage === 'stored' && !pen.features.generatedStored && !pen.features.generatedVirtual) {
    lacking('generatedStored', at, pen)
    return undefined
  }
  const sql = said(
    { what: 'generation expression', text: expression, type: printing.printed.stored },
    at,
    pen,
  )
  if (sql === undefined) return undefined
  if (storage === 'virtual' && lacking('generatedVirtual', at, pen)) return { sql, storage: 'stored' }
  if (storage === 'stored' && !pen.features.generatedStored) return { sql, storage: 'virtual' }
  return { sql, storage }
}

/** A collation belongs to the database that knows it. */
function planCollation(collation: string, at: At, pen: Pen): string {
  if (collation === '' || pen.isOwn) return collation
  tellLack('collations', at, pen)
  return ''
}

/** A check that the model does not have under this name: made of a domain, or of what a type lost. */
function madeCheck({ column, table }: Printing, sql: string, pen: Pen): CheckPlan {
  const wanted = pen.rules.conventions.check(pen.naming.of(table.id) ?? '', pen.naming.of(column.id) ?? '')
  const name = pen.naming.invent('check', wanted, { space: pen.home(table.namespace) ?? '', table: table.id })
  return { name, sql, columns: [column.id], noInherit: false }
}

function madeChecks(printing: Printing, sql: string, pen: Pen): readonly CheckPlan[] {
  if (!pen.features.checks) return []
  const { domain, check } = printing.printed
  const ofDomain = (domain?.checks ?? []).flatMap(({ expression }) => {
    const told = said({ what: 'check', text: expression }, atOf(printing), pen)
    return told === undefined ? [] : [told.replace(/\bVALUE\b/gi, () => sql)]
  })
  return [...ofDomain, ...(check ? [check(sql)] : [])].map((condition) => madeCheck(printing, condition, pen))
}

function planOnUpdate(printing: Printing, pen: Pen): string | undefined {
  const text = printing.column.onUpdate
  if (!text || lacking('onUpdate', atOf(printing), pen)) return undefined
  return said({ what: 'ON UPDATE', text, type: printing.printed.stored }, atOf(printing), pen)
}

/** Where columns stand, and what they need beside themselves. */
export interface ColumnGround {
  readonly table: Table
  /** Columns that are part of a key, an index or a relation. */
  readonly keyed: ReadonlySet<string>
  readonly pen: Pen
  /** Checks that make up for what types lost are put here. */
  readonly checks: CheckPlan[]
}

export function planColumn(column: Column, { table, keyed, pen, checks }: ColumnGround): ColumnPlan {
  const at = { about: table.id, part: column.id }
  const name = pen.naming.of(column.id) ?? ''
  const identity = identityOf(column, pen)
  const printed = printType(column, at, {
    pen,
    keyed: keyed.has(column.id),
    counts: identity !== undefined,
  })
  const { domain } = printed
  const plan: Draft<ColumnPlan> = {
    column,
    id: column.id,
    name,
    sql: pen.spell(name),
    type: printed.sql,
    stored: printed.stored,
    nullable: isNullable(table, column) && (domain?.nullable ?? true),
    collation: planCollation(column.collation || (domain?.collation ?? ''), at, pen),
    charset: pen.isOwn && pen.features.charsets ? column.charset : '',
    comment: column.comment,
  }
  tellColumn(column, at, pen)
  planValue(plan, { column, table, printed }, pen)
  if (identity) plan.identity = identity
  if (domain || printed.check) checks.push(...madeChecks({ column, table, printed }, plan.sql, pen))
  return plan
}

/** What people said of a column that has no place in the script. */
function tellColumn(column: Column, at: At, pen: Pen): void {
  if (column.invisible) lacking('invisibleColumns', at, pen)
  if (column.notNullName && !column.nullable) lacking('notNullNames', at, pen)
  if (column.defaultName && column.default) lacking('defaultNames', at, pen)
  if (column.options.length > 0) tellOptions('column', column.options, { at, pen })
  // A character set belongs to the database that knows it.
  if (column.charset !== '' && !lacking('charsets', at, pen) && !pen.isOwn) tellLack('collations', at, pen)
}

/** Where the column's value comes from: an expression, a default, a rule. */
function planValue(plan: Draft<ColumnPlan>, printing: Printing, pen: Pen): void {
  const { column, printed } = printing
  if (column.generated) {
    const generated = planGenerated(printing, pen)
    if (generated) plan.generated = generated
  }
  if (!plan.generated && (column.default ?? printed.domain?.default) && !identityOf(column, pen)) {
    const value = planDefault(printing, pen)
    if (value !== undefined) plan.default = value
  }
  if (column.onUpdate) {
    const onUpdate = planOnUpdate(printing, pen)
    if (onUpdate !== undefined) plan.onUpdate = onUpdate
  }
}
