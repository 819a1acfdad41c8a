// One record that both sides have: the source's facts, under this document's ids, with all that only we know.
import { equal } from '../../lib/equal'
import type { Names } from '../../model/lexis'
import { compareOrder, orderBetween, orders, sorted, type Ordered } from '../../model/order'
import type { DialectOption, Property, Relation } from '../../model/records'
import { currentSql } from '../../model/resolve'
import { partLists, type Row, type Schema } from '../../model/schema'
import type { SqlText } from '../../model/sqlText'
import type { ColumnType } from '../../model/type'
import type { MergedKind } from './pairing'

type Fields = Readonly<Record<string, unknown>>

export interface CombineGiven {
  readonly mine: Schema
  /** The source; its references are spelled after this one. */
  readonly theirs: Schema
  readonly names: Names
  /** Parts of this document that the source lacks and that shall go. */
  readonly removed: ReadonlySet<string>
}

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is SqlText =>
  isRecord(value) &&
  Object.keys(value).length === 1 &&
  Array.isArray(value['parts']) &&
  value['parts'].every((part: unknown) => typeof part === 'string' || (isRecord(part) && 'form' in part))

const isType = (value: unknown): value is ColumnType =>
  isRecord(value) && typeof value['raw'] === 'string' && typeof value['base'] === 'string'

const squeezed = (text: string): string => text.trim().replace(/\s+/g, ' ')

/** What a source may well leave unsaid without meaning that it is gone. */
const keptWhenUnsaid: ReadonlySet<string> = new Set([
  'group',
  'declared',
  'childMin',
  'inactive',
  'fromPartial',
  'defaultName',
  'notNullName',
  'primaryKey',
  'example',
  'filter',
])

/** Empty says nothing. */
const keptWhenEmpty: ReadonlySet<string> = new Set(['comment', 'note', 'tags', 'partials', 'memberOf'])

export class Combiner {
  private readonly given: CombineGiven

  constructor(given: CombineGiven) {
    this.given = given
  }

  row<R extends Row>(kind: MergedKind, mine: R, theirs: R): R {
    if (kind === 'relation' && (mine as Relation).kind !== (theirs as Relation).kind)
      return this.drawn(mine as Relation, theirs as Relation) as R
    const lists: readonly string[] = partLists[kind]
    // Fields of records of one kind, put together field by field.
    const combined = this.fields(mine as unknown as Fields, theirs as unknown as Fields, lists)
    return (kind === 'view' ? this.ofQuery(combined, theirs as unknown as Fields) : combined) as unknown as R
  }

  /** A drawn line becomes the foreign key that it was drawn for: what was said of it stays. */
  private drawn(mine: Relation, theirs: Relation): Relation {
    const isSwapped =
      mine.kind === 'logical' && theirs.kind === 'foreignKey' && mine.from.table !== theirs.child.table
    const { childToParent, parentToChild } = mine.verbs
    const verbs = isSwapped ? { childToParent: parentToChild, parentToChild: childToParent } : mine.verbs
    return {
      ...theirs,
      id: mine.id,
      order: mine.order,
      name: theirs.name === '' ? mine.name : theirs.name,
      comment: theirs.comment === '' ? mine.comment : theirs.comment,
      verbs: this.verbs(verbs, theirs.verbs) as Relation['verbs'],
      properties: byKey(
        mine.properties,
        theirs.properties,
        (one) => (one as Property).key,
      ) as Relation['properties'],
    }
  }

  /** The columns of a view follow from its query: what the source's query does not give is not there. */
  private ofQuery(view: Fields, theirs: Fields): Fields {
    const [before, said] = [view['columns'] as readonly Ordered[], theirs['columns'] as readonly Ordered[]]
    const known = new Set(said.map(({ id }) => id))
    if (said.length === 0 || before.every(({ id }) => known.has(id))) return view
    return { ...view, columns: before.filter(({ id }) => known.has(id)) }
  }

  private fields(mine: Fields, theirs: Fields, lists: readonly string[] = []): Fields {
    const out: Record<string, unknown> = {}
    let isSame = true
    for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
      const [before, said] = [mine[field], theirs[field]]
      const value = lists.includes(field)
        ? this.list(before as readonly Ordered[], said as readonly Ordered[])
        : this.value(field, before, said)
      if (value !== before) isSame = false
      if (value !== undefined) out[field] = value
    }
    return isSame ? mine : out
  }

  private value(field: string, mine: unknown, theirs: unknown): unknown {
    if (field === 'id' || field === 'order') return mine
    if (field === 'name' || field === 'namespace') return this.naming(field, mine, theirs)
    if (theirs === undefined && keptWhenUnsaid.has(field))
      return isRecord(mine) && this.given.removed.has(String(mine['id'])) ? undefined : mine
    if (keptWhenEmpty.has(field) && (theirs === '' || (Array.isArray(theirs) && theirs.length === 0)))
      return mine
    if (field === 'color' && (theirs === 'none' || theirs === '')) return mine
    // Each field's own members, as its name says.
    if (field === 'properties') return byKey(mine, theirs, (one) => (one as Property).key)
    if (field === 'options') {
      return byKey(mine, theirs, (one) => {
        const { dialect, name } = one as DialectOption
        return `${dialect} ${name.toLowerCase()}`
      })
    }
    if (field === 'verbs' && isRecord(mine) && isRecord(theirs)) return this.verbs(mine, theirs)
    if (field === 'primaryKey' && isRecord(mine) && isRecord(theirs)) return this.fields(mine, theirs)
    return this.isSame(mine, theirs) ? mine : theirs
  }

  private naming(field: string, mine: unknown, theirs: unknown): unknown {
    // What has no namespace is in the default one: the pairing took them for the same place.
    if (field === 'namespace') return mine
    if (typeof mine !== 'string' || typeof theirs !== 'string' || theirs === '') return mine
    return this.given.names.isSame(mine, theirs) ? mine : theirs
  }

  private verbs(mine: Fields, theirs: Fields): Fields {
    const said = Object.fromEntries(Object.entries(theirs).filter(([, verb]) => verb !== ''))
    const next = { ...mine, ...said }
    return equal(mine, next) ? mine : next
  }

  private isSame(mine: unknown, theirs: unknown): boolean {
    if (Object.is(mine, theirs)) return true
    if (isText(mine) && isText(theirs)) return this.textOf(mine, 'mine') === this.textOf(theirs, 'theirs')
    if (isType(mine) && isType(theirs)) return sameType(mine, theirs)
    if (Array.isArray(mine) && Array.isArray(theirs))
      return mine.length === theirs.length && mine.every((one, i) => this.isSame(one, theirs[i]))
    if (isRecord(mine) && isRecord(theirs)) {
      const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)])
      return [...keys].every((key) => this.isSame(mine[key], theirs[key]))
    }
    return isDefault(mine) && isDefault(theirs)
  }

  private textOf(text: SqlText, side: 'mine' | 'theirs'): string {
    return squeezed(currentSql(text, this.given[side], this.given.names))
  }

  private list(mine: readonly Ordered[], theirs: readonly Ordered[]): readonly Ordered[] {
    const own = new Map(mine.map((part) => [part.id, part]))
    const said = new Set(theirs.map(({ id }) => id))
    const kept = mine.filter(({ id }) => said.has(id) || !this.given.removed.has(id))
    const next = inTheirOrder(kept, sorted(theirs)).map((part) => {
      const before = own.get(part.id)
      if (!before || !said.has(part.id)) return part
      const fresh = theirs.find(({ id }) => id === part.id)
      // Parts of one list, seen as their fields; the order was decided above.
      const combined = fresh ? this.fields(before as unknown as Fields, fresh as unknown as Fields) : before
      return part.order === before.order
        ? (combined as unknown as Ordered)
        : ({ ...combined, order: part.order } as unknown as Ordered)
    })
    return next.length === mine.length && next.every((part, i) => part === mine[i]) ? mine : next
  }
}

/** Nothing said and the default said mean the same. */
const isDefault = (value: unknown): boolean =>
  value === undefined || value === '' || value === 'noAction' || value === 'btree' || value === 'simple'

/** `int` and `integer` are one type: the spelling that is there stays. */
function sameType(mine: ColumnType, theirs: ColumnType): boolean {
  if (mine.base === 'other' || theirs.base === 'other')
    return (
      mine.base === theirs.base && squeezed(mine.raw).toLowerCase() === squeezed(theirs.raw).toLowerCase()
    )
  const { raw: _mine, ...a } = mine
  const { raw: _theirs, ...b } = theirs
  return equal(a, b)
}

function byKey(mine: unknown, theirs: unknown, keyOf: (one: unknown) => string): unknown {
  if (!Array.isArray(mine) || !Array.isArray(theirs)) return theirs ?? mine
  if (equal(mine, theirs) || theirs.length === 0) return mine
  // Both are lists of the field's own members.
  const [before, said] = [mine as readonly unknown[], theirs as readonly unknown[]]
  // A key may stand twice: the first is then the first of the source, the second its second.
  const left = [...said]
  const replaced = before.map((one) => {
    const at = left.findIndex((other) => keyOf(other) === keyOf(one))
    return at < 0 ? one : left.splice(at, 1)[0]
  })
  const next = [...replaced, ...left]
  return equal(mine, next) ? mine : next
}

/**
 * The parts as the source orders them. Those that it does not have stay behind the one that they stood behind; as long
 * as both sides agree, keys stay and new parts come between.
 */
function inTheirOrder(mine: readonly Ordered[], theirs: readonly Ordered[]): readonly Ordered[] {
  const own = new Map(mine.map((part) => [part.id, part]))
  const said = new Set(theirs.map(({ id }) => id))
  const shared = theirs.flatMap(({ id }) => own.get(id) ?? [])
  const agrees = shared.every((part, i) => {
    const before = shared[i - 1]
    return before === undefined || compareOrder(before, part) < 0
  })
  const line: Ordered[] = mine.filter(({ id }) => !said.has(id) || agrees)
  let last: string | undefined
  for (const part of theirs) {
    const isThere = agrees && own.has(part.id)
    if (!isThere) {
      const at = last === undefined ? 0 : line.findIndex(({ id }) => id === last) + 1
      line.splice(at, 0, own.get(part.id) ?? part)
    }
    last = part.id
  }
  return agrees ? keyed(line, own) : rekeyed(line)
}

/** New parts get keys between their neighbours. */
function keyed(line: readonly Ordered[], own: ReadonlyMap<string, Ordered>): readonly Ordered[] {
  const out: Ordered[] = []
  line.forEach((part, i) => {
    if (own.has(part.id)) {
      out.push(part)
      return
    }
    const next = line.slice(i + 1).find(({ id }) => own.has(id))
    out.push({ ...part, order: orderBetween(out.at(-1)?.order, next?.order) })
  })
  return sorted(out)
}

function rekeyed(line: readonly Ordered[]): readonly Ordered[] {
  const keys = orders(line.length)
  return line.map((part, i) => ({ ...part, order: keys[i] ?? part.order }))
}
