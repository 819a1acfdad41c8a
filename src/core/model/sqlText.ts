// SQL that people wrote (defaults, checks, views, triggers) with the names in it resolved to objects.
// A name is a reference, not text: renaming its object needs no rewriting, and each writer spells it its own way.
import type {
  ColumnId,
  CompositeId,
  DomainId,
  EnumId,
  EnumValueId,
  ExtensionId,
  IndexId,
  KeyId,
  NamespaceId,
  RoleId,
  RoutineId,
  SequenceId,
  TableId,
  TriggerId,
  ViewId,
} from './id'

/** Everything that SQL text can name. */
export type Referable =
  | NamespaceId
  | TableId
  | ViewId
  | ColumnId
  | KeyId
  | IndexId
  | EnumId
  | EnumValueId
  | DomainId
  | CompositeId
  | SequenceId
  | RoutineId
  | TriggerId
  | RoleId
  | ExtensionId

/** What holds the parts that a reference may name: a column's table or view, a value's enum. */
export type RefOwner = TableId | ViewId | EnumId

export interface SqlRef {
  readonly to: Referable
  readonly owner?: RefOwner
  /** `identifier` is quoted as the dialect asks; `literal` stands inside a string, as in nextval('seq'). */
  readonly form: 'identifier' | 'literal'
  /** As the author spelled it; kept in the output for as long as it still names the object. */
  readonly raw: string
}

export type SqlPart = string | SqlRef

export interface SqlText {
  readonly parts: readonly SqlPart[]
}

export const sqlText = (text: string): SqlText => ({ parts: text === '' ? [] : [text] })

export const isSqlRef = (part: SqlPart): part is SqlRef => typeof part !== 'string'

/** The text with each reference spelled by `spell`. */
export function renderSql(text: SqlText, spell: (ref: SqlRef) => string): string {
  return text.parts.map((part) => (isSqlRef(part) ? spell(part) : part)).join('')
}

/** The text exactly as its author last spelled it. */
export const rawSql = (text: SqlText): string => renderSql(text, (ref) => ref.raw)

/** Joins neighbouring plain pieces and drops empty ones, so that equal texts have equal parts. */
export function joinParts(parts: readonly SqlPart[]): SqlText {
  const out: SqlPart[] = []
  for (const part of parts) {
    const last = out.at(-1)
    if (part === '') continue
    if (typeof part === 'string' && typeof last === 'string') out[out.length - 1] = last + part
    else out.push(part)
  }
  return { parts: out }
}

/** References that no longer resolve become the plain text that they were. */
export function keepRefs(text: SqlText, isAlive: (ref: SqlRef) => boolean): SqlText {
  if (text.parts.every((part) => !isSqlRef(part) || isAlive(part))) return text
  return joinParts(text.parts.map((part) => (isSqlRef(part) && !isAlive(part) ? part.raw : part)))
}
