// Finding objects by a spelled name. Each map of the schema is indexed once and remembered for as long as it lives.
import type {
  ColumnId,
  EnumId,
  EnumValueId,
  IndexId,
  KeyId,
  NamespaceId,
  TableId,
  TriggerId,
  ViewId,
} from '../id'
import type { Names } from '../lexis'
import type { RowId, Rows, Schema } from '../schema'

/** Kinds that SQL names on their own. */
export type GlobalKind =
  | 'namespace'
  | 'table'
  | 'view'
  | 'enum'
  | 'domain'
  | 'composite'
  | 'sequence'
  | 'routine'
  | 'trigger'
  | 'role'
  | 'extension'

interface NamedRow {
  readonly id: string
  readonly name: string
  readonly namespace?: NamespaceId
}

type Buckets<T> = ReadonlyMap<string, readonly T[]>

function bucketed<T>(items: Iterable<T>, nameOf: (item: T) => string): Buckets<T> {
  const buckets = new Map<string, T[]>()
  for (const item of items) {
    const key = nameOf(item).toLowerCase()
    const bucket = buckets.get(key)
    if (bucket) bucket.push(item)
    else buckets.set(key, [item])
  }
  return buckets
}

const rowBuckets = new WeakMap<object, Buckets<NamedRow>>()

function rowsNamed(map: ReadonlyMap<string, NamedRow>, name: string): readonly NamedRow[] {
  let buckets = rowBuckets.get(map)
  if (!buckets) rowBuckets.set(map, (buckets = bucketed(map.values(), (row) => row.name)))
  return buckets.get(name.toLowerCase()) ?? []
}

interface PartEntry {
  readonly id: KeyId | IndexId
  readonly owner: TableId | ViewId
  readonly name: string
}

const partBuckets = new WeakMap<object, Buckets<PartEntry>>()

/** Keys and indexes have names of their own beside the tables'. */
function partsNamed(schema: Schema, name: string): readonly PartEntry[] {
  let buckets = partBuckets.get(schema.table)
  if (!buckets) {
    const entries: PartEntry[] = []
    for (const table of schema.table.values()) {
      const keys = table.primaryKey ? [table.primaryKey, ...table.uniques] : table.uniques
      for (const part of [...keys, ...table.indexes]) {
        if (part.name !== '') entries.push({ id: part.id, owner: table.id, name: part.name })
      }
    }
    partBuckets.set(schema.table, (buckets = bucketed(entries, (entry) => entry.name)))
  }
  const inViews = [...schema.view.values()].flatMap((view) =>
    view.indexes.map((index) => ({ id: index.id, owner: view.id, name: index.name })),
  )
  const wanted = name.toLowerCase()
  return [...(buckets.get(wanted) ?? []), ...inViews.filter((entry) => entry.name.toLowerCase() === wanted)]
}

/** Namespaces that an unqualified name reaches without being told. */
const defaultNamespaces = new Set(['public', 'dbo', 'main'])

export class Lookup {
  readonly schema: Schema
  readonly names: Names

  constructor(schema: Schema, names: Names) {
    this.schema = schema
    this.names = names
  }

  /** Those that bear exactly this name; failing that, those that differ in case only. */
  private best<T extends { readonly name: string }>(candidates: readonly T[], name: string): readonly T[] {
    const exact = candidates.filter((row) => this.names.isSame(row.name, name))
    return exact.length > 0 ? exact : candidates
  }

  namespace(name: string): NamespaceId | undefined {
    // Rows of the namespace map, so their ids are namespaces'.
    return this.best(rowsNamed(this.schema.namespace, name), name)[0]?.id as NamespaceId | undefined
  }

  /** What stands before a dot: a namespace, or the one that needs no record of its own (`public`). */
  home(name: string): NamespaceId | 'default' | undefined {
    return this.namespace(name) ?? (defaultNamespaces.has(name.toLowerCase()) ? 'default' : undefined)
  }

  isDefaultNamespace(id: NamespaceId | undefined): boolean {
    return id === undefined || defaultNamespaces.has(this.schema.namespace.get(id)?.name.toLowerCase() ?? '')
  }

  /** Every object of these kinds that the name may mean; several when only the reader could tell. */
  objects<K extends GlobalKind>(
    kinds: readonly K[],
    name: string,
    home?: NamespaceId | 'default',
  ): readonly RowId<K>[] {
    const all = kinds.flatMap((kind) => this.best(rowsNamed(this.schema[kind], name), name))
    const exact = this.best(all, name)
    const here =
      home === undefined || home === 'default'
        ? exact.filter((row) => this.isDefaultNamespace(row.namespace))
        : exact.filter((row) => row.namespace === home)
    const found = here.length > 0 || home !== undefined ? here : exact
    // Rows of those kinds' maps, so their ids are of those kinds.
    return found.map((row) => row.id as RowId<K>)
  }

  columns(owner: TableId | ViewId, name: string): readonly ColumnId[] {
    const row: Rows['table'] | Rows['view'] | undefined =
      this.schema.table.get(owner as TableId) ?? this.schema.view.get(owner as ViewId)
    const wanted = name.toLowerCase()
    const parts = (row?.columns ?? []) as readonly { readonly id: ColumnId; readonly name: string }[]
    return this.best(
      parts.filter((part) => part.name.toLowerCase() === wanted),
      name,
    ).map((part) => part.id)
  }

  part(name: string, owner?: TableId | ViewId): readonly PartEntry[] {
    const found = this.best(partsNamed(this.schema, name), name)
    const own = found.filter((entry) => entry.owner === owner)
    return own.length > 0 ? own : found
  }

  trigger(name: string, on?: TableId | ViewId): readonly TriggerId[] {
    const found = this.objects(['trigger'], name)
    const own = found.filter((id) => this.schema.trigger.get(id)?.on === on)
    return own.length > 0 ? own : found
  }

  enumValue(owner: EnumId, value: string): EnumValueId | undefined {
    return this.schema.enum.get(owner)?.values.find((one) => one.name === value)?.id
  }

  /** The enum that a column holds, seen through a domain over it. */
  enumOf(owner: TableId | ViewId, column: ColumnId): EnumId | undefined {
    const row: Rows['table'] | Rows['view'] | undefined =
      this.schema.table.get(owner as TableId) ?? this.schema.view.get(owner as ViewId)
    const parts = (row?.columns ?? []) as readonly (
      Rows['table']['columns'][number] | Rows['view']['columns'][number]
    )[]
    return this.enumBehind(parts.find((part) => part.id === column)?.type.of)
  }

  enumBehind(of: string | undefined): EnumId | undefined {
    for (let depth = 0; of !== undefined && depth < 8; depth++) {
      // A lookup by an id of another kind finds nothing.
      const known = this.schema.enum.get(of as EnumId)
      if (known) return known.id
      of = this.schema.domain.get(of as Rows['domain']['id'])?.type.of
    }
    return undefined
  }
}
