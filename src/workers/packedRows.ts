// Many records on their way from a worker: in slices, so that taking one in is never felt on the page.
import type { Edit, Edits } from '../core/model/edit'
import { kinds, type Kind, type Row, type Schema } from '../core/model/schema'

export type RowSlice = readonly { readonly kind: Kind; readonly rows: readonly Row[] }[]

/** Columns and records of one slice: a few milliseconds to take in. */
const most = 400

const weightOf = (row: Row): number => 1 + ('columns' in row ? row.columns.length : 0)

export function slicesOf(schema: Schema): readonly RowSlice[] {
  const slices: { kind: Kind; rows: Row[] }[][] = []
  let room = 0
  for (const kind of kinds) {
    let open: Row[] | undefined
    for (const row of schema[kind].values() as Iterable<Row>) {
      if (room <= 0) {
        slices.push([])
        room = most
        open = undefined
      }
      if (!open) {
        open = []
        slices.at(-1)?.push({ kind, rows: open })
      }
      open.push(row)
      room -= weightOf(row)
    }
  }
  return slices
}

/** Puts slices together again. */
export class RowsIn {
  private readonly maps = new Map<Kind, Map<string, Row>>(kinds.map((kind) => [kind, new Map<string, Row>()]))

  add(slice: RowSlice): void {
    for (const { kind, rows } of slice) {
      const map = this.maps.get(kind)
      for (const row of rows) map?.set(row.id, row)
    }
  }

  /** What has come so far, as one schema. */
  schema(): Schema {
    // Rows were sliced kind by kind.
    return Object.fromEntries(this.maps) as unknown as Schema
  }
}

const editsAtOnce = 400

const weightOfEdit = ({ before, after }: Edit): number =>
  [before, after].reduce(
    (sum: number, value) =>
      sum + (typeof value === 'object' && value !== null && 'columns' in value ? 10 : 1),
    0,
  )

export function editSlices(edits: Edits): readonly Edits[] {
  const slices: Edit[][] = []
  let room = 0
  for (const edit of edits) {
    if (room <= 0) {
      slices.push([])
      room = editsAtOnce
    }
    slices.at(-1)?.push(edit)
    room -= weightOfEdit(edit)
  }
  return slices
}
