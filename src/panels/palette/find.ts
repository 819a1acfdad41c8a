// From what was typed to the rows that are shown, best first, group by group.
import type { PaletteRow } from '../../ui'
import type { Candidate, Group } from './candidates'
import { fit, type Fit } from './rank'

export const groupNames: Readonly<Record<Group, string>> = {
  tables: 'Tables',
  columns: 'Columns',
  views: 'Views',
  enums: 'Enums',
  database: 'Database objects',
  notes: 'Notes and areas',
  diagrams: 'Diagrams',
  actions: 'Actions',
}

// The keys of a literal, in its order.
const groups = Object.keys(groupNames) as readonly Group[]

const mostPerGroup = 200

interface Hit {
  readonly candidate: Candidate
  readonly fit: Fit
}

const inWords = (words: string, query: string): Fit | undefined =>
  words.toLowerCase().includes(query) ? { score: 50, ranges: [] } : undefined

/** "orders.user" means a column of orders; both halves must fit. */
function fitDotted(candidate: Candidate, query: string): Fit | undefined {
  const cut = query.indexOf('.')
  if (cut < 1 || candidate.group !== 'columns') return undefined
  const rest = query.slice(cut + 1)
  const owner = fit(candidate.detail, query.slice(0, cut))
  if (!owner) return undefined
  if (rest === '') return { score: owner.score, ranges: [] }
  const own = fit(candidate.label, rest)
  return own && { score: own.score + owner.score / 2, ranges: own.ranges }
}

function hitsFor(candidates: readonly Candidate[], query: string): Hit[] {
  const hits: Hit[] = []
  for (const candidate of candidates) {
    const found =
      fit(candidate.label, query) ?? fitDotted(candidate, query) ?? inWords(candidate.words, query)
    if (found) hits.push({ candidate, fit: found })
  }
  return hits
}

const byScore = (a: Hit, b: Hit): number => b.fit.score - a.fit.score

/** The group with the best hit comes first; without a query everything stands in its own order. */
export function findHits(
  candidates: readonly Candidate[],
  typed: string,
): readonly (readonly [Group, readonly Hit[]])[] {
  const query = typed.trim().toLowerCase()
  const hits =
    query === ''
      ? candidates.map((candidate) => ({ candidate, fit: { score: 0, ranges: [] } }))
      : hitsFor(candidates, query)
  const found = groups.map((group) => {
    const own = hits.filter((hit) => hit.candidate.group === group)
    return [group, (query === '' ? own : own.sort(byScore)).slice(0, mostPerGroup)] as const
  })
  const filled = found.filter(([, own]) => own.length > 0)
  const best = (own: readonly Hit[]): number => own[0]?.fit.score ?? 0
  return query === '' ? filled : filled.sort(([, a], [, b]) => best(b) - best(a))
}

export type Decorate = (candidate: Candidate) => Partial<Extract<PaletteRow, { kind: 'item' }>>

export function rowsFor(
  candidates: readonly Candidate[],
  typed: string,
  decorate: Decorate,
): readonly PaletteRow[] {
  return findHits(candidates, typed).flatMap(([group, hits]): PaletteRow[] => [
    { kind: 'group', id: `group:${group}`, label: groupNames[group] },
    ...hits.map(({ candidate, fit: { ranges } }) => ({
      kind: 'item' as const,
      id: candidate.id,
      label: candidate.label || 'Without a name',
      detail: candidate.detail,
      ranges,
      ...decorate(candidate),
    })),
  ])
}
