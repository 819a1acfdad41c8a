// A relation read aloud: "Each order is placed by exactly one customer." and "A customer may place any number of
// orders." What must be and what may be comes from the constraints, the verbs from the author where there are any.
import { cardinalityOf, type Cardinality, type EndCardinality } from './cardinality'
import { junctionOf, type Junction } from './junction'
import { plainWords } from './plainWords'
import { plural, singular } from './plural'
import { endsOf } from './query'
import type { Relation } from './records'
import type { Schema } from './schema'

const words = (name: string): string => plainWords(name) || name.trim()

const one = (name: string): string => (name.trim() === '' ? 'unnamed table' : words(singular(name)))
const many = (name: string): string => (name.trim() === '' ? 'unnamed tables' : plural(words(singular(name))))

/** "exactly one customer", "any number of orders". */
function counted(name: string, { min, max }: EndCardinality): string {
  if (max === 1) return `${min === 1 ? 'exactly one' : 'at most one'} ${one(name)}`
  return min === 1 ? `one or more ${many(name)}` : `any number of ${many(name)}`
}

/** By sound as far as letters tell it: an hour, a user, an order. */
const article = (noun: string): string =>
  /^(?:hour|honest|heir|[aeio]|u(?!n[ic]|s[aeiu]|t[ei]|r[aeiu]))/i.test(noun) &&
  !/^(?:eu|one\b|once)/i.test(noun)
    ? 'An'
    : 'A'

const irregularVerbs: ReadonlyMap<string, string> = new Map([
  ['is', 'be'],
  ['has', 'have'],
  ['does', 'do'],
  ['goes', 'go'],
])

/** "places" → "place", for behind "may": only the first word is a verb of the third person. */
function bare(verb: string): string {
  const [, first = '', rest = ''] = /^(\S+)(.*)$/s.exec(verb) ?? []
  const known = irregularVerbs.get(first.toLowerCase())
  if (known !== undefined) return known + rest
  if (/[^aeiou]ies$/i.test(first)) return `${first.slice(0, -3)}y${rest}`
  if (/(ss|sh|ch|x|zz)es$/i.test(first)) return `${first.slice(0, -2)}${rest}`
  return /[^s]s$/i.test(first) ? first.slice(0, -1) + rest : verb
}

interface Sentence {
  readonly from: string
  readonly verb: string
  readonly to: string
  readonly end: EndCardinality
}

/** Who must does; who need not may. */
function sentence({ from, verb, to, end }: Sentence): string {
  const who = one(from)
  if (end.min === 1) return `Each ${who} ${verb} ${counted(to, end)}.`
  return `${article(who)} ${who} may ${bare(verb)} ${counted(to, end)}.`
}

export interface Spoken {
  readonly child: string
  readonly parent: string
  readonly cardinality: Cardinality
  readonly verbs: Relation['verbs']
}

const usual = { up: 'belongs to', down: 'has', across: 'is related to' } as const

/** Both ways to read a line: from its child, and from its parent. */
export function readAloud({ child, parent, cardinality, verbs }: Spoken): readonly [string, string] {
  const isManyToMany = cardinality.child.max === 'many' && cardinality.parent.max === 'many'
  const up = verbs.childToParent.trim() || (isManyToMany ? usual.across : usual.up)
  const down = verbs.parentToChild.trim() || (isManyToMany ? usual.across : usual.down)
  return [
    sentence({ from: child, verb: up, to: parent, end: cardinality.parent }),
    sentence({ from: parent, verb: down, to: child, end: cardinality.child }),
  ]
}

/** A relation of a schema in words, as its keys and its nullable columns have it. */
export function relationInWords(schema: Schema, relation: Relation): readonly [string, string] {
  const [child, parent] = endsOf(relation)
  return readAloud({
    child: schema.table.get(child.table)?.name ?? '',
    parent: schema.table.get(parent.table)?.name ?? '',
    cardinality: cardinalityOf(schema, relation),
    verbs: relation.verbs,
  })
}

/** A junction in words: what it joins, without a word of itself. */
export function junctionInWords(schema: Schema, { ends: [a, b] }: Junction): readonly [string, string] {
  return readAloud({
    child: schema.table.get(a.parent.table)?.name ?? '',
    parent: schema.table.get(b.parent.table)?.name ?? '',
    cardinality: { child: cardinalityOf(schema, b).child, parent: cardinalityOf(schema, a).child },
    verbs: { childToParent: '', parentToChild: '' },
  })
}

/** What a person is told of a line; through a junction also what it joins. */
export function inWords(schema: Schema, relation: Relation): readonly string[] {
  const junction = relation.kind === 'foreignKey' ? junctionOf(schema, relation.child.table) : undefined
  const own = relationInWords(schema, relation)
  return junction ? [...own, ...junctionInWords(schema, junction)] : own
}
