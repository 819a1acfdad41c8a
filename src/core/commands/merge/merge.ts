// A schema from elsewhere into the open one: what both have keeps its id here and all that only we know, what is new
// comes in, what the source lacks stays unless somebody says otherwise. The result is one list of edits.
import { equal } from '../../lib/equal'
import { diffRow, type Edits } from '../../model/edit'
import { kindOfId, makeId, type NamespaceId, type NewId, type TableId } from '../../model/id'
import { orderAtEnd, sorted, type Ordered } from '../../model/order'
import type { Speech } from '../../model/lexis'
import { resolveRow, textKinds, textsOf } from '../../model/resolve'
import type { SqlText } from '../../model/sqlText'
import { kinds, partLists, type Row, type Rows, type Schema } from '../../model/schema'
import { transact, type Tx } from '../../model/transact'
import { reid } from '../../model/reid'
import { Combiner } from './combine'
import { mergedKinds, Pairing, type MergedKind } from './pairing'

export interface MergeGiven {
  readonly newId: NewId
  readonly speech: Speech
  /** Tables of the source that are these tables here under another name. */
  readonly renames?: ReadonlyMap<TableId, TableId>
}

export interface MergeChoices {
  /** Objects of the source that are left out: what is here of them stays as it is. */
  readonly leftOut?: ReadonlySet<string>
  /** Objects and parts of this document that the source lacks and that shall go. */
  readonly removed?: ReadonlySet<string>
}

/** Both sides with the pairs found; asked for the edits as often as choices change. */
export class Merge {
  readonly mine: Schema
  /** The source under the ids that it has or will have here. */
  readonly theirs: Schema
  readonly pairing: Pairing
  private readonly given: MergeGiven

  constructor(mine: Schema, theirs: Schema, given: MergeGiven) {
    this.mine = mine
    this.given = given
    const pairing = new Pairing(mine, theirs, {
      names: given.speech.names,
      ...(given.renames && { renames: given.renames }),
    })
    this.pairing = pairing
    dodgeTaken(new Set(idsIn(mine)), theirs, { ids: pairing.ids, newId: given.newId })
    this.theirs = underIds(theirs, pairing.ids)
  }

  /** Is it in both? */
  isShared(id: string): boolean {
    return this.pairing.isTaken(id)
  }

  /** The record here as it becomes; the same record where nothing of it changes. */
  combined<K extends MergedKind>(
    kind: K,
    theirs: Rows[K],
    removed: ReadonlySet<string> = nothing,
  ): Rows[K] | undefined {
    // Rows of one kind are asked for by an id of that kind.
    const mine = (this.mine[kind] as ReadonlyMap<string, Row>).get(theirs.id) as Rows[K] | undefined
    if (!mine) return undefined
    const { names } = this.given.speech
    return new Combiner({ mine: this.mine, theirs: this.theirs, names, removed }).row<Rows[K]>(
      kind,
      mine,
      theirs,
    )
  }

  edits({ leftOut = nothing, removed = nothing }: MergeChoices = {}, finish?: (tx: Tx) => void): Edits {
    return transact(this.mine, (tx) => {
      const home = this.defaultHome()
      for (const kind of mergedKinds) this.take(tx, kind, { leftOut, removed, home })
      // What is no record is a part, and went while its record was put together.
      for (const id of removed) this.remove(tx, id)
      this.removeParts(tx, removed)
      this.resolve(tx)
      finish?.(tx)
    }).edits
  }

  private take(tx: Tx, kind: MergedKind, choice: TakeChoice): void {
    let last: string | undefined
    // Rows of this kind have an order, all kinds that are merged do.
    for (const row of sorted(this.theirs[kind].values() as Iterable<Row & Ordered>)) {
      if (isLeftOut(row, choice.leftOut)) continue
      // Rows of the map of this kind.
      const combined = this.combined<MergedKind>(kind, row as Rows[MergedKind], choice.removed)
      if (combined) {
        if (combined !== tx.get(kind, row.id as never)) tx.put<MergedKind>(kind, combined)
        continue
      }
      if (kind === 'namespace' && row.id === this.spareNamespace()) continue
      last = orderAtEnd(last === undefined ? (tx.all(kind) as Iterable<Ordered>) : [{ id: '', order: last }])
      tx.put<MergedKind>(kind, { ...atHome(row, choice.home), order: last } as Rows[MergedKind])
    }
  }

  /** Names without a namespace and names in the default one mean the same place: new objects go where the old are. */
  private defaultHome(): Home {
    const mine = defaultNamespaceOf(this.mine)
    const theirs = defaultNamespaceOf(this.theirs)
    const isLoose = [...this.mine.table.values()].some(({ namespace }) => namespace === undefined)
    if (theirs !== undefined && mine === undefined && isLoose) return { from: theirs, to: undefined }
    return mine !== undefined && theirs === undefined && !isLoose ? { from: undefined, to: mine } : undefined
  }

  private spareNamespace(): NamespaceId | undefined {
    return this.defaultHome()?.from
  }

  private remove(tx: Tx, id: string): void {
    const kind = kindOfId(id)
    // Parts have kinds of their own, which are none of the records'.
    if (kind && (mergedKinds as readonly string[]).includes(kind)) tx.remove(kind as MergedKind, id as never)
  }

  /** Parts of records that the source did not touch otherwise are gone already; those of left-out ones stay. */
  private removeParts(tx: Tx, removed: ReadonlySet<string>): void {
    for (const row of removed.size === 0 ? [] : [...tx.all('table')]) {
      if (row.primaryKey && removed.has(row.primaryKey.id) && !this.hasPrimaryKey(row.id)) {
        const { primaryKey: _gone, ...rest } = row
        tx.put('table', rest)
      }
    }
  }

  private hasPrimaryKey(id: TableId): boolean {
    return this.theirs.table.get(id)?.primaryKey !== undefined
  }

  /** Names in texts mean what is here now; where something new came in, texts that waited for it find it. */
  private resolve(tx: Tx): void {
    const now = tx.now()
    const isWider = mergedKinds.some((kind) => now[kind].size > this.mine[kind].size)
    for (const kind of textKinds) {
      for (const row of now[kind].values()) {
        const before = (this.mine[kind] as ReadonlyMap<string, Row>).get(row.id)
        if (before === row && !isWider) continue
        // Rows of one map, so the row before is of the same kind.
        const known = new Set(
          before && !isWider ? textsOf(kind, before as typeof row).map(({ text }) => text) : [],
        )
        const isWanted = (text: SqlText): boolean => !known.has(text)
        const next = resolveRow(now, { kind, row, isWanted }, this.given.speech)
        if (next !== row) tx.put(kind, next)
      }
    }
  }
}

interface TakeChoice extends Required<MergeChoices> {
  readonly home: Home
}

type Home = { readonly from: NamespaceId | undefined; readonly to: NamespaceId | undefined } | undefined

const nothing: ReadonlySet<string> = new Set()

const defaultNames: ReadonlySet<string> = new Set(['public', 'dbo', 'main'])

function defaultNamespaceOf(schema: Schema): NamespaceId | undefined {
  for (const { id, name } of schema.namespace.values()) if (defaultNames.has(name.toLowerCase())) return id
  return undefined
}

function atHome<R extends object>(row: R, home: Home): R {
  if (!home || !('order' in row)) return row
  const { namespace, ...rest } = row as R & { readonly namespace?: NamespaceId }
  const canHave = 'columns' in row || 'values' in row || 'signature' in row || 'fields' in row
  if (namespace !== home.from || (namespace === undefined && !canHave)) return row
  // Only the namespace is another one, or none.
  return (home.to === undefined ? rest : { ...row, namespace: home.to }) as R
}

/** What belongs to an object that was left out is left out with it. */
function isLeftOut(row: Row, leftOut: ReadonlySet<string>): boolean {
  if (leftOut.size === 0) return false
  if (leftOut.has(row.id)) return true
  if ('child' in row) return leftOut.has(row.child.table)
  if ('on' in row && typeof row.on === 'string') return leftOut.has(row.on)
  return 'table' in row && leftOut.has(row.table)
}

/** Every id in a schema, its parts' included. */
function* idsIn(schema: Schema): IterableIterator<string> {
  for (const kind of kinds) {
    const lists: readonly string[] = partLists[kind]
    for (const row of schema[kind].values() as IterableIterator<Row>) {
      yield row.id
      // Lists of parts, by name.
      const fields = row as unknown as Readonly<Record<string, readonly { readonly id: string }[]>>
      for (const list of lists) for (const part of fields[list] ?? []) yield part.id
      if ('primaryKey' in row) yield row.primaryKey.id
    }
  }
}

interface Fresh {
  readonly ids: Map<string, string>
  readonly newId: NewId
}

/** A source that was once a copy of this document has ids that mean something else here: those get new ones. */
function dodgeTaken(taken: ReadonlySet<string>, theirs: Schema, fresh: Fresh): void {
  const { ids, newId } = fresh
  for (const id of idsIn(theirs)) {
    if (ids.has(id) || !taken.has(id)) continue
    const kind = kindOfId(id)
    if (kind) ids.set(id, makeId(kind, newId))
  }
}

function underIds(schema: Schema, ids: ReadonlyMap<string, string>): Schema {
  const isSame = [...ids].every(([from, to]) => from === to)
  if (isSame) return schema
  const maps = mergedKinds.map((kind) => {
    const rows = [...(schema[kind].values() as IterableIterator<Row>)].map((row) => reid(row, ids))
    return [kind, new Map(rows.map((row) => [row.id, row]))] as const
  })
  // Each map holds the rows of its own kind under their new ids.
  return { ...schema, ...(Object.fromEntries(maps) as unknown as Partial<Schema>) }
}

/** What a merge would do to one record, as edits of it alone. */
export const changesOf = (kind: MergedKind, before: Row, after: Row): Edits =>
  equal(before, after) ? [] : diffRow({ kind, id: before.id }, before, after)
