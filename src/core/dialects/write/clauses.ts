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

const identityOptions = ['start', 'step', 'min', 'max', 'cache'] as const

/** GENERATED … AS IDENTITY with only the options that were given. */
export function identityClause(
  identity: Identity,
  words: Readonly<Record<'start' | 'step' | 'min' | 'max' | 'cache', string>>,
  cycle: string,
): string {
  const options: string[] = []
  for (const key of identityOptions) {
    const value = identity[key]
    // Numbers as text: anything else could be a statement.
    if (value !== undefined && /^-?\d+$/.test(value)) options.push(`${words[key]} ${value}`)
  }
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

/** NOT NULL, under its name where the database keeps one. */
export function notNull({ nullable, column }: ColumnPlan, plan: TablePlan, pen: Pen): string | undefined {
  if (nullable) return undefined
  const wanted = column.nullable ? undefined : column.notNullName
  if (!wanted || !pen.features.notNullNames) return 'NOT NULL'
  const at = { space: pen.home(plan.table.namespace) ?? '', table: plan.table.id }
  return `CONSTRAINT ${pen.spell(pen.naming.invent('check', wanted, at))} NOT NULL`
}

export function keyColumns(key: KeyPlan): string {
  let out = ''
  for (const { column, sort, length } of key.parts) {
    if (out !== '') out += ', '
    out += column.sql
    if (length !== undefined) out += `(${length})`
    if (sort === 'desc') out += ' DESC'
  }
  return key.withoutOverlaps ? `${out} WITHOUT OVERLAPS` : out
}

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
  if (part.column && part.length === undefined && part.sort !== 'desc' && !part.nulls) {
    if (!part.collation && !part.operatorClass) return part.sql
  }
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
  readonly part: string | undefined
  readonly sql: string
}

export interface TableText {
  readonly head: string
  readonly opening: readonly string[]
  readonly body: readonly BodyLine[]
  readonly tail: string
}

/** The body in parentheses. */
export function tableStep({ head, opening, body, tail }: TableText): Step {
  let sql = `${head} (\n`
  for (const text of opening) sql += `  ${text}\n`
  const last = body.length - 1
  for (let i = 0; i <= last; i++) sql += `  ${body[i]?.sql ?? ''}${i < last ? ',\n' : '\n'}`
  return { sql: `${sql})${tail}`, lines: () => linesOf(head, opening, body) }
}

/** The line of each part, from the statement's first: asked for only where a notice wants to stand. */
function linesOf(
  head: string,
  opening: readonly string[],
  body: readonly BodyLine[],
): ReadonlyMap<string, number> {
  const lines = new Map<string, number>()
  let at = countLines(head) + opening.length
  for (const { part, sql } of body) {
    if (part !== undefined) lines.set(part, at)
    at += countLines(sql)
  }
  return lines
}

export function countLines(text: string): number {
  let lines = 1
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lines++
  return lines
}
