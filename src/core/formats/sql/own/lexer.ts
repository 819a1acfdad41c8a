// Cuts SQL into tokens in one pass, each in time that does not depend on what follows. Blanks and comments are left
// out; what never ends ends at a sensible place and is told.
import type { Spot } from '../statement'
import type { Traits } from './traits'

/** Numbers instead of words: a dump has millions of tokens. */
export const kinds = {
  end: 0,
  word: 1,
  quoted: 2,
  string: 3,
  number: 4,
  symbol: 5,
  parameter: 6,
  /** A semicolon, where that is how statements end. */
  softEnd: 7,
  /** What ends a statement wherever it stands: DELIMITER's mark, GO, a slash on its line. */
  hardEnd: 8,
  /** A line for the client program. */
  client: 9,
} as const
export type Kind = (typeof kinds)[keyof typeof kinds]

export interface Unended {
  readonly what: 'string' | 'name' | 'comment'
  readonly at: Spot
}

/** How often an end that is missing is guessed; beyond it the rest of the text belongs to what was opened. */
const guesses = 24

const isDigit = (code: number) => code >= 48 && code <= 57
const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
/** Blanks of every script: spaces, controls, U+00A0, U+FEFF, the line and paragraph separators. */
const isBlank = (code: number) =>
  code <= 32 ||
  code === 0x7f ||
  code === 0xa0 ||
  code === 0xfeff ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x3000 ||
  code === 0x85
const isLineEnd = (code: number) => code === 10 || code === 13

const stringPrefix = /^(?:n|x|b|e|nq|_[a-z0-9]+)$/i

/** Words with which a statement begins: where a string that never ends is taken to end. */
const fresh =
  /;[ \t]*\r?\n\s*(?:CREATE|ALTER|DROP|INSERT|COMMENT|GRANT|SET|USE|DELIMITER|BEGIN|COMMIT|--|\/\*)/gi
/** The same where the client ends statements by a line of its own. */
const freshBatch = /\r?\n[ \t]*(?:GO|\/)[ \t]*\r?\n/gi

const makesInside = /[\r\n](?:CREATE|ALTER TABLE|DROP (?:TABLE|VIEW|DATABASE)|COMMENT ON|INSERT INTO)\s/i

export class Lexer {
  readonly text: string
  readonly length: number
  kind: Kind = kinds.end
  from = 0
  to = 0
  /** The token is the first of its line. */
  isFirst = true
  /** What the client takes for the end of a statement. */
  delimiter = ';'
  /** Marks of comments that are carried out: they are no part of the SQL around them. */
  readonly marks: Spot[] = []
  readonly unended: Unended[] = []
  /** Texts that hold what looks like statements: they may have swallowed them. */
  suspects: Spot[] = []

  private readonly traits: Traits
  private readonly nameCloses = new Map<number, number>()
  private readonly nameMarks: ReadonlySet<number>
  private isInVersionComment = false
  private guessesLeft = guesses
  /** Needles that do not occur again. */
  private readonly gone = new Set<string>()

  constructor(text: string, traits: Traits) {
    this.text = text
    this.length = text.length
    this.traits = traits
    for (const [open, close] of traits.lexis.identifierQuotes)
      this.nameCloses.set(open.charCodeAt(0), close.charCodeAt(0))
    this.nameMarks = new Set([...traits.nameMarks].map((mark) => mark.charCodeAt(0)))
  }

  /** The next token; `kinds.end` behind the last one. `isStart`: a statement would begin here. */
  next(isStart: boolean): Kind {
    this.skipBlanks()
    this.from = this.to
    if (this.to >= this.length) return (this.kind = kinds.end)
    this.kind = (this.isFirst ? this.clientsOwn(isStart) : undefined) ?? this.delimited() ?? this.token()
    return this.kind
  }

  /** Puts the last token back. */
  back(): void {
    this.to = this.from
  }

  // Blanks and comments

  private skipBlanks(): void {
    const { text, traits } = this
    this.isFirst = this.to === 0
    for (;;) {
      const code = text.charCodeAt(this.to)
      if (this.to >= this.length) return
      if (isBlank(code)) {
        if (isLineEnd(code)) this.isFirst = true
        this.to++
      } else if (code === 45 && text.charCodeAt(this.to + 1) === 45 && this.isDashComment()) this.skipLine()
      else if (code === 35 && traits.lexis.hashComments) this.skipLine()
      else if (code === 47 && text.charCodeAt(this.to + 1) === 42) this.skipComment()
      else if (code === 47 && traits.slashComments && text.charCodeAt(this.to + 1) === 47) this.skipLine()
      else if (this.isInVersionComment && code === 42 && text.charCodeAt(this.to + 1) === 47) {
        this.isInVersionComment = false
        this.mark(2)
      } else return
    }
  }

  private isDashComment(): boolean {
    if (!this.traits.dashNeedsSpace) return true
    const after = this.text.charCodeAt(this.to + 2)
    return Number.isNaN(after) || after <= 32 || isBlank(after)
  }

  private skipLine(): void {
    const { text } = this
    while (this.to < this.length && !isLineEnd(text.charCodeAt(this.to))) this.to++
  }

  private mark(length: number): void {
    this.marks.push({ from: this.to, to: this.to + length })
    this.to += length
  }

  private skipComment(): void {
    const opened = this.traits.versionComments ? this.versionComment() : 0
    if (opened > 0) {
      this.isInVersionComment = true
      this.mark(opened)
      return
    }
    if (this.traits.lexis.nestedComments) this.skipNested()
    else {
      const end = this.find('*/', this.to + 2)
      if (end < 0) this.endless('comment', this.to)
      else {
        this.tellSwallowed(this.to, end)
        this.to = end + 2
      }
    }
  }

  /** How long the mark of a comment is that is carried out; 0 for one that is not. */
  private versionComment(): number {
    const opening = /\/\*(M?)!(\d{5,6})?/y
    opening.lastIndex = this.to
    const found = opening.exec(this.text)
    if (!found) return 0
    const version = Number(found[2] ?? 0)
    const isMariadb = this.traits.versionComments === 'mariadb'
    // MariaDB passes over what only MySQL 5.7 and later understand (Knowledge Base, "Comment Syntax").
    const isOurs = found[1] === 'M' ? isMariadb : !(isMariadb && version >= 50_700 && version < 100_000)
    return isOurs && version < 999_999 ? found[0].length : 0
  }

  private skipNested(): void {
    const from = this.to
    const mark = /\/\*|\*\//g
    mark.lastIndex = from
    let depth = 0
    for (let found = mark.exec(this.text); found; found = mark.exec(this.text)) {
      depth += found[0] === '/*' ? 1 : -1
      if (depth === 0) {
        this.to = mark.lastIndex
        return
      }
    }
    this.endless('comment', from)
  }

  /** A comment that runs over the beginning of the next one, with statements between: its own end is missing. */
  private tellSwallowed(from: number, to: number): void {
    if (to - from < 12) return
    const inner = this.text.slice(from + 2, to)
    const next = inner.indexOf('/*')
    if (next < 0 || !this.freshIn(inner.slice(0, next + 2))) return
    this.unended.push({ what: 'comment', at: { from, to } })
  }

  private freshIn(text: string): number | undefined {
    const pattern = this.traits.goLines || this.traits.slashLines ? [fresh, freshBatch] : [fresh]
    const places = pattern.flatMap((one) => {
      one.lastIndex = 0
      return one.exec(text)?.index ?? []
    })
    return places.length > 0 ? Math.min(...places) : undefined
  }

  /**
   * A quoted thing that is wider than its author meant: the next statements stand in it. A name never holds them; a
   * text may, but a word does not follow it at once.
   */
  private runsOver(what: 'string' | 'name', from: number): void {
    if (this.to - from < 12 || this.guessesLeft <= 0) return
    if (what === 'string' && !this.opensAgain(this.text.charCodeAt(this.to))) return
    const text = this.text.slice(from, this.to)
    const place = this.freshIn(text) ?? (what === 'name' ? makesInside.exec(text)?.index : undefined)
    if (place === undefined) return
    this.guessesLeft--
    this.endVersionComment(from)
    this.to = from + place
    this.unended.push({ what, at: { from, to: this.to } })
  }

  private suspect(from: number): void {
    if (this.to - from < 20) return
    if (makesInside.test(this.text.slice(from, this.to))) this.suspects.push({ from, to: this.to })
  }

  /** Its end may stand in what was swallowed. */
  private endVersionComment(from: number): void {
    if (this.isInVersionComment && this.text.slice(from, this.to).includes('*/'))
      this.isInVersionComment = false
  }

  /** What stands behind the mark that opens a text, and hardly ever behind the one that closes it. */
  private opensAgain(code: number): boolean {
    return this.isNamePart(code) || code === 39 || code === 34 || code === 123 || code === 37
  }

  /** Looks for a needle from here on, and never twice for one that is not there. */
  private find(needle: string, from: number): number {
    if (this.gone.has(needle)) return -1
    const at = this.text.indexOf(needle, from)
    if (at < 0) this.gone.add(needle)
    return at
  }

  /** Something was opened and never closed: a comment ends with its line, the rest before the next statement. */
  private endless(what: Unended['what'], from: number): void {
    this.to = this.length
    if (this.guessesLeft-- > 0) {
      if (what === 'comment') {
        this.to = from
        this.skipLine()
      } else {
        fresh.lastIndex = from
        this.to = fresh.exec(this.text)?.index ?? this.length
      }
    }
    this.unended.push({ what, at: { from, to: this.to } })
  }

  // What the client reads before the engine does

  private clientsOwn(isStart: boolean): Kind | undefined {
    const { text, traits } = this
    const code = text.charCodeAt(this.to) | 32
    if (traits.delimiterLines && code === 100) {
      const line = this.sticky(/delimiter[ \t]+([^\s]+)[^\r\n]*/iy)
      if (line) {
        this.delimiter = line[1] ?? ';'
        return this.take(line[0].length, kinds.hardEnd)
      }
    }
    if (traits.goLines && code === 103) {
      const line = this.sticky(/go(?=[\s;]|$)[ \t]*(?:\d{1,9}[ \t]*)?;?[ \t]*(?:--[^\r\n]*)?(?=[\r\n]|$)/iy)
      if (line) return this.take(line[0].length, kinds.hardEnd)
    }
    if (traits.slashLines && text.charCodeAt(this.to) === 47) {
      const line = this.sticky(/\/[ \t]*(?=[\r\n]|$)/y)
      if (line) return this.take(line[0].length, kinds.hardEnd)
    }
    if (isStart && traits.clientLine) {
      traits.clientLine.lastIndex = this.to
      const line = traits.clientLine.exec(text)
      if (line) return this.take(line[0].length, kinds.client)
    }
    return undefined
  }

  private sticky(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.to
    return pattern.exec(this.text)
  }

  private delimited(): Kind | undefined {
    if (this.delimiter === ';') {
      return this.text.charCodeAt(this.to) === 59 ? this.take(1, kinds.softEnd) : undefined
    }
    if (!this.text.startsWith(this.delimiter, this.to)) return undefined
    return this.take(this.delimiter.length, kinds.hardEnd)
  }

  private take(length: number, kind: Kind): Kind {
    this.to += length
    return kind
  }

  // Tokens

  private token(): Kind {
    const { text, traits } = this
    const code = text.charCodeAt(this.to)
    if (isLetter(code) || code === 95 || code > 127) return this.word()
    if (isDigit(code)) return this.number()
    if (code === 39) return this.string(39, traits.lexis.backslashEscapes)
    if (code === 34 && traits.lexis.doubleQuotedStrings) return this.string(34, traits.lexis.backslashEscapes)
    const close = this.nameCloses.get(code)
    if (close !== undefined) return this.quoted(close)
    if (code === 46 && isDigit(text.charCodeAt(this.to + 1)) && !this.isBehindName()) return this.number()
    if (code === 36 && traits.lexis.dollarQuotes) return this.dollar()
    if (code === 64 || code === 58) return this.parameter()
    if (this.nameMarks.has(code)) return this.word()
    return this.take(1, kinds.symbol)
  }

  private isBehindName(): boolean {
    const before = this.text.charCodeAt(this.to - 1)
    return this.isNamePart(before) || before === 96 || before === 34 || before === 93
  }

  private isNamePart(code: number): boolean {
    return (
      isLetter(code) ||
      code === 95 ||
      isDigit(code) ||
      this.nameMarks.has(code) ||
      (code > 127 && !isBlank(code))
    )
  }

  private word(): Kind {
    const { text, traits } = this
    const from = this.to
    const custom = this.delimiter === ';' ? 0 : this.delimiter.charCodeAt(0)
    do this.to++
    while (
      this.isNamePart(text.charCodeAt(this.to)) &&
      !(text.charCodeAt(this.to) === custom && text.startsWith(this.delimiter, this.to))
    )
    if (text.charCodeAt(this.to) !== 39 || this.to - from > 32) return kinds.word
    const prefix = text.slice(from, this.to)
    if (traits.qStrings && /^n?q$/i.test(prefix)) return this.qString()
    if (!stringPrefix.test(prefix)) return kinds.word
    return this.string(39, traits.lexis.backslashEscapes || /^e$/i.test(prefix))
  }

  /** q'[it's]': the mark behind the quotation mark closes with its counterpart and another quotation mark. */
  private qString(): Kind {
    const from = this.to
    const open = this.text.charAt(from + 1)
    const close =
      ({ '[': ']', '(': ')', '{': '}', '<': '>' } as Readonly<Record<string, string>>)[open] ?? open
    const end = this.find(`${close}'`, from + 2)
    if (end < 0) this.endless('string', from)
    else this.to = end + 2
    return kinds.string
  }

  private number(): Kind {
    const found = this.sticky(/0x[0-9a-f]+|0b[01]+|\d*\.?\d*(?:e[+-]?\d+)?/iy)
    const from = this.to
    this.to += Math.max(found?.[0].length ?? 0, 1)
    if (!this.traits.digitsFirst || !this.isNamePart(this.text.charCodeAt(this.to))) return kinds.number
    this.to = from
    return this.word()
  }

  private string(quote: number, hasEscapes: boolean): Kind {
    const { text } = this
    const from = this.to
    // Behind a prefix such as N the token begins before its quotation mark.
    for (let at = text.indexOf(quote === 39 ? "'" : '"', from) + 1; at < this.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 92 && hasEscapes) at++
      else if (code === quote) {
        if (text.charCodeAt(at + 1) === quote) at++
        else {
          this.to = at + 1
          this.runsOver('string', from)
          this.suspect(from)
          return kinds.string
        }
      }
    }
    this.endless('string', from)
    return kinds.string
  }

  private quoted(close: number): Kind {
    const { text } = this
    const from = this.to
    const doubles = close !== 93 || this.traits.doublesBrackets
    const needle = String.fromCharCode(close)
    for (let at = this.find(needle, from + 1); at >= 0; at = this.find(needle, at + 2)) {
      if (doubles && text.charCodeAt(at + 1) === close) continue
      this.to = at + 1
      this.runsOver('name', from)
      return kinds.quoted
    }
    this.endless('name', from)
    return kinds.quoted
  }

  /** $tag$ … $tag$, or a dollar sign that opens nothing. */
  private dollar(): Kind {
    const tag = this.sticky(/\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y)
    if (!tag) return this.take(1, kinds.symbol)
    const from = this.to
    const end = this.find(tag[0], from + tag[0].length)
    if (end < 0) this.endless('string', from)
    else this.to = end + tag[0].length
    return kinds.string
  }

  /** @name, @@name, :name; the mark alone is a symbol. */
  private parameter(): Kind {
    let at = this.to + 1
    const { text } = this
    if (text.charCodeAt(this.to) === 64 && text.charCodeAt(at) === 64) at++
    if (!this.isNamePart(text.charCodeAt(at))) return this.take(1, kinds.symbol)
    while (this.isNamePart(text.charCodeAt(at))) at++
    this.to = at
    return kinds.parameter
  }
}
