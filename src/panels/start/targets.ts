// Targets as people choose them.
import { dialects } from '../../core/dialects'
import { dialectIds, type DialectId, type Target } from '../../core/model/target'

export const targetId = ({ dialect, version }: Target): string => `${dialect}/${version}`

/** The newest version first: it is what most people mean. */
export const targetGroups = dialectIds.map((id) => ({
  label: dialects[id].label,
  options: [...dialects[id].versions].reverse().map((version) => ({
    value: targetId({ dialect: id, version }),
    label: `${dialects[id].label} ${version}`,
  })),
}))

export function targetOf(id: string): Target {
  const [dialect, version = ''] = id.split('/')
  // The ids are made above.
  return { dialect: dialect as DialectId, version }
}

/** The words for a target that was stored: a newer Relata may know more databases than this one. */
export function targetWords(
  stored: { readonly dialect: string; readonly version: string } | undefined,
): string {
  const known = dialectIds.find((id) => id === stored?.dialect)
  return stored && known ? `${dialects[known].label} ${stored.version}` : ''
}

export const countWords = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
