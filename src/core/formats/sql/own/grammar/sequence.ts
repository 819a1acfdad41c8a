// What CREATE and ALTER SEQUENCE say; identities say the same in their parentheses.
import type { SequenceFacts } from '../../statement'
import type { Cursor } from '../cursor'
import type { Draft } from '../draft'
import type { CreateReader } from '../tongue'

type Facts = Draft<SequenceFacts>

/** A number behind one of these words, with or without its preposition. */
function number(c: Cursor, word: string, preposition?: string): string | undefined {
  const start = c.at
  if (!c.take(word)) return undefined
  if (preposition !== undefined) c.take(preposition)
  c.take('=')
  const value = c.integer()
  if (value === undefined) c.at = start
  return value
}

const no = (c: Cursor, word: string): boolean => c.take('NO', word) || c.take(`NO${word}`)

function takeOne(c: Cursor, facts: Facts): boolean {
  const start = number(c, 'START', 'WITH')
  const step = number(c, 'INCREMENT', 'BY')
  const min = no(c, 'MINVALUE') ? null : number(c, 'MINVALUE')
  const max = no(c, 'MAXVALUE') ? null : number(c, 'MAXVALUE')
  const cache = no(c, 'CACHE') ? null : number(c, 'CACHE')
  const isStill = no(c, 'CYCLE')
  const isRound = !isStill && c.take('CYCLE')
  if (start !== undefined) facts.start = start
  if (step !== undefined) facts.step = step
  if (min !== undefined) facts.min = min
  if (max !== undefined) facts.max = max
  if (cache !== undefined) facts.cache = cache
  if (isStill || isRound) facts.cycle = isRound
  const isTold =
    start !== undefined || step !== undefined || min !== undefined || max !== undefined || cache !== undefined
  return isTold || isStill || isRound
}

/** Everything that is understood from here on; the cursor stands at the first word that is not. */
export function takeSequence(c: Cursor, spellType: (raw: string) => string = (raw) => raw): SequenceFacts {
  const facts: Facts = {}
  for (;;) {
    c.take(',')
    const start = c.at
    if (c.take('AS')) {
      const from = c.at
      c.chain()
      if (c.word() === '(') c.step()
      facts.type = spellType(c.rawFrom(from))
    } else takeOne(c, facts)
    if (c.at === start) return facts
  }
}

/** CREATE SEQUENCE [IF NOT EXISTS] name …; `ignored` are words that change nothing. */
export const createSequence =
  (ignored: ReadonlySet<string> = new Set()): CreateReader =>
  (c, _head, ctx) => {
    const ifNotExists = c.take('IF', 'NOT', 'EXISTS')
    const name = c.objectName()
    if (!name) return undefined
    let sequence: SequenceFacts = {}
    for (;;) {
      sequence = { ...sequence, ...takeSequence(c, ctx.tongue.grammar.spellType) }
      if (!c.seesOneOf(ignored)) break
      c.skip()
    }
    if (!c.isDone) ctx.leftOut(`of the sequence ${name.name}`, c.rest(), c.tokens.spot(c.at, c.end))
    return { kind: 'createSequence', name, sequence, ...(ifNotExists && { ifNotExists }) }
  }
