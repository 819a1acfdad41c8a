// What was read, in numbers and words.
import { kinds, type Kind } from '../../core/model/schema'
import type { Overview } from '../../state/import/importing'

export const number = (n: number): string => n.toLocaleString('en')

const nouns: Readonly<Partial<Record<Kind, readonly [one: string, many: string]>>> = {
  table: ['table', 'tables'],
  relation: ['relation', 'relations'],
  view: ['view', 'views'],
  enum: ['enum', 'enums'],
  domain: ['domain', 'domains'],
  composite: ['composite type', 'composite types'],
  sequence: ['sequence', 'sequences'],
  routine: ['routine', 'routines'],
  trigger: ['trigger', 'triggers'],
  extension: ['extension', 'extensions'],
  role: ['role', 'roles'],
  grant: ['grant', 'grants'],
  verbatim: ['statement kept as text', 'statements kept as text'],
  namespace: ['schema', 'schemas'],
}

export function counted(n: number, kind: Kind): string {
  const [one, many] = nouns[kind] ?? [kind, `${kind}s`]
  return `${number(n)} ${n === 1 ? one : many}`
}

const first: readonly Kind[] = ['table', 'relation']

/** "24 tables, 31 relations, 2 views" */
export function summaryOf({ counts }: Overview): string {
  const rest = kinds.filter((kind) => nouns[kind] && !first.includes(kind) && (counts[kind] ?? 0) > 0)
  const said = [...first, ...rest].map((kind) => counted(counts[kind] ?? 0, kind))
  return said.join(', ')
}

export const noun = (kind: Kind): string => nouns[kind]?.[0] ?? kind
