// Moving an object to another namespace: texts that name it are qualified anew, or they would no longer reach it.
import { isIdOf, type NamespaceId } from '../model/id'
import { caughtUp, mapTexts, textKinds, textsOf } from '../model/resolve'
import type { Kind, Rows } from '../model/schema'
import { isSqlRef, joinParts, type SqlPart, type SqlRef, type SqlText } from '../model/sqlText'
import { without } from '../model/transact'
import { gone, ok, type Cx, type Done } from './context'
import { recordKind } from './rename'
import { followTypeName } from './renameFollow'

export const namespacedKinds = [
  'table',
  'view',
  'enum',
  'domain',
  'composite',
  'sequence',
  'routine',
  'extension',
] as const
export type NamespacedKind = (typeof namespacedKinds)[number]
export type NamespacedId = Rows[NamespacedKind]['id']

const isDot = (part: SqlPart | undefined): boolean => typeof part === 'string' && /^\s*\.\s*$/.test(part)
const isNamespaceRef = (part: SqlPart | undefined): part is SqlRef =>
  part !== undefined && isSqlRef(part) && isIdOf('namespace', part.to)

/** Does a column follow? `orders.id` needs no namespace where its table has one. */
const isQualifier = (next: SqlPart | undefined): boolean => typeof next === 'string' && /^\s*\./.test(next)

function requalify(text: SqlText, id: string, home: SqlRef | undefined): SqlText {
  const out: SqlPart[] = []
  for (const [i, part] of text.parts.entries()) {
    const isQualified = isDot(out.at(-1)) && isNamespaceRef(out.at(-2))
    // Indexes move with their table, but only some places let one qualify them: those where they were.
    const isIt = isSqlRef(part) && (part.to === id || (part.owner === id && isQualified))
    if (!isIt) {
      out.push(part)
      continue
    }
    if (isQualified) out.splice(-2)
    if (home && (isQualified || !isQualifier(text.parts[i + 1]))) out.push({ ...home, form: part.form }, '.')
    out.push(part)
  }
  return joinParts(out)
}

function requalifyRow<K extends Kind>(
  cx: Cx,
  at: { readonly kind: K; readonly row: Rows[K] },
  move: { readonly id: string; readonly home: SqlRef | undefined },
): void {
  const names = (text: SqlText): boolean =>
    text.parts.some((part) => isSqlRef(part) && (part.to === move.id || part.owner === move.id))
  if (!textsOf(at.kind, at.row).some(({ text }) => names(text))) return
  const next = mapTexts(at.kind, at.row, (text) => (names(text) ? requalify(text, move.id, move.home) : text))
  cx.tx.put(at.kind, next)
}

/** Puts an object into a namespace, or into none. */
export function setNamespace(cx: Cx, id: NamespacedId, namespace: NamespaceId | undefined): Done {
  const kind = recordKind(id) as NamespacedKind | undefined
  const row = kind && cx.tx.get(kind, id)
  const home = namespace && cx.tx.get('namespace', namespace)
  if (!kind || !row || (namespace !== undefined && !home)) return gone('object')
  if (row.namespace === namespace) return ok(undefined)
  for (const late of caughtUp(cx.tx.now(), row.name, cx.dialect)) cx.tx.put(late.kind, late.row)
  const now = cx.tx.get(kind, id) ?? row
  // The same row but for its namespace.
  cx.tx.put(kind, (namespace === undefined ? without(now, 'namespace') : { ...now, namespace }) as typeof row)
  const ref = home && ({ to: home.id, form: 'identifier', raw: cx.dialect.names.spell(home.name) } as const)
  for (const textKind of textKinds) {
    for (const one of [...cx.tx.all(textKind)])
      requalifyRow(cx, { kind: textKind, row: one }, { id, home: ref })
  }
  followTypeName(cx, id, undefined)
  return ok(undefined)
}
