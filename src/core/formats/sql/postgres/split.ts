// Cuts a script as psql does: statements, psql's own commands, the rows behind COPY … FROM stdin. What is never closed
// costs its own statement: reading goes on at the next line that begins like one.
import type { Spot } from '../statement'
import { Lexer, type Token, type Unclosed } from './lex'

export interface StatementPiece {
  readonly kind: 'statement'
  readonly tokens: readonly Token[]
  /** Blanks that only a person takes for blanks, and psql's commands in the middle: not for the parser. */
  readonly holes: readonly Spot[]
  readonly unclosed?: Unclosed
  /** Brackets were open where the next statement began. */
  readonly isUnbalanced?: true
  /** Rows that follow, as COPY … FROM stdin has them. */
  readonly rows?: Spot
}

export type Piece =
  StatementPiece | { readonly kind: 'psql'; readonly command: string; readonly at: Spot } | UnclosedComment

export interface UnclosedComment {
  readonly kind: 'comment'
  readonly at: Spot
}

const starters =
  'ALTER|ANALYZE|BEGIN|CALL|CLUSTER|COMMENT|COMMIT|COPY|CREATE|DELETE|DO|DROP|END|EXPLAIN|GRANT|IMPORT|INSERT|LOCK|MERGE|REASSIGN|REFRESH|REINDEX|RESET|REVOKE|ROLLBACK|SECURITY|SELECT|SET|START|TRUNCATE|UPDATE|VACUUM|WITH'
export const starterWords: ReadonlySet<string> = new Set(starters.split('|'))
/** A line that begins a statement; only words that no clause begins with, since clauses stand at line starts too. */
const freshLine =
  /[\n\r](?=(?:ALTER|COMMENT ON|COPY|CREATE|DROP|GRANT|INSERT INTO|REVOKE|TRUNCATE|UPDATE)\s|(?:BEGIN|COMMIT);)/gi
const freshBehind =
  /[ \t]*(?:--[^\n\r]*)?[\n\r]\s*(?:(?:--[^\n\r]*[\n\r])\s*)*(?:ALTER|COMMENT|COPY|CREATE|DROP|GRANT|INSERT|REVOKE|SET)\s/iy
/** psql's commands that send what was typed so far. */
const sending = /^\\(?:g|gx|gexec|gset|gdesc|crosstabview|watch)\b/

export class Splitter {
  readonly lexer: Lexer
  private at = 0

  constructor(text: string) {
    this.lexer = new Lexer(text)
  }

  get done(): number {
    return this.at
  }

  /** Reads on from here: the statement before turned out to end earlier. */
  restartAt(place: number): void {
    this.at = place
  }

  next(): Piece | undefined {
    const { text } = this.lexer
    const building = new Building()
    while (this.at < text.length) {
      const lexed = this.lexer.at(this.at)
      if ('blankTo' in lexed) {
        if (lexed.odd && building.tokens.length > 0) building.holes.push({ from: this.at, to: lexed.blankTo })
        this.at = lexed.blankTo
      } else if ('unclosed' in lexed) return this.unclosed(building, lexed.unclosed)
      else {
        const piece = this.take(building, lexed.token)
        if (piece) return piece
      }
    }
    return building.tokens.length > 0 ? building.piece() : undefined
  }

  private take(building: Building, token: Token): Piece | undefined {
    this.at = token.to
    if (token.kind === 'symbol' && token.upper === '\\') return this.psql(building, token.from)
    if (token.kind !== 'symbol' || token.upper !== ';') {
      building.add(token)
      return undefined
    }
    if (building.isEnded) return this.ended(building)
    if (building.depth > 0 && !building.isRule && this.isFreshBehind(token.to)) {
      return building.piece({ isUnbalanced: true })
    }
    building.add(token)
    return undefined
  }

  private ended(building: Building): Piece | undefined {
    if (building.tokens.length === 0) return undefined
    const rows = building.isCopy ? this.rows() : undefined
    return building.piece(rows ? { rows } : {})
  }

  private isFreshBehind(at: number): boolean {
    freshBehind.lastIndex = at
    return freshBehind.test(this.lexer.text)
  }

  /** From the line behind COPY to the line `\.`. */
  private rows(): Spot | undefined {
    const { text } = this.lexer
    const line = this.lexer.lineEnd(this.at)
    const end = /(?:\r\n|\n|\r)\\\.[ \t]*(?=[\n\r]|$)/g
    end.lastIndex = line
    const found = end.exec(text)
    if (!found) return undefined
    this.at = end.lastIndex
    const from = Math.min(found.index, line + (text[line] === '\r' && text[line + 1] === '\n' ? 2 : 1))
    return { from, to: found.index }
  }

  private psql(building: Building, from: number): Piece | undefined {
    const { text } = this.lexer
    if (text[from + 1] === ';') {
      this.at = from + 2
      return building.tokens.length > 0 ? building.piece() : undefined
    }
    const end = this.lexer.lineEnd(from)
    this.at = end
    const command = text.slice(from, end).trim()
    if (building.tokens.length === 0)
      return { kind: 'psql', command, at: { from, to: from + command.length } }
    building.holes.push({ from, to: end })
    return sending.test(command) ? building.piece() : undefined
  }

  private unclosed(building: Building, unclosed: Unclosed): Piece | undefined {
    const { text } = this.lexer
    if (unclosed.what === 'comment') {
      // psql takes all the rest for a comment, and so do we; the statement before it is whole for all we know.
      if (building.tokens.length > 0) return building.piece()
      this.at = text.length
      return { kind: 'comment', at: { from: unclosed.from, to: text.length } }
    }
    freshLine.lastIndex = unclosed.from
    const found = freshLine.exec(text)
    const to = found ? found.index : text.length
    this.at = to
    const end = to - (/\s*$/.exec(text.slice(Math.max(0, to - 100), to))?.[0].length ?? 0)
    building.add({ kind: 'symbol', from: unclosed.from, to: Math.max(end, unclosed.from + 1), upper: '' })
    return building.piece({ unclosed })
  }
}

/** Where a line begins a statement, inside a quoted text that is wider than its author meant. */
export function freshLineIn(text: string, from: number, to: number): number | undefined {
  const pattern = new RegExp(`;[ \\t]*(?:[\\n\\r]+[ \\t]*(?:--[^\\n\\r]*)?)*${freshLine.source}`, 'gi')
  pattern.lastIndex = from
  const found = pattern.exec(text)
  return found && found.index < to ? pattern.lastIndex : undefined
}

/** The statement that is being collected. */
class Building {
  readonly tokens: Token[] = []
  readonly holes: Spot[] = []
  depth = 0
  /** How deep in BEGIN ATOMIC … END of an SQL-body function: semicolons in it end nothing. */
  private atomic = 0
  private isCase = 0

  add(token: Token): void {
    this.tokens.push(token)
    const { upper } = token
    if (upper === '') return
    if (upper === '(' || upper === '[') this.depth++
    else if (upper === ')' || upper === ']') this.depth = Math.max(0, this.depth - 1)
    else if (upper === 'ATOMIC' && this.word(this.tokens.length - 2) === 'BEGIN' && this.isRoutine)
      this.atomic = 1
    else if (this.atomic > 0) this.inBody(upper)
  }

  private inBody(upper: string): void {
    if (upper === 'CASE') this.isCase++
    else if (upper === 'END' && this.isCase > 0) this.isCase--
    else if (upper === 'END') this.atomic = 0
  }

  private word(i: number): string {
    return this.tokens[i]?.upper ?? ''
  }

  private get isRoutine(): boolean {
    return this.word(0) === 'CREATE' && /^(?:OR|FUNCTION|PROCEDURE)$/.test(this.word(1))
  }

  get isRule(): boolean {
    return this.word(0) === 'CREATE' && (this.word(1) === 'RULE' || this.word(3) === 'RULE')
  }

  get isEnded(): boolean {
    return this.depth === 0 && this.atomic === 0
  }

  get isCopy(): boolean {
    if (this.word(0) !== 'COPY') return false
    return this.tokens.some(({ upper }, i) => upper === 'FROM' && this.word(i + 1) === 'STDIN')
  }

  piece(more: Partial<StatementPiece> = {}): StatementPiece {
    return { kind: 'statement', tokens: this.tokens, holes: this.holes, ...more }
  }
}
