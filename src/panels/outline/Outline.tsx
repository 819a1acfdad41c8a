import {
  useDeferredValue,
  useMemo,
  useState,
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import { ListFilter, Plus, Search, Table2 } from 'lucide-react'
import { isIdOf } from '../../core/model/id'
import type { Placeable, Point } from '../../core/model/records'
import { lookAt } from '../../state/camera'
import { docks, endDrag, openRight, setLeft } from '../../state/docks'
import { document, useDocument } from '../../state/document'
import { currentDiagram } from '../../state/perform'
import { hideInDiagram, presenceOf, showInDiagram } from '../../state/placing'
import { reveal } from '../../state/reveal'
import { openDialog } from '../../state/screens'
import { isDatabaseObject, select, type Selectable } from '../../state/selection'
import { settings, useSettings } from '../../state/settings'
import { setSelection, useView, view } from '../../state/view'
import { EmptyState, IconButton, Menu, TextField, Tree, type MenuEntry } from '../../ui'
import { objectsOf, startDrag } from './drag'
import { OutlineRowFace } from './OutlineRowFace'
import { outlineRows, type OutlineRow } from './outlineRows'
import { useReadOnly } from './readOnly'

const toggled = (set: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}

/** A row shows what it names: flies there, or puts it into the diagram when it is not in it. */
function activate(row: OutlineRow): void {
  if (row.kind === 'heading') {
    if (row.object) reveal.object(row.object)
    return
  }
  if (row.kind === 'sql') {
    openDialog({ kind: 'statement', id: row.sql })
    return
  }
  reveal.object(row.object, row.kind === 'part' ? row.part : undefined)
  if (row.kind === 'database') {
    openRight()
    if (isTouched()) setLeft({ isOpen: false })
    return
  }
  lookAt({ kind: 'flyTo', object: row.object, ...(row.kind === 'part' && { part: row.part }) })
}

function rename(object: Selectable): void {
  if (isDatabaseObject(object) || presenceOf(object as Placeable) !== 'shown') openRight()
  view.setState({ editing: { object, field: 'name' } })
}

function handleRowKey(event: KeyboardEvent, row: OutlineRow): void {
  const named = 'object' in row && row.kind !== 'part' ? row.object : undefined
  if (event.key === 'F2' && named && !isIdOf('grant', named) && !document.getState().isReadOnly) {
    rename(named)
    event.preventDefault()
    return
  }
  if (row.kind !== 'object') return
  const { object } = row
  if (event.key === '+' || event.key === 'Insert') showInDiagram(objectsOf(object))
  else if (event.key === '-') {
    hideInDiagram(objectsOf(object).filter((one) => presenceOf(one) === 'shown'))
  } else return
  event.preventDefault()
}

/** A finger has no second click: its first one shows what it touches. */
const isTouched = (): boolean => docks.getState().room !== 'desk'

function useRows(filter: string, opened: ReadonlySet<string>, closedHeadings: ReadonlySet<string>) {
  const schema = useDocument((state) => state.schema)
  const diagram = useView((state) => state.diagram) ?? currentDiagram(schema)
  const settled = useDeferredValue(filter)
  const { groupBy, shows } = useSettings((state) => state.outline)
  return useMemo(
    () => outlineRows(schema, { diagram, filter: settled, groupBy, shows, opened, closedHeadings }),
    [schema, diagram, settled, groupBy, shows, opened, closedHeadings],
  )
}

function selectRows(rows: readonly OutlineRow[], ids: readonly string[], mode: 'replace' | 'toggle'): void {
  const wanted = new Set(ids)
  const chosen = rows.filter((row) => wanted.has(row.id))
  const objects = chosen.flatMap((row): Selectable[] =>
    row.kind !== 'sql' && row.object ? [row.object] : [],
  )
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

function viewEntries(): readonly MenuEntry[] {
  const { outline } = settings.getState()
  return [
    {
      kind: 'choice',
      label: 'Group by',
      value: outline.groupBy,
      options: [
        { value: 'namespace', label: 'Schema' },
        { value: 'area', label: 'Subject area' },
      ],
      onChange: (value) => {
        settings.setState({ outline: { ...outline, groupBy: value === 'area' ? 'area' : 'namespace' } })
      },
    },
    {
      kind: 'choice',
      label: 'Show',
      value: outline.shows,
      options: [
        { value: 'all', label: 'Everything' },
        { value: 'here', label: 'What this diagram shows' },
        { value: 'elsewhere', label: 'What it does not show' },
      ],
      onChange: (value) => {
        const shows = value === 'here' || value === 'elsewhere' ? value : 'all'
        settings.setState({ outline: { ...outline, shows } })
      },
    },
  ]
}

interface HeadProps {
  readonly filter: string
  readonly onFilter: (text: string) => void
  readonly addEntries: OutlineProps['addEntries']
}

function Head({ filter, onFilter, addEntries }: HeadProps) {
  const isReadOnly = useReadOnly()
  const isNarrowed = useSettings(({ outline }) => outline.shows !== 'all')
  return (
    <div className="flex items-center gap-1 border-b border-border p-2">
      <TextField
        label="Filter the outline"
        isLabelHidden
        type="search"
        placeholder="Filter"
        icon={<Search />}
        value={filter}
        onChange={onFilter}
        className="min-w-0 flex-1"
      />
      <Menu
        align="end"
        trigger={
          <IconButton
            label={isNarrowed ? 'What the outline shows: not everything' : 'What the outline shows'}
            icon={<ListFilter />}
            className={isNarrowed ? 'text-accent-text' : ''}
          />
        }
        entries={viewEntries}
      />
      {!isReadOnly && (
        <Menu
          align="end"
          trigger={<IconButton label="Add to the database" icon={<Plus />} />}
          entries={addEntries}
        />
      )}
    </div>
  )
}

function emptyWords(filter: string, isNarrowed: boolean): readonly [title: string, text: string] {
  if (filter !== '') return ['Nothing is called that', 'Try a part of a table or column name.']
  return isNarrowed
    ? ['Nothing of that kind', 'Everything is in the other half. Choose "Everything" in the menu above.']
    : ['Nothing here yet', 'Tables, views and enums are listed here as you add them.']
}

export interface OutlineProps {
  /** A right click, or the key for it, on an object that is selected by then. */
  readonly onContextMenu: (at: Point, object: Selectable) => void
  /** What can be added from here. */
  readonly addEntries: () => readonly MenuEntry[]
  /** Delete on a row that is selected. */
  readonly onDelete: () => void
}

function rowProps(row: OutlineRow, onContextMenu: OutlineProps['onContextMenu']) {
  const object = row.kind === 'part' || row.kind === 'sql' ? undefined : row.object
  if (!object) return { className: '' }
  return {
    draggable: row.kind === 'object',
    'data-outline-row': row.id,
    onDragStart: (event: DragEvent) => {
      if (row.kind === 'object') startDrag(event, row.object)
    },
    onDragEnd: endDrag,
    onContextMenu: (event: MouseEvent) => {
      event.preventDefault()
      openMenu(object, { x: event.clientX, y: event.clientY }, onContextMenu)
    },
  }
}

function openMenu(object: Selectable, at: Point, onContextMenu: OutlineProps['onContextMenu']): void {
  if (!view.getState().selection.items.has(object)) setSelection(select(object))
  onContextMenu(at, object)
}

/** The keys for a menu open it beside the row where one stands. */
function menuKey(
  event: KeyboardEvent,
  row: OutlineRow,
  onContextMenu: OutlineProps['onContextMenu'],
): boolean {
  const isMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
  const object = row.kind === 'part' || row.kind === 'sql' ? undefined : row.object
  if (!isMenu || !object) return false
  const element = event.currentTarget.querySelector(`[data-outline-row="${row.id}"]`)
  const { left, bottom } = (element ?? event.currentTarget).getBoundingClientRect()
  openMenu(object, { x: left + 24, y: bottom }, onContextMenu)
  event.preventDefault()
  return true
}

/** Everything in the model as a list, also what this diagram does not show. */
export function Outline({ onContextMenu, addEntries, onDelete }: OutlineProps) {
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
  const isNarrowed = useSettings(({ outline }) => outline.shows !== 'all')
  const [title, text] = emptyWords(filter, isNarrowed)
  return (
    <div className="flex min-h-0 grow flex-col">
      <Head filter={filter} onFilter={setFilter} addEntries={addEntries} />
      {rows.length === 0 ? (
        <EmptyState icon={<Table2 />} title={title} text={text} />
      ) : (
        <Tree
          label="Outline"
          rows={rows}
          selectedIds={selectedIds}
          revealId={part ?? first}
          onSelect={(ids, mode) => {
            selectRows(rows, ids, mode)
            const row = rows.find(({ id }) => id === ids[0])
            if (row && ids.length === 1 && mode === 'replace' && isTouched()) activate(row)
          }}
          onActivate={activate}
          onToggle={(row) => {
            if (row.kind === 'heading') setClosedHeadings((set) => toggled(set, row.id))
            else setOpened((set) => toggled(set, row.id))
          }}
          onRowKey={(event, row) => {
            if (event.key === 'Delete' || event.key === 'Backspace') onDelete()
            else if (!menuKey(event, row, onContextMenu)) handleRowKey(event, row)
          }}
          rowProps={(row) => rowProps(row, onContextMenu)}
          renderRow={(row) => <OutlineRowFace row={row} />}
          className="grow"
        />
      )}
    </div>
  )
}
