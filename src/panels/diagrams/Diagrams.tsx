import { Plus } from 'lucide-react'
import { rename } from '../../core/commands/rename'
import { createDiagram, removeDiagram } from '../../core/commands/diagram'
import { reorder } from '../../core/commands/record'
import type { DiagramId } from '../../core/model/id'
import { placementsIn } from '../../core/model/query'
import { inOrder } from '../../core/model/schema'
import { document, useDocument } from '../../state/document'
import { currentDiagram, perform } from '../../state/perform'
import { reveal } from '../../state/reveal'
import { useView, view } from '../../state/view'
import { Button, InlineEdit, Menu, IconButton, Tree } from '../../ui'
import { Ellipsis } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useMemo } from 'react'
import { DiagramLook } from './DiagramLook'

interface DiagramRow {
  readonly id: DiagramId
  readonly label: string
  readonly count: number
  readonly level: 1
}

const useReadOnly = (): boolean => useDocument(({ isReadOnly }) => isReadOnly)

const beginRename = (diagram: DiagramId) => {
  view.setState({ editing: { object: diagram, field: 'name' } })
}

const endEditing = () => {
  view.setState({ editing: undefined })
}

function addDiagram(): void {
  const made = perform('Add diagram', (cx) => createDiagram(cx))
  if (!made.ok) return
  reveal.diagram(made.value)
  beginRename(made.value)
}

function remove(diagram: DiagramId): void {
  const name = document.getState().schema.diagram.get(diagram)?.name.trim() || 'unnamed'
  const removed = perform(`Delete diagram ${name}`, (cx) => removeDiagram(cx, diagram))
  if (removed.ok) reveal.diagram(currentDiagram(document.getState().schema))
}

function move(diagram: DiagramId, by: 1 | -1): void {
  const diagrams = inOrder(document.getState().schema.diagram)
  const index = diagrams.findIndex(({ id }) => id === diagram) + by
  if (index < 0 || index >= diagrams.length) return
  perform('Reorder diagrams', (cx) => reorder(cx, { kind: 'diagram', id: diagram }, index))
}

function handleKey(event: KeyboardEvent, { id }: DiagramRow): void {
  if (document.getState().isReadOnly) return
  if (event.key === 'F2') beginRename(id)
  else if (event.key === 'Delete') remove(id)
  else if (event.altKey && event.key === 'ArrowUp') move(id, -1)
  else if (event.altKey && event.key === 'ArrowDown') move(id, 1)
  else return
  event.preventDefault()
}

function RowMenu({ id, label }: DiagramRow) {
  return (
    <Menu
      align="end"
      trigger={<IconButton label={`Actions for ${label}`} icon={<Ellipsis />} size="small" tabIndex={-1} />}
      entries={() => [
        {
          kind: 'action',
          label: 'Rename',
          shortcut: 'F2',
          onSelect: () => {
            beginRename(id)
          },
        },
        {
          kind: 'action',
          label: 'Move up',
          shortcut: 'Alt+ArrowUp',
          onSelect: () => {
            move(id, -1)
          },
        },
        {
          kind: 'action',
          label: 'Move down',
          shortcut: 'Alt+ArrowDown',
          onSelect: () => {
            move(id, 1)
          },
        },
        { kind: 'separator' },
        {
          kind: 'action',
          label: 'Delete',
          shortcut: 'Delete',
          isDanger: true,
          onSelect: () => {
            remove(id)
          },
        },
      ]}
    />
  )
}

function Row({ row }: { readonly row: DiagramRow }) {
  const isEditing = useView((state) => state.editing?.object === row.id)
  const isReadOnly = useReadOnly()
  if (isEditing) {
    return (
      <InlineEdit
        label="Name of the diagram"
        value={row.label}
        onCancel={endEditing}
        onCommit={(name) => {
          endEditing()
          if (name !== row.label)
            perform(`Rename diagram to ${name}`, (cx) => rename(cx, { id: row.id }, name))
        }}
      />
    )
  }
  return (
    <>
      <span className="min-w-0 grow truncate">{row.label || 'Without a name'}</span>
      <span className="text-small text-faint tabular-nums">{row.count}</span>
      {!isReadOnly && <RowMenu {...row} />}
    </>
  )
}

/** The diagrams of this document: several views over the one model. */
export function Diagrams() {
  const isReadOnly = useReadOnly()
  const schema = useDocument((state) => state.schema)
  const shown = useView((state) => state.diagram) ?? currentDiagram(schema)
  const diagram = schema.diagram.get(shown)
  const rows = useMemo(
    () =>
      inOrder(schema.diagram).map(({ id, name }): DiagramRow => ({
        id,
        label: name,
        count: placementsIn(schema, id).size,
        level: 1,
      })),
    [schema],
  )
  return (
    <div className="flex min-h-0 grow flex-col">
      <Tree
        label="Diagrams"
        rows={rows}
        selectedIds={new Set([shown])}
        onSelect={([id]) => {
          const row = rows.find((one) => one.id === id)
          if (row) reveal.diagram(row.id)
        }}
        onActivate={({ id }) => {
          if (!isReadOnly) beginRename(id)
        }}
        onRowKey={handleKey}
        renderRow={(row) => <Row row={row} />}
        className="grow"
      />
      {!isReadOnly && diagram && <DiagramLook diagram={diagram} />}
      {!isReadOnly && (
        <div className="border-t border-border p-2">
          <Button variant="quiet" icon={<Plus />} onClick={addDiagram}>
            New diagram
          </Button>
        </div>
      )}
    </div>
  )
}
