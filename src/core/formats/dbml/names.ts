// The names of a document as DBML takes them: none empty, none twice in its place. A name that had to change is told.
import type { AnyId, Schema } from '../../model/schema'
import type { Enum, Table, TablePartial } from '../../model/records'
import { inOrder } from '../../model/schema'
import type { ColumnId, EnumId, NamespaceId, PartialId, TableId } from '../../model/id'
import type { Report } from './report'
import { identifier } from './spell'

/** Takes a name for itself; another one when it is taken already. */
export class Taken {
  private readonly names = new Set<string>()

  take(name: string, fallback: string): string {
    const wanted = name === '' ? fallback : name
    let free = wanted
    for (let n = 2; this.names.has(free); n++) free = `${wanted}_${n}`
    this.names.add(free)
    return free
  }
}

/** The same name in quotes and without. */
const plain = (name: string): string => name.replaceAll(/(^|\.)"([A-Za-z_]\w*)"(?=\.|$)/g, '$1$2')

interface Spot {
  readonly about: AnyId
  readonly part?: string
  readonly what: string
}

export class DbmlNames {
  private readonly objects = new Map<TableId | EnumId | PartialId, string>()
  private readonly columns = new Map<ColumnId, string>()
  private readonly report: Report
  private readonly schema: Schema

  constructor(schema: Schema, report: Report) {
    this.schema = schema
    this.report = report
    const tables = new Map<string, Taken>()
    const enums = new Map<string, Taken>()
    const partials = new Taken()
    for (const row of inOrder(schema.enum)) this.addQualified(row, enums, 'enum')
    for (const row of inOrder(schema.partial)) this.addPartial(row, partials)
    for (const row of inOrder(schema.table)) {
      this.addQualified(row, tables, 'table')
      this.addColumns(row)
    }
  }

  /** The name as it is taken, with a word where that is another one. */
  settle(taken: Taken, name: string, { about, part, what }: Spot): string {
    const free = taken.take(name, what)
    if (free !== name) {
      this.report({
        level: 'warning',
        code: 'renamed',
        about,
        ...(part !== undefined && { part }),
        message:
          name === ''
            ? `A ${what} without a name is written as "${free}"`
            : `A second ${what} "${name}" is written as "${free}"`,
      })
    }
    return free
  }

  namespaceOf(id: NamespaceId | undefined): string {
    return (id && this.schema.namespace.get(id)?.name) ?? ''
  }

  private addQualified(row: Table | Enum, places: Map<string, Taken>, what: string): void {
    const namespace = this.namespaceOf(row.namespace)
    // A name without a schema stands in `public`.
    const place = namespace === '' ? 'public' : namespace
    const taken = places.get(place) ?? new Taken()
    places.set(place, taken)
    const name = identifier(this.settle(taken, row.name, { about: row.id, what }))
    this.objects.set(row.id, namespace === '' ? name : `${identifier(namespace)}.${name}`)
  }

  private addPartial(row: TablePartial, partials: Taken): void {
    this.objects.set(
      row.id,
      identifier(this.settle(partials, row.name, { about: row.id, what: 'table partial' })),
    )
    this.addColumns(row)
  }

  private addColumns(row: Table | TablePartial): void {
    const taken = new Taken()
    for (const { id, name } of row.columns) {
      this.columns.set(id, identifier(this.settle(taken, name, { about: row.id, part: id, what: 'column' })))
    }
  }

  /** Does a name as it was written still mean a table? */
  isObject(kind: 'table', name: string): boolean {
    return [...this.schema[kind].values()].some(
      ({ id, columns }) => columns.length > 0 && plain(this.object(id)) === plain(name),
    )
  }

  isNote(name: string): boolean {
    return [...this.schema.note.values()].some((row) => plain(identifier(row.name)) === plain(name))
  }

  isGroup(name: string): boolean {
    return [...this.schema.group.values()].some((row) => plain(identifier(row.name)) === plain(name))
  }

  isNamespace(name: string): boolean {
    return [...this.schema.table.values()].some(
      (row) => plain(identifier(this.namespaceOf(row.namespace))) === plain(name),
    )
  }

  /** Qualified and quoted as it must be. */
  object(id: TableId | EnumId | PartialId): string {
    return this.objects.get(id) ?? identifier('unknown')
  }

  column(id: ColumnId): string {
    return this.columns.get(id) ?? identifier('unknown')
  }
}
