// What InnoDB will not take, changed before it is written.
import { isIdOf } from '../../model/id'
import { columnOf } from '../../model/query'
import { isSqlRef } from '../../model/sqlText'
import type { At, Pen } from '../write/pen'
import type { CheckPlan, ColumnPlan, IndexPartPlan, IndexPlan, KeyPlan, TablePlan } from '../write/plan'
import { report } from '../write/report'
import type { Loss } from '../write/rules'

const isMariadb = (pen: Pen) => pen.rules.id === 'mariadb'

const atPart = (plan: TablePlan, part: string): At => ({ about: plan.table.id, part })

const isLong = (type: string): boolean => /^(?:tiny|medium|long)?(?:text|blob)\b/i.test(type)
const isJson = (type: string): boolean => /^json\b/i.test(type)
const isShape = (type: string): boolean =>
  /^(?:geometry|point|linestring|polygon|multipoint|multilinestring|multipolygon|geo(?:m|metry)collection)\b/i.test(
    type,
  )

/** The parser wants CURRENT_TIMESTAMP to have the digits of its column (manual, 13.2.5). */
function sameDigits(sql: string, type: string): string {
  const isMoment = /^(?:CURRENT_TIMESTAMP|NOW|LOCALTIME|LOCALTIMESTAMP)(?:\(\d*\))?$/i.test(sql)
  if (!isMoment || !/^(?:datetime|timestamp)/i.test(type)) return sql
  const digits = /\((\d)\)/.exec(type)?.[1]
  return digits === undefined || digits === '0' ? 'CURRENT_TIMESTAMP' : `CURRENT_TIMESTAMP(${digits})`
}

/** One AUTO_INCREMENT column a table, and it leads a key (manual, 15.1.20). */
function counters(plan: TablePlan, pen: Pen): TablePlan {
  if (!plan.columns.some(({ identity }) => identity)) return plan
  const counting = plan.columns.filter(({ identity }) => identity)
  const [first, ...others] = counting
  if (!first) return plan
  for (const { id } of others) {
    pen.tell(
      atPart(plan, id),
      report(
        'loss',
        'secondIdentity',
        'A table counts by one column only: this one is plain.',
        'Number it in a trigger.',
      ),
    )
  }
  const columns = plan.columns.map((column) => {
    if (column.id === first.id) return { ...column, nullable: false }
    if (!column.identity) return column
    const { identity: _gone, ...rest } = column
    return rest
  })
  const leads = [
    ...plan.keys.map((key) => key.parts[0]?.column.id),
    ...plan.indexes.map((index) => index.parts[0]?.column?.id),
  ]
  if (leads.includes(first.id)) return { ...plan, columns }
  pen.tell(
    atPart(plan, first.id),
    report('info', 'identityKey', 'A counting column must lead a key: a unique key was added.'),
  )
  const name = pen.naming.invent('unique', pen.rules.conventions.unique(plan.name, first.name), {
    space: '',
    table: plan.table.id,
  })
  const key: KeyPlan = {
    key: { id: 'k_', name, parts: [], include: [], comment: '', options: [] },
    id: `${first.id}/counts`,
    isPrimary: false,
    name,
    parts: [{ column: first }],
    include: [],
    nullsNotDistinct: false,
    withoutOverlaps: false,
  }
  return { ...plan, columns, keys: [...plan.keys, key] }
}

const literal =
  /^(?:-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|NULL|TRUE|FALSE|[bx]'[0-9a-f]*'|(?:_[a-z0-9]+\s*)?'(?:[^'\\]|''|\\.)*'|CURRENT_TIMESTAMP(?:\(\d?\))?(?:\s+ON\s+UPDATE\s.*)?|NOW\(\d?\))$/is

/** Expressions stand in parentheses, and so do literals of texts and JSON (manual, 13.6). */
function defaults(column: ColumnPlan, pen: Pen): ColumnPlan {
  if (column.default === undefined) return column
  const sql = sameDigits(column.default.trim(), column.type)
  const isWrapped = sql.startsWith('(') && sql.endsWith(')')
  const needsParentheses = isLong(column.type) || isJson(column.type) || isShape(column.type)
  const isPlain = literal.test(sql) && (isMariadb(pen) || !needsParentheses || /^NULL$/i.test(sql))
  return { ...column, default: isPlain || isWrapped ? sql : `(${sql})` }
}

/** Reserved words that need no parentheses, then functions: `version` alone may be a column. */
const unsteady =
  /\b(?:CURRENT_TIMESTAMP|CURRENT_DATE|CURRENT_TIME|CURRENT_USER|LOCALTIME|LOCALTIMESTAMP|UTC_(?:DATE|TIME|TIMESTAMP))\b|\b(?:NOW|UUID|RAND|SYSDATE|CURDATE|CURTIME|CONNECTION_ID|DATABASE|USER|VERSION)\s*\(/i

/** Text without its literals, for looking for words. */
const bare = (sql: string): string => sql.replace(/'(?:[^'\\]|''|\\.)*'|`(?:[^`]|``)*`/gs, "''")

/** Columns that a foreign key's action writes to may not be checked (manual, 15.1.20.6). */
function actionColumns(pen: Pen, plan: TablePlan): ReadonlySet<string> {
  const columns = new Set<string>()
  for (const relation of pen.foreignKeysOf(plan.table.id)) {
    const { onDelete, onUpdate } = relation.relation
    const writes = [
      onDelete === 'setNull',
      onUpdate === 'setNull',
      onUpdate === 'cascade',
      onDelete === 'setDefault',
      onUpdate === 'setDefault',
    ]
    if (writes.includes(true)) for (const id of relation.relation.child.columns) columns.add(id)
  }
  return columns
}

function whyUnchecked(check: CheckPlan, plan: TablePlan, pen: Pen): string | undefined {
  const written = actionColumns(pen, plan)
  const counting = plan.columns.find(({ identity }) => identity)?.id
  if (counting !== undefined && check.columns.includes(counting)) return 'it names the counting column'
  if (!isMariadb(pen) && check.columns.some((id) => written.has(id)))
    return 'it names a column that a foreign key’s action writes to'
  if (unsteady.test(bare(check.sql))) return 'its outcome changes with time or user'
  return undefined
}

const checks = (plan: TablePlan, pen: Pen): readonly CheckPlan[] =>
  plan.checks.filter((check) => {
    const why = whyUnchecked(check, plan, pen)
    if (why === undefined) return true
    const message = `The check ${check.name} is left out for ${pen.rules.label}: ${why}.`
    pen.tell(atPart(plan, check.id ?? ''), report('loss', 'checkLeftOut', message, 'Check it in triggers.'))
    return false
  })

/** Bytes of a part in an index key, which has room for 3072. */
function keyBytes(column: ColumnPlan | undefined, length: number | undefined): number {
  if (!column) return 0
  const given = /^(var)?(char|binary)\((\d+)\)/i.exec(column.type)
  const size = length ?? (given ? Number(given[3]) : isLong(column.type) ? 255 : 0)
  if (size === 0) return 8
  return /binary|blob/i.test(column.type) ? size : size * 4
}

interface Prefixed {
  readonly column?: ColumnPlan
  readonly length?: number
}

/** Long columns are indexed by their beginning (manual, 10.3.5). */
function prefixes<P extends Prefixed>(
  parts: readonly P[],
): { readonly parts: readonly P[]; readonly cut: boolean } {
  let bytes = 0
  let isWhole = true
  for (const { column, length } of parts) {
    bytes += keyBytes(column, length)
    if (column && length === undefined && isLong(column.type)) isWhole = false
  }
  if (isWhole && bytes <= 3072) return { parts, cut: false }
  const stretchy = parts.filter(
    ({ column }) => column && (isLong(column.type) || /^(?:var)?(?:char|binary)\(/i.test(column.type)),
  )
  const room = Math.floor((3072 - (parts.length - stretchy.length) * 8) / Math.max(stretchy.length, 1) / 4)
  let cut = false
  const out = parts.map((part) => {
    const { column } = part
    if (!column || part.length !== undefined || !stretchy.includes(part)) return part
    const isTooLong = bytes > 3072 && keyBytes(column, undefined) > room * 4
    if (!isLong(column.type) && !isTooLong) return part
    cut = true
    return { ...part, length: isTooLong ? Math.min(room, 255) : 255 }
  })
  return { parts: out, cut }
}

const prefixNotice = (isUnique: boolean): Loss =>
  isUnique
    ? report(
        'warning',
        'indexPrefix',
        'A long text is unique by its first characters only.',
        'Choose a length that fits into a key.',
      )
    : report('info', 'indexPrefix', 'A long text is indexed by its first characters.')

const keys = (plan: TablePlan, pen: Pen): readonly KeyPlan[] =>
  plan.keys.map((key) => {
    const { parts, cut } = prefixes(key.parts)
    if (!cut) return key
    pen.tell(atPart(plan, key.id), prefixNotice(true))
    return { ...key, parts }
  })

/** An expression that gives a text of any length cannot be indexed as it is (manual, 15.1.15). */
function castExpression(part: IndexPartPlan, plan: TablePlan): IndexPartPlan {
  const { on } = part.part
  if (!('expression' in on)) return part
  const isText = on.expression.parts.some((piece) => {
    if (!isSqlRef(piece) || !isIdOf('column', piece.to)) return false
    const column = columnOf(plan.table, piece.to)
    const planned = plan.columns.find(({ id }) => id === column?.id)
    return planned !== undefined && isLong(planned.type)
  })
  return isText && !/^\s*CAST\b/i.test(part.sql) ? { ...part, sql: `CAST(${part.sql} AS CHAR(255))` } : part
}

function indexMethod(index: IndexPlan, plan: TablePlan, pen: Pen): IndexPlan | undefined {
  const leave = (why: string, remedy: string) => {
    pen.tell(
      atPart(plan, index.id),
      report('loss', 'indexLeftOut', `The index ${index.name} is left out: ${why}.`, remedy),
    )
    return undefined
  }
  const columns = index.parts.flatMap(({ column }) => column ?? [])
  if (columns.some(({ type }) => isJson(type))) {
    leave('JSON cannot be indexed', 'Index a generated column that takes a value out of it.')
    return
  }
  const hasShape = columns.some(({ type }) => isShape(type))
  if (hasShape || index.method === 'spatial') {
    if (columns.length !== 1 || !hasShape || columns[0]?.nullable) {
      leave('a spatial index has one column that is a shape and NOT NULL', 'Make the column NOT NULL.')
      return
    }
    return { ...index, method: 'spatial', unique: false }
  }
  const isFulltext = index.method === 'fulltext'
  if (
    isFulltext &&
    columns.every(({ type }) => isLong(type) || /^(?:var)?char/i.test(type)) &&
    columns.length === index.parts.length
  ) {
    return { ...index, unique: false, parts: index.parts.map(({ sort: _sort, ...part }) => part) }
  }
  if (isFulltext) {
    leave('a full-text index is over texts only', 'Index the text columns.')
    return
  }
  if (index.method !== '' && index.method !== 'btree' && index.method !== 'hash') {
    pen.tell(
      atPart(plan, index.id),
      report('info', 'indexMethod', `There is no ${index.method} index: it is a B-tree.`),
    )
    return { ...index, method: '' }
  }
  return index
}

/** The condition of a partial index, where a unique key can be made to ignore the other rows. */
function partial(index: IndexPlan, plan: TablePlan, pen: Pen): IndexPlan {
  const { where, ...rest } = index
  if (where === undefined) return index
  if (!index.unique) {
    pen.tell(
      atPart(plan, index.id),
      report('info', 'partialIndex', 'There are no partial indexes: it covers all rows.'),
    )
    return rest
  }
  const message =
    'There are no partial indexes: a unique key over CASE expressions leaves the other rows out.'
  pen.tell(atPart(plan, index.id), report('info', 'partialIndex', message))
  const parts = index.parts.map(({ column, length: _length, ...part }) => {
    const sql = `CASE WHEN ${where} THEN ${part.sql} END`
    return { ...part, sql: column && isLong(column.type) ? `CAST(${sql} AS CHAR(255))` : sql }
  })
  return { ...rest, parts }
}

/** A functional key part may not name the counting column (manual, 15.1.15). */
function countsInside(index: IndexPlan, plan: TablePlan, pen: Pen): boolean {
  const counting = plan.columns.find(({ identity }) => identity)?.id
  if (counting === undefined) return false
  const isFunctional =
    index.parts.some(({ column }) => !column) || (index.where !== undefined && index.unique)
  const texts = [
    index.index.where,
    ...index.index.parts.map(({ on }) => ('expression' in on ? on.expression : undefined)),
  ]
  const named = texts
    .flatMap((text) => text?.parts ?? [])
    .some((part) => isSqlRef(part) && part.to === counting)
  if (!isFunctional || !(named || index.parts.some(({ column }) => column?.id === counting))) return false
  const message = `The index ${index.name} is left out: an expression in it names the counting column.`
  pen.tell(atPart(plan, index.id), report('loss', 'indexLeftOut', message, 'Index other columns.'))
  return true
}

function indexes(plan: TablePlan, pen: Pen): readonly IndexPlan[] {
  const kept: IndexPlan[] = []
  for (const index of plan.indexes) {
    const made = indexMethod(index, plan, pen)
    if (!made || countsInside(made, plan, pen)) continue
    if (made.method === 'fulltext' || made.method === 'spatial') {
      kept.push(made)
      continue
    }
    const whole = partial(made, plan, pen)
    const { parts, cut } = prefixes(whole.parts.map((part) => castExpression(part, plan)))
    if (cut) pen.tell(atPart(plan, index.id), prefixNotice(index.unique))
    kept.push({ ...whole, parts })
  }
  return kept
}

/** A row holds 65,535 bytes beside its long columns (manual, 10.4.7): the widest texts move out. */
function rowSize(plan: TablePlan, pen: Pen): TablePlan {
  const bytesOf = ({ type }: ColumnPlan) =>
    /^varchar\(/i.test(type) ? (Number.parseInt(type.slice(8), 10) || 0) * 4 : 0
  let left = -60_000
  for (const column of plan.columns) left += bytesOf(column)
  if (left <= 0) return plan
  const wide = new Set<string>()
  for (const column of [...plan.columns].sort((a, b) => bytesOf(b) - bytesOf(a))) {
    if (left <= 0) break
    wide.add(column.id)
    left -= bytesOf(column)
    pen.tell(
      atPart(plan, column.id),
      report('warning', 'rowSize', 'A row has no room for it: it is a text of its own.'),
    )
  }
  return {
    ...plan,
    columns: plan.columns.map((column) => (wide.has(column.id) ? { ...column, type: 'text' } : column)),
  }
}

function generatedColumns(plan: TablePlan, pen: Pen): TablePlan {
  if (!plan.columns.some(({ generated }) => generated)) return plan
  const columns = plan.columns.map((column) => {
    if (!column.generated) return column
    const { generated, ...rest } = column
    if (!unsteady.test(bare(generated.sql))) return column
    pen.tell(
      atPart(plan, column.id),
      report(
        'loss',
        'generatedLeftOut',
        'Its expression changes with time or user: it is a plain column.',
        'Fill it in a trigger.',
      ),
    )
    return rest
  })
  return { ...plan, columns }
}

/** Keys and indexes see the columns as they are now. */
function renewed(plan: TablePlan): TablePlan {
  const now = new Map(plan.columns.map((column) => [column.id, column]))
  const fresh = <P extends { readonly column?: ColumnPlan }>(parts: readonly P[]) =>
    parts.map((part) => (part.column ? { ...part, column: now.get(part.column.id) ?? part.column } : part))
  return {
    ...plan,
    keys: plan.keys.map((key) => ({ ...key, parts: fresh(key.parts) })),
    indexes: plan.indexes.map((index) => ({ ...index, parts: fresh(index.parts) })),
  }
}

export function mysqlShape(given: TablePlan, pen: Pen): TablePlan {
  const isPlain = given.columns.every((column) => column.default === undefined)
  const said = isPlain ? given : { ...given, columns: given.columns.map((column) => defaults(column, pen)) }
  const counted = counters(generatedColumns(rowSize(said, pen), pen), pen)
  const plan = counted === given ? given : renewed(counted)
  return {
    ...plan,
    keys: keys(plan, pen),
    indexes: indexes(plan, pen),
    checks: plan.checks.length === 0 ? plan.checks : checks(plan, pen),
  }
}
