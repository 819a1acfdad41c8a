// The document itself.
import type { Project } from '../model/records'
import { projectOf, type Kind, type Row } from '../model/schema'
import type { Target } from '../model/target'
import type { Cx, Done } from './context'
import { update, type Patch } from './patch'

export const updateProject = (cx: Cx, patch: Patch<Project>): Done =>
  update(cx, { kind: 'project', id: projectOf(cx.tx.now()).id }, patch)

export const renameProject = (cx: Cx, name: string): Done => updateProject(cx, { name })

export interface ChangedRow {
  readonly kind: Kind
  readonly row: Row
}

/** The database that is written for, with the records that are other for it: types respelled, expressions said anew. */
export function setTarget(cx: Cx, target: Target, rows: readonly ChangedRow[] = []): Done {
  for (const { kind, row } of rows) {
    // Each row comes with its own kind; one that was deleted meanwhile stays deleted.
    if (cx.tx.has(kind, row.id)) cx.tx.put(kind, row)
  }
  return updateProject(cx, { target })
}
