import { useDeferredValue, useMemo, useState, type DragEvent, type KeyboardEvent } from 'react'
import { Search, Table2 } from 'lucide-react'
import { lookAt } from '../../state/camera'
import { useDocument } from '../../state/document'
import { currentDiagram } from '../../state/perform'
import { reveal } from '../../state/reveal'
import { select, type Selectable } from '../../state/selection'
import { setSelection, useView, view } from '../../state/view'
import { EmptyState, TextField, Tree } from '../../ui'
import { OutlineRowFace } from './OutlineRowFace'
import { outlineRows, type OutlineRow } from './outlineRows'
import { placeInDiagram, startDrag } from './placing'

const toggled = (set: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}

/** A row shows what it names: flies there, or puts it into the diagram when it is not in it. */
function activate(row: OutlineRow): void {
  if (row.kind === 'heading') return
  reveal.object(row.object, row.kind === 'part' ? row.part : undefined)
  lookAt({ kind: 'flyTo', object: row.object, ...(row.kind === 'part' && { part: row.part }) })
}

function handleRowKey(event: KeyboardEvent, row: OutlineRow): void {
  if (row.kind !== 'object') return
  if (event.key === 'F2') view.setState({ editing: { object: row.object, field: 'name' } })
  else if (event.key === '+' || event.key === 'Insert') placeInDiagram([row.object])
  else return
  event.preventDefault()
}

function useRows(filter: string, opened: ReadonlySet<string>, closedHeadings: ReadonlySet<string>) {
  const schema = useDocument((state) => state.schema)
  const diagram = useView((state) => state.diagram) ?? currentDiagram(schema)
  const settled = useDeferredValue(filter)
  return useMemo(
    () => outlineRows(schema, { diagram, filter: settled, opened, closedHeadings }),
    [schema, diagram, settled, opened, closedHeadings],
  )
}

function selectRows(rows: readonly OutlineRow[], ids: readonly string[], mode: 'replace' | 'toggle'): void {
  const wanted = new Set(ids)
  const chosen = rows.filter((row) => wanted.has(row.id))
  const objects = chosen.flatMap((row): Selectable[] => (row.kind === 'heading' ? [] : [row.object]))
  if (mode === 'toggle') {
    const items = new Set(view.getState().selection.items)
    for (const object of objects) if (!items.delete(object)) items.add(object)
    setSelection({ items })
    return
  }
  const [only] = chosen
  if (chosen.length === 1 && only?.kind === 'part') reveal.object(only.object, only.part)
  else setSelection(select(...objects))
}

/** Everything in the model as a list, also what this diagram does not show. */
export function Outline() {
  const [filter, setFilter] = useState('')
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [closedHeadings, setClosedHeadings] = useState<ReadonlySet<string>>(new Set())
  const selection = useView((state) => state.selection)
  const rows = useRows(filter, opened, closedHeadings)
  const part = selection.part && ('value' in selection.part ? selection.part.value : selection.part.column)
  const selectedIds = useMemo(
    () => new Set<string>([...selection.items, ...(part ? [part] : [])]),
    [selection, part],
  )
  const [first] = selection.items
  return (
    <div className="flex min-h-0 grow flex-col">
      <div className="border-b border-border p-2">
        <TextField
          label="Filter the outline"
          isLabelHidden
          type="search"
          placeholder="Filter"
          icon={<Search />}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState
          icon={<Table2 />}
          title={filter === '' ? 'Nothing here yet' : 'Nothing is called that'}
          text={
            filter === ''
              ? 'Tables, views and enums are listed here as you add them.'
              : 'Try a part of a table or column name.'
          }
        />
      ) : (
        <Tree
          label="Outline"
          rows={rows}
          selectedIds={selectedIds}
          revealId={part ?? first}
          onSelect={(ids, mode) => {
            selectRows(rows, ids, mode)
          }}
          onActivate={activate}
          onToggle={(row) => {
            if (row.kind === 'heading') setClosedHeadings((set) => toggled(set, row.id))
            else setOpened((set) => toggled(set, row.id))
          }}
          onRowKey={handleRowKey}
          rowProps={(row) =>
            row.kind === 'object'
              ? {
                  draggable: true,
                  onDragStart: (event: DragEvent) => {
                    startDrag(event, row.object)
                  },
                }
              : {}
          }
          renderRow={(row) => <OutlineRowFace row={row} />}
          className="grow"
        />
      )}
    </div>
  )
}
