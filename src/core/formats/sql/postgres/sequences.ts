// Sequences, and the identities that are made of them.
import type { ColumnFacts, SequenceFacts } from '../statement'
import { bodies, list, named, node, number, pathOf, relation, text, unwrap, type Node } from './nodes'
import { some, type Reading } from './ground'
import { typeName } from './typeNames'

type Answers = ReadonlyMap<string, Node>

const answersOf = (options: readonly Node[]): Answers =>
  new Map(options.map((option) => [text(option, 'defname'), option]))

/** The number of an option; `null` where the author said that there is none, undefined where nothing was said. */
function numberOf(options: Answers, name: string): string | null | undefined {
  const option = options.get(name)
  if (!option) return undefined
  const [kind, body] = unwrap(option['arg'])
  if (kind === 'Integer') return String(number(body, 'ival'))
  if (kind === 'Float') return text(body, 'fval')
  return null
}

const yes = (options: Answers, name: string): boolean | undefined => {
  const option = options.get(name)
  if (!option) return undefined
  const [, body] = unwrap(option['arg'])
  return body['boolval'] === true
}

function ownerOf(options: Answers): SequenceFacts['ownedBy'] {
  const option = options.get('owned_by')
  if (!option) return undefined
  const path = pathOf(option['arg'])
  if (path.length < 2) return null
  return { table: named(path.slice(0, -1)), column: path.at(-1) ?? '' }
}

/** As the author said it, word for word; for ALTER SEQUENCE, where saying NO MINVALUE changes something. */
export function saidOfSequence(items: readonly Node[]): SequenceFacts {
  const options = answersOf(items)
  const type = options.get('as')
  return {
    ...some('type', type && typeName(unwrap(type['arg'])[1])),
    ...some('start', numberOf(options, 'start')),
    ...some('step', numberOf(options, 'increment') ?? undefined),
    ...some('min', numberOf(options, 'minvalue')),
    ...some('max', numberOf(options, 'maxvalue')),
    ...some('cache', numberOf(options, 'cache')),
    ...some('cycle', yes(options, 'cycle')),
    ...some('ownedBy', ownerOf(options)),
  }
}

const largest: Readonly<Record<string, string>> = {
  smallint: '32767',
  integer: '2147483647',
  bigint: '9223372036854775807',
}

/** What a new sequence has anyway is not said: pg_dump spells out every default (CREATE SEQUENCE, "Parameters"). */
export function withoutDefaults(said: SequenceFacts): SequenceFacts {
  const { start, step, min, max, cache, cycle, ...rest } = said
  const isDown = step?.startsWith('-') === true
  const least = isDown ? undefined : '1'
  const most = isDown ? '-1' : largest[said.type ?? 'bigint']
  const isLeast = min === undefined || min === null || min === least
  const isMost = max === undefined || max === null || max === most
  const first = isDown ? (isMost ? '-1' : max) : isLeast ? '1' : min
  return {
    ...rest,
    ...some('start', start === null || start === first ? undefined : start),
    ...some('step', step === '1' ? undefined : step),
    ...some('min', isLeast ? undefined : min),
    ...some('max', isMost ? undefined : max),
    ...some('cache', cache === null || cache === '1' ? undefined : cache),
    ...(cycle ? { cycle } : {}),
  }
}

export function identityOf(options: readonly Node[], mode: 'always' | 'byDefault'): ColumnFacts['identity'] {
  const named_ = options.find((option) => text(option, 'defname') === 'sequence_name')
  const { start, step, min, max, cache, cycle } = withoutDefaults(saidOfSequence(options))
  return {
    mode,
    style: 'identity',
    ...some('start', start ?? undefined),
    ...some('step', step),
    ...some('min', min ?? undefined),
    ...some('max', max ?? undefined),
    ...some('cache', cache ?? undefined),
    ...(cycle ? { cycle: true } : {}),
    ...some('sequence', named_ && named(pathOf(named_['arg']))),
  }
}

const options = (statement: Node) => bodies(statement, 'options', 'DefElem')

const unlogged = (statement: Node): SequenceFacts =>
  text(node(statement, 'sequence'), 'relpersistence') === 'u'
    ? { options: [{ dialect: 'postgres', name: 'unlogged', value: '' }] }
    : {}

export const createSequence = (statement: Node): readonly Reading[] => [
  {
    kind: 'createSequence',
    name: relation(node(statement, 'sequence')),
    ...(statement['if_not_exists'] === true ? { ifNotExists: true } : {}),
    sequence: { ...withoutDefaults(saidOfSequence(options(statement))), ...unlogged(statement) },
  },
]

export function alterSequence(statement: Node): readonly Reading[] {
  const sequence = saidOfSequence(options(statement))
  const name = relation(node(statement, 'sequence'))
  // RESTART alone moves the counter, not the sequence.
  if (Object.keys(sequence).length === 0 || list(statement, 'options').length === 0)
    return [{ kind: 'nothing', what: 'RESTART' }]
  return [{ kind: 'alterSequence', name, sequence }]
}
