import { CirclePlus, Copy, Pencil, SquareDashedMousePointer, Trash2, Waypoints, X } from 'lucide-react'
import { createDiagram, duplicateDiagram, removeDiagram } from '../core/commands/diagram'
import { place, unplace } from '../core/commands/layout'
import type { TableId } from '../core/model/id'
import { endsOf, placementsIn, relationsOf } from '../core/model/query'
import { inOrder } from '../core/model/schema'
import { document } from '../state/document'
import { reveal } from '../state/reveal'
import { currentDiagram, perform } from '../state/perform'
import { setLeft } from '../state/docks'
import { presenceOf, showInDiagram } from '../state/placing'
import { view } from '../state/view'
import type { Action } from '../state/action'
import type { Arrange } from './services'
import { all, always, isEditable, objectsSelected, selectedPlaceables, selectedTables } from './when'
import { said } from './say'

function step(by: 1 | -1): void {
  const { schema } = document.getState()
  const diagrams = inOrder(schema.diagram)
  const at = diagrams.findIndex(({ id }) => id === currentDiagram(schema))
  const next = diagrams[(at + by + diagrams.length) % diagrams.length]
  if (next) reveal.diagram(next.id)
}

const several = () => document.getState().schema.diagram.size > 1 || 'There is only one diagram'

const currentName = (): string => {
  const { schema } = document.getState()
  return schema.diagram.get(currentDiagram(schema))?.name.trim() || 'unnamed'
}

const showList = () => {
  setLeft({ isOpen: true, tab: 'diagrams' })
}

/** Tables that what is selected refers to or is referred to by, and that the diagram does not show. */
function neighboursAway(): readonly TableId[] {
  const { schema } = document.getState()
  const found = new Set<TableId>()
  for (const table of selectedTables()) {
    for (const relation of relationsOf(schema, table)) {
      for (const end of endsOf(relation)) if (presenceOf(end.table) !== 'shown') found.add(end.table)
    }
  }
  return [...found]
}

async function addNeighbours(arrange: Arrange): Promise<void> {
  const coming = neighboursAway()
  const hidden = coming.filter((id) => presenceOf(id) === 'hidden')
  if (hidden.length > 0) showInDiagram(hidden)
  const absent = coming.filter((id) => presenceOf(id) === 'absent')
  if (absent.length > 0) await arrange({ style: 'leftRight', scope: 'unplaced', only: absent })
}

/** What is selected once more, where it stands, in a diagram of its own. */
function diagramOfSelection(): void {
  const { schema } = document.getState()
  const here = placementsIn(schema, currentDiagram(schema))
  const chosen = selectedPlaceables()
  const places = new Map(
    chosen.flatMap((id) => {
      const at = here.get(id)
      return at ? [[id, { x: at.x, y: at.y }] as const] : []
    }),
  )
  const made = perform(`Make a diagram of ${said(chosen)}`, (cx) => {
    const diagram = createDiagram(cx)
    if (!diagram.ok) return diagram
    const placed = place(cx, places, diagram.value)
    return placed.ok ? diagram : placed
  })
  if (made.ok) reveal.diagram(made.value)
  showList()
}

export const diagramActions = (arrange: Arrange): readonly Action[] => [
  {
    id: 'diagram.new',
    label: 'New diagram',
    group: 'diagram',
    icon: <CirclePlus />,
    shortcuts: [],
    scope: 'canvas',
    when: isEditable,
    run: () => {
      const made = perform('Add diagram', (cx) => createDiagram(cx))
      if (made.ok) reveal.diagram(made.value)
      showList()
    },
  },
  {
    id: 'diagram.duplicate',
    label: 'Duplicate this diagram',
    group: 'diagram',
    icon: <Copy />,
    shortcuts: [],
    scope: 'canvas',
    when: isEditable,
    run: () => {
      const made = perform(`Duplicate diagram ${currentName()}`, (cx) => duplicateDiagram(cx, cx.diagram))
      if (made.ok) reveal.diagram(made.value)
    },
  },
  {
    id: 'diagram.rename',
    label: 'Rename this diagram',
    group: 'diagram',
    icon: <Pencil />,
    shortcuts: [],
    scope: 'canvas',
    when: isEditable,
    run: () => {
      showList()
      view.setState({ editing: { object: currentDiagram(document.getState().schema), field: 'name' } })
    },
  },
  {
    id: 'diagram.delete',
    label: 'Delete this diagram',
    group: 'diagram',
    icon: <Trash2 />,
    shortcuts: [],
    scope: 'canvas',
    isDanger: true,
    when: all(isEditable, several),
    run: () => {
      const { schema } = document.getState()
      const gone = currentDiagram(schema)
      const removed = perform(`Delete diagram ${currentName()}`, (cx) => removeDiagram(cx, gone))
      if (removed.ok) reveal.diagram(currentDiagram(document.getState().schema))
    },
  },
  {
    id: 'diagram.next',
    label: 'Next diagram',
    group: 'diagram',
    shortcuts: ['PageDown'],
    scope: 'canvas',
    when: all(always, several),
    run: () => {
      step(1)
    },
  },
  {
    id: 'diagram.previous',
    label: 'Previous diagram',
    group: 'diagram',
    shortcuts: ['PageUp'],
    scope: 'canvas',
    when: all(always, several),
    run: () => {
      step(-1)
    },
  },
  {
    id: 'diagram.add',
    label: 'Add to this diagram',
    group: 'diagram',
    icon: <CirclePlus />,
    shortcuts: [],
    scope: 'canvas',
    words: ['show', 'place', 'unhide'],
    when: all(
      isEditable,
      objectsSelected,
      () =>
        selectedPlaceables().some((one) => presenceOf(one) !== 'shown') || 'This diagram shows it already',
    ),
    run: () => {
      showInDiagram(selectedPlaceables())
    },
  },
  {
    id: 'diagram.addNeighbours',
    label: 'Add the neighbours of the selection',
    group: 'diagram',
    icon: <Waypoints />,
    shortcuts: ['Shift+N'],
    scope: 'canvas',
    words: ['related', 'expand', 'grow', 'explore'],
    when: all(
      isEditable,
      () => selectedTables().length > 0 || 'Select a table first',
      () => neighboursAway().length > 0 || 'This diagram shows all of its neighbours',
    ),
    run: () => addNeighbours(arrange),
  },
  {
    id: 'diagram.ofSelection',
    label: 'New diagram of the selection',
    group: 'diagram',
    icon: <SquareDashedMousePointer />,
    shortcuts: [],
    scope: 'canvas',
    words: ['extract', 'view', 'subset'],
    when: all(isEditable, objectsSelected),
    run: diagramOfSelection,
  },
  {
    id: 'diagram.remove',
    label: 'Take out of this diagram',
    group: 'diagram',
    icon: <X />,
    shortcuts: ['Shift+Delete'],
    scope: 'canvas',
    words: ['remove from diagram'],
    when: all(isEditable, objectsSelected),
    run: () => {
      const objects = selectedPlaceables()
      perform(`Take ${said(objects)} out of this diagram`, (cx) => unplace(cx, objects))
    },
  },
]
