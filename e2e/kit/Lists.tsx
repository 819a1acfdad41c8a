import { Columns3, Search, Table2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import {
  Button,
  CommandPalette,
  Tree,
  useToasts,
  VirtualList,
  type PaletteRow,
  type TreeRow,
} from '../../src/ui'
import { Card } from './Card'

interface OutlineRow extends TreeRow {
  readonly type?: string
}

const TABLES = 2000

function outline(open: ReadonlySet<string>): readonly OutlineRow[] {
  return Array.from({ length: TABLES }, (_, table) => `table_${table}`).flatMap((name) => [
    { id: name, label: name, level: 1, isExpanded: open.has(name) },
    ...(open.has(name)
      ? ['id', 'name', 'created_at'].map((column) => ({
          id: `${name}.${column}`,
          label: column,
          level: 2,
          type: 'text',
        }))
      : []),
  ])
}

const everything = Array.from({ length: 50_000 }, (_, index) => `table_${index % 5000}.column_${index}`)

const columnIcon = <Columns3 />

function rowsFor(query: string): readonly PaletteRow[] {
  const hits = everything.flatMap((label) => {
    const at = label.indexOf(query)
    return at < 0
      ? []
      : [{ kind: 'item' as const, id: label, label, ranges: [[at, at + query.length] as const] }]
  })
  const columns = hits.map((hit) => ({ ...hit, detail: 'bigint', icon: columnIcon }))
  const action = { kind: 'item', id: 'add', label: 'Add table', shortcut: 't', icon: <Table2 /> } as const
  const blocked = {
    kind: 'item',
    id: 'align',
    label: 'Align left',
    disabledReason: 'Nothing is selected',
  } as const
  return [
    ...(query === '' ? [{ kind: 'group', id: 'actions', label: 'Actions' } as const, action, blocked] : []),
    ...(columns.length > 0 ? [{ kind: 'group', id: 'columns', label: 'Columns' } as const, ...columns] : []),
  ]
}

export function Lists() {
  const toasts = useToasts()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(['table_1']))
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['table_0']))
  const [isSearching, setSearching] = useState(false)
  const [query, setQuery] = useState('')
  const rows = useMemo(() => outline(open), [open])
  const items = useMemo(() => everything.slice(0, 500).map((label) => ({ id: label, label })), [])
  const results = useMemo(() => rowsFor(query), [query])

  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  return (
    <Card title="Lists">
      <Button
        icon={<Search />}
        shortcut="Mod+K"
        onClick={() => {
          setSearching(true)
        }}
      >
        Search everything
      </Button>
      <div className="grid h-60 grid-cols-2 gap-3">
        <Tree
          label="Outline"
          rows={rows}
          selectedIds={selected}
          className="rounded-card border border-border py-1"
          onSelect={(ids, mode) => {
            const [id = ''] = ids
            const next = new Set(mode === 'toggle' ? selected : ids)
            if (mode === 'toggle' && !next.delete(id)) next.add(id)
            setSelected(next)
          }}
          onToggle={(row) => {
            toggle(row.id)
          }}
          onActivate={(row) => {
            toasts.add({ title: `Opened ${row.label}`, key: 'opened' })
          }}
          renderRow={(row) => (
            <>
              {row.level === 1 && <Table2 className="size-4 shrink-0 text-muted" />}
              <span className="min-w-0 flex-1 truncate">{row.label}</span>
              {row.type && <span className="text-row text-faint">{row.type}</span>}
            </>
          )}
        />
        <VirtualList label="Columns" items={items} className="rounded-card border border-border py-1" />
      </div>
      <CommandPalette
        isOpen={isSearching}
        onClose={() => {
          setSearching(false)
        }}
        query={query}
        onQueryChange={setQuery}
        rows={results}
        placeholder="Search tables, columns and actions"
        onRun={(item) => {
          toasts.add({ title: `Ran ${item.label}` })
        }}
      />
    </Card>
  )
}
