// PostgreSQL's scripts, and those of its kin, statement by statement: each is parsed alone by PostgreSQL's own parser,
// so that a mistake costs one statement; expressions are cut out of the author's own text.
import type { DialectId } from '../../../model/target'
import type { PostgresParser } from '../parser'
import type { Reading as Asked, ScriptReader } from '../reader'
import type { ObjectName, Remark, Script, Spot, Statement } from '../statement'
import { readCopy, readInsert, type Room } from './data'
import { readNode } from './dispatch'
import { forgiving, unfolded } from './doBlock'
import type { Ground, Reading } from './ground'
import { pathOf } from './nodes'
import { remarkOn } from './psql'
import { lifted } from './redshift'
import { missingEnd, parseWords, repaired, type Failure, type Success } from './repair'
import { freshLineIn, Splitter, type StatementPiece } from './split'
import { sqlName } from './tables'
import { Words } from './words'

const noWhere: Spot = { from: 0, to: 0 }

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}

function blanked(words: Words, holes: readonly Spot[]): Words {
  if (holes.length === 0) return words
  let shown = ''
  let done = words.from
  for (const { from, to } of holes) {
    if (to > words.to) break
    shown += words.text.slice(done, from) + ' '.repeat(to - from)
    done = to
  }
  return words.showing(shown + words.text.slice(done, words.to))
}

class Rows implements Room {
  private readonly counts = new Map<string, number>()
  private readonly limit: number
  constructor(limit: number) {
    this.limit = limit
  }
  left(table: ObjectName): number {
    return Math.max(0, this.limit - (this.counts.get(sqlName(table)) ?? 0))
  }
  take(table: ObjectName, rows: number): void {
    this.counts.set(sqlName(table), (this.counts.get(sqlName(table)) ?? 0) + rows)
  }
}

class Reader {
  private readonly splitter: Splitter
  private readonly parser: PostgresParser
  private readonly dialect: DialectId
  private readonly rows: Rows
  readonly statements: Statement[] = []
  readonly remarks: Remark[] = []
  private readonly text: string

  constructor(text: string, parser: PostgresParser, asked: Asked) {
    this.text = text
    this.parser = parser
    this.dialect = asked.dialect
    this.rows = new Rows(asked.sampleRows)
    this.splitter = new Splitter(text)
  }

  run({ onProgress, isCancelled }: Asked): void {
    let told = 0
    for (let piece = this.splitter.next(); piece; piece = this.splitter.next()) {
      if (isCancelled?.()) return
      if (piece.kind === 'psql') this.psql(piece.command, piece.at)
      else if (piece.kind === 'comment') this.unclosedComment(piece.at)
      else this.piece(piece)
      if (this.splitter.done - told < 50_000) continue
      told = this.splitter.done
      onProgress?.(told)
    }
  }

  private readonly tell = (remark: Remark): void => {
    this.remarks.push(remark)
  }

  private psql(command: string, at: Spot): void {
    const remark = remarkOn(command, at)
    if (remark) this.tell(remark)
  }

  private unclosedComment(at: Spot): void {
    if (this.text.slice(at.from + 2, at.to).trim() === '') return
    this.tell({
      level: 'loss',
      code: 'unclosed',
      message: 'A comment begins here and never ends: nothing behind it is read.',
      at,
    })
  }

  private push(said: Reading, at: Spot): void {
    this.statements.push({ ...said, at: said.at ?? at })
  }

  private piece(piece: StatementPiece): void {
    const whole = new Words(this.text, piece.tokens)
    const words = blanked(whole, piece.holes)
    if (words.reads(0, 'INSERT', 'INTO') && !piece.unclosed)
      this.push(readInsert(words, this.rows), words.whole)
    else if (words.reads(0, 'COPY') && !piece.unclosed) this.copy(words, piece.rows)
    else if (words.reads(0, 'DO')) this.block(words)
    else this.statement(words, piece)
  }

  private copy(words: Words, rows: Spot | undefined): void {
    this.push(readCopy(words, rows, this.rows), words.whole)
  }

  private block(words: Words): void {
    const parts = unfolded(words, this.splitter.lexer)
    const before = this.statements.length
    for (const part of parts ?? []) this.statement(part)
    if (!parts) this.push({ kind: 'keep', why: 'a block of code' }, words.whole)
    for (let i = before; parts && i < this.statements.length; i++) {
      const said = this.statements[i]
      if (said) this.statements[i] = { ...forgiving(said), at: said.at }
    }
  }

  private statement(words: Words, piece?: StatementPiece): void {
    const { words: plain, attach } =
      this.dialect === 'redshift' ? lifted(words) : { words, attach: undefined }
    const parsed = parseWords(plain, this.parser)
    const good = 'failed' in parsed ? this.failed(plain, parsed.failed, piece) : parsed
    if (good) this.said(good.node, good.words, attach)
  }

  private said(node: unknown, words: Words, attach?: (said: Reading) => Reading): void {
    const ground: Ground = { words, dialect: this.dialect, tell: this.tell }
    const elements = this.elements(words)
    const main = elements ? new Words(this.text, words.tokens.slice(0, elements.behind)) : words
    for (const said of readNode(node, { ...ground, words: main })) {
      if (elements && said.kind === 'keep') continue
      this.push(attach ? attach(said) : said, words.whole)
    }
    if (elements) this.inSchema(elements.schema, elements.parts)
  }

  /** CREATE SCHEMA with what stands in it. */
  private elements(words: Words) {
    if (!words.reads(0, 'CREATE', 'SCHEMA')) return undefined
    const starts: number[] = []
    for (let i = 2; i < words.length; i = i + 1) {
      if (words.reads(i, 'CREATE') || words.reads(i, 'GRANT')) starts.push(i)
      if (words.upper(i) === '(') i = words.close(i)
    }
    const [behind] = starts
    if (behind === undefined) return undefined
    const parts = starts.map(
      (from, i) => new Words(this.text, words.tokens.slice(from, starts[i + 1] ?? words.length)),
    )
    const parsed = this.parser.parse(words.parsed)
    const schema = parsed.ok ? schemaName(parsed.node) : undefined
    return schema === undefined ? undefined : { behind, parts, schema }
  }

  private inSchema(schema: string, parts: readonly Words[]): void {
    const last = this.statements.findLast((statement) => statement.kind === 'useSchema')
    this.push({ kind: 'useSchema', schema }, noWhere)
    for (const part of parts) this.statement(part)
    this.push(last ?? { kind: 'useSchema' }, noWhere)
  }

  /** The statement after all, where a second chance helps; everything else is dealt with here. */
  private failed(words: Words, failure: Failure, piece: StatementPiece | undefined): Success | undefined {
    if (piece && this.cutQuote(words, piece)) return undefined
    if (piece?.unclosed) {
      this.broken(words, piece.unclosed.from, 'A quote begins here and never ends.')
      return undefined
    }
    if (piece && this.cutLine(words, failure, piece)) return undefined
    const { parsed, remarks } = repaired(words, failure, this.parser)
    if ('failed' in parsed) {
      this.unread(words, failure)
      return undefined
    }
    this.remarks.push(...remarks)
    return parsed
  }

  /** A quote that was not closed where its author meant to: the next statement stands inside of it. */
  private cutQuote(words: Words, { tokens }: StatementPiece): boolean {
    if (/^(?:FUNCTION|PROCEDURE|OR)$/.test(words.upper(1))) return false
    for (const token of tokens) {
      if (token.kind !== 'string' && token.kind !== 'quoted') continue
      const place = freshLineIn(this.text, token.from, token.to)
      if (place === undefined) continue
      this.splitter.restartAt(place)
      this.broken(words, token.from, 'A quote is closed too late: it would swallow the next statements.')
      return true
    }
    return false
  }

  /** The semicolon is missing. */
  private cutLine(words: Words, failure: Failure, piece: StatementPiece): boolean {
    const end = missingEnd(words, failure)
    if (end === undefined) return false
    this.splitter.restartAt(words.at(end).from)
    this.piece({ kind: 'statement', tokens: words.tokens.slice(0, end), holes: piece.holes })
    return true
  }

  private broken(words: Words, place: number, message: string): void {
    const lost = short(this.text.slice(words.from, words.to))
    this.push({ kind: 'keep', why: 'A quote in it is never closed', isAside: true }, words.whole)
    this.tell({
      level: 'loss',
      code: 'unclosed',
      message: `${message} Set aside: ${lost}`,
      remedy: 'Close it and read the file again.',
      at: { from: place, to: Math.max(place + 1, words.to) },
    })
  }

  private unread(words: Words, { message, token }: Failure): void {
    this.push({ kind: 'keep', why: message }, words.whole)
    const at = token < words.length ? words.spot(token, token + 1) : { from: words.to, to: words.to }
    this.tell({ level: 'warning', code: 'syntax', message: `${message}: the statement is kept as text.`, at })
  }
}

function schemaName(node: Readonly<Record<string, unknown>>): string | undefined {
  const body = node['CreateSchemaStmt']
  if (typeof body !== 'object' || body === null) return undefined
  const name = (body as Readonly<Record<string, unknown>>)['schemaname']
  return typeof name === 'string' ? name : pathOf(name).at(-1)
}

export const readPostgres: ScriptReader = async (text, asked): Promise<Script> => {
  const load = asked.engines?.postgres
  if (!load) {
    const message = "PostgreSQL's parser is not there: nothing can be read."
    return {
      statements: [],
      remarks: [{ level: 'loss', code: 'noParser', message, at: { from: 0, to: text.length } }],
    }
  }
  const reader = new Reader(text, await load(), asked)
  reader.run(asked)
  return { statements: reader.statements, remarks: reader.remarks }
}
