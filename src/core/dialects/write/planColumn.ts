// One column as the target will have it.
import { isNullable } from '../../model/query'
import type { Column, Identity, Table } from '../../model/records'
import type { SqlText } from '../../model/sqlText'
import type { ColumnType } from '../../model/type'
import { lacking, tellLack } from './lacking'
import type { At, Pen } from './pen'
import type { CheckPlan, ColumnPlan } from './plan'
import { isCountingSpelling, printType } from './printType'
import { some } from './some'

export interface PlannedColumn {
  readonly plan: ColumnPlan
  readonly checks: readonly CheckPlan[]
}

const startsWith = (text: SqlText | undefined, pattern: RegExp): boolean => {
  const [first] = text?.parts ?? []
  return typeof first === 'string' && pattern.test(first)
}

/** A column that takes its numbers from a sequence counts, however that is spelled. */
export function identityOf(column: Column, pen: Pen): Identity | undefined {
  if (column.identity) return column.identity
  if (isCountingSpelling(column.type)) return pen.isOwn ? undefined : { mode: 'byDefault', style: 'serial' }
  if (!pen.isOwn && startsWith(column.default, /^\s*nextval\s*\(/i) && isWhole(column.type)) return { mode: 'byDefault' }
  return undefined
}

const isWhole = ({ base }: ColumnType) => base.startsWith('int') || base === 'decimal'

function leftOut(what: string, text: SqlText, why: string, pen: Pen) {
  return {
    level: 'loss',
    code: 'expressionLeftOut',
    message: `Its ${what} is left out for ${pen.rules.label}: ${why}. It was: ${pen.text(text)}`,
    remedy: `Write the ${what} by hand.`,
  } as const
}

/** An expression in the target's words; with a notice and nothing when there are none. */
export function said(what: string, text: SqlText, at: At, pen: Pen, type?: ColumnType): string | undefined {
  const told = pen.expression(text, type)
  if ('sql' in told) return told.sql === '' ? undefined : told.sql
  pen.tell(at, leftOut(what, text, told.why, pen))
  return undefined
}

/** PostgreSQL's '{a,b}' as JSON, for columns that became JSON. */
function arrayAsJson(sql: string, pen: Pen): string {
  const inner = /^N?'\{(.*)\}'$/s.exec(sql)?.[1]
  if (inner === undefined) return sql
  const values = inner === '' ? [] : inner.split(',').map((value) => (/^-?\d+(?:\.\d+)?$/.test(value) ? value : JSON.stringify(value)))
  return pen.string(`[${values.join(', ')}]`)
}

/** A whole literal for a boolean column: 1, '0', b'1' are numbers to one database and no boolean to another. */
function booleanLiteral(sql: string, pen: Pen): string {
  const bare = /^(?:N|b)?'?([01]|t|f|true|false)'?$/i.exec(sql)?.[1]?.toLowerCase()
  if (bare === undefined) return sql
  const isTrue = bare === '1' || bare.startsWith('t')
  return pen.rules.phrases.meaning[isTrue ? 'true' : 'false'](undefined) ?? sql
}

function planDefault(column: Column, stored: ColumnType, domainDefault: SqlText | undefined, at: At, pen: Pen) {
  const text = column.default ?? domainDefault
  if (!text || text.parts.length === 0) return undefined
  const sql = said('default', text, at, pen, stored)
  if (sql === undefined || pen.isOwn) return sql
  if (column.type.array !== undefined && !pen.features.arrays) return arrayAsJson(sql, pen)
  return stored.base === 'boolean' ? booleanLiteral(sql, pen) : sql
}

function planGenerated({ generated }: Column, stored: ColumnType, at: At, pen: Pen): ColumnPlan['generated'] {
  if (!generated) return undefined
  const { storage, expression } = generated
  if (storage === 'stored' && !pen.features.generatedStored && !pen.features.generatedVirtual) {
    lacking('generatedStored', at, pen)
    return undefined
  }
  const sql = said('generation expression', expression, at, pen, stored)
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

function domainChecks(table: Table, name: string, sql: string, domain: ReturnType<typeof printType>['domain'], at: At, pen: Pen) {
  return (domain?.checks ?? []).flatMap((check): CheckPlan[] => {
    const told = said('check', check.expression, at, pen)
    if (told === undefined) return []
    const wanted = pen.rules.conventions.check(pen.naming.of(table.id) ?? '', name)
    return [
      {
        name: pen.naming.invent('check', wanted, { space: pen.home(table.namespace) ?? '', table: table.id }),
        sql: told.replace(/\bVALUE\b/gi, sql),
        columns: [],
        noInherit: false,
      },
    ]
  })
}

function substitutedCheck(table: Table, name: string, condition: string, id: string, pen: Pen): CheckPlan {
  const wanted = pen.rules.conventions.check(pen.naming.of(table.id) ?? '', name)
  const given = pen.naming.invent('check', wanted, { space: pen.home(table.namespace) ?? '', table: table.id })
  return { name: given, sql: condition, columns: [id], noInherit: false }
}

export function planColumn(column: Column, table: Table, isKeyed: boolean, pen: Pen): PlannedColumn {
  const at = { about: table.id, part: column.id }
  const name = pen.naming.of(column.id) ?? ''
  const sql = pen.spell(name)
  const identity = identityOf(column, pen)
  const counts = identity !== undefined
  const printed = printType(column, at, { pen, keyed: isKeyed, counts })
  const { stored, domain } = printed
  const generated = planGenerated(column, stored, at, pen)
  const value = identity || generated ? undefined : planDefault(column, stored, domain?.default, at, pen)
  if (column.onUpdate) lacking('onUpdate', at, pen)
  const onUpdate = column.onUpdate && pen.features.onUpdate ? said('ON UPDATE', column.onUpdate, at, pen, stored) : undefined
  if (column.invisible) lacking('invisibleColumns', at, pen)
  const plan: ColumnPlan = {
    column,
    id: column.id,
    name,
    sql,
    type: printed.sql,
    stored,
    nullable: isNullable(table, column) && (domain?.nullable ?? true),
    ...some('default', value),
    ...some('identity', identity),
    ...some('generated', generated),
    ...some('onUpdate', onUpdate),
    collation: planCollation(column.collation || (domain?.collation ?? ''), at, pen),
    charset: pen.isOwn ? column.charset : '',
    comment: column.comment,
  }
  const checks = domainChecks(table, name, sql, domain, at, pen)
  if (!printed.check) return { plan, checks }
  return { plan, checks: [...checks, substitutedCheck(table, name, printed.check(sql), column.id, pen)] }
}
