// Two people changed one document: what the other one did, done to mine. By ids and by the smallest parts, so both keep
// what they did unless they changed the very same thing.
import { equal } from '../lib/equal'
import { applyEdits, diffSchemas, type Edit, type Edits } from '../model/edit'
import type { Kind, Row, Schema } from '../model/schema'
import { transact } from '../model/transact'

export interface Sides {
  /** What both began with. */
  readonly base: Schema
  readonly theirs: Schema
  readonly mine: Schema
}

export interface Merged {
  /** What leads from mine to both. */
  readonly edits: Edits
  /** Things that both changed, each in another way; theirs was taken. */
  readonly conflicts: number
}

const pathOf = ({ kind, id, part, field }: Edit): string =>
  JSON.stringify([kind, id, part?.list, part?.id, field])

interface Lists {
  readonly [list: string]: readonly { readonly id: string }[] | undefined
}

/** Does what the edit changes still stand here? */
function fits(mine: Schema, { kind, id, part, field }: Edit): boolean {
  if (!part && field === undefined) return true
  const row = (mine[kind] as ReadonlyMap<string, Row>).get(id)
  if (!row) return false
  if (!part || field === undefined) return true
  // The list came from a record of this kind.
  return (row as unknown as Lists)[part.list]?.some((one) => one.id === part.id) ?? false
}

export function mergeChanges({ base, theirs, mine }: Sides): Merged {
  const own = new Map(diffSchemas(base, mine).map((edit) => [pathOf(edit), edit]))
  const wanted = diffSchemas(base, theirs).filter((edit) => fits(mine, edit))
  const conflicts = wanted.filter((edit) => {
    const other = own.get(pathOf(edit))
    return other !== undefined && !equal(other.after, edit.after)
  })
  const both = applyEdits(mine, wanted)
  const { edits } = transact(mine, (tx) => {
    for (const { kind, id } of diffSchemas(mine, both)) {
      const row = (both[kind] as ReadonlyMap<string, Row>).get(id)
      if (row) tx.put(kind, row)
      else tx.remove<Kind>(kind, id)
    }
  })
  return { edits, conflicts: conflicts.length }
}
