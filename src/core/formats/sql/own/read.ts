// The reader for every dialect without a parser of its own: statement by statement, nothing dropped unsaid.
import type { ScriptReader } from '../reader'
import type { Remark, Said, Script, Statement } from '../statement'
import { Cursor } from './cursor'
import type { Lexer, Unended } from './lexer'
import { Splitter, type Piece } from './splitter'
import type { Context, Read, Tongue } from './tongue'

const unendedWords: Readonly<Record<Unended['what'], readonly [what: string, mark: string]>> = {
  string: ['A text in quotes', 'Close the quotation mark.'],
  name: ['A name in quotes', 'Close the quotation mark.'],
  comment: ['A comment', 'Close it with */.'],
}

function tellUnended({ what, at }: Unended): Remark {
  const [words, remedy] = unendedWords[what]
  return {
    level: 'loss',
    code: 'unended',
    message: `${words} is opened here and never closed; what follows was read as well as could be.`,
    remedy,
    at,
  }
}

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}

function contextOf(tongue: Tongue, reading: Context['reading'], remarks: Remark[]) {
  return (piece: Piece): Context => ({
    tongue,
    reading,
    piece,
    tell: (remark) => void remarks.push(remark),
    leftOut: (what, text, at) =>
      void remarks.push({
        level: 'loss',
        code: 'clauseLeftOut',
        message: `A clause ${what} is not understood and left out: ${shortened(text)}`,
        at,
      }),
  })
}

/** Statements that hold statements by right. */
const holdsOthers = /^(?:createRoutine|createTrigger|createView|keep)$/

/** A text that holds lines which begin as statements do: a quotation mark may be missing before it. */
function tellSuspects(lexer: Lexer, said: readonly Said[], ctx: Context): void {
  const { suspects } = lexer
  if (suspects.length === 0) return
  lexer.suspects = []
  if (said.some(({ kind }) => holdsOthers.test(kind))) return
  for (const at of suspects) {
    ctx.tell({
      level: 'warning',
      code: 'swallowed',
      message: 'This text in quotes holds lines that look like statements: they are not carried out.',
      remedy: 'If they should be, close the quotation mark before them.',
      at,
    })
  }
}

const keep: Said = { kind: 'keep', why: 'This statement is not modelled' }

/** A script that was cut off, or a parenthesis that was forgotten. */
function tellUnclosed({ tokens, rows }: Piece, ctx: Context): void {
  const open = rows === undefined ? tokens.unclosed : undefined
  if (open === undefined) return
  ctx.tell({
    level: 'loss',
    code: 'unclosed',
    message: 'A parenthesis is opened here and never closed: the statement may be cut off.',
    at: tokens.spot(open, tokens.length),
  })
}

/** Of these, whatever is left was not read; readers of others go through parts of their own. */
const isReadToItsEnd: ReadonlySet<string> = new Set(['CREATE', 'DROP', 'COMMENT', 'RENAME'])

function readPiece(piece: Piece, ctx: Context): readonly Said[] {
  const { tongue } = ctx
  if (piece.isClient) return [{ kind: 'nothing', what: piece.tokens.source(0).split(/\s/, 1)[0] ?? '' }]
  const c = new Cursor(piece.tokens, tongue.naming)
  const head = c.word()
  const read = tongue.grammar.statements.get(head)
  const said: Read = read?.(c, ctx)
  tellUnclosed(piece, ctx)
  if (said === undefined) return [keep]
  if (!c.isDone && isReadToItsEnd.has(head))
    ctx.leftOut('behind the statement', c.rest(), c.tokens.spot(c.at, c.end))
  return 'kind' in said ? [said] : said
}

/** The statement with its place, and with its text where version comments stand in it. */
function placed(said: Said, { at, tokens }: Piece): Statement {
  if (!tokens.hasMarks) return { ...said, at }
  return { ...said, at, runs: tokens.raw(0, tokens.length) }
}

export const readerOf =
  (tongueFor: (reading: Context['reading'], text: string) => Tongue): ScriptReader =>
  (text, reading): Script => {
    const tongue = tongueFor(reading, text)
    const remarks: Remark[] = []
    const statements: Statement[] = []
    const splitter = new Splitter(text, tongue.traits, reading.sampleRows)
    const context = contextOf(tongue, reading, remarks)
    let told = 0
    for (let piece = splitter.next(); piece; piece = splitter.next()) {
      const ctx = context(piece)
      const all = readPiece(piece, ctx)
      tellSuspects(splitter.lexer, all, ctx)
      const last = splitter.lexer.unended.at(-1)
      const isAside = last !== undefined && last.at.from >= piece.at.from && last.at.from < piece.at.to
      for (const said of all)
        statements.push(placed(said.kind === 'keep' && isAside ? { ...said, isAside } : said, piece))
      if (piece.at.to - told > 100_000) {
        if (reading.isCancelled?.()) break
        reading.onProgress?.((told = piece.at.to))
      }
    }
    remarks.push(...splitter.lexer.unended.map(tellUnended))
    return { statements: tongue.finish?.(statements) ?? statements, remarks }
  }

/** Statements that stand in a string of another one: undefined as soon as one of them is not understood. */
export function readInside(tongue: Tongue, text: string, ctx: Context): readonly Said[] | undefined {
  const splitter = new Splitter(text, tongue.traits, 0)
  const out: Said[] = []
  for (let piece = splitter.next(); piece; piece = splitter.next()) {
    // What is said of a place inside the string is said of the whole statement.
    const tell: Context['tell'] = (remark) => ctx.tell({ ...remark, at: ctx.piece.at })
    const leftOut: Context['leftOut'] = (what, left) => ctx.leftOut(what, left, ctx.piece.at)
    out.push(...readPiece(piece, { ...ctx, piece, tell, leftOut }))
  }
  return out.length === 0 || out.includes(keep) ? undefined : out
}
