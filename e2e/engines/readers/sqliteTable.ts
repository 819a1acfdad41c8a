// A CREATE TABLE statement of SQLite, read for what the PRAGMAs do not tell.
// https://sqlite.org/lang_createtable.html
import { Reader, tokenize } from './sqliteText'

export interface TableText {
  readonly primaryKeyName: string | null
  readonly uniques: readonly { readonly name: string | null; readonly columns: readonly string[] }[]
  readonly checks: readonly { readonly name: string | null; readonly expression: string }[]
  /** In order of writing. */
  readonly foreignKeys: readonly ForeignKeyText[]
  readonly columns: ReadonlyMap<string, ColumnText>
}

interface ForeignKeyText {
  readonly name: string | null
  readonly deferrable: boolean
  readonly initiallyDeferred: boolean
}

interface ColumnText {
  readonly generated: string | null
  readonly collation: string | null
  readonly autoincrement: boolean
}

interface Found {
  primaryKeyName: string | null
  uniques: { name: string | null; columns: readonly string[] }[]
  checks: { name: string | null; expression: string }[]
  foreignKeys: ForeignKeyText[]
  columns: Map<string, ColumnText>
}

export function readTableText(sql: string): TableText {
  const found: Found = { primaryKeyName: null, uniques: [], checks: [], foreignKeys: [], columns: new Map() }
  const reader = new Reader(sql, tokenize(sql))
  while (!reader.isDone && reader.tokens[reader.at]?.value !== '(') reader.at += 1
  for (const part of reader.list()) {
    if (isTableConstraint(part)) readTableConstraint(part, found)
    else readColumn(part, found)
  }
  return found
}

const CONSTRAINT_WORDS = ['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN']

function isTableConstraint(part: Reader): boolean {
  const first = part.tokens[0]
  return first?.isWord === true && CONSTRAINT_WORDS.includes(first.value)
}

function readTableConstraint(part: Reader, found: Found): void {
  // SQLite lets constraints follow one another without a comma.
  while (!part.isDone) {
    const name = part.take('CONSTRAINT') ? part.name() : null
    if (part.take('PRIMARY', 'KEY')) {
      part.group()
      found.primaryKeyName = name
    } else if (part.take('UNIQUE')) {
      found.uniques.push({ name, columns: part.list().map((column) => column.name()) })
    } else if (part.take('CHECK')) {
      found.checks.push({ name, expression: part.parenthesized() })
    } else if (part.take('FOREIGN', 'KEY')) {
      part.group()
      readReference(part, name, found)
    } else {
      part.at += 1
    }
  }
}

function readColumn(part: Reader, found: Found): void {
  const column = part.name()
  let generated: string | null = null
  let collation: string | null = null
  let autoincrement = false
  let name: string | null = null
  while (!part.isDone) {
    if (part.take('CONSTRAINT')) {
      name = part.name()
      continue
    }
    if (part.take('CHECK')) found.checks.push({ name, expression: part.parenthesized() })
    else if (part.take('PRIMARY', 'KEY')) found.primaryKeyName = name
    else if (part.take('UNIQUE')) found.uniques.push({ name, columns: [column] })
    else if (part.take('COLLATE')) collation = part.name()
    else if (part.take('AUTOINCREMENT')) autoincrement = true
    else if (part.take('AS')) generated = part.parenthesized()
    else if (part.tokens[part.at]?.value === 'REFERENCES') readReference(part, name, found)
    else if (part.tokens[part.at]?.value === '(') part.group()
    else part.at += 1
    name = null
  }
  found.columns.set(column.toLowerCase(), { generated, collation, autoincrement })
}

/** From REFERENCES to the end of its clauses. */
function readReference(part: Reader, name: string | null, found: Found): void {
  part.take('REFERENCES')
  part.name()
  if (part.tokens[part.at]?.value === '(') part.group()
  // ON DELETE or ON UPDATE and its action, or MATCH and its name.
  for (let isAction = part.take('ON'); isAction || part.take('MATCH'); isAction = part.take('ON')) {
    part.at += 1
    if (isAction) takeAction(part)
  }
  const isNot = part.take('NOT', 'DEFERRABLE')
  const deferrable = isNot || part.take('DEFERRABLE')
  const deferred = deferrable && part.take('INITIALLY', 'DEFERRED')
  if (deferrable && !deferred) part.take('INITIALLY', 'IMMEDIATE')
  found.foreignKeys.push({ name, deferrable: deferrable && !isNot, initiallyDeferred: deferred && !isNot })
}

function takeAction(part: Reader): void {
  const isTwoWords = part.take('SET') || part.take('NO')
  part.at += isTwoWords || !part.isDone ? 1 : 0
}

export interface IndexText {
  /** Per part: its text without COLLATE, ASC and DESC. */
  readonly parts: readonly string[]
  readonly where: string | null
}

/** https://sqlite.org/lang_createindex.html */
export function readIndexText(sql: string): IndexText {
  const reader = new Reader(sql, tokenize(sql))
  while (!reader.isDone && reader.tokens[reader.at]?.value !== '(') reader.at += 1
  const parts = reader.list().map((part) => {
    let { tokens } = part
    while (isOrder(tokens.at(-1)?.value)) tokens = tokens.slice(0, -1)
    const collates = tokens.at(-2)
    if (collates?.isWord === true && collates.value === 'COLLATE') tokens = tokens.slice(0, -2)
    return sql.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0)
  })
  const where = reader.take('WHERE') ? sql.slice(reader.tokens[reader.at]?.start ?? sql.length) : null
  return { parts, where }
}

function isOrder(word: string | undefined): boolean {
  return word === 'ASC' || word === 'DESC'
}

/** What follows AS in CREATE VIEW. */
export function readViewText(sql: string): string {
  const reader = new Reader(sql, tokenize(sql))
  while (!reader.isDone && !reader.take('AS')) reader.at += 1
  return sql.slice(reader.tokens[reader.at]?.start ?? sql.length)
}
