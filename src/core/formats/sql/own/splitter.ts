// Cuts a script into statements while it is being cut into tokens: only one statement's tokens live at a time.
import type { Spot } from '../statement'
import { kinds, Lexer, type Kind } from './lexer'
import { Tokens } from './tokens'
import type { Traits } from './traits'

export interface Piece {
  readonly tokens: Tokens
  /** From the first token to behind the last; the mark that ends it stays outside. */
  readonly at: Spot
  /** A line for the client program. */
  readonly isClient: boolean
  /** For data: how many rows follow; the tokens hold only as many of them as were wanted. */
  readonly rows?: number
  /** The data's rows were not all kept as tokens. */
  readonly isCut?: boolean
}

/** What follows CREATE or ALTER and its adverbs. */
const objectKinds: ReadonlySet<string> = new Set(
  `TABLE VIEW INDEX TRIGGER PROCEDURE PROC FUNCTION EVENT PACKAGE TYPE SEQUENCE DATABASE SCHEMA USER ROLE LOGIN
  SYNONYM DIRECTORY CONTEXT SERVER TABLESPACE LOGFILE DOMAIN EXTENSION MATERIALIZED RULE STATISTICS CLUSTER LIBRARY
  OPERATOR PROFILE JAVA PARTITION FULLTEXT XML ASSEMBLY QUEUE SERVICE CERTIFICATE KEY`.split(/\s+/),
)

/** Behind END: parts of a block that were never counted as opened. */
const uncounted: ReadonlySet<string> = new Set(['IF', 'LOOP', 'WHILE', 'REPEAT', 'FOR'])

/** First words of statements, each with what follows it, that nothing else has at the beginning of a line. */
const makes: Readonly<Partial<Record<string, RegExp>>> = {
  CREATE: /^/,
  ALTER: /^TABLE$/,
  DROP: /^(?:TABLE|VIEW|TRIGGER|PROCEDURE|FUNCTION|DATABASE|SCHEMA)$/,
  COMMENT: /^ON$/,
  INSERT: /^INTO$/,
}

/** The mark behind the statement before was forgotten. */
function forgotten(word: string, before: readonly string[], following: string): boolean {
  const isPart = /^(?:EXPLAIN|DESC|DESCRIBE|WITH|PREPARE|SHOW)$/.test(before[0] ?? '')
  return !isPart && (makes[word]?.test(following) ?? false)
}

/** What is known of the statement that is being collected. */
class Head {
  readonly words: string[] = []
  kind: string | undefined
  isBody = false

  add(word: string, traits: Traits): void {
    if (this.words.length >= 24 || word === '') return
    this.words.push(word)
    const [first] = this.words
    if (this.words.length === 1) this.isBody = traits.bodyWords.has(word)
    else if (this.kind === undefined && (first === 'CREATE' || first === 'ALTER') && objectKinds.has(word)) {
      this.kind = word
      this.isBody = traits.bodyKinds.has(word)
    }
  }
}

/** Counts the blocks of a body, so that the semicolons in them end nothing. */
class Blocks {
  depth = 0
  private isBehindEnd = false

  see(word: string, isBehindDot: boolean): void {
    const wasBehindEnd = this.isBehindEnd
    this.isBehindEnd = false
    if (isBehindDot) return
    if (wasBehindEnd) {
      if (uncounted.has(word)) return
      this.depth--
      if (word === 'CASE') return
    }
    if (word === 'BEGIN' || word === 'CASE') this.depth++
    else if (word === 'END') this.isBehindEnd = true
  }

  /** A mark that would end the statement stands here. */
  settle(): void {
    if (this.isBehindEnd) this.depth--
    this.isBehindEnd = false
  }
}

/** Counts rows behind VALUES. */
class Rows {
  count = 0
  isOn = false
  private depth = 0

  get isOutside(): boolean {
    return this.depth <= 0
  }

  see(word: string): void {
    if (word === '(') {
      if (this.depth++ === 0 && this.isOn) this.count++
    } else if (word === ')') this.depth--
    else if (this.depth === 0) {
      if (word === 'VALUES' || word === 'VALUE') this.isOn = this.count === 0
      else if (/^[A-Z]/.test(word)) this.isOn = false
    }
  }
}

export class Splitter {
  readonly lexer: Lexer
  private readonly traits: Traits
  private readonly sampleRows: number
  private slashFrom = -1
  private slashAt = -1

  constructor(text: string, traits: Traits, sampleRows: number) {
    this.lexer = new Lexer(text, traits)
    this.traits = traits
    this.sampleRows = sampleRows
  }

  /** The next statement; undefined behind the last one. Never an empty one. */
  next(): Piece | undefined {
    for (;;) {
      const piece = this.collect()
      if (piece === undefined || piece.tokens.length > 0) return piece
    }
  }

  private collect(): Piece | undefined {
    const { lexer, traits } = this
    const tokens = new Tokens(lexer.text, lexer.marks)
    const first = lexer.next(true)
    if (first === kinds.end) return undefined
    if (first === kinds.softEnd || first === kinds.hardEnd) return this.piece(tokens)
    if (first === kinds.client) {
      tokens.push(first, lexer.from, lexer.to)
      return { ...this.piece(tokens), isClient: true }
    }
    tokens.push(first, lexer.from, lexer.to)
    if (traits.dataWords.has(tokens.word(0))) return this.data(tokens)
    this.statement(tokens)
    return this.piece(tokens)
  }

  private piece(tokens: Tokens): Piece {
    return { tokens, at: tokens.spot(0, tokens.length), isClient: false }
  }

  private statement(tokens: Tokens): void {
    const { lexer, traits } = this
    const head = new Head()
    const blocks = new Blocks()
    head.add(tokens.word(0), traits)
    if (head.isBody) blocks.see(tokens.word(0), false)
    let depth = 0
    for (let kind = lexer.next(false); kind !== kinds.end; kind = lexer.next(false)) {
      if (kind === kinds.hardEnd) return
      if (kind === kinds.softEnd || (kind === kinds.symbol && lexer.text.charCodeAt(lexer.from) === 59)) {
        blocks.settle()
        if (this.ends(kind, head, blocks)) return
      }
      const i = tokens.length
      tokens.push(kind, lexer.from, lexer.to)
      if (kind === kinds.symbol) {
        const code = lexer.text.charCodeAt(lexer.from)
        if (code === 40) depth++
        else if (code === 41) depth--
        else continue
      } else if (kind !== kinds.word) continue
      const word = tokens.word(i)
      if (depth <= 0 && kind === kinds.word && !head.isBody && lexer.isFirst && this.begins(tokens, head)) {
        tokens.pop()
        lexer.to = lexer.from
        return
      }
      head.add(word, traits)
      if (head.isBody && kind === kinds.word) blocks.see(word, tokens.word(i - 1) === '.')
    }
  }

  /** Does this semicolon end the statement? */
  private ends(kind: Kind, { isBody }: Head, { depth }: Blocks): boolean {
    if (!isBody) return true
    // The client was told of another mark (DELIMITER): a body's own semicolons are not its business.
    if (kind === kinds.symbol) return false
    if (this.traits.bodyEnd === 'batch') return false
    if (this.traits.bodyEnd === 'slash' && this.hasSlashAhead()) return false
    return depth <= 0
  }

  private hasSlashAhead(): boolean {
    const { from, text } = this.lexer
    if (this.slashFrom < 0 || (this.slashAt >= 0 && this.slashAt < from)) {
      const line = /^[ \t]*\/[ \t]*$/gm
      line.lastIndex = from
      this.slashAt = line.exec(text)?.index ?? -1
      this.slashFrom = from
    }
    return this.slashAt >= from
  }

  private begins(tokens: Tokens, head: Head): boolean {
    const { traits, lexer } = this
    const anew = traits.beginsAnew ?? forgotten
    const word = tokens.word(tokens.length - 1)
    const from = lexer.from
    const to = lexer.to
    const isWord = lexer.next(false) === kinds.word
    const following = isWord ? lexer.text.slice(lexer.from, lexer.to).toUpperCase() : ''
    lexer.from = from
    lexer.to = to
    return anew(word, head.words, following)
  }

  /** INSERT and its like: rows are counted; only those that are wanted are kept. */
  private data(tokens: Tokens): Piece {
    const { lexer } = this
    const rows = new Rows()
    const from = lexer.from
    let to = lexer.to
    let isCut = false
    for (let kind = lexer.next(false); kind !== kinds.end; kind = lexer.next(false)) {
      if (kind === kinds.softEnd || kind === kinds.hardEnd) break
      if (kind === kinds.symbol && lexer.text.charCodeAt(lexer.from) === 59) break
      if (lexer.isFirst && kind === kinds.word && this.traits.beginsAnew && rows.isOutside) {
        tokens.push(kind, lexer.from, lexer.to)
        const words = [tokens.word(0)]
        const head = Object.assign(new Head(), { words })
        const isOver = tokens.length > 3 && this.begins(tokens, head)
        tokens.pop()
        if (isOver) {
          lexer.to = lexer.from
          break
        }
      }
      to = lexer.to
      if (kind === kinds.symbol || kind === kinds.word) rows.see(this.wordNow(kind))
      if (rows.count > this.sampleRows) isCut = true
      if (rows.count <= this.sampleRows) tokens.push(kind, lexer.from, lexer.to)
    }
    return { tokens, at: { from, to }, isClient: false, rows: rows.count, isCut }
  }

  private wordNow(kind: Kind): string {
    const { text, from, to } = this.lexer
    if (kind === kinds.symbol) return text.charAt(from)
    // Longer words than these say nothing here.
    return to - from > 12 ? 'X' : text.slice(from, to).toUpperCase()
  }
}
