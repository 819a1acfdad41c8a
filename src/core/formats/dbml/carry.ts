// While one types, elements do not parse for a moment. What stood there before still counts: it is carried over, with
// everything that needs it, until the text says something else.
import { endsOf } from '../../model/query'
import type { Relation, Table } from '../../model/records'
import { kindOfId } from '../../model/id'
import { kinds, type Kind, type Row, type Schema } from '../../model/schema'
import type { Previous } from './align'
import type { DbmlPlace, DbmlReading, Span } from './reading'

const overlap = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to

/** The place with everything in it moved along. */
function moved(place: DbmlPlace, { map }: Previous): DbmlPlace {
  const at = <S extends Span>(span: S): S => {
    const from = map(span.from, 1)
    return { ...span, from, to: Math.max(from, map(span.to, -1)) }
  }
  return {
    ...at(place),
    ...(place.name && { name: at(place.name) }),
    ...(place.fullName && { fullName: at(place.fullName) }),
    ...(place.type && { type: at(place.type) }),
  }
}

type Rows = Map<Kind, Map<string, Row>>

const partsOf = (row: Row): readonly string[] =>
  Object.values(row as object).flatMap((value: unknown) =>
    (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((part) =>
      typeof part === 'object' && part !== null && 'id' in part ? [String(part.id)] : [],
    ),
  )

class Carrier {
  private readonly now: DbmlReading
  private readonly previous: Previous
  private readonly rows: Rows
  private readonly places: Map<string, DbmlPlace>
  readonly carried = new Set<string>()

  constructor(now: DbmlReading, previous: Previous) {
    this.now = now
    this.previous = previous
    this.rows = new Map(kinds.map((kind) => [kind, new Map<string, Row>(now.schema[kind])]))
    this.places = new Map(now.places)
  }

  private isBroken(place: DbmlPlace): boolean {
    const { map } = this.previous
    const span = { from: map(place.from, 1), to: map(place.to, -1) }
    return this.now.broken.some((one) => one.source === place.source && overlap(one, span))
  }

  private carry(kind: Kind, row: Row): void {
    this.rows.get(kind)?.set(row.id, row)
    this.carried.add(row.id)
    for (const id of [row.id, ...partsOf(row)]) {
      const place = this.previous.reading.places.get(id)
      if (place) this.places.set(id, moved(place, this.previous))
    }
  }

  private all<K extends Kind>(
    kind: K,
  ): readonly (Schema[K] extends ReadonlyMap<string, infer R> ? R : never)[] {
    // Rows of one kind.
    return [...this.previous.reading.schema[kind].values()] as never
  }

  private isGone(id: string): boolean {
    const kind = kindOfId(id)
    return kind === undefined || !(this.rows.get(kind as Kind)?.has(id) ?? false)
  }

  run(): DbmlReading {
    for (const kind of [
      'namespace',
      'enum',
      'partial',
      'group',
      'table',
      'note',
      'diagram',
      'lineage',
      'sample',
    ] as const) {
      for (const row of this.all(kind)) {
        const place = this.previous.reading.places.get(row.id)
        if (place && this.isGone(row.id) && this.isBroken(place)) this.carry(kind, row)
      }
    }
    this.tablesOfPartials()
    this.needed()
    const schema = Object.fromEntries(this.rows) as unknown as Schema
    return this.carried.size === 0 ? this.now : { ...this.now, schema, places: this.places }
  }

  /** A table whose partial does not parse would lose its columns. */
  private tablesOfPartials(): void {
    for (const table of this.all('table'))
      if (table.partials.some((id) => this.carried.has(id))) this.carry('table', table)
  }

  private needed(): void {
    const isCarried = (row: Relation) => endsOf(row).some(({ table }) => this.carried.has(table))
    for (const row of this.all('relation')) {
      const place = this.previous.reading.places.get(row.id)
      if (this.isGone(row.id) && (isCarried(row) || (place && this.isBroken(place))))
        this.carry('relation', row)
    }
    for (const row of this.all('sample'))
      if (this.isGone(row.id) && this.carried.has(row.table)) this.carry('sample', row)
    for (const row of this.all('placement'))
      if (this.isGone(row.id) && this.carried.has(row.object)) this.carry('placement', row)
    for (const row of this.all('line'))
      if (this.isGone(row.id) && this.carried.has(row.relation)) this.carry('line', row)
    for (const row of this.all('namespace'))
      if (this.isGone(row.id) && this.isNamed(row.id)) this.carry('namespace', row)
    this.groupsOfTables()
  }

  private isNamed(namespace: string): boolean {
    return [...(this.rows.get('table')?.values() ?? []), ...(this.rows.get('enum')?.values() ?? [])].some(
      (row) => 'namespace' in row && row.namespace === namespace,
    )
  }

  /** A group that does not parse keeps its tables. */
  private groupsOfTables(): void {
    const tables = this.rows.get('table')
    for (const before of this.all('table')) {
      // Rows of this map are tables.
      const now = tables?.get(before.id) as Table | undefined
      if (now && before.group && now.group === undefined && this.carried.has(before.group))
        tables?.set(now.id, { ...now, group: before.group })
    }
  }
}

export const carryOver = (now: DbmlReading, previous: Previous): DbmlReading =>
  now.broken.length === 0 ? now : new Carrier(now, previous).run()
