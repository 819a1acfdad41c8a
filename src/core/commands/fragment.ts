// A piece of a document that can travel: plain data for the clipboard, with all that its tables need to be understood.
import { isIdOf, type DiagramId, type ProjectId, type TableId } from '../model/id'
import { endsOf, placementsIn } from '../model/query'
import type { Placeable, Relation, Table } from '../model/records'
import { mapTexts } from '../model/resolve'
import { projectOf, type Kind, type RowId, type Rows, type Schema } from '../model/schema'
import { isSqlRef } from '../model/sqlText'
import type { Item } from './layout'

/** Kinds that a fragment can hold. */
export const fragmentKinds = [
  'namespace',
  'group',
  'sequence',
  'enum',
  'domain',
  'composite',
  'table',
  'view',
  'relation',
  'trigger',
  'sample',
  'placement',
  'area',
  'note',
  'line',
] as const satisfies readonly Kind[]

export type FragmentKind = (typeof fragmentKinds)[number]

export interface Fragment {
  readonly version: 1
  /** The document that it was taken from. */
  readonly project: ProjectId
  readonly rows: { readonly [K in FragmentKind]?: readonly Rows[K][] }
  /** What was chosen itself; the rest came along because it is needed. */
  readonly chosen: readonly string[]
  /** Foreign keys to tables that stayed behind, with the names of those tables. */
  readonly loose: readonly { readonly relation: Relation; readonly parent: string }[]
}

class Collector {
  readonly rows = new Map<FragmentKind, Map<string, Rows[FragmentKind]>>()
  readonly schema: Schema

  constructor(schema: Schema) {
    this.schema = schema
  }

  /** True when the record is there and was not taken before. */
  take<K extends FragmentKind>(kind: K, id: RowId<K> | undefined): boolean {
    const rows: ReadonlyMap<string, Rows[FragmentKind]> = this.schema[kind]
    const row = id === undefined ? undefined : rows.get(id)
    let taken = this.rows.get(kind)
    if (!taken) this.rows.set(kind, (taken = new Map<string, Rows[FragmentKind]>()))
    if (!row || taken.has(row.id)) return false
    taken.set(row.id, row)
    return true
  }

  has(kind: FragmentKind, id: string): boolean {
    return this.rows.get(kind)?.has(id) ?? false
  }

  /** A type with the types that it is made of. */
  type(id: Table['columns'][number]['type']['of']): void {
    if (id === undefined) return
    if (isIdOf('enum', id)) {
      if (this.take('enum', id)) this.take('namespace', this.schema.enum.get(id)?.namespace)
    } else if (isIdOf('domain', id)) {
      const domain = this.schema.domain.get(id)
      if (this.take('domain', id)) this.take('namespace', domain?.namespace)
      if (domain && domain.type.of !== id) this.type(domain.type.of)
    } else if (this.take('composite', id)) {
      this.take('namespace', this.schema.composite.get(id)?.namespace)
      for (const field of this.schema.composite.get(id)?.fields ?? []) this.type(field.type.of)
    }
  }

  sequences(table: Table): void {
    for (const column of table.columns) this.take('sequence', column.identity?.sequence)
    mapTexts('table', table, (text) => {
      for (const part of text.parts)
        if (isSqlRef(part) && isIdOf('sequence', part.to)) this.take('sequence', part.to)
      return text
    })
  }

  table(id: TableId): void {
    const table = this.schema.table.get(id)
    if (!table || !this.take('table', id)) return
    this.take('namespace', table.namespace)
    for (const column of table.columns) this.type(column.type.of)
    this.sequences(table)
    for (const trigger of this.schema.trigger.values())
      if (trigger.on === id) this.take('trigger', trigger.id)
    for (const sample of this.schema.sample.values()) if (sample.table === id) this.take('sample', sample.id)
  }

  item(id: Item): void {
    if (isIdOf('table', id)) this.table(id)
    else if (isIdOf('enum', id)) this.type(id)
    else if (isIdOf('view', id)) {
      if (this.take('view', id)) this.take('namespace', this.schema.view.get(id)?.namespace)
    } else if (isIdOf('note', id)) this.take('note', id)
    else if (this.take('area', id)) this.take('group', this.schema.area.get(id)?.group)
  }
}

/** Relations among what was taken come along; those that lead outside are kept apart. */
function relations(collector: Collector, schema: Schema): Fragment['loose'] {
  const loose: { relation: Relation; parent: string }[] = []
  for (const relation of schema.relation.values()) {
    const [a, b] = endsOf(relation)
    const hasChild = collector.has('table', a.table)
    if (hasChild && collector.has('table', b.table)) collector.take('relation', relation.id)
    else if (hasChild && relation.kind === 'foreignKey') {
      loose.push({ relation, parent: schema.table.get(b.table)?.name ?? '' })
    }
  }
  return loose
}

/** What lies where, as plain data. Frames bring the tables of their area that lie in this diagram. */
export function copySubset(schema: Schema, diagram: DiagramId, items: Iterable<Item>): Fragment {
  const collector = new Collector(schema)
  const places = placementsIn(schema, diagram)
  const chosen = new Set<Item>(items)
  for (const item of [...chosen]) {
    const group = isIdOf('area', item) ? schema.area.get(item)?.group : undefined
    if (group === undefined) continue
    for (const object of places.keys()) {
      if (isIdOf('table', object) && schema.table.get(object)?.group === group) chosen.add(object)
    }
  }
  for (const item of chosen) collector.item(item)
  for (const item of chosen) collector.take('placement', places.get(item as Placeable)?.id)
  const loose = relations(collector, schema)
  for (const line of schema.line.values()) {
    if (line.diagram === diagram && collector.has('relation', line.relation)) collector.take('line', line.id)
  }
  const rows = Object.fromEntries([...collector.rows].map(([kind, taken]) => [kind, [...taken.values()]]))
  return { version: 1, project: projectOf(schema).id, rows, chosen: [...chosen], loose }
}
