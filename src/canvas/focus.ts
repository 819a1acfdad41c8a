// Focus mode: a table and its neighbours stand out, the rest fades.
import { isIdOf, type TableId } from '../core/model/id'
import { endsOf, relationsOf } from '../core/model/query'
import type { Schema } from '../core/model/schema'
import type { Focus } from '../state/view'
import { useView, view } from '../state/view'
import { stage } from './stage'

/** Everything within `depth` relations of what is in focus. */
export function nearTo(schema: Schema, { on, depth }: Focus): ReadonlySet<string> {
  const near = new Set<string>(on)
  let edge: readonly string[] = [...on]
  for (let step = 0; step < depth; step++) {
    const next: TableId[] = []
    for (const id of edge) {
      if (!isIdOf('table', id)) continue
      for (const relation of relationsOf(schema, id)) {
        for (const { table } of endsOf(relation)) {
          if (near.has(table)) continue
          near.add(table)
          next.push(table)
        }
      }
    }
    edge = next
  }
  return near
}

let known: { schema: Schema; focus: Focus; near: ReadonlySet<string> } | undefined

/** What is near at this moment; undefined while nothing is in focus. */
export function nearNow(): ReadonlySet<string> | undefined {
  const { focus } = view.getState()
  const { schema } = stage.getState().drawing
  if (!focus) return undefined
  if (known?.focus !== focus || known.schema !== schema)
    known = { schema, focus, near: nearTo(schema, focus) }
  return known.near
}

export function useIsFaded(id: string): boolean {
  return useView(({ focus }) => focus !== undefined && nearNow()?.has(id) === false)
}
