// Nothing is to be seen yet: the next step, said once, in the middle. A document without tables begins with drawing
// one; another diagram of a document that has some begins with choosing from them.
import { EyeOff, LayoutDashboard, Table2 } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import type { DiagramId } from '../core/model/id'
import { placementsIn } from '../core/model/query'
import type { Placeable } from '../core/model/records'
import { inOrder, type Schema } from '../core/model/schema'
import { canvasPort } from '../state/camera'
import { useDocument } from '../state/document'
import { useKeysOf, useRun } from '../state/keymap'
import { namedApart } from '../state/namedApart'
import { currentDiagram } from '../state/perform'
import { placeInDiagram } from '../state/placeInDiagram'
import { useView } from '../state/view'
import { Button, Combobox, EmptyState, Kbd } from '../ui'
import { createAt } from './gestures/create'

const addTable = (): void => {
  const middle = canvasPort.getState().port?.middle()
  if (middle) createAt('table', middle)
}

/** Words are no wall: a double-click on them reaches the canvas below. Only what can be used takes the pointer. */
const open = 'pointer-events-auto'

function DrawFirst({ actions }: { readonly actions: ReactNode }) {
  const keys = useKeysOf('add.table')
  return (
    <EmptyState
      icon={<Table2 aria-hidden />}
      title="Draw your first table"
      text={
        <>
          Double-click anywhere{keys === undefined ? '' : ', press '}
          {keys !== undefined && <Kbd shortcut={keys} />}, or drag one from the palette on the left. Type a
          name, then its columns: name, Tab, type, Enter.
        </>
      }
    >
      <div data-floating className={`${open} flex flex-wrap justify-center gap-2`}>
        <Button variant="primary" shortcut={keys} onClick={addTable}>
          Add table
        </Button>
        {actions}
      </div>
    </EmptyState>
  )
}

const placeablesOf = (schema: Schema): readonly Placeable[] =>
  [...inOrder(schema.table), ...inOrder(schema.view), ...inOrder(schema.enum)].map(({ id }) => id)

function ChooseFrom({ schema }: { readonly schema: Schema }) {
  const placeAll = useRun('arrange.autoUnplaced')
  const choices = useMemo(() => namedApart(schema, placeablesOf(schema)), [schema])
  const options = useMemo(
    () => [{ label: 'In this document', options: [...choices.keys()].map((value) => ({ value })) }],
    [choices],
  )
  const tables = schema.table.size
  const what = tables === 1 ? 'one table' : `${tables.toLocaleString('en')} tables`
  return (
    <EmptyState
      icon={<LayoutDashboard aria-hidden />}
      title="Nothing in this diagram yet"
      text={`The document has ${tables > 0 ? what : 'views and enums'}. Bring in what this diagram is about: search, drag from the outline, or double-click to draw a new one.`}
    >
      <div data-floating className={`${open} flex flex-col items-center gap-3`}>
        <Combobox
          label="Find a table to bring in"
          isLabelHidden
          placeholder="Find a table to bring in"
          value=""
          options={options}
          isEager
          isOpenAtFocus
          onCommit={(name) => {
            const found = choices.get(name)
            if (found) placeInDiagram([found])
          }}
          className="w-60"
        />
        <div className="flex flex-wrap justify-center gap-2">
          {tables > 0 && placeAll && (
            <Button variant="primary" onClick={placeAll}>
              {tables === 1 ? 'Add the table' : `Add all ${tables.toLocaleString('en')} tables`}
            </Button>
          )}
          <Button onClick={addTable}>New table</Button>
        </div>
      </div>
    </EmptyState>
  )
}

function AllHidden({ count }: { readonly count: number }) {
  const showAll = useRun('table.showHidden')
  return (
    <EmptyState
      icon={<EyeOff aria-hidden />}
      title="Everything here is hidden"
      text={`${count === 1 ? 'One object is' : `${count} objects are`} in this diagram and hidden.`}
    >
      {showAll && (
        <div data-floating className={open}>
          <Button variant="primary" onClick={showAll}>
            Show everything
          </Button>
        </div>
      )}
    </EmptyState>
  )
}

const hiddenIn = (schema: Schema, diagram: DiagramId): number =>
  [...placementsIn(schema, diagram).values()].filter(({ hidden }) => hidden).length

function Hint({ actions }: { readonly actions: ReactNode }) {
  const schema = useDocument((state) => state.schema)
  const isReadOnly = useDocument((state) => state.isReadOnly)
  useView(({ diagram }) => diagram)
  if (schema.diagram.size === 0) return null
  if (isReadOnly) {
    return <EmptyState title="Nothing in this diagram" text="The document is open for reading only." />
  }
  const hidden = hiddenIn(schema, currentDiagram(schema))
  if (hidden > 0) return <AllHidden count={hidden} />
  const isBare = schema.table.size + schema.view.size + schema.enum.size === 0
  return isBare ? <DrawFirst actions={actions} /> : <ChooseFrom schema={schema} />
}

export function EmptyCanvas({ actions }: { readonly actions: ReactNode }) {
  const isSelecting = useView(({ mode }) => mode.kind === 'select')
  if (!isSelecting) return null
  return (
    <div className="pointer-events-none absolute inset-0 flex items-center justify-center">
      <Hint actions={actions} />
    </div>
  )
}
