// The standard's words for the parts of a table. A dialect takes them as they are or wraps them.
import type { Identity } from '../../model/records'
import { deferral } from './planTable'
import type {
  CheckPlan,
  ColumnPlan,
  ForeignKeyPlan,
  IndexPartPlan,
  IndexPlan,
  KeyPlan,
  TablePlan,
} from './plan'
import type { Pen } from './pen'
import type { Step } from './rules'
import { line } from './some'

/** GENERATED … AS IDENTITY with only the options that were given. */
export function identityClause(
  identity: Identity,
  words: Readonly<Record<'start' | 'step' | 'min' | 'max' | 'cache', string>>,
  cycle: string,
): string {
  const options = (['start', 'step', 'min', 'max', 'cache'] as const).flatMap((key) => {
    const value = identity[key]
    // Numbers as text: anything else could be a statement.
    return value !== undefined && /^-?\d+$/.test(value) ? [`${words[key]} ${value}`] : []
  })
  if (identity.cycle) options.push(cycle)
  const mode = identity.mode === 'always' ? 'ALWAYS' : 'BY DEFAULT'
  return `GENERATED ${mode} AS IDENTITY${options.length > 0 ? ` (${options.join(' ')})` : ''}`
}

export const standardIdentity = (identity: Identity): string =>
  identityClause(
    identity,
    { start: 'START WITH', step: 'INCREMENT BY', min: 'MINVALUE', max: 'MAXVALUE', cache: 'CACHE' },
    'CYCLE',
  )

const isWrapped = (sql: string): boolean => {
  if (!sql.startsWith('(') || !sql.endsWith(')')) return false
  let depth = 0
  for (let i = 0; i < sql.length - 1; i++) {
    if (sql[i] === "'" || sql[i] === '"' || sql[i] === '`' || sql[i] === '[') return false
    if (sql[i] === '(') depth++
    if (sql[i] === ')' && --depth === 0) return false
  }
  return true
}

/** In parentheses, once. */
export const wrapped = (sql: string): string => (isWrapped(sql) ? sql : `(${lineSafe(sql)})`)

/** A line comment at the end would swallow the closing parenthesis. */
const lineSafe = (sql: string): string => (/--[^\n]*$/.test(sql) ? `${sql}\n` : sql)

export interface AroundNull {
  readonly before?: readonly (string | undefined)[]
  readonly after?: readonly (string | undefined)[]
}

/** Name, type, what must stand before NOT NULL, and what people write behind it. */
export function standardColumn(column: ColumnPlan, { before = [], after = [] }: AroundNull): string {
  return line(column.sql, column.type, ...before, column.nullable ? undefined : 'NOT NULL', ...after)
}

export const keyColumns = (key: KeyPlan): string =>
  key.parts
    .map(({ column, sort, length }, i) => {
      const overlaps = key.withoutOverlaps && i === key.parts.length - 1 ? ' WITHOUT OVERLAPS' : ''
      return `${column.sql}${length === undefined ? '' : `(${length})`}${sort === 'desc' ? ' DESC' : ''}${overlaps}`
    })
    .join(', ')

export function standardKey(key: KeyPlan, _plan: TablePlan, pen: Pen): string {
  const kind = key.isPrimary ? 'PRIMARY KEY' : `UNIQUE${key.nullsNotDistinct ? ' NULLS NOT DISTINCT' : ''}`
  const include = key.include.length > 0 ? ` INCLUDE (${key.include.map(({ sql }) => sql).join(', ')})` : ''
  const deferrable = key.deferrable ? deferral(key.deferrable) : ''
  return `CONSTRAINT ${pen.spell(key.name)} ${kind} (${keyColumns(key)})${include}${deferrable}`
}

export function standardCheck(check: CheckPlan, pen: Pen): string {
  return line(
    `CONSTRAINT ${pen.spell(check.name)} CHECK ${wrapped(check.sql)}`,
    check.noInherit ? 'NO INHERIT' : undefined,
  )
}

export function standardForeignKey(key: ForeignKeyPlan, pen: Pen): string {
  const { onDelete, onUpdate, match, deferrable } = key
  return line(
    `CONSTRAINT ${pen.spell(key.name)} FOREIGN KEY (${key.childColumns.join(', ')})`,
    `REFERENCES ${key.parent} (${key.parentColumns.join(', ')})`,
    match,
    onDelete === '' ? undefined : `ON DELETE ${onDelete}`,
    onUpdate === '' ? undefined : `ON UPDATE ${onUpdate}`,
    deferrable ? deferral(deferrable).trim() : undefined,
  )
}

export function indexPart(part: IndexPartPlan): string {
  const on = part.column ? part.sql : `(${part.sql})`
  return line(
    on + (part.length === undefined ? '' : `(${part.length})`),
    part.collation && `COLLATE ${part.collation}`,
    part.operatorClass,
    part.sort === 'desc' ? 'DESC' : undefined,
    part.nulls && `NULLS ${part.nulls.toUpperCase()}`,
  )
}

export const indexParts = (index: IndexPlan): string => index.parts.map(indexPart).join(', ')

export const standardIndex = (index: IndexPlan, pen: Pen): string =>
  line(
    'CREATE',
    index.unique ? 'UNIQUE' : undefined,
    'INDEX',
    pen.options.ifNotExists ? 'IF NOT EXISTS' : undefined,
    pen.spell(index.name),
    `ON ${index.on} (${indexParts(index)})`,
    index.where && `WHERE ${index.where}`,
  )

export const standardHead = (plan: TablePlan, pen: Pen): string =>
  line('CREATE TABLE', pen.options.ifNotExists ? 'IF NOT EXISTS' : undefined, plan.sql)

/** One line of the table's body. */
export interface BodyLine {
  readonly part?: string
  readonly sql: string
}

export interface TableText {
  readonly head: string
  readonly opening: readonly string[]
  readonly body: readonly BodyLine[]
  readonly tail: string
}

/** The body in parentheses, and the line of each part. */
export function tableStep({ head, opening, body, tail }: TableText): Step {
  const lines = new Map<string, number>()
  const texts = opening.map((text) => `  ${text}`)
  let at = 1 + opening.length
  for (const [i, { part, sql }] of body.entries()) {
    if (part !== undefined) lines.set(part, at)
    const text = `  ${sql}${i < body.length - 1 ? ',' : ''}`
    texts.push(text)
    at += text.split('\n').length
  }
  return { sql: `${head} (\n${texts.join('\n')}\n)${tail}`, lines }
}
