// MySQL's words for the parts of a table (manual, 15.1.20 CREATE TABLE, 15.1.15 CREATE INDEX).
import {
  indexParts,
  keyColumns,
  standardCheck,
  standardForeignKey,
  standardHead,
  wrapped,
} from '../write/clauses'
import type { At, Pen } from '../write/pen'
import type { ColumnPlan, IndexPlan, KeyPlan, TablePlan } from '../write/plan'
import { report } from '../write/report'
import type { Clauses, DdlRules } from '../write/rules'
import { line } from '../write/some'

const word = /^[A-Za-z0-9_]+$/

/** Comments have an end: 1024 characters for a column or an index, 2048 for a table. */
export function commentOf(text: string, at: At, pen: Pen): string | undefined {
  if (text === '' || !pen.options.comments) return undefined
  const limit = at.part === undefined ? 2048 : 1024
  const held = [...text].slice(0, limit).join('')
  if (held !== text) {
    const message = `A comment holds ${limit} characters: the rest is left out.`
    pen.tell(at, report('warning', 'commentShortened', message))
  }
  if (/[\u{10000}-\u{10ffff}]/u.test(held)) {
    pen.tell(
      at,
      report(
        'warning',
        'commentCharacters',
        'A comment keeps no character beyond the Basic Multilingual Plane, such as an emoji.',
      ),
    )
  }
  return pen.string(held)
}

const isTimestamp = (type: string) => /^timestamp\b/i.test(type)

const bareColumnOption =
  /^(?:GENERATED ALWAYS AS ROW (?:START|END)|WITH(?:OUT)? SYSTEM VERSIONING|COMPRESSED)$/
const valuedColumnOption = /^(?:SRID|REF_SYSTEM_ID|COLUMN_FORMAT|STORAGE)$/

/** What only this engine reads of a column: SRID 4326, GENERATED ALWAYS AS ROW START… */
function ownWords({ column }: ColumnPlan, pen: Pen): readonly string[] {
  return column.options.flatMap(({ dialect, name, value }) => {
    if (!pen.rules.family.includes(dialect)) return []
    if (bareColumnOption.test(name) && value === '') return [name]
    if (!valuedColumnOption.test(name) || !word.test(value)) return []
    return [name === 'REF_SYSTEM_ID' ? `${name}=${value}` : `${name} ${value}`]
  })
}

/** PERIOD FOR SYSTEM_TIME (a, b) stands among the columns (MariaDB). */
const isPeriod = /^PERIOD FOR (?:\w+|`[^`]+`)$/

const periods = ({ table }: TablePlan, pen: Pen): readonly string[] =>
  table.options.flatMap(({ dialect, name, value }) =>
    pen.rules.family.includes(dialect) && isPeriod.test(name) && optionValue.test(value)
      ? [`${name} ${value},`]
      : [],
  )

/** The digits must be those of the column (manual, 11.2.5), which may have had others where it comes from. */
function stampOf(onUpdate: string, type: string): string {
  const digitsOf = (text: string): string => /\(\s*([1-6])\s*\)/.exec(text)?.[1] ?? ''
  const isStamp = /^(?:current_timestamp|now|localtime|localtimestamp)(?:\s*\(\s*\d*\s*\))?$/i.test(onUpdate)
  const digits = digitsOf(type)
  if (!isStamp || digitsOf(onUpdate) === digits) return onUpdate
  return digits === '' ? 'CURRENT_TIMESTAMP' : `CURRENT_TIMESTAMP(${digits})`
}

function writeColumn(column: ColumnPlan, plan: TablePlan, pen: Pen): string {
  const { generated, nullable, default: value, onUpdate, collation, charset } = column
  // MariaDB's parser takes no NOT NULL behind a generated column.
  const mustNot = !nullable && !(generated && pen.rules.id === 'mariadb')
  const comment =
    column.comment === ''
      ? undefined
      : commentOf(column.comment, { about: plan.table.id, part: column.id }, pen)
  const own = column.column.options.length === 0 ? [] : ownWords(column, pen)
  const isRowEdge = own.some((words) => words.includes('AS ROW'))
  const isText = (charset !== '' || collation !== '') && /char|text|enum|set/i.test(column.type)
  return line(
    column.sql,
    column.type,
    isText && word.test(charset) ? `CHARACTER SET ${charset}` : undefined,
    isText && word.test(collation) ? `COLLATE ${collation}` : undefined,
    ...own,
    generated && `GENERATED ALWAYS AS ${wrapped(generated.sql)} ${generated.storage.toUpperCase()}`,
    // A bare TIMESTAMP may be NOT NULL by itself (explicit_defaults_for_timestamp).
    mustNot ? 'NOT NULL' : isTimestamp(column.type) && !isRowEdge ? 'NULL' : undefined,
    value === undefined ? undefined : `DEFAULT ${value}`,
    onUpdate && `ON UPDATE ${stampOf(onUpdate, column.type)}`,
    column.identity ? 'AUTO_INCREMENT' : undefined,
    column.column.invisible && pen.features.invisibleColumns ? 'INVISIBLE' : undefined,
    comment && `COMMENT ${comment}`,
  )
}

function writeKey(key: KeyPlan, plan: TablePlan, pen: Pen): string {
  if (key.isPrimary) return `PRIMARY KEY (${keyColumns(key)})`
  const comment = commentOf(key.key.comment, { about: plan.table.id, part: key.id }, pen)
  return line(`UNIQUE KEY ${pen.spell(key.name)} (${keyColumns(key)})`, comment && `COMMENT ${comment}`)
}

function indexWords(index: IndexPlan, pen: Pen): { readonly kind: string; readonly tail: string } {
  const kind =
    index.method === 'fulltext'
      ? 'FULLTEXT'
      : index.method === 'spatial'
        ? 'SPATIAL'
        : index.unique
          ? 'UNIQUE'
          : ''
  const using = index.method === 'hash' ? 'USING HASH' : undefined
  const comment =
    index.index.comment !== '' && pen.options.comments
      ? `COMMENT ${pen.string(index.index.comment.slice(0, 1024))}`
      : undefined
  const parser = index.index.options.find(
    ({ name, value }) => name.toLowerCase() === 'with parser' && word.test(value),
  )
  const block = index.index.options.find(({ name }) => name === 'KEY_BLOCK_SIZE')
  const hidden = index.invisible ? (pen.rules.id === 'mariadb' ? 'IGNORED' : 'INVISIBLE') : undefined
  return {
    kind,
    tail: line(
      using,
      block && word.test(block.value) ? `KEY_BLOCK_SIZE=${block.value}` : undefined,
      parser && kind === 'FULLTEXT' ? `WITH PARSER ${parser.value}` : undefined,
      comment,
      hidden,
    ),
  }
}

function writeIndex(index: IndexPlan, pen: Pen): string {
  const { kind, tail } = indexWords(index, pen)
  return line('CREATE', kind, 'INDEX', pen.spell(index.name), `ON ${index.on} (${indexParts(index)})`, tail)
}

function writeInlineIndex(index: IndexPlan, pen: Pen): string {
  const { kind, tail } = indexWords(index, pen)
  return line(kind, 'KEY', pen.spell(index.name), `(${indexParts(index)})`, tail)
}

const optionName = /^[A-Za-z_]+(?: [A-Za-z_]+)*$/
const optionValue = /^(?:-?[A-Za-z0-9_.]+|'(?:[^'\\]|''|\\.)*'|\([\w`,. ]+\))$/

/** ENGINE=InnoDB and its like; what the model says wins over the habit. */
function tableOptions(plan: TablePlan, pen: Pen): readonly string[] {
  const { table } = plan
  const own = table.options.filter(
    ({ dialect, name }) =>
      pen.rules.family.includes(dialect) && optionName.test(name) && !isPeriod.test(name),
  )
  const has = (...names: readonly string[]) => own.some(({ name }) => names.includes(name.toLowerCase()))
  const out: string[] = []
  if (!has('engine', 'storage engine')) out.push('ENGINE=InnoDB')
  const counting = plan.columns.find(({ identity }) => identity)?.identity
  const start = counting?.start
  if (start !== undefined && /^\d+$/.test(start) && start !== '1' && !has('auto_increment'))
    out.push(`AUTO_INCREMENT=${start}`)
  if (
    !has('default charset', 'charset', 'character set', 'default character set', 'collate', 'default collate')
  )
    out.push('DEFAULT CHARSET=utf8mb4')
  for (const { name, value } of own) {
    if (name.toLowerCase() === 'comment') continue
    if (value === '') out.push(name)
    else if (optionValue.test(value)) out.push(`${name}=${value}`)
  }
  const comment = commentOf(table.comment, { about: table.id }, pen)
  if (comment !== undefined) out.push(`COMMENT=${comment}`)
  return out
}

export const mysqlTakesOption: DdlRules['takesOption'] = (place, { dialect, name, value }, pen) => {
  if (!pen.rules.family.includes(dialect)) return false
  if (place === 'index') return name.toLowerCase() === 'with parser' && word.test(value)
  return place === 'table' && optionName.test(name) && (value === '' || optionValue.test(value))
}

function partitions({ table }: TablePlan, pen: Pen): string | undefined {
  const { partitioning } = table
  if (!partitioning) return undefined
  if (!pen.rules.family.includes(partitioning.dialect)) {
    const message = `Its partitioning is not written: ${pen.rules.label} would say it otherwise.`
    pen.tell({ about: table.id }, report('loss', 'partitions', message, 'Partition the table by hand.'))
    return undefined
  }
  const parts = partitioning.parts.map(({ on }) =>
    'column' in on ? pen.part(on.column) : pen.text(on.expression),
  )
  const definition = partitioning.definition ? pen.text(partitioning.definition) : undefined
  const method = partitioning.method.toUpperCase()
  // MariaDB's own (Knowledge Base, "System-Versioned Tables"): by the age of a row, so by no column.
  if (method === 'SYSTEM_TIME' && pen.rules.id === 'mariadb')
    return `\n${line('PARTITION BY SYSTEM_TIME', definition)}`
  if (!/^(?:LINEAR )?(?:HASH|KEY(?: ALGORITHM=[12])?)$|^(?:RANGE|LIST)(?: COLUMNS)?$/.test(method)) {
    const message = `Its partitioning by ${method} is not written: ${pen.rules.label} has no such thing.`
    pen.tell({ about: table.id }, report('loss', 'partitions', message, 'Partition the table by hand.'))
    return undefined
  }
  return `\n${line(`PARTITION BY ${method} (${parts.join(', ')})`, definition)}`
}

export const mysqlClauses: Clauses = {
  column: writeColumn,
  key: writeKey,
  check: (check, pen) =>
    line(standardCheck(check, pen), check.state === 'notEnforced' ? 'NOT ENFORCED' : undefined),
  foreignKey: standardForeignKey,
  index: writeIndex,
  inlineIndex: writeInlineIndex,
  head: (plan, pen) => {
    const head = standardHead(plan, pen)
    return plan.table.persistence === 'temporary'
      ? head.replace('CREATE TABLE', 'CREATE TEMPORARY TABLE')
      : head
  },
  opening: periods,
  tail: (plan, pen) => {
    const partition = partitions(plan, pen)
    return [...tableOptions(plan, pen), ...(partition === undefined ? [] : [partition])]
  },
  after: () => [],
}
