import { CirclePlus, Copy, Pencil, Trash2, X } from 'lucide-react'
import { createDiagram, duplicateDiagram, removeDiagram } from '../core/commands/diagram'
import { unplace } from '../core/commands/layout'
import { inOrder } from '../core/model/schema'
import { document } from '../state/document'
import { reveal } from '../state/reveal'
import { currentDiagram, perform } from '../state/perform'
import { setLeft } from '../state/docks'
import { presenceOf, showInDiagram } from '../state/placing'
import { view } from '../state/view'
import type { Action } from '../state/action'
import { all, always, isEditable, objectsSelected, selectedPlaceables } from './when'
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

export const diagramActions: readonly Action[] = [
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
