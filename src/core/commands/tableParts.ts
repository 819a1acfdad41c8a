// Checks, exclusions, indexes and policies: add one here, change, move and remove them with `part.ts`.
import { makeCheck, makeExclusion, makeIndex, makePolicy } from '../model/factory'
import type {
  CheckId,
  ColumnId,
  DomainId,
  ExclusionId,
  IndexId,
  PartialId,
  PolicyId,
  TableId,
  ViewId,
} from '../model/id'
import { isIdOf } from '../model/id'
import type { Exclusion, Index, Policy } from '../model/records'
import { sqlText } from '../model/sqlText'
import type { Cx, Done } from './context'
import { addPart } from './part'

interface NewCheck {
  readonly expression: string
  readonly name?: string
}

export function addCheck(cx: Cx, owner: TableId | PartialId | DomainId, given: NewCheck): Done<CheckId> {
  const part = makeCheck(cx.newId, { name: given.name ?? '', expression: sqlText(given.expression) })
  if (isIdOf('table', owner)) return addPart(cx, { kind: 'table', id: owner, list: 'checks' }, { part })
  return isIdOf('partial', owner)
    ? addPart(cx, { kind: 'partial', id: owner, list: 'checks' }, { part })
    : addPart(cx, { kind: 'domain', id: owner, list: 'checks' }, { part })
}

type NewIndex = Partial<Omit<Index, 'id' | 'order' | 'parts'>> & {
  readonly columns: readonly ColumnId[]
  /** Expressions behind the columns. */
  readonly expressions?: readonly string[]
}

export function addIndex(cx: Cx, owner: TableId | ViewId | PartialId, given: NewIndex): Done<IndexId> {
  const { columns, expressions = [], ...rest } = given
  const parts = [
    ...columns.map((column) => ({ on: { column } })),
    ...expressions.map((text) => ({ on: { expression: sqlText(text) } })),
  ]
  const part = makeIndex(cx.newId, { ...rest, parts })
  if (isIdOf('table', owner)) return addPart(cx, { kind: 'table', id: owner, list: 'indexes' }, { part })
  return isIdOf('view', owner)
    ? addPart(cx, { kind: 'view', id: owner, list: 'indexes' }, { part })
    : addPart(cx, { kind: 'partial', id: owner, list: 'indexes' }, { part })
}

export function addExclusion(
  cx: Cx,
  table: TableId,
  given: Partial<Omit<Exclusion, 'id' | 'order'>>,
): Done<ExclusionId> {
  return addPart(
    cx,
    { kind: 'table', id: table, list: 'exclusions' },
    { part: makeExclusion(cx.newId, given) },
  )
}

export function addPolicy(
  cx: Cx,
  table: TableId,
  given: Partial<Omit<Policy, 'id' | 'order'>>,
): Done<PolicyId> {
  return addPart(cx, { kind: 'table', id: table, list: 'policies' }, { part: makePolicy(cx.newId, given) })
}
