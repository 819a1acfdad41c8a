import type { ComboboxGroup, ComboboxOption } from './Combobox'

function rank({ value, label = value, detail = '' }: ComboboxOption, query: string): number {
  const name = label.toLowerCase()
  if (name === query || value.toLowerCase() === query) return 0
  if (name.startsWith(query)) return 1
  if (name.includes(query)) return 2
  return detail.toLowerCase().includes(query) ? 3 : 4
}

/** What fits a query, the best first within each group; groups with nothing left go. */
export function filterOptions(groups: readonly ComboboxGroup[], query: string): readonly ComboboxGroup[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return groups
  return groups.flatMap((group) => {
    const options = group.options
      .map((option) => ({ option, rank: rank(option, wanted) }))
      .filter((candidate) => candidate.rank < 4)
      .sort((one, two) => one.rank - two.rank)
      .map((candidate) => candidate.option)
    return options.length > 0 ? [{ label: group.label, options }] : []
  })
}
