// Which documents are shown, and in which order.
import type { Workspace } from '../../state/workspace'

export type DocumentInfo = Parameters<Workspace['rename']>[0]

export const sortings = ['opened', 'changed', 'name', 'tables'] as const
export type Sorting = (typeof sortings)[number]

export const sortingWords: Readonly<Record<Sorting, string>> = {
  opened: 'Last opened',
  changed: 'Last changed',
  name: 'Name',
  tables: 'Number of tables',
}

export const nameOf = (info: DocumentInfo): string => info.name || 'Untitled'

/** As people read: without regard to case and accents, and 2 before 10. */
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

const orders: Readonly<Record<Sorting, (a: DocumentInfo, b: DocumentInfo) => number>> = {
  opened: (a, b) => b.openedAt - a.openedAt,
  changed: (a, b) => b.changedAt - a.changedAt,
  name: (a, b) => collator.compare(nameOf(a), nameOf(b)),
  tables: (a, b) => b.tables - a.tables,
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Those whose name holds every word that is looked for. */
export function listed(
  documents: readonly DocumentInfo[],
  { search, sorting }: { readonly search: string; readonly sorting: Sorting },
): readonly DocumentInfo[] {
  const words = folded(search).split(/\s+/)
  const found = documents.filter((info) => words.every((word) => folded(nameOf(info)).includes(word)))
  return found.sort(orders[sorting])
}
