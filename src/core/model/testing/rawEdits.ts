// Changes that no command would make: records taken away, exchanged, robbed of parts. Invariants must outlive them.
import { kinds, partLists, type Kind, type Rows, type Schema } from '../schema'
import { transact, type Tx } from '../transact'
import type { Edits } from '../edit'
import type { Chooser } from './chooser'

type Loose = Record<string, unknown>

function takePart(tx: Tx, kind: Kind, row: Rows[Kind], c: Chooser): void {
  const list = c.pickOr<string>(partLists[kind])
  if (list === undefined) return
  const parts = (row as unknown as Record<string, readonly unknown[]>)[list] ?? []
  const gone = c.below(parts.length)
  // The record keeps its kind, only a part less.
  tx.put(kind, { ...row, [list]: parts.filter((_, i) => i !== gone) } as Rows[Kind])
}

/** Two fields of two records of a kind change places: references now lead elsewhere. */
function swapField(tx: Tx, kind: Kind, rows: readonly Rows[Kind][], c: Chooser): void {
  const [a, b] = [c.pickOr(rows), c.pickOr(rows)]
  if (!a || !b || a === b) return
  const lists: readonly string[] = partLists[kind]
  const shared = Object.keys(a).filter(
    (field) => field !== 'id' && field !== 'primaryKey' && !lists.includes(field) && field in b,
  )
  const field = c.pickOr(shared)
  if (field === undefined) return
  const [left, right] = [a as unknown as Loose, b as unknown as Loose]
  tx.put(kind, { ...left, [field]: right[field] } as unknown as Rows[Kind])
  tx.put(kind, { ...right, [field]: left[field] } as unknown as Rows[Kind])
}

function reverseOrder(tx: Tx, kind: Kind, row: Rows[Kind]): void {
  for (const list of partLists[kind] as readonly string[]) {
    const now = tx.get(kind, row.id)
    if (!now) return
    const parts = (now as unknown as Record<string, readonly unknown[]>)[list] ?? []
    tx.put(kind, { ...now, [list]: [...parts].reverse() } as unknown as Rows[Kind])
  }
}

/** A few of them in one transaction. */
export function rawEdits(schema: Schema, c: Chooser): Edits {
  return transact(schema, (tx) => {
    for (let i = 0; i <= c.below(4); i++) {
      const kind = c.pick(kinds)
      const rows = [...tx.all(kind)]
      const row = c.pickOr(rows)
      if (!row) continue
      const what = c.below(5)
      if (what === 0) tx.remove(kind, row.id)
      else if (what === 1) takePart(tx, kind, row, c)
      else if (what === 2) swapField(tx, kind, rows, c)
      else if (what === 3) reverseOrder(tx, kind, row)
      else if ('name' in row) tx.put(kind, { ...row, name: c.name() } as Rows[Kind])
    }
  }).edits
}
