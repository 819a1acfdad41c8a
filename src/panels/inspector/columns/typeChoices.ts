// What is offered while one types a type: the document's own types and those of the target. What is written out in
// full stays as it is; a piece of a word finds the type that begins with it.
import type { Dialect } from '../../../core/dialects/dialect'
import type { Names } from '../../../core/model/lexis'
import type { NamespaceId } from '../../../core/model/id'
import { inOrder, type Schema } from '../../../core/model/schema'
import type { ComboboxGroup, ComboboxOption } from '../../../ui'

type UserTypes = Pick<Schema, 'enum' | 'domain' | 'composite' | 'namespace'>

function userTypeOptions(schema: UserTypes, names: Names): readonly ComboboxOption[] {
  const spell = (row: { readonly name: string; readonly namespace?: NamespaceId }): string => {
    const home = row.namespace && schema.namespace.get(row.namespace)?.name
    return home ? `${names.spell(home)}.${names.spell(row.name)}` : names.spell(row.name)
  }
  const all = [
    ...inOrder(schema.enum).map((row) => ({
      value: spell(row),
      detail: row.values.map(({ name }) => name).join(', '),
    })),
    ...inOrder(schema.domain).map((row) => ({ value: spell(row), detail: row.type.raw })),
    ...inOrder(schema.composite).map((row) => ({ value: spell(row), detail: 'composite' })),
  ]
  const seen = new Set<string>()
  return all.filter(({ value }) => value !== '' && !seen.has(value) && seen.add(value))
}

export function typeGroups(schema: UserTypes, { names, types }: Dialect): readonly ComboboxGroup[] {
  const groups = new Map<string, ComboboxOption[]>()
  const own = userTypeOptions(schema, names)
  const seen = new Set(own.map(({ value }) => value))
  for (const { raw, group, hint } of types.suggestions) {
    if (seen.has(raw)) continue
    seen.add(raw)
    const options = groups.get(group)
    if (options) options.push({ value: raw, detail: hint })
    else groups.set(group, [{ value: raw, detail: hint }])
  }
  const dialect = [...groups].map(([label, options]) => ({ label, options }))
  return own.length > 0 ? [{ label: 'In this document', options: own }, ...dialect] : dialect
}

function rank({ value, detail = '' }: ComboboxOption, query: string): number {
  const name = value.toLowerCase()
  if (name === query) return 0
  if (name.startsWith(query)) return 1
  if (name.includes(query)) return 2
  return query.length > 2 && detail.toLowerCase().includes(query) ? 3 : 4
}

/** The groups with what fits, the best first; the first option of all is what Enter takes. */
export function findTypes(
  groups: readonly ComboboxGroup[],
  query: string,
  isWhole: (text: string) => boolean,
): readonly ComboboxGroup[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return groups
  const found = groups
    .map(({ label, options }) => {
      const ranked = options
        .map((option) => ({ option, rank: rank(option, wanted) }))
        .filter((candidate) => candidate.rank < 4)
        .sort((one, other) => one.rank - other.rank)
      return { label, options: ranked.map(({ option }) => option), best: ranked[0]?.rank ?? 4 }
    })
    .filter(({ best }) => best < 4)
    .sort((one, other) => one.best - other.best)
  const best = found[0]?.best ?? 4
  const rest = found.map(({ label, options }) => ({ label, options }))
  // A type that is known as it stands, or that is only mentioned by others, is taken at its word.
  const isOwnWord = best > 1 || (best > 0 && isWhole(query))
  if (best === 0 || best === 4 || !isOwnWord) return rest
  return [
    { label: '', options: [{ value: query.trim(), detail: 'as typed' }] },
    ...without(rest, query.trim()),
  ]
}

const without = (groups: readonly ComboboxGroup[], value: string): readonly ComboboxGroup[] =>
  groups.map((group) => ({ ...group, options: group.options.filter((option) => option.value !== value) }))
