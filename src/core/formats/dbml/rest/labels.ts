// Names that stand for ids in a text: `t_orders`, `c_orders-price`. Made from what the text itself says, so that the
// same text gives the same names, and an edit of one table leaves those of the others alone.
import { kindOfId, makeId, prefixes } from '../../../model/id'
import { inOrder, kinds, type Kind, type Row, type Schema } from '../../../model/schema'
import { sorted, type Ordered } from '../../../model/order'

const slug = (name: string): string =>
  name
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 24)

const isPart = (value: unknown): value is { readonly id: string; readonly name?: unknown } =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'

/** The parts of a record, list by list. */
function partsOf(row: Row): readonly { readonly id: string; readonly name: string }[] {
  return Object.values(row as object).flatMap((value: unknown) => {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value]
    return list.flatMap((part) =>
      isPart(part) ? [{ id: part.id, name: typeof part.name === 'string' ? part.name : '' }] : [],
    )
  })
}

function rowsOf(schema: Schema, kind: Kind): readonly Row[] {
  const rows = [...(schema[kind].values() as Iterable<Row>)]
  // Rows of one kind are alike: all of them are ordered, or none.
  return rows.every((row) => 'order' in row) ? sorted(rows as readonly (Row & Ordered)[]) : rows
}

export class Labels {
  private readonly byId = new Map<string, string>()
  private readonly taken = new Set<string>()
  private readonly counts = new Map<string, number>()

  /** Those of everything that the text says by itself. */
  constructor(said: Schema) {
    const tables = new Map(
      inOrder(said.table).map(({ id, name, namespace }) => [
        id as string,
        this.tableName(said, { name, namespace }),
      ]),
    )
    for (const kind of kinds) {
      for (const row of rowsOf(said, kind)) {
        const name = tables.get(row.id) ?? ('name' in row ? row.name : '')
        this.add(row.id, slug(name) || 'a')
        for (const part of partsOf(row)) this.add(part.id, `${slug(name) || 'a'}-${slug(part.name) || 'a'}`)
      }
    }
    // What stands for a table or a relation is called after it.
    for (const row of said.placement.values()) this.rename(row.id, this.byId.get(row.object) ?? '')
    for (const row of said.line.values()) this.rename(row.id, this.byId.get(row.relation) ?? '')
  }

  private tableName(
    schema: Schema,
    { name, namespace }: { readonly name: string; readonly namespace: string | undefined },
  ): string {
    const home = [...schema.namespace.values()].find(({ id }) => id === namespace)
    return home ? `${home.name}-${name}` : name
  }

  private add(id: string, name: string): void {
    const kind = kindOfId(id)
    if (kind === undefined || this.byId.has(id)) return
    let label = `${prefixes[kind]}_${name}`
    for (let n = 2; this.taken.has(label); n++) label = `${prefixes[kind]}_${name}-${String(n)}`
    this.taken.add(label)
    this.byId.set(id, label)
  }

  private rename(id: string, after: string): void {
    const kind = kindOfId(id)
    const old = this.byId.get(id)
    if (kind === undefined || after === '') return
    if (old !== undefined) this.taken.delete(old)
    this.byId.delete(id)
    this.add(id, after.replaceAll('_', '-'))
  }

  /** What the text does not say is counted; an underscore more keeps these apart. */
  count(id: string): void {
    const kind = kindOfId(id)
    if (kind === undefined || this.byId.has(id)) return
    const n = (this.counts.get(kind) ?? 0) + 1
    this.counts.set(kind, n)
    this.byId.set(id, `${prefixes[kind]}__${String(n)}`)
  }

  countAll(row: Row): void {
    this.count(row.id)
    for (const { id } of partsOf(row)) this.count(id)
  }

  get all(): ReadonlyMap<string, string> {
    return this.byId
  }
}

/** From labels to ids: those of the text, and new ones for what only the rest tells of. */
export class Unlabelled {
  readonly ids = new Map<string, string>()
  private readonly newId: () => string

  constructor(labels: Labels, newId: () => string) {
    this.newId = newId
    for (const [id, label] of labels.all) this.ids.set(label, id)
  }

  /** Every label in a value that is of nothing in the text gets an id. */
  meet(value: unknown): void {
    if (typeof value === 'string') {
      const kind = /^[a-z]{1,2}__\d+$/.test(value) ? kindOfId(value) : undefined
      if (kind !== undefined && !this.ids.has(value)) this.ids.set(value, makeId(kind, this.newId))
    } else if (Array.isArray(value)) for (const item of value as readonly unknown[]) this.meet(item)
    else if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) this.meet(inner)
  }
}
