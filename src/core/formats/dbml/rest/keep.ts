// Everything of a document that its DBML does not say, written beside it: what a reader of the plain text would get is
// compared with what there is, record by record, so nothing can be forgotten.
import { codecs } from '../../../file/current'
import { namesFrom } from '../../../file/sqlCodec'
import { reid } from '../../../model/reid'
import { inOrder, kinds, partLists, type Kind, type Row, type Schema } from '../../../model/schema'
import { sorted, type Ordered } from '../../../model/order'
import { withIds } from '../align'
import { DbmlNames } from '../names'
import { ownKey } from '../ownKeys'
import type { DbmlReading } from '../reading'
import { braces, identifier, jsonString } from '../spell'
import { Taken } from '../names'
import { difference, isObject, type JsonObject } from './difference'
import { Labels } from './labels'
import { pairsOf } from './pairs'

/** Lines for the project's body, and elements for the end of the text. */
export interface Rest {
  readonly project: readonly string[]
  readonly metadata: readonly string[]
}

type Codecs = {
  readonly [K in Kind]: { write: (row: Row, writing: ReturnType<typeof namesFrom>, indent: string) => string }
}

class Keeper {
  private readonly mine: Schema
  private readonly said: Schema
  private readonly labels: Labels
  private readonly labelled = new Map<string, Row>()

  constructor(mine: Schema, said: Schema) {
    this.mine = mine
    this.said = said
    this.labels = new Labels(said)
    for (const kind of kinds) for (const row of this.rows(mine, kind)) this.labels.countAll(row)
    for (const kind of kinds) {
      for (const row of this.rows(mine, kind)) {
        const label = this.labels.all.get(row.id)
        if (label !== undefined) this.labelled.set(label, reid(row, this.labels.all))
      }
    }
  }

  rows(schema: Schema, kind: Kind): readonly Row[] {
    const rows = [...(schema[kind].values() as Iterable<Row>)]
    return rows.every((row) => 'order' in row) ? sorted(rows as readonly (Row & Ordered)[]) : rows
  }

  /** A record as the file writes it, with labels for ids. */
  json(kind: Kind, row: Row): JsonObject {
    // Each codec writes its own kind of row.
    const codec = (codecs as unknown as Codecs)[kind]
    const writing = namesFrom((label) => this.labelled.get(label))
    const json: unknown = JSON.parse(codec.write(reid(row, this.labels.all), writing, ''))
    return isObject(json) ? json : {}
  }

  label(id: string): string {
    return this.labels.all.get(id) ?? id
  }

  /** What is to be added to each record that the text says. */
  changes(kind: Kind): ReadonlyMap<string, JsonObject> {
    const mine: ReadonlyMap<string, Row> = this.mine[kind]
    const out = new Map<string, JsonObject>()
    for (const row of this.rows(this.said, kind)) {
      const other = mine.get(row.id)
      const more = other && difference(this.json(kind, row), this.json(kind, other), partLists[kind])
      if (more) out.set(row.id, more)
    }
    return out
  }

  /** Whole records that the text says nothing of, each with the one that it stands behind. */
  fresh(kind: Kind): readonly JsonObject[] {
    const said: ReadonlyMap<string, Row> = this.said[kind]
    let last: string | undefined
    return this.rows(this.mine, kind).flatMap((row) => {
      const after = last
      last = this.label(row.id)
      if (said.has(row.id)) return []
      const { order: _order, ...json } = this.json(kind, row)
      return ['order' in row && said.size > 0 ? { ...json, $after: after ?? null } : json]
    })
  }

  /** The whole sequence of a kind, where the text has it otherwise. */
  sequence(kind: Kind): readonly string[] {
    const said: ReadonlyMap<string, Row> = this.said[kind]
    const mine: ReadonlyMap<string, Row> = this.mine[kind]
    const all = this.rows(this.mine, kind)
    const both = all.filter(({ id }) => said.has(id)).map(({ id }) => id)
    const read = this.rows(this.said, kind).flatMap(({ id }) => (mine.has(id) ? [id] : []))
    const isOrdered = all.every((row) => 'order' in row)
    return isOrdered && both.join() !== read.join() ? all.map(({ id }) => this.label(id)) : []
  }

  /** What the text says and nobody has. */
  gone(): readonly string[] {
    return kinds.flatMap((kind) => {
      const mine: ReadonlyMap<string, Row> = this.mine[kind]
      return this.rows(this.said, kind).flatMap((row) => (mine.has(row.id) ? [] : [this.label(row.id)]))
    })
  }
}

/** One line for each member. */
const block = (open: string, items: readonly string[], close: string): string =>
  items.length === 0 ? open + close : `${open}\n${items.join(',\n')}\n${close}`

const field = (key: string, json: string): string => `${key}: ${jsonString(json)}`

/** Kinds that have Metadata of their own in DBML. */
const withMetadata = { table: 'Table', group: 'TableGroup', note: 'Note' } as const

function fieldsOf(more: JsonObject): readonly string[] {
  return Object.entries(more).map(([key, value]) => field(ownKey(key), JSON.stringify(value)))
}

/** A table's own fields, and those of its columns under their names. */
function tableMetadata(
  name: string,
  more: JsonObject,
  columnNames: ReadonlyMap<string, string>,
): readonly string[] {
  const { columns, ...rest } = more
  const ofColumns: string[] = []
  const left: Record<string, unknown> = {}
  for (const [label, value] of isObject(columns) ? Object.entries(columns) : []) {
    const column = columnNames.get(label)
    if (column !== undefined && isObject(value))
      ofColumns.push(braces(`Metadata Column ${name}.${column}`, fieldsOf(value)))
    else left[label] = value
  }
  const own = { ...rest, ...(Object.keys(left).length > 0 && { columns: left }) }
  const head = Object.keys(own).length > 0 ? [braces(`Metadata Table ${name}`, fieldsOf(own))] : []
  return [...head, ...ofColumns]
}

/** A reading of the writer's own plain text under the ids of the document. */
export const pairedWith = (mine: Schema, plain: DbmlReading): Schema =>
  withIds(plain, pairsOf(plain.schema, mine)).schema

/** What must be written beside a text that says `said`, under the ids of `mine`. */
export function restOf(mine: Schema, said: Schema): Rest {
  const keeper = new Keeper(mine, said)
  const names = new DbmlNames(mine, () => undefined)
  const metadata: string[] = []
  const project: string[] = []
  for (const kind of kinds) {
    const changes = keeper.changes(kind)
    if (kind === 'table') {
      for (const [id, more] of changes) {
        const table = [...said.table.values()].find((row) => row.id === id)
        if (!table) continue
        const columns = new Map(
          table.columns.map((column) => [keeper.label(column.id), names.column(column.id)]),
        )
        metadata.push(...tableMetadata(names.object(table.id), more, columns))
      }
    } else if (kind === 'group' || kind === 'note') metadata.push(...named(kind, changes, mine))
    else if (changes.size > 0) {
      const items = [...changes].map(
        ([id, more]) => `${JSON.stringify(keeper.label(id))}: ${JSON.stringify(more)}`,
      )
      project.push(field(ownKey(kind), block('{', items, '}')))
    }
    const fresh = keeper.fresh(kind).map((row) => JSON.stringify(row))
    if (fresh.length > 0) project.push(field(ownKey(`new_${kind}`), block('[', fresh, ']')))
    const sequence = keeper.sequence(kind)
    if (sequence.length > 0) project.push(field(ownKey(`order_${kind}`), JSON.stringify(sequence)))
  }
  const gone = keeper.gone()
  if (gone.length > 0) project.push(field(ownKey('gone'), JSON.stringify(gone)))
  return { project, metadata }
}

/** Groups and notes, under the names that the writer gave them. */
function named(
  kind: 'group' | 'note',
  changes: ReadonlyMap<string, JsonObject>,
  mine: Schema,
): readonly string[] {
  const taken = new Taken()
  return inOrder<{ readonly id: string; readonly order: string; readonly name: string }>(mine[kind]).flatMap(
    (row) => {
      const name = identifier(taken.take(row.name, kind))
      const more = changes.get(row.id)
      return more ? [braces(`Metadata ${withMetadata[kind]} ${name}`, fieldsOf(more))] : []
    },
  )
}
