import { useMemo, useState } from 'react'
import { desk } from '../../state/import/desk'
import { importing, useImporting, type MergeSurvey } from '../../state/import/importing'
import { cx, EmptyState, Tree } from '../../ui'
import { changeRows, type ChangeRow } from './changeRows'
import { TickBox } from './TickBox'
import { number } from './words'

const flipped = <T,>(set: ReadonlySet<T>, item: T): ReadonlySet<T> => {
  const next = new Set(set)
  if (!next.delete(item)) next.add(item)
  return next
}

type Ticks = Pick<ReturnType<typeof importing.getState>, 'leftOut' | 'removed' | 'renames'>

/** A tick means: this is done. What is missing stays unless it is ticked. */
function isTicked(row: ChangeRow, { leftOut, removed, renames }: Ticks): boolean {
  if (row.kind === 'entry') return !leftOut.has(row.entry.from ?? row.entry.id)
  if (row.kind === 'missing') return removed.has(row.target)
  return row.kind === 'rename' && renames.has(row.likeness.from)
}

const canTick = (row: ChangeRow): boolean =>
  (row.kind === 'entry' && row.entry.state !== 'same') || row.kind === 'missing' || row.kind === 'rename'

function toggle(row: ChangeRow): void {
  const { leftOut, removed } = importing.getState()
  if (!canTick(row)) return
  if (row.kind === 'entry') importing.setState({ leftOut: flipped(leftOut, row.entry.from ?? row.entry.id) })
  else if (row.kind === 'missing') importing.setState({ removed: flipped(removed, row.target) })
  else if (row.kind === 'rename')
    desk.setRename(row.likeness.from, row.likeness.to, !importing.getState().renames.has(row.likeness.from))
}

function Hint({ row }: { readonly row: ChangeRow }) {
  const look = 'min-w-0 flex-1 truncate pl-2 text-row text-muted'
  if (row.kind === 'group') return <span className={look}>{row.hint}</span>
  if (row.kind === 'rename') {
    const { shared, all } = row.likeness
    return <span className={look}>{`${number(shared)} of ${number(all)} columns are the same`}</span>
  }
  if (row.kind === 'entry' && row.entry.changes.length > 0)
    return <span className={look}>{row.isExpanded ? '' : row.entry.changes.join(', ')}</span>
  if (row.kind === 'missing' && importing.getState().removed.has(row.target))
    return <span className={cx(look, 'text-danger-text')}>will be deleted</span>
  return null
}

function Row({ row, isOn }: { readonly row: ChangeRow; readonly isOn: boolean }) {
  const isGroup = row.kind === 'group'
  const isDetail = row.kind === 'detail'
  return (
    <>
      {canTick(row) && <TickBox isOn={isOn} onToggle={() => toggle(row)} />}
      <span
        title={row.label}
        className={cx(
          'min-w-0 truncate',
          isGroup && 'shrink-0 font-semibold',
          isDetail && 'text-row text-muted',
          !isGroup && !isDetail && 'max-w-3/5 shrink-0',
        )}
      >
        {row.label}
      </span>
      <Hint row={row} />
    </>
  )
}

/** What a merge would do, row by row, each with its tick. */
export function ChangeList({ survey }: { readonly survey: MergeSurvey }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const leftOut = useImporting((state) => state.leftOut)
  const removed = useImporting((state) => state.removed)
  const renames = useImporting((state) => state.renames)
  const rows = useMemo(() => changeRows(survey, open), [survey, open])
  const ticked = useMemo(() => {
    const ticks = { leftOut, removed, renames }
    return new Set(rows.filter((row) => isTicked(row, ticks)).map(({ id }) => id))
  }, [rows, leftOut, removed, renames])
  if (rows.length === 0) return <EmptyState title="There is nothing to compare" className="my-auto" />
  return (
    <Tree<ChangeRow>
      label="What changes. Space ticks."
      rows={rows}
      selectedIds={ticked}
      onSelect={(ids, mode) => {
        const row = rows.find(({ id }) => id === ids.at(-1))
        if (row && mode === 'toggle') toggle(row)
      }}
      onToggle={(row) => setOpen((before) => flipped(before, row.id))}
      renderRow={(row, { isSelected }) => <Row row={row} isOn={isSelected} />}
      className="py-1 [&_[aria-selected=true]]:bg-transparent"
    />
  )
}
