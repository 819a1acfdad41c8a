// Many tables out of sight at once, by their names: what is meant is counted and listed while one types.
import { useMemo, useRef, useState } from 'react'
import { setHidden } from '../../core/commands/layout'
import type { TableId } from '../../core/model/id'
import { namePattern } from '../../core/model/namePattern'
import { displayName, placementsIn } from '../../core/model/query'
import { inOrder, type Schema } from '../../core/model/schema'
import { lookAt } from '../../state/camera'
import { useDocument } from '../../state/document'
import { currentDiagram, perform } from '../../state/perform'
import { wordsFor } from '../../state/words'
import { Button, Dialog, EmptyState, TextField, VirtualList } from '../../ui'

interface Shown {
  readonly id: TableId
  readonly label: string
}

/** The tables that the diagram in view shows. */
function shownTables(schema: Schema): readonly Shown[] {
  const here = placementsIn(schema, currentDiagram(schema))
  return inOrder(schema.table).flatMap(({ id }) => {
    const placement = here.get(id)
    return placement && !placement.hidden ? [{ id, label: displayName(schema, id) || 'unnamed' }] : []
  })
}

function hide(schema: Schema, tables: readonly Shown[]): void {
  const ids = tables.map(({ id }) => id)
  const done = perform(`Hide ${wordsFor(schema, ids)}`, (cx) => setHidden(cx, ids, true))
  if (done.ok) lookAt({ kind: 'fitAll' })
}

export function HideDialog({ onClose }: { readonly onClose: () => void }) {
  const schema = useDocument((state) => state.schema)
  const field = useRef<HTMLInputElement>(null)
  const [pattern, setPattern] = useState('')
  const shown = useMemo(() => shownTables(schema), [schema])
  const isMeant = useMemo(() => namePattern(pattern), [pattern])
  const meant = useMemo(() => shown.filter(({ label }) => isMeant?.(label)), [shown, isMeant])
  const others = useMemo(() => shown.filter(({ label }) => !isMeant?.(label)), [shown, isMeant])
  const reason = meant.length === 0 ? 'No table has such a name' : undefined
  const act = (tables: readonly Shown[]) => () => {
    hide(schema, tables)
    onClose()
  }
  const footer = (
    <>
      <Button
        disabledReason={reason ?? (others.length === 0 ? 'All tables have such a name' : undefined)}
        onClick={act(others)}
      >
        Show only these
      </Button>
      <Button variant="primary" disabledReason={reason} onClick={act(meant)}>
        {meant.length === 0
          ? 'Hide'
          : `Hide ${wordsFor(
              schema,
              meant.map(({ id }) => id),
            )}`}
      </Button>
    </>
  )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Hide tables by name"
      description="In this diagram only; Shift+H shows them again."
      footer={footer}
      initialFocus={field}
    >
      <div className="flex h-[50dvh] min-h-0 flex-col gap-3 pt-1">
        <TextField
          label="Names"
          value={pattern}
          onChange={setPattern}
          placeholder="audit_*, *_log, tmp"
          hint="A star stands for anything. Without one, the text may stand anywhere in the name."
          isMono
          inputRef={field}
        />
        <p role="status" className="text-row text-muted">
          {isMeant
            ? `${meant.length.toLocaleString('en')} of ${shown.length.toLocaleString('en')} tables in this diagram`
            : `${shown.length.toLocaleString('en')} tables in this diagram`}
        </p>
        {meant.length > 0 ? (
          <VirtualList
            label="Tables that are meant"
            items={meant}
            renderRow={({ label }) => <span className="truncate">{label}</span>}
            className="min-h-0 flex-1 rounded-card border border-border bg-surface py-1"
          />
        ) : (
          <EmptyState
            title={isMeant ? 'No table has such a name' : 'Type what the names have in common'}
            text={
              isMeant
                ? 'Names that this diagram does not show do not count.'
                : 'Several pieces may follow each other.'
            }
            className="my-auto"
          />
        )}
      </div>
    </Dialog>
  )
}
