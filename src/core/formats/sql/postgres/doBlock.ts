// DO blocks that only make things where they are missing, as migration tools write them: what they make is read, as if
// it stood there alone. A block that does anything else is left as it is.
import type { AlterAction } from '../statement'
import type { Reading } from './ground'
import { Lexer, type Token } from './lex'
import { Words } from './words'

const makers: ReadonlySet<string> = new Set(['CREATE', 'ALTER', 'COMMENT', 'GRANT', 'REVOKE', 'DROP'])

function bodyTokens(lexer: Lexer, from: number, to: number): readonly Token[] | undefined {
  const tokens: Token[] = []
  for (let at = from; at < to;) {
    const lexed = lexer.at(at)
    if ('unclosed' in lexed) return undefined
    const end = 'blankTo' in lexed ? lexed.blankTo : lexed.token.to
    if (end > to) return undefined
    if ('token' in lexed) tokens.push(lexed.token)
    at = end
  }
  return tokens
}

/** Walks over the block; everything that it does not expect makes it give up. */
class Walk {
  readonly found: Words[] = []
  private i = 0
  private readonly words: Words

  constructor(words: Words) {
    this.words = words
  }

  block(): boolean {
    if (!this.take('BEGIN')) return false
    if (!this.statements('EXCEPTION', 'END')) return false
    if (this.take('EXCEPTION') && !this.handlers()) return false
    return this.take('END')
  }

  get isAtEnd(): boolean {
    this.take(';')
    return this.i >= this.words.length
  }

  private take(...uppers: readonly string[]): boolean {
    if (!this.words.reads(this.i, ...uppers)) return false
    this.i += uppers.length
    return true
  }

  private toSemicolon(): readonly [number, number] {
    const from = this.i
    const end = this.words.find(from, this.words.length, ';')
    this.i = end + 1
    return [from, end]
  }

  private statements(...ends: readonly string[]): boolean {
    while (this.i < this.words.length && !ends.includes(this.words.upper(this.i))) {
      if (!this.statement()) return false
    }
    return this.i < this.words.length
  }

  private statement(): boolean {
    const { words } = this
    const word = words.upper(this.i)
    if (word === 'BEGIN') return this.block() && this.take(';')
    if (word === 'IF') return this.condition()
    if (word === 'NULL' || word === 'RAISE') {
      this.toSemicolon()
      return true
    }
    if (!makers.has(word)) return false
    const [from, to] = this.toSemicolon()
    this.found.push(new Words(words.text, words.tokens.slice(from, to)))
    return true
  }

  /** IF NOT EXISTS (…) THEN: in an empty database it does not. */
  private condition(): boolean {
    const { words } = this
    if (!this.take('IF')) return false
    const end = words.find(this.i, words.length, 'THEN')
    let at = this.i
    while (words.upper(at) === '(' && words.close(at) === end - 1 - (at - this.i)) at++
    if (!words.reads(at, 'NOT', 'EXISTS', '(') || words.close(at + 2) !== end - 1 - (at - this.i))
      return false
    this.i = end
    return (
      this.take('THEN') && this.statements('END', 'ELSE', 'ELSIF') && this.take('END', 'IF') && this.take(';')
    )
  }

  /** Handlers that do nothing, or tell. */
  private handlers(): boolean {
    while (this.take('WHEN')) {
      this.i = this.words.find(this.i, this.words.length, 'THEN') + 1
      while (this.words.reads(this.i, 'NULL') || this.words.reads(this.i, 'RAISE')) this.toSemicolon()
    }
    return this.words.reads(this.i, 'END')
  }
}

/** The statements of a block that only makes things; undefined for every other. */
export function unfolded(words: Words, lexer: Lexer): readonly Words[] | undefined {
  const body = words.tokens.find(({ kind }) => kind === 'dollar')
  if (!body) return undefined
  const tag = words.text.indexOf('$', body.from + 1) + 1 - body.from
  const tokens = bodyTokens(lexer, body.from + tag, body.to - tag)
  if (!tokens || tokens.length === 0) return undefined
  const walk = new Walk(new Words(words.text, tokens))
  return walk.block() && walk.isAtEnd && walk.found.length > 0 ? walk.found : undefined
}

const forgivingAction = (action: AlterAction): AlterAction =>
  action.do === 'addColumn' || action.do === 'addConstraint' ? { ...action, ifNotExists: true } : action

/** What stands in such a block forgives what is there already. */
export function forgiving(said: Reading): Reading {
  switch (said.kind) {
    case 'createTable':
    case 'createIndex':
    case 'createSequence':
    case 'createSchema':
    case 'createEnum':
    case 'createDomain':
    case 'createComposite':
      return { ...said, ifNotExists: true }
    case 'alterTable':
      return { ...said, actions: said.actions.map(forgivingAction) }
    default:
      return said
  }
}
