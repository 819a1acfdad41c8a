// Everything that was done, in the words of whoever did it. Any row is a place to go to: back, and forth again.
import { History as HistoryIcon, Save } from 'lucide-react'
import { useMemo, useState } from 'react'
import { goToStep, useDocument } from '../../state/document'
import { savedPosition, useSavePoint } from '../../state/savePoint'
import { cx, EmptyState, tip, VirtualList, VisuallyHidden } from '../../ui'
import { historyRows, type HistoryRow } from './historyRows'

interface FaceProps {
  readonly row: HistoryRow
  /** The file that holds the document as it was here. */
  readonly savedTo: string | undefined
}

function Face({ row: { label, time, state }, savedTo }: FaceProps) {
  return (
    <span
      className={cx(
        'flex min-w-0 grow items-center gap-2',
        state === 'undone' && 'text-faint',
        state === 'current' && 'font-medium',
      )}
    >
      <span
        aria-hidden
        className={cx(
          'size-1.5 shrink-0 rounded-full',
          state === 'current' ? 'bg-accent' : state === 'done' ? 'bg-control' : 'border border-control',
        )}
      />
      <bdi className="min-w-0 truncate" {...tip(label, { whenCut: true })}>
        {label}
      </bdi>
      {state === 'undone' && <VisuallyHidden>, undone</VisuallyHidden>}
      <span className="grow" />
      {savedTo !== undefined && (
        <span className="shrink-0 text-muted [&_svg]:size-3" {...tip(`Saved to ${savedTo}`)}>
          <Save aria-hidden />
          <VisuallyHidden>, saved to {savedTo}</VisuallyHidden>
        </span>
      )}
      {time !== '' && <time className="shrink-0 text-small font-normal text-faint">{time}</time>}
    </span>
  )
}

export function History() {
  const history = useDocument((state) => state.history)
  const documentId = useDocument((state) => state.id)
  const isReadOnly = useDocument((state) => state.isReadOnly)
  const point = useSavePoint()
  const [now] = useState(Date.now)
  const rows = useMemo(() => historyRows(history, now), [history, now])
  const saved = savedPosition(point, documentId, history)
  if (rows.length === 1) {
    return (
      <EmptyState
        icon={<HistoryIcon aria-hidden />}
        title="Nothing done yet"
        text="Every change will stand here, and you can go back to before any of them."
      />
    )
  }
  const current = String(history.done.length)
  return (
    <div className="flex min-h-0 grow flex-col py-1">
      <h2 className="sr-only">History</h2>
      {isReadOnly && <p className="px-3 pb-1 text-row text-muted">Open for reading only.</p>}
      <VirtualList
        label="History"
        items={rows}
        isSingle
        selectedIds={new Set([current])}
        revealId={current}
        onSelect={([id]) => {
          if (id !== undefined && id !== current) goToStep(Number(id))
        }}
        renderRow={(row) => <Face row={row} savedTo={row.position === saved ? point?.file : undefined} />}
      />
    </div>
  )
}
