import type { Schema } from '../../../core/model/schema'
import { useDocument } from '../../../state/document'
import { dialectOf } from '../../../state/perform'
import { databaseFaces } from '../../../state/databaseObjects'
import { partNameProblem } from '../nameProblem'

/** What is wrong with a name that stands in no namespace: it shares its room with its own kind. */
export function useSiblingProblem(
  kind: 'namespace' | 'extension' | 'role',
  row: { readonly id: string; readonly name: string } | undefined,
): string | undefined {
  return useDocument(({ schema }) => {
    if (!row) return undefined
    const rows: Schema['namespace'] | Schema['extension'] | Schema['role'] = schema[kind]
    return partNameProblem(row, [...rows.values()], {
      names: dialectOf(schema).names,
      what: databaseFaces[kind].one,
    })
  })
}
