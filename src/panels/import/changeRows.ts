// The rows of a merge's preview: what may be renamed, what is new, what changes, what only this document has.
import type { MergeSurvey, SurveyEntry } from '../../state/import/importing'
import type { TreeRow } from '../../ui'
import { noun, number } from './words'

export type GroupId = 'renames' | 'new' | 'changed' | 'missing' | 'same'

type Likeness = MergeSurvey['likenesses'][number]

export type ChangeRow = TreeRow &
  (
    | { readonly kind: 'group'; readonly group: GroupId; readonly count: number; readonly hint: string }
    | { readonly kind: 'entry'; readonly entry: SurveyEntry }
    | { readonly kind: 'missing'; readonly target: string; readonly entry: SurveyEntry }
    | { readonly kind: 'rename'; readonly likeness: Likeness }
    | { readonly kind: 'detail' }
  )

const words: Readonly<Record<GroupId, { readonly label: string; readonly hint: string }>> = {
  renames: { label: 'Renamed?', hint: 'Nearly the same columns. Tick those that are the same table.' },
  new: { label: 'New', hint: 'They come in. Untick what shall not.' },
  changed: { label: 'Changed', hint: 'They take over what the source says. Untick what shall stay.' },
  missing: { label: 'Only in this document', hint: 'They stay. Tick what shall be deleted.' },
  same: { label: 'The same', hint: 'Nothing changes.' },
}

const entryLabel = ({ kind, name }: SurveyEntry): string =>
  kind === 'table' ? name : `${noun(kind)} ${name}`

function entryRows(entry: SurveyEntry, isOpen: boolean): ChangeRow[] {
  const { id, changes } = entry
  const row: ChangeRow = {
    kind: 'entry',
    id: `entry ${id}`,
    label: entryLabel(entry),
    level: 2,
    entry,
    ...(changes.length > 0 && { isExpanded: isOpen }),
  }
  if (!isOpen) return [row]
  const details = changes.map((label, i): ChangeRow => ({
    kind: 'detail',
    id: `${id} ${String(i)}`,
    label,
    level: 3,
  }))
  return [row, ...details]
}

const missingRows = (entry: SurveyEntry): readonly ChangeRow[] =>
  entry.state === 'missing'
    ? [
        {
          kind: 'missing',
          id: `missing ${entry.id}`,
          label: entryLabel(entry),
          level: 2,
          target: entry.id,
          entry,
        },
      ]
    : entry.missing.map(({ id, label }) => ({
        kind: 'missing',
        id: `missing ${id}`,
        label: `${entry.name}: ${label}`,
        level: 2,
        target: id,
        entry,
      }))

export function changeRows(survey: MergeSurvey, open: ReadonlySet<string>): readonly ChangeRow[] {
  const of = (state: SurveyEntry['state']) => survey.entries.filter((entry) => entry.state === state)
  const groups: readonly (readonly [GroupId, readonly ChangeRow[], number?])[] = [
    [
      'renames',
      survey.likenesses.map((likeness) => ({
        kind: 'rename',
        id: `rename ${likeness.from}`,
        label: `${likeness.toName} → ${likeness.fromName}`,
        level: 2,
        likeness,
      })),
    ],
    ['new', of('new').flatMap((entry) => entryRows(entry, false))],
    [
      'changed',
      of('changed').flatMap((entry) => entryRows(entry, open.has(`entry ${entry.id}`))),
      of('changed').length,
    ],
    ['missing', survey.entries.flatMap(missingRows)],
    ['same', of('same').flatMap((entry) => entryRows(entry, false))],
  ]
  return groups.flatMap(([group, rows, count = rows.length]): readonly ChangeRow[] => {
    if (count === 0) return []
    const { label, hint } = words[group]
    // What stays as it is is the longest list and the least to look at.
    const isExpanded = open.has(group) !== (group !== 'same')
    const head: ChangeRow = {
      kind: 'group',
      id: group,
      label: `${label} ${number(count)}`,
      level: 1,
      isExpanded,
      group,
      count,
      hint,
    }
    return isExpanded ? [head, ...rows] : [head]
  })
}
