// Changes that no command would make: records taken away, exchanged, robbed of parts. Invariants must outlive them.
import { kinds, partLists, type Kind, type Rows, type Schema } from '../schema'
import { transact, type Tx } from '../transact'
import type { Edits } from '../edit'
import type { Chooser } from './chooser'

type Loose = Record<string, unknown>

interface Ground {
  readonly tx: Tx
  readonly c: Chooser
}

function takePart({ tx, c }: Ground, kind: Kind, row: Rows[Kind]): void {
  const list = c.pickOr<string>(partLists[kind])
  if (list === undefined) return
  const parts = (row as unknown as Record<string, readonly unknown[]>)[list] ?? []
  const gone = c.below(parts.length)
  // The record keeps its kind, only a part less.
  tx.put(kind, { ...row, [list]: parts.filter((_, i) => i !== gone) })
}

/** Two fields of two records of a kind change places: references now lead elsewhere. */
function swapField({ tx, c }: Ground, kind: Kind, rows: readonly Rows[Kind][]): void {
  const [a, b] = [c.pickOr(rows), c.pickOr(rows)]
  if (!a || !b || a === b) return
  // A foreign key with the fields of a sketch would be no record of either kind.
  if ('kind' in a && 'kind' in b && a.kind !== b.kind) return
  const lists: readonly string[] = partLists[kind]
  const shared = Object.keys(a).filter(
    (field) => field !== 'id' && field !== 'primaryKey' && !lists.includes(field) && field in b,
  )
  const field = c.pickOr(shared)
  if (field === undefined) return
  const left: unknown = (a as unknown as Loose)[field]
  const right: unknown = (b as unknown as Loose)[field]
  // Both are of this kind, and so is the field.
  tx.put<Kind>(kind, { ...a, [field]: right })
  tx.put<Kind>(kind, { ...b, [field]: left })
}

function reverseOrder(tx: Tx, kind: Kind, row: Rows[Kind]): void {
  for (const list of partLists[kind] as readonly string[]) {
    const now = tx.get(kind, row.id)
    if (!now) return
    const parts = (now as unknown as Record<string, readonly unknown[]>)[list] ?? []
    tx.put(kind, { ...now, [list]: [...parts].reverse() })
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
      else if (what === 1) takePart({ tx, c }, kind, row)
      else if (what === 2) swapField({ tx, c }, kind, rows)
      else if (what === 3) reverseOrder(tx, kind, row)
      else if ('name' in row) tx.put(kind, { ...row, name: c.name() })
    }
  }).edits
}
