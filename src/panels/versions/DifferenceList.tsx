// What was done between two states: object by object, each with its changes below it.
import { useMemo, useState } from 'react'
import type { Difference } from '../../state/versions/desk'
import { EmptyState, tip, Tree, type TreeRow } from '../../ui'
import { kindWords } from '../../core/diff/words'

interface Row extends TreeRow {
  readonly difference?: Difference
}

const stateWords: Readonly<Record<Difference['state'], string>> = {
  new: 'added',
  removed: 'removed',
  changed: 'changed',
}

const titleOf = ({ kind, name }: Difference): string =>
  kind === 'layout' || kind === 'table' ? name || 'unnamed table' : `${kindWords[kind]} ${name}`.trim()

function rowsOf(found: readonly Difference[], closed: ReadonlySet<string>): readonly Row[] {
  return found.flatMap((difference): readonly Row[] => {
    const { id, changes } = difference
    const head = { id, label: titleOf(difference), level: 1, difference }
    if (changes.length === 0) return [head]
    const isExpanded = !closed.has(id)
    const below = changes.map((label, i) => ({ id: `${id}/${String(i)}`, label, level: 2 }))
    return [{ ...head, isExpanded }, ...(isExpanded ? below : [])]
  })
}

function Face({ row: { label, difference } }: { readonly row: Row }) {
  if (!difference) {
    return (
      <span className="min-w-0 truncate text-row text-muted" {...tip(label, { whenCut: true })}>
        {label}
      </span>
    )
  }
  return (
    <>
      <span className="min-w-0 grow truncate font-medium">{label}</span>
      <span className="shrink-0 text-small text-muted">{stateWords[difference.state]}</span>
    </>
  )
}

export function DifferenceList({ found }: { readonly found: readonly Difference[] }) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => rowsOf(found, closed), [found, closed])
  if (found.length === 0) return <EmptyState title="Nothing differs" className="my-auto" />
  return (
    <Tree<Row>
      label="What changed"
      rows={rows}
      renderRow={(row) => <Face row={row} />}
      onToggle={({ id }, isExpanded) => {
        setClosed((set) => new Set(isExpanded ? [...set].filter((one) => one !== id) : [...set, id]))
      }}
      className="min-h-0 flex-1 py-1"
    />
  )
}
