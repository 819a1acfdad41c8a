// Commands write through a transaction: a private view of the schema that reports what was done to it.
// Whole records go in; the smallest edits come out, with the invariants restored.
import { diffRow, type Edit, type Edits } from './edit'
import { settle } from './integrity'
import { kinds, type Kind, type Row, type RowId, type Rows, type Schema } from './schema'

export interface Tx {
  /** The schema as it was when the transaction began. */
  readonly start: Schema
  get<K extends Kind>(kind: K, id: RowId<K>): Rows[K] | undefined
  has(kind: Kind, id: string): boolean
  /** Adds or replaces a record. */
  put<K extends Kind>(kind: K, row: Rows[K]): void
  /** Changes a record that exists; nothing happens when it is gone. */
  update<K extends Kind>(kind: K, id: RowId<K>, change: (row: Rows[K]) => Rows[K]): void
  remove<K extends Kind>(kind: K, id: RowId<K>): void
  all<K extends Kind>(kind: K): IterableIterator<Rows[K]>
  /** Everything as it stands now, for questions of `query.ts`; what nobody wrote to is shared with `start`. */
  now(): Schema
  /** Kinds and ids written to so far, removed ones included. */
  touched(): IterableIterator<readonly [Kind, string]>
}

class Draft implements Tx {
  readonly start: Schema
  private readonly written = new Map<Kind, Map<string, Row | undefined>>()
  private latest: Schema | undefined
  private fresh: Partial<Schema> = {}

  constructor(start: Schema) {
    this.start = start
  }

  private row(kind: Kind, id: string): Row | undefined {
    const written = this.written.get(kind)
    if (written?.has(id)) return written.get(id)
    const rows: ReadonlyMap<string, Row> = this.start[kind]
    return rows.get(id)
  }

  private write(kind: Kind, id: string, row: Row | undefined): void {
    // Only the map of this kind is stale; the others, and what is cached about them, live on.
    if (this.latest) this.fresh = this.latest
    if (kind in this.fresh) this.fresh = without(this.fresh, kind)
    this.latest = undefined
    let rows = this.written.get(kind)
    if (!rows) this.written.set(kind, (rows = new Map<string, Row | undefined>()))
    rows.set(id, row)
  }

  get<K extends Kind>(kind: K, id: RowId<K>): Rows[K] | undefined {
    // Rows are only ever written under their own kind.
    return this.row(kind, id) as Rows[K] | undefined
  }

  has(kind: Kind, id: string): boolean {
    return this.row(kind, id) !== undefined
  }

  put<K extends Kind>(kind: K, row: Rows[K]): void {
    this.write(kind, row.id, row)
  }

  update<K extends Kind>(kind: K, id: RowId<K>, change: (row: Rows[K]) => Rows[K]): void {
    const row = this.get(kind, id)
    if (row) this.put(kind, change(row))
  }

  remove<K extends Kind>(kind: K, id: RowId<K>): void {
    if (this.has(kind, id)) this.write(kind, id, undefined)
  }

  *all<K extends Kind>(kind: K): IterableIterator<Rows[K]> {
    const written = this.written.get(kind)
    const before: ReadonlyMap<string, Row> = this.start[kind]
    for (const [id, row] of before) {
      const now = written?.has(id) ? written.get(id) : row
      if (now) yield now as Rows[K]
    }
    for (const [id, row] of written ?? []) if (row && !before.has(id)) yield row as Rows[K]
  }

  now(): Schema {
    if (this.latest) return this.latest
    const maps: Partial<Record<Kind, ReadonlyMap<string, Row>>> = {}
    for (const kind of this.written.keys()) {
      maps[kind] = this.fresh[kind] ?? new Map([...this.all(kind)].map((row) => [row.id, row]))
    }
    // Every map was filled from rows of its own kind.
    this.latest = { ...this.start, ...(maps as Partial<Schema>) }
    return this.latest
  }

  *touched(): IterableIterator<readonly [Kind, string]> {
    for (const [kind, rows] of this.written) for (const id of [...rows.keys()]) yield [kind, id]
  }

  edits(): Edits {
    const edits: Edit[] = []
    for (const kind of kinds) {
      const before: ReadonlyMap<string, Row> = this.start[kind]
      for (const [id, row] of this.written.get(kind) ?? []) {
        edits.push(...diffRow({ kind, id: id as RowId<Kind> }, before.get(id), row))
      }
    }
    return edits
  }
}

export interface Transacted<T> {
  readonly edits: Edits
  readonly value: T
}

/** Runs `work` on a private view and returns its value and the edits; the schema itself is untouched. */
export function transact<T>(schema: Schema, work: (tx: Tx) => T): Transacted<T> {
  const draft = new Draft(schema)
  const value = work(draft)
  settle(draft)
  return { edits: draft.edits(), value }
}

/** A record without some optional fields: absent, not undefined. */
export function without<T extends object, F extends keyof T>(row: T, ...fields: readonly F[]): Omit<T, F> {
  const copy: Partial<T> = { ...row }
  for (const field of fields) delete copy[field]
  // Only the named fields are gone.
  return copy as Omit<T, F>
}
