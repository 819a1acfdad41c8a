// Damaged scripts by the thousand, each made by its number alone: what was found once is found again.
import { dialects } from '../../src/core/dialects'
import type { Base } from './bases'
import { judge, readingOf, vocabularyOf, type Case } from './judge'
import { mutate, type Mutant } from './mutate'
import { seeded } from './random'

export interface Finding {
  readonly base: string
  readonly seed: number
  readonly how: readonly string[]
  /** The first of what is wrong, and how much more is. */
  readonly what: string
  readonly more: number
  /** The places that were damaged, as they read now. */
  readonly places: readonly string[]
}

const tongues = [dialects.postgres, dialects.mysql, dialects.sqlite, dialects.sqlserver]

const isWordOf = (name: string): boolean =>
  tongues.some(({ names }) => names.spell(name) !== name) || extraWords.has(name)

/** Words of the languages that are reserved nowhere. */
const extraWords = new Set(
  'language comment value values status action level state title start count first after level type name data text date role'.split(
    ' ',
  ),
)

export async function caseOf(base: Base): Promise<Case> {
  const whole = await readingOf(base.text, base.target)
  if (!whole) throw new Error(`${base.name} is no text`)
  return { base, whole, vocabulary: vocabularyOf(whole.read, isWordOf) }
}

/** Some statements of it, one behind the other: small scripts are damaged more thoroughly. */
function pieceOf({ base, whole }: Case, seed: number): Base | undefined {
  const { statements } = whole.script
  const random = seeded(seed)
  if (statements.length < 60 || random.below(4) === 0) return undefined
  const first = random.below(statements.length - 30)
  const from = statements[first]?.at.from ?? 0
  const to = statements[first + 30]?.at.from ?? base.text.length
  return to > from ? { ...base, text: base.text.slice(from, to) } : undefined
}

/** Some characters around each. */
function placesOf({ text, splices }: Mutant): readonly string[] {
  let moved = 0
  return splices.map((splice) => {
    const from = splice.from + moved
    moved += splice.text.length - (splice.to - splice.from)
    return text.slice(Math.max(0, from - 60), from + Math.min(splice.text.length, 60) + 60)
  })
}

async function damaged(whole: Case, seed: number): Promise<{ given: Case; mutant: Mutant }> {
  const piece = pieceOf(whole, seed)
  const given = piece ? await caseOf(piece) : whole
  return { given, mutant: mutate(given.base.text, seeded(seed * 2 + 1)) }
}

export async function damagedText(whole: Case, seed: number): Promise<string> {
  return (await damaged(whole, seed)).mutant.text
}

export async function tryOne(whole: Case, seed: number): Promise<Finding | undefined> {
  const { given, mutant } = await damaged(whole, seed)
  const found = await judge(given, mutant)
  const [what] = found
  if (what === undefined) return undefined
  return {
    base: whole.base.name,
    seed,
    how: mutant.how,
    what,
    more: found.length - 1,
    places: placesOf(mutant),
  }
}
