// A text just read, under the ids of the document: what a name's place, the name itself or likeness says is the same
// object stays the same object, so that renaming in the text is renaming and not removing and adding.
import { firstDiagram, projectOf, type AnyId, type Kind, type Row, type Schema } from '../../model/schema'
import { reid } from '../../model/reid'
import { kinds } from '../../model/schema'
import type { Relation, Table } from '../../model/records'
import { endsOf } from '../../model/query'
import { carryOver } from './carry'
import { likest } from './likest'
import type { DbmlPlace, DbmlReading, Span } from './reading'

/** The text as it was before, and how places in it moved since. */
export interface Previous {
  /** Under the document's ids. */
  readonly reading: DbmlReading
  /** As an editor maps positions: before (-1) or behind (1) what was put in there. */
  readonly map: (offset: number, assoc: -1 | 1) => number
}

interface Named {
  readonly id: string
  readonly name: string
}

type Key<T> = (row: T) => string | undefined

interface PartHolder {
  readonly indexes: readonly Named[]
  readonly checks: readonly Named[]
  readonly uniques?: readonly Named[]
}

/** Where a name of the previous text would stand now, when it is still there or was written over as a whole. */
function holdsName(before: Span, now: Span, { map }: Previous): boolean {
  const inner = { from: map(before.from, 1), to: map(before.to, -1) }
  if (inner.from < inner.to) return inner.from < now.to && now.from < inner.to
  const outer = { from: map(before.from, -1), to: map(before.to, 1) }
  return now.from >= outer.from && now.to <= outer.to && outer.to - outer.from <= now.to - now.from + 2
}

class Aligner {
  readonly ids = new Map<string, string>()
  private readonly taken = new Set<string>()
  private readonly reading: DbmlReading
  private readonly document: Schema
  private readonly previous: Previous | undefined

  constructor(reading: DbmlReading, document: Schema, previous: Previous | undefined) {
    this.reading = reading
    this.document = document
    this.previous = previous
  }

  /** What a fresh id is called in the document, when that is known yet. */
  private readonly known = (id: string): string => this.ids.get(id) ?? id

  private take(fresh: string, id: string): void {
    this.ids.set(fresh, id)
    this.taken.add(id)
  }

  private open<T extends { readonly id: string }>(fresh: Iterable<T>): T[] {
    return [...fresh].filter(({ id }) => !this.ids.has(id))
  }

  private free<T extends { readonly id: string }>(rows: Iterable<T>): T[] {
    return [...rows].filter(({ id }) => !this.taken.has(id))
  }

  /** By the place of the name; without a name by the place of the line. */
  private byPlace<T extends { readonly id: string }>(fresh: readonly T[], known: readonly T[]): void {
    const { previous } = this
    if (!previous) return
    const moved = new Map<number, string>()
    const spanOf = (place: DbmlPlace | undefined): Span | undefined =>
      place?.within ? undefined : (place?.name ?? place)
    const before = this.free(known).flatMap(({ id }) => {
      const span = spanOf(previous.reading.places.get(id))
      if (span) moved.set(previous.map(span.from, 1), id)
      return span ? [{ id, span }] : []
    })
    for (const { id } of this.open(fresh)) {
      const now = spanOf(this.reading.places.get(id))
      const same = now && moved.get(now.from)
      const old = before.find((one) => one.id === same)
      if (now && old && !this.taken.has(old.id) && holdsName(old.span, now, previous)) this.take(id, old.id)
    }
    for (const { id } of this.open(fresh)) {
      const now = spanOf(this.reading.places.get(id))
      const old = now && before.find((one) => !this.taken.has(one.id) && holdsName(one.span, now, previous))
      if (old) this.take(id, old.id)
    }
  }

  private byKey<T extends { readonly id: string }>(
    fresh: readonly T[],
    known: readonly T[],
    key: Key<T>,
  ): void {
    const byText = new Map<string, T[]>()
    for (const row of this.free(known)) {
      const text = key(row)
      if (text !== undefined) byText.set(text, [...(byText.get(text) ?? []), row])
    }
    for (const row of this.open(fresh)) {
      const text = key(row)
      const found = text === undefined ? undefined : byText.get(text)?.shift()
      if (found) this.take(row.id, found.id)
    }
  }

  /** Rows of one kind that the document holds or that the text held before. */
  private rows<K extends Kind>(
    kind: K,
  ): {
    fresh: Schema[K] extends ReadonlyMap<string, infer R> ? R[] : never
    known: Schema[K] extends ReadonlyMap<string, infer R> ? R[] : never
  } {
    const mine = new Map<string, Row>(this.document[kind])
    for (const [id, row] of this.previous?.reading.schema[kind] ?? []) if (!mine.has(id)) mine.set(id, row)
    // Both are rows of the kind that was asked for.
    return { fresh: [...this.reading.schema[kind].values()], known: [...mine.values()] } as never
  }

  private objects(): void {
    const spaces = this.rows('namespace')
    this.byKey(spaces.fresh, spaces.known, ({ name }) => name)
    const qualified = (row: { readonly name: string; readonly namespace?: string }) =>
      JSON.stringify([row.namespace === undefined ? '' : this.known(row.namespace), row.name])
    for (const kind of ['enum', 'table'] as const) {
      const { fresh, known } = this.rows(kind)
      this.byPlace<Named>(fresh, known)
      this.byKey<(typeof fresh)[number]>(fresh, known, qualified)
      // The default schema may be said or not.
      this.byKey<Named>(fresh, known, ({ name }) => name)
    }
    for (const kind of ['partial', 'group', 'note', 'diagram'] as const) {
      const { fresh, known } = this.rows(kind)
      if (kind === 'diagram') this.mainDiagram()
      this.byPlace<Named>(fresh, known)
      this.byKey<Named>(fresh, known, ({ name }) => name)
    }
    if (this.previous) return
    const { fresh, known } = this.rows('table')
    for (const [mine, theirs] of likest(this.open(fresh), this.free(known))) this.take(mine, theirs)
  }

  /** The first diagram is the whole, whatever it is called. */
  private mainDiagram(): void {
    const [fresh, known] = [firstDiagram(this.reading.schema), firstDiagram(this.document)]
    if (fresh && known) this.take(fresh, known)
  }

  private knownTable(id: string): readonly Table[] {
    // An id of the document's tables, or of none.
    const tables = [this.document, this.previous?.reading.schema].map((schema) =>
      schema?.table.get(id as Table['id']),
    )
    return tables.flatMap((table) => table ?? [])
  }

  private parts(): void {
    for (const row of this.reading.schema.enum.values()) {
      const mine = this.rows('enum').known.find(({ id }) => id === this.known(row.id))
      this.byPlace(row.values, mine?.values ?? [])
      this.byKey(row.values, mine?.values ?? [], ({ name }) => name)
    }
    const { fresh, known } = this.rows('partial')
    for (const row of fresh) {
      const mine = known.find(({ id }) => id === this.known(row.id))
      this.byPlace(row.columns, mine?.columns ?? [])
      this.byKey(row.columns, mine?.columns ?? [], ({ name }) => name)
      this.partsOf(row, mine ? [mine] : [])
    }
    for (const table of this.reading.schema.table.values()) {
      const mine = this.knownTable(this.known(table.id))
      const columns = unique(mine.flatMap((one) => one.columns))
      this.byPlace(table.columns, columns)
      this.byKey(table.columns, columns, ({ name }) => name)
      this.partsOf(table, mine)
      const keys = mine.flatMap(({ primaryKey }) => (primaryKey ? [primaryKey] : []))
      if (table.primaryKey) this.byKey([table.primaryKey], keys, () => '')
    }
  }

  /** Indexes, keys and checks: by name and columns, by columns, by name, by place. */
  private partsOf(fresh: PartHolder, mine: readonly PartHolder[]): void {
    const columnsOf = (part: object) => {
      const text = JSON.stringify('parts' in part ? part.parts : 'expression' in part ? part.expression : '')
      return text.replaceAll(/"((?:c|t)_[^"]+)"/g, (_whole, id: string) => JSON.stringify(this.known(id)))
    }
    const nameOf = (part: Named) => (part.name === '' ? undefined : part.name)
    for (const list of ['indexes', 'checks', 'uniques'] as const) {
      const now = fresh[list] ?? []
      const known = unique(mine.flatMap((one): readonly Named[] => one[list] ?? []))
      this.byKey<Named>(now, known, (part) => JSON.stringify([part.name, columnsOf(part)]))
      this.byKey(now, known, columnsOf)
      this.byKey<Named>(now, known, nameOf)
      this.byPlace<Named>(now, known)
    }
  }

  /** Rows that stand for something of other rows. */
  private around(): void {
    const ends = (row: Relation) =>
      endsOf(row)
        .map((end) => [end.table, ...end.columns].map(this.known).join())
        .sort()
    const relations = this.rows('relation')
    this.byKey(relations.fresh, relations.known, (row) => JSON.stringify([row.name, ends(row)]))
    this.byKey(relations.fresh, relations.known, (row) => JSON.stringify(ends(row)))
    this.byPlace(relations.fresh, relations.known)
    // A sketch without columns is written between keys.
    const tables = (row: Relation) =>
      endsOf(row)
        .map(({ table }) => this.known(table))
        .sort()
        .join()
    this.byKey(relations.fresh, relations.known, (row) => JSON.stringify([row.name, tables(row)]))
    const samples = this.rows('sample')
    this.byKey(samples.fresh, samples.known, ({ table }) => this.known(table))
    const lineages = this.rows('lineage')
    const edges = this.rows('lineage').fresh
    this.byKey(edges, lineages.known, (row) => this.reided(row.edges))
    this.byPlace(edges, lineages.known)
    this.byKey(edges, lineages.known, ({ name }) => (name === '' ? undefined : name))
    const placements = this.rows('placement')
    this.byKey(placements.fresh, placements.known, (row) => [row.diagram, row.object].map(this.known).join())
    const lines = this.rows('line')
    this.byKey(lines.fresh, lines.known, (row) => [row.diagram, row.relation].map(this.known).join())
  }

  private readonly reided = (value: object): string => JSON.stringify(reid(value, this.ids))

  run(): ReadonlyMap<string, string> {
    this.take(projectOf(this.reading.schema).id, projectOf(this.document).id)
    this.objects()
    this.parts()
    this.around()
    return this.ids
  }
}

const unique = <T extends { readonly id: string }>(rows: readonly T[]): readonly T[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
]

/** The reading with other ids in everything that it says. */
export function withIds(reading: DbmlReading, ids: ReadonlyMap<string, string>): DbmlReading {
  const known = (id: string) => ids.get(id) ?? id
  const maps = kinds.map((kind) => {
    const rows = [...(reading.schema[kind].values() as Iterable<Row>)].map((row) => reid(row, ids))
    return [kind, new Map(rows.map((row) => [row.id, row]))]
  })
  return {
    ...reading,
    // Each kind's rows are rows of that kind under other ids.
    schema: Object.fromEntries(maps) as Schema,
    places: new Map([...reading.places].map(([id, place]) => [known(id), place])),
    uses: reading.uses.map((use) => ({ ...use, id: known(use.id) })),
    unplaced: new Set([...reading.unplaced].map((id) => known(id) as AnyId)),
  }
}

/**
 * The same reading under the ids of the document. With `previous` names are followed by their places in the text, and
 * what does not parse any more is carried over; without, tables that are left are paired by likeness.
 */
export function alignReading(reading: DbmlReading, document: Schema, previous?: Previous): DbmlReading {
  const aligned = withIds(reading, new Aligner(reading, document, previous).run())
  return previous ? carryOver(aligned, previous) : aligned
}
