// Names inside string literals: nextval('public.order_seq'), 'orders'::regclass, and the values of enums.
import { stringInside, type Token } from './tokens'
import type { EnumId } from '../id'
import type { SqlRef } from '../sqlText'
import type { Chain, Reading } from './block'
import type { Lookup } from './lookup'
import type { Resolver } from './resolver'

/** A piece of a string that is a reference. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly ref: SqlRef
}

const sequenceCalls = new Set(['NEXTVAL', 'CURRVAL', 'SETVAL'])
const relationCalls = new Set([
  'TO_REGCLASS',
  'PG_GET_SERIAL_SEQUENCE',
  'PG_RELATION_SIZE',
  'PG_TOTAL_RELATION_SIZE',
  'HAS_TABLE_PRIVILEGE',
])
const comparing = new Set(['=', '<>', '!=', '<', '>', '<=', '>=', ':=', 'IN', 'DISTINCT'])
const between = new Set(['(', '[', ',', 'ANY', 'SOME', 'ALL', 'ARRAY', 'NOT', 'IS', 'FROM'])
const choosing = new Set(['COALESCE', 'NULLIF', 'IFNULL', 'NVL', 'ISNULL', 'GREATEST', 'LEAST'])

export class Literals {
  private readonly reading: Reading
  private readonly lookup: Lookup
  private readonly resolver: Resolver
  private readonly byEnd: ReadonlyMap<number, Chain>
  private readonly byStart: ReadonlyMap<number, Chain>

  constructor(reading: Reading, lookup: Lookup, resolver: Resolver) {
    this.reading = reading
    this.lookup = lookup
    this.resolver = resolver
    this.byEnd = new Map(reading.chains.map((chain) => [chain.end, chain]))
    this.byStart = new Map(reading.chains.map((chain) => [chain.start, chain]))
  }

  private text(i: number): string {
    return this.reading.marks[i]?.text ?? ''
  }

  private upper(i: number): string {
    return this.text(i).toUpperCase()
  }

  /** The references in the string at this mark. */
  pieces(mark: number, token: Token, own: EnumId | undefined): readonly Piece[] {
    const { from, to, isPlain } = stringInside(token)
    if (!isPlain || to <= from) return []
    const inside = token.text.slice(from, to)
    const named = this.named(mark, inside).map((piece) => ({
      ...piece,
      from: piece.from + from,
      to: piece.to + from,
    }))
    if (named.length > 0) return named
    const owner = this.castOf(mark) ?? this.comparedOf(mark) ?? this.insertedOf(mark) ?? own
    const value = owner && this.lookup.enumValue(owner, inside.replaceAll("''", "'"))
    return value ? [{ from, to, ref: { to: value, owner, form: 'literal', raw: inside } }] : []
  }

  // Objects named by a string

  private named(mark: number, inside: string): readonly Piece[] {
    const call = this.text(mark - 1) === '(' ? this.upper(mark - 2) : ''
    const cast = this.text(mark + 1) === '::' ? this.upper(mark + 2) : ''
    if (sequenceCalls.has(call)) return this.dotted(inside, ['sequence'])
    if (cast === 'REGCLASS' || relationCalls.has(call))
      return this.dotted(inside, ['table', 'view', 'sequence'])
    if (cast === 'REGTYPE') return this.dotted(inside, ['enum', 'domain', 'composite'])
    if (cast === 'REGPROC') return this.dotted(inside, ['routine'])
    return []
  }

  private dotted(inside: string, kinds: Parameters<Lookup['objects']>[0]): readonly Piece[] {
    const match = /^(\s*)("(?:[^"]|"")*"|[^".\s(]+)(?:\.("(?:[^"]|"")*"|[^".\s(]+))?\s*$/.exec(inside)
    if (!match) return []
    const [, blank = '', first = '', second] = match
    const home = second === undefined ? undefined : this.lookup.home(this.lookup.names.read(first))
    if (second !== undefined && home === undefined) return []
    const spelled = second ?? first
    const found = this.lookup.objects(kinds, this.lookup.names.read(spelled), home)
    const namespace = home === 'default' ? undefined : home
    const only = found.length === 1 ? found[0] : undefined
    if (only === undefined) return []
    const at = second === undefined ? blank.length : blank.length + first.length + 1
    const piece: Piece = {
      from: at,
      to: at + spelled.length,
      ref: { to: only, form: 'literal', raw: spelled },
    }
    if (namespace === undefined) return [piece]
    const qualifier = { to: namespace, form: 'literal', raw: first } as const
    return [{ from: blank.length, to: blank.length + first.length, ref: qualifier }, piece]
  }

  // Enum values

  private enumNamed(chain: Chain | undefined): EnumId | undefined {
    const target = chain && this.resolver.targets.get(chain.parts.at(-1) ?? chain.start)
    return target && this.lookup.enumBehind(target.to)
  }

  /** 'open'::order_status and CAST('open' AS order_status). */
  private castOf(mark: number): EnumId | undefined {
    const next = this.text(mark + 1)
    return next === '::' || next.toUpperCase() === 'AS'
      ? this.enumNamed(this.byStart.get(mark + 2))
      : undefined
  }

  /** status = 'open', status IN ('open', …), 'open' = status, CASE status WHEN 'open', coalesce(status, 'open'). */
  private comparedOf(mark: number): EnumId | undefined {
    return this.leftOf(mark) ?? this.rightOf(mark) ?? this.caseOf(mark) ?? this.chosenOf(mark)
  }

  private leftOf(mark: number): EnumId | undefined {
    let isCompared = false
    let i = mark - 1
    for (let steps = 0; i >= 0 && steps < 4000; steps++, i--) {
      const upper = this.upper(i)
      const before = this.reading.marks[i]
      if (before?.kind === 'string') continue
      if (comparing.has(upper)) isCompared = true
      else if (upper === ')' || upper === ']') break
      else if (this.isCast(i)) i = this.castStart(i)
      else if (!between.has(upper)) break
    }
    if (!isCompared) return undefined
    return this.columnEnding(i)
  }

  /** Is this the end of a `::type` behind a literal of the same list? */
  private isCast(end: number): boolean {
    const chain = this.byEnd.get(end)
    return chain !== undefined && this.text(chain.start - 1) === '::'
  }

  private castStart(end: number): number {
    return (this.byEnd.get(end)?.start ?? end) - 1
  }

  /** The column that an expression ends with: `status`, `(status)`, `(status)::text`. */
  private columnEnding(end: number): EnumId | undefined {
    let i = end
    if (this.isCast(i)) i = this.castStart(i) - 1
    while (this.text(i) === ')') i--
    const chain = this.byEnd.get(i)
    return chain && this.resolver.enumOf(chain)
  }

  /** coalesce(status, 'open'): the first argument says what the others are. */
  private chosenOf(mark: number): EnumId | undefined {
    let depth = 0
    for (let i = mark - 1; i >= 0; i--) {
      const text = this.text(i)
      if (this.reading.marks[i]?.kind !== 'symbol') continue
      if (text === ')') depth++
      else if (text === '(' && depth-- === 0) {
        const chain = choosing.has(this.upper(i - 1)) ? this.byStart.get(i + 1) : undefined
        return chain && this.resolver.enumOf(chain)
      }
    }
    return undefined
  }

  private rightOf(mark: number): EnumId | undefined {
    let i = mark + 1
    if (this.text(i) === '::') i = (this.byStart.get(i + 1)?.end ?? i) + 1
    if (!comparing.has(this.upper(i))) return undefined
    i++
    while (this.text(i) === '(') i++
    const chain = this.byStart.get(i)
    return chain && this.resolver.enumOf(chain)
  }

  private caseOf(mark: number): EnumId | undefined {
    if (this.upper(mark - 1) !== 'WHEN') return undefined
    let depth = 0
    for (let i = mark - 1; i >= 0; i--) {
      const upper = this.reading.marks[i]?.upper
      if (upper === 'END') depth++
      else if (upper === 'CASE' && depth-- === 0) {
        const chain = this.byStart.get(i + 1)
        return chain && this.resolver.enumOf(chain)
      }
    }
    return undefined
  }

  /** INSERT INTO t (status) VALUES ('open'). */
  private insertedOf(mark: number): EnumId | undefined {
    const tuple = this.reading.tuples.find(({ from, to }) => from < mark && mark < to)
    if (!tuple) return undefined
    let depth = 0
    let index = 0
    for (let i = tuple.from + 1; i < mark; i++) {
      const text = this.text(i)
      if (this.reading.marks[i]?.kind !== 'symbol') continue
      if (text === '(' || text === '[') depth++
      else if (text === ')' || text === ']') depth--
      else if (text === ',' && depth === 0) index++
    }
    const chain = depth === 0 ? tuple.columns[index] : undefined
    return chain && this.resolver.enumOf(chain)
  }
}
