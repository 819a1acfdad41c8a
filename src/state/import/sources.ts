// Files and texts as sources of an import: in the order in which migrations are applied.
import type { ImportSource } from '../../workers/client'
import type { PickedFile } from '../ports'

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Files that take another one back: read after it, they would leave nothing. */
const backwards = /(?:[._-](?:down|rollback|undo)\.sql|(?:^|\/)down\.sql|(?:^|\/)U\d[^/]*__[^/]*\.sql)$/i

export const isBackwards = (name: string): boolean => backwards.test(name)

let lastId = 0
const newSourceId = (): string => `source ${String(++lastId)}`

export const inNameOrder = <T extends { readonly name: string }>(files: readonly T[]): readonly T[] =>
  [...files].sort((a, b) => natural.compare(a.name, b.name))

export function sourcesOf(files: readonly PickedFile[]): readonly ImportSource[] {
  const forward = files.filter(({ name }) => !isBackwards(name))
  // A single file is what somebody wants, whatever it is called.
  const wanted = forward.length === 0 ? files : forward
  return inNameOrder(wanted).map(({ name, file }) => ({ id: newSourceId(), name, content: file }))
}

export const pastedSource = (text: string, name = 'Pasted text'): ImportSource => ({
  id: newSourceId(),
  name,
  content: text,
})

export function moved(sources: readonly ImportSource[], id: string, by: number): readonly ImportSource[] {
  const at = sources.findIndex((source) => source.id === id)
  const to = Math.max(0, Math.min(sources.length - 1, at + by))
  const rest = sources.filter((source) => source.id !== id)
  const own = sources[at]
  return own ? [...rest.slice(0, to), own, ...rest.slice(to)] : sources
}

/** "shop" of "dumps/shop.sql"; the folder's name where there are several files. */
export function documentName(sources: readonly ImportSource[]): string {
  const [first, ...more] = sources
  if (!first || typeof first.content === 'string') return 'Imported schema'
  const parts = first.name.split('/')
  const folder = parts.length > 1 ? parts[0] : undefined
  if (more.length > 0) return folder ?? 'Imported schema'
  const base = parts.at(-1) ?? first.name
  return base.replace(/\.[^.]*$/, '') || base
}
