// How two tables hang together: the ways over relations, the query that walks one, and the way on the canvas.
import { ArrowRightLeft, Copy, Route } from 'lucide-react'
import { useMemo, useRef, useState, type RefObject } from 'react'
import type { TableId } from '../../core/model/id'
import { displayName } from '../../core/model/query'
import { inOrder, projectOf, type Schema } from '../../core/model/schema'
import { waysBetween, type Way } from '../../core/model/ways'
import { useDocument } from '../../state/document'
import { tell } from '../../state/feedback'
import { useLive } from '../../state/live'
import { namedApart } from '../../state/namedApart'
import { texts } from '../../state/texts'
import { Button, Combobox, Dialog, EmptyState, IconButton, VirtualList } from '../../ui'
import { CodeView } from '../code/CodeView'
import { missingOf, showWay } from './showWay'

export interface WayDialogProps {
  readonly from?: TableId
  readonly to?: TableId
  readonly onClose: () => void
}

interface Ends {
  readonly from: TableId | undefined
  readonly to: TableId | undefined
}

interface EndFieldProps {
  readonly label: string
  readonly value: TableId | undefined
  readonly onChange: (table: TableId) => void
}

function EndField({ label, value, onChange }: EndFieldProps) {
  const schema = useDocument((state) => state.schema)
  const byName = useMemo(
    () =>
      namedApart(
        schema,
        inOrder(schema.table).map(({ id }) => id),
      ),
    [schema],
  )
  const options = useMemo(
    () => [{ label: 'Tables', options: [...byName.keys()].map((name) => ({ value: name })) }],
    [byName],
  )
  const name = [...byName].find(([, id]) => id === value)?.[0] ?? ''
  return (
    <Combobox
      label={label}
      value={name}
      options={options}
      isEager
      placeholder="Name of a table"
      onCommit={(typed) => {
        const found = byName.get(typed)
        if (found) onChange(found)
      }}
      className="min-w-40 flex-1"
    />
  )
}

interface WayItem {
  readonly id: string
  readonly label: string
  readonly way: Way
}

const itemsOf = (schema: Schema, ways: readonly Way[]): readonly WayItem[] =>
  ways.map((way) => ({
    id: way.relations.join(),
    label: way.tables.map((id) => displayName(schema, id) || 'unnamed').join(' → '),
    way,
  }))

/** What ties two neighbours of the way: told apart where several keys do. */
function throughOf(schema: Schema, { relations }: Way): string {
  return relations
    .map((id) => {
      const relation = schema.relation.get(id)
      if (relation?.kind !== 'foreignKey') return 'drawn'
      const child = schema.table.get(relation.child.table)
      const names = relation.child.columns.map(
        (column) => child?.columns.find((one) => one.id === column)?.name ?? '',
      )
      return names.join(' + ')
    })
    .join(', ')
}

function WayRow({ schema, item }: { readonly schema: Schema; readonly item: WayItem }) {
  const through = throughOf(schema, item.way)
  return (
    <>
      <span className="min-w-0 grow truncate" title={item.label}>
        {item.label}
      </span>
      <span
        className="max-w-2/5 min-w-0 shrink-0 truncate pl-3 text-small text-muted max-sm:hidden"
        title={through}
      >
        {through}
      </span>
    </>
  )
}

const noMarks: readonly never[] = []

function Query({ way }: { readonly way: Way }) {
  const dialect = useDocument(({ schema }) => projectOf(schema).target.dialect)
  const question = useMemo(() => (schema: Schema) => texts.join(schema, way), [way])
  const { value, problem } = useLive(question)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value ?? '')
      tell({ tone: 'success', text: 'The query is on the clipboard.' })
    } catch {
      tell({
        tone: 'warning',
        text: 'This browser did not let the query be copied. Select it and press Ctrl+C.',
      })
    }
  }
  return (
    <div className="relative flex h-44 max-sm:h-32 min-h-0 shrink-0 overflow-hidden rounded-card border border-border bg-surface">
      <CodeView
        label="Query over this way"
        text={problem === undefined ? (value ?? '') : `-- ${problem}`}
        language={dialect}
        marked={noMarks}
        notes={noMarks}
        className="min-w-0 flex-1"
      />
      <div className="absolute top-1 right-1 rounded-control bg-surface">
        <IconButton
          label="Copy the query"
          icon={<Copy />}
          disabledReason={value === undefined ? 'Still writing' : undefined}
          onClick={() => void copy()}
        />
      </div>
    </div>
  )
}

function NoWay({ isAsked }: { readonly isAsked: boolean }) {
  return (
    <EmptyState
      icon={<Route aria-hidden />}
      title={isAsked ? 'Nothing ties these two' : 'Choose two tables'}
      text={
        isAsked
          ? 'No relation leads from one to the other, not even over other tables.'
          : 'The ways between them show here, with the query that joins them.'
      }
      className="my-auto"
    />
  )
}

function Missing({ way }: { readonly way: Way }) {
  const missing = missingOf(way).length
  if (missing === 0) return null
  return (
    <p className="text-row text-muted">
      {missing === 1 ? 'One of them is' : `${String(missing)} of them are`} not in this diagram and will be
      brought in.
    </p>
  )
}

interface EndFieldsProps {
  readonly ends: Ends
  readonly onChange: (ends: Ends) => void
  /** Takes the field that wants to be filled first. */
  readonly firstRef: RefObject<HTMLElement | null>
}

function EndFields({ ends, onChange, firstRef }: EndFieldsProps) {
  const { from, to } = ends
  const takeFirst = (fields: HTMLElement | null) => {
    const [one, other] = fields?.querySelectorAll('input') ?? []
    firstRef.current = (from !== undefined && to === undefined ? other : one) ?? null
  }
  return (
    <div ref={takeFirst} className="flex flex-wrap items-end gap-2">
      <EndField label="From" value={from} onChange={(table) => onChange({ ...ends, from: table })} />
      <IconButton
        label="Swap the two tables"
        icon={<ArrowRightLeft />}
        onClick={() => onChange({ from: to, to: from })}
      />
      <EndField label="To" value={to} onChange={(table) => onChange({ ...ends, to: table })} />
    </div>
  )
}

export function WayDialog({ from, to, onClose }: WayDialogProps) {
  const schema = useDocument((state) => state.schema)
  const first = useRef<HTMLElement>(null)
  const [ends, setEnds] = useState<Ends>({ from, to })
  const items = useMemo(
    () =>
      ends.from && ends.to ? itemsOf(schema, waysBetween(schema, { from: ends.from, to: ends.to })) : [],
    [schema, ends],
  )
  const [chosenId, choose] = useState<string>()
  const chosen = items.find(({ id }) => id === chosenId) ?? items[0]
  const show = ({ way }: WayItem) => {
    onClose()
    void showWay(way)
  }
  const footer = (
    <Button
      variant="primary"
      disabledReason={chosen ? undefined : 'There is no way to show'}
      onClick={() => chosen && show(chosen)}
    >
      Show on the canvas
    </Button>
  )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="The way between two tables"
      description="Over relations in either direction, the shortest first."
      size="large"
      footer={footer}
      initialFocus={first}
    >
      <div className="flex h-[60dvh] min-h-0 flex-col gap-3 pt-1">
        <EndFields ends={ends} onChange={setEnds} firstRef={first} />
        {chosen ? (
          <>
            <VirtualList
              label="Ways, the shortest first"
              items={items}
              selectedIds={new Set([chosen.id])}
              onSelect={([id]) => choose(id)}
              onActivate={show}
              renderRow={(item) => <WayRow schema={schema} item={item} />}
              className="min-h-16 flex-1 rounded-card border border-border bg-surface py-1"
            />
            <Query key={chosen.id} way={chosen.way} />
            <Missing way={chosen.way} />
          </>
        ) : (
          <NoWay isAsked={ends.from !== undefined && ends.to !== undefined && ends.from !== ends.to} />
        )}
      </div>
    </Dialog>
  )
}
