// What is wrong with a name, in words. Names may be empty or double while one edits: said, never forbidden.
import type { Names } from '../../core/model/lexis'
import type { NamespaceId } from '../../core/model/id'
import type { Column } from '../../core/model/records'
import type { Schema } from '../../core/model/schema'

interface Named {
  readonly id: string
  readonly name: string
}

function tooLong(name: string, names: Names): string | undefined {
  return name.length > names.maxLength
    ? `Longer than the ${names.maxLength} characters that this database takes`
    : undefined
}

/** For a name among its siblings: columns of a table, values of an enum. */
export function partNameProblem(
  part: Named,
  siblings: readonly Named[],
  { names, what }: { readonly names: Names; readonly what: string },
): string | undefined {
  if (part.name.trim() === '') return `This ${what} has no name yet`
  const isDouble = siblings.some((other) => other.id !== part.id && names.isSame(other.name, part.name))
  return isDouble ? `Another ${what} has this name` : tooLong(part.name, names)
}

/** The names of a list that are empty or there twice, by id: one walk for a whole table. */
export function partNameProblems(
  parts: readonly Named[],
  given: { readonly names: Names; readonly what: string },
): ReadonlyMap<string, string> {
  const byFold = new Map<string, Named[]>()
  for (const part of parts) {
    const fold = part.name.toLowerCase()
    const list = byFold.get(fold)
    if (list) list.push(part)
    else byFold.set(fold, [part])
  }
  const problems = new Map<string, string>()
  for (const part of parts) {
    const problem = partNameProblem(part, byFold.get(part.name.toLowerCase()) ?? [], given)
    if (problem !== undefined) problems.set(part.id, problem)
  }
  return problems
}

/** Columns whose enum, domain or composite type is gone: only its spelling is left. */
export function typeProblems(columns: readonly Column[]): ReadonlyMap<string, string> {
  const gone = columns.filter(({ type }) => type.base === 'user' && type.of === undefined)
  return new Map(gone.map(({ id, type }) => [id, `The type ${type.raw} is no longer there`]))
}

const kindWords = {
  table: 'table',
  view: 'view',
  enum: 'enum',
  sequence: 'sequence',
  composite: 'composite type',
  domain: 'domain',
} as const

/** For a table, view or enum: they share one room in a namespace. */
export function objectNameProblem(
  schema: Schema,
  row: Named & { readonly namespace?: NamespaceId },
  names: Names,
): string | undefined {
  if (row.name.trim() === '') return 'No name yet'
  const fold = row.name.toLowerCase()
  for (const [kind, word] of Object.entries(kindWords)) {
    // The keys of `kindWords` are kinds of records that have names and namespaces.
    for (const other of schema[kind as keyof typeof kindWords].values()) {
      if (other.id === row.id || other.namespace !== row.namespace) continue
      if (other.name.toLowerCase() === fold && names.isSame(other.name, row.name))
        return `Another ${word} has this name`
    }
  }
  return tooLong(row.name, names)
}
