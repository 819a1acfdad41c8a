// What stands under our own keys, put back where it belongs. A text may have been changed since by hand: what speaks
// of something that is gone is told and left out.
import { codecs } from '../../../file/current'
import { Damaged, type Codec, type Reading } from '../../../file/codec'
import { namesFrom } from '../../../file/sqlCodec'
import { applyEdits } from '../../../model/edit'
import { orderBetween, sorted, type Ordered } from '../../../model/order'
import { reid } from '../../../model/reid'
import { kinds, partLists, projectOf, type Kind, type Row, type Schema } from '../../../model/schema'
import { emptySchema } from '../../../model/schema'
import { transact } from '../../../model/transact'
import type { ReadNotice } from '../../format'
import { orderNumber, type Context } from '../context'
import { fieldOfKey, ownPrefix } from '../ownKeys'
import { isObject, withDifference, type JsonObject } from './difference'
import { Labels, Unlabelled } from './labels'

interface Restored {
  readonly schema: Schema
  readonly notices: readonly ReadNotice[]
}

class Restorer {
  readonly notices: ReadNotice[] = []
  private readonly rows: Map<Kind, Map<string, Row>>
  private readonly labels: Labels
  private readonly ids: Unlabelled

  constructor(said: Schema, newId: () => string) {
    this.rows = new Map(kinds.map((kind) => [kind, new Map<string, Row>(said[kind])]))
    this.labels = new Labels(said)
    this.ids = new Unlabelled(this.labels, newId)
  }

  private tell(message: string): void {
    this.notices.push({ level: 'loss', code: 'dbmlRest', message })
  }

  private readonly reading = (): Reading => ({
    path: [],
    report: (_code, reason) => {
      this.tell(`Something that only Relata knows could not be read back: ${reason}`)
    },
    claim: () => true,
  })

  /** The JSON of a value under one of our keys. */
  parse(text: string): unknown {
    try {
      return JSON.parse(text) as unknown
    } catch (error) {
      this.tell(`Under ${ownPrefix}… stands something that is no JSON: ${String(error)}`)
      return undefined
    }
  }

  /** A codec reads what its own kind is made of; all of them read some kind of row. */
  private codec(kind: Kind): Codec<Row> {
    return codecs[kind] as unknown as Codec<Row>
  }

  private read(kind: Kind, json: JsonObject): Row | undefined {
    this.ids.meet(json)
    const row = this.codec(kind).read(json, this.reading())
    if (!(row instanceof Damaged)) return reid(row, this.ids.ids)
    this.tell(`Something that only Relata knows could not be read back: ${row.reason}`)
    return undefined
  }

  change(kind: Kind, id: string, said: JsonObject): void {
    const rows = this.rows.get(kind)
    const row = rows?.get(id)
    if (!rows || !row) return
    const labelled = reid(row, this.labels.all)
    const text = this.codec(kind).write(
      labelled,
      namesFrom(() => undefined),
      '',
    )
    const before: unknown = JSON.parse(text)
    if (!isObject(before)) return
    const next = this.read(
      kind,
      numberedParts(withDifference(before, said, partLists[kind]), partLists[kind]),
    )
    if (next) rows.set(id, next)
  }

  /** Several records of one kind, by their labels. */
  changeAll(kind: Kind, said: unknown): void {
    for (const [label, more] of isObject(said) ? Object.entries(said) : []) {
      const id = this.ids.ids.get(label)
      if (id !== undefined && isObject(more)) this.change(kind, id, more)
      else this.tell(`There is no ${kind} any more for what is said of ${label}`)
    }
  }

  add(kind: Kind, said: unknown): void {
    for (const json of Array.isArray(said) ? (said as readonly unknown[]) : []) {
      if (!isObject(json)) continue
      const { $after: after, ...rest } = json
      const order = this.orderBehind(kind, after)
      const row = this.read(
        kind,
        numberedParts({ ...rest, ...(order !== undefined && { order }) }, partLists[kind]),
      )
      if (row) this.rows.get(kind)?.set(row.id, row)
    }
  }

  private orderBehind(kind: Kind, after: unknown): string | undefined {
    if (['project', 'placement', 'area', 'line'].includes(kind)) return undefined
    // All other kinds are ordered.
    const rows = sorted([...(this.rows.get(kind)?.values() ?? [])] as unknown as readonly Ordered[])
    if (after === null) return orderBetween(undefined, rows[0]?.order)
    const id = typeof after === 'string' ? (this.ids.ids.get(after) ?? '') : ''
    const at = rows.findIndex((row) => row.id === id)
    return at < 0
      ? orderBetween(rows.at(-1)?.order, undefined)
      : orderBetween(rows[at]?.order, rows[at + 1]?.order)
  }

  /** The rows of one kind in a sequence of its own. */
  arrange(kind: Kind, said: unknown): void {
    const rows = this.rows.get(kind)
    if (!rows || !Array.isArray(said)) return
    const place = new Map(
      (said as readonly unknown[]).map((label, i) => [
        typeof label === 'string' ? this.ids.ids.get(label) : undefined,
        i,
      ]),
    )
    // All kinds that are arranged are ordered.
    const all = sorted([...rows.values()] as unknown as readonly Ordered[])
    const next = [...all].sort((a, b) => (place.get(a.id) ?? all.length) - (place.get(b.id) ?? all.length))
    for (const [i, row] of next.entries())
      rows.set(row.id, { ...row, order: orderNumber(i + 1) } as unknown as Row)
  }

  drop(said: unknown): void {
    for (const label of Array.isArray(said) ? (said as readonly unknown[]) : []) {
      const id = typeof label === 'string' ? this.ids.ids.get(label) : undefined
      if (id !== undefined) for (const rows of this.rows.values()) rows.delete(id)
    }
  }

  done(): Schema {
    const { edits } = transact(emptySchema, (tx) => {
      // Each row stands under its own kind.
      for (const [kind, rows] of this.rows) for (const row of rows.values()) tx.put(kind, row)
    })
    return applyEdits(emptySchema, edits)
  }
}

/** Parts stand in the order of their list. */
function numberedParts(json: JsonObject, lists: readonly string[]): JsonObject {
  const out: Record<string, unknown> = { ...json }
  for (const list of lists) {
    const parts = json[list]
    if (!Array.isArray(parts)) continue
    out[list] = (parts as readonly unknown[]).map((part, i) =>
      isObject(part) ? { ...part, order: keepsOrder(list, part) ?? orderNumber(i + 1) } : part,
    )
  }
  return out
}

/** Keys and indexes share one row of order keys. */
const keepsOrder = (list: string, part: JsonObject): unknown =>
  list === 'uniques' || list === 'indexes' ? part['order'] : undefined

const isKind = (word: string): word is Kind => kinds.some((kind) => kind === word)

export function restoreRest(said: Schema, ctx: Context): Restored {
  if (ctx.rest.size === 0) return { schema: said, notices: [] }
  const restorer = new Restorer(said, ctx.newId)
  const project = projectOf(said)
  const global = ctx.rest.get(project.id) ?? new Map<string, string>()
  const kindOfKey = (key: string) => key.slice(ownPrefix.length)
  for (const kind of kinds) {
    const text = global.get(`${ownPrefix}new_${kind}`)
    if (text !== undefined) restorer.add(kind, restorer.parse(text))
  }
  restoreElements(restorer, said, ctx)
  for (const [key, text] of global) {
    const kind = kindOfKey(key)
    if (isKind(kind)) restorer.changeAll(kind, restorer.parse(text))
  }
  const gone = global.get(`${ownPrefix}gone`)
  if (gone !== undefined) restorer.drop(restorer.parse(gone))
  for (const kind of kinds) {
    const sequence = global.get(`${ownPrefix}order_${kind}`)
    if (sequence !== undefined) restorer.arrange(kind, restorer.parse(sequence))
  }
  return { schema: restorer.done(), notices: restorer.notices }
}

/** What stands at tables, columns, groups and notes. */
function restoreElements(restorer: Restorer, said: Schema, ctx: Context): void {
  const labels = new Labels(said)
  const fields = (id: string): JsonObject =>
    Object.fromEntries(
      [...(ctx.rest.get(id) ?? [])].flatMap(([key, text]) => {
        const value = restorer.parse(text)
        return value === undefined ? [] : [[fieldOfKey(key), value]]
      }),
    )
  for (const table of said.table.values()) {
    const own = fields(table.id)
    const known = own['columns']
    const columns: Record<string, unknown> = isObject(known) ? { ...known } : {}
    for (const column of table.columns) {
      const more = fields(column.id)
      const label = labels.all.get(column.id)
      if (label !== undefined && Object.keys(more).length > 0) columns[label] = more
    }
    const all = { ...own, ...(Object.keys(columns).length > 0 && { columns }) }
    if (Object.keys(all).length > 0) restorer.change('table', table.id, all)
  }
  for (const kind of ['group', 'note'] as const) {
    for (const row of said[kind].values()) {
      const more = fields(row.id)
      if (Object.keys(more).length > 0) restorer.change(kind, row.id, more)
    }
  }
}
