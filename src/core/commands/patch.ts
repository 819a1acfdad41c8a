// Fields as a screen hands them over: SQL as plain text, an optional field taken away by `undefined`.
import { sqlText, type SqlText } from '../model/sqlText'
import { kindOfId, type IdKind } from '../model/id'
import type { Kind, Rows, RowId } from '../model/schema'
import { gone, ok, type Cx, type Done } from './context'
import { resolveFresh } from './sql'

/** SQL may be given as text: names in it become references when it is written. */
type Given<T> = SqlText extends T ? T | string : T

/** Every field of a record but its id; `undefined` takes an optional one away. */
export type Patch<R> = {
  readonly [F in keyof R as Exclude<F, 'id'>]?:
    Given<R[F]> | (Partial<Pick<R, F>> extends Pick<R, F> ? undefined : never)
}

/** The fields that hold SQL, in records and parts. */
const sqlFields: Partial<Record<IdKind, readonly string[]>> = {
  column: ['default', 'onUpdate'],
  check: ['expression'],
  exclusion: ['where'],
  index: ['where'],
  policy: ['using', 'check'],
  domain: ['default'],
  view: ['query'],
  routine: ['definition'],
  trigger: ['definition'],
  verbatim: ['text'],
}

function isSqlIn(row: { readonly id: string }, field: string): boolean {
  const kind = kindOfId(row.id)
  return kind !== undefined && (sqlFields[kind]?.includes(field) ?? false)
}

/** The row with the patch in it. A field that stays as it is costs nothing. */
export function patched<R extends { readonly id: string }>(row: R, patch: Patch<R>): R {
  let next: Record<string, unknown> | undefined
  // Read as its fields: R is known to be a plain record.
  const before = row as unknown as Record<string, unknown>
  for (const [field, value] of Object.entries(patch)) {
    const after = typeof value === 'string' && isSqlIn(row, field) ? sqlText(value) : value
    if (before[field] === after) continue
    next ??= { ...before }
    if (after === undefined) delete next[field]
    else next[field] = after
  }
  // Only fields of R were written, each with a value that R allows there.
  return (next as unknown as R | undefined) ?? row
}

/** Writes a record; SQL that was not in it before has its names resolved. */
export function put<K extends Kind>(cx: Cx, kind: K, row: Rows[K]): void {
  const before = cx.tx.get(kind, row.id)
  cx.tx.put(kind, row)
  const resolved = resolveFresh(cx, { kind, before, after: row })
  if (resolved !== row) cx.tx.put(kind, resolved)
}

/** Changes any fields of any record. */
export function update<K extends Kind>(
  cx: Cx,
  at: { readonly kind: K; readonly id: RowId<K> },
  patch: Patch<Rows[K]>,
): Done {
  const row = cx.tx.get(at.kind, at.id)
  if (!row) return gone(at.kind)
  const next = patched(row, patch)
  if (next !== row) put(cx, at.kind, next)
  return ok(undefined)
}
