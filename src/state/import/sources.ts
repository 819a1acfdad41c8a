// Files and texts as sources of an import: in the order in which migrations are applied.
import { forwardFiles } from '../../core/formats/migrations'
import type { ImportSource } from '../../workers/client'
import type { PickedFile } from '../ports'

let lastId = 0
const newSourceId = (): string => `source ${String(++lastId)}`

export function sourcesOf(files: readonly PickedFile[]): readonly ImportSource[] {
  return forwardFiles(files).map(({ name, file }) => ({ id: newSourceId(), name, content: file }))
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
