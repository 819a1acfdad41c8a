import {
  ClipboardPaste,
  Copy,
  CopyPlus,
  Eraser,
  Pencil,
  Redo2,
  Scissors,
  SquareDashedMousePointer,
  Trash2,
  Undo2,
} from 'lucide-react'
import { isIdOf } from '../core/model/id'
import { placementsIn } from '../core/model/query'
import { redoStep, undoStep, document } from '../state/document'
import { tell } from '../state/feedback'
import { openRight } from '../state/docks'
import { currentDiagram } from '../state/perform'
import { isDatabaseObject, noSelection, select, type Selectable } from '../state/selection'
import { setSelection, view } from '../state/view'
import type { Action } from '../state/action'
import type { Clipboard } from './clipboard'
import {
  all,
  always,
  drawableSelected,
  inEditor,
  isEditable,
  selectedItems,
  somethingSelected,
  type When,
} from './when'
import { removeSelected } from './remove'
import { clearAll, somethingToClear } from './clear'

const travel = (step: () => string | undefined, word: string) => () => {
  const label = step()
  if (label !== undefined) tell({ tone: 'info', text: `${word}: ${label}` })
}

const history: readonly Action[] = [
  {
    id: 'edit.undo',
    label: 'Undo',
    group: 'edit',
    icon: <Undo2 />,
    shortcuts: ['Mod+Z'],
    scope: 'canvas',
    when: all(isEditable, () => document.getState().history.done.length > 0 || 'Nothing to undo'),
    run: travel(undoStep, 'Undone'),
  },
  {
    id: 'edit.redo',
    label: 'Redo',
    group: 'edit',
    icon: <Redo2 />,
    shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
    scope: 'canvas',
    when: all(isEditable, () => document.getState().history.undone.length > 0 || 'Nothing to redo'),
    run: travel(redoStep, 'Redone'),
  },
]

/** Everything in the diagram in view. */
function everything(): readonly Selectable[] {
  const { schema } = document.getState()
  const diagram = currentDiagram(schema)
  const here = <T extends { readonly diagram: string }>(rows: Iterable<T>) =>
    [...rows].filter((row) => row.diagram === diagram)
  const shown = [...placementsIn(schema, diagram).values()].filter((placement) => !placement.hidden)
  return [
    ...shown.map((placement) => placement.object),
    ...here(schema.note.values()).map((note) => note.id),
    ...here(schema.area.values()).map((area) => area.id),
  ]
}

function oneNamedSelected(): When {
  const [object, ...others] = selectedItems()
  if (object === undefined || others.length > 0) return 'Select one object first'
  return !isIdOf('grant', object) || 'A grant has no name'
}

const selection: readonly Action[] = [
  {
    id: 'edit.selectAll',
    label: 'Select everything',
    group: 'edit',
    icon: <SquareDashedMousePointer />,
    shortcuts: ['Mod+A'],
    scope: 'canvas',
    when: always,
    run: () => {
      setSelection(select(...everything()))
    },
  },
  {
    id: 'edit.selectNone',
    label: 'Select nothing',
    group: 'edit',
    shortcuts: ['Mod+Shift+A'],
    scope: 'canvas',
    when: somethingSelected,
    run: () => {
      setSelection(noSelection)
    },
  },
  {
    id: 'edit.rename',
    label: 'Rename',
    group: 'edit',
    icon: <Pencil />,
    shortcuts: ['F2'],
    scope: 'canvas',
    when: all(isEditable, oneNamedSelected),
    run: () => {
      const [object] = selectedItems()
      if (object === undefined) return
      // No canvas field stands there: the inspector's takes the typing.
      if (isDatabaseObject(object)) openRight()
      const field = isIdOf('note', object) ? 'text' : 'name'
      const { part } = view.getState().selection
      const row = part && ('value' in part ? part.value : part.column)
      view.setState({ editing: { object, field, ...(row && { part: row }) } })
    },
  },
  {
    id: 'edit.delete',
    label: 'Delete',
    group: 'edit',
    icon: <Trash2 />,
    shortcuts: ['Delete', 'Backspace'],
    scope: 'canvas',
    isDanger: true,
    words: ['remove'],
    when: all(isEditable, somethingSelected),
    run: removeSelected,
  },
]

const clear: Action = {
  id: 'edit.clear',
  label: 'Clear document',
  group: 'edit',
  icon: <Eraser />,
  shortcuts: [],
  scope: 'everywhere',
  isDanger: true,
  words: ['delete everything', 'empty', 'reset', 'start over'],
  when: all(inEditor, isEditable, somethingToClear),
  run: clearAll,
}

const clipboardActions = (clipboard: Clipboard): readonly Action[] => [
  {
    id: 'edit.cut',
    label: 'Cut',
    group: 'edit',
    icon: <Scissors />,
    shortcuts: ['Mod+X'],
    isBrowserEvent: true,
    scope: 'canvas',
    when: all(isEditable, drawableSelected),
    run: clipboard.cut,
  },
  {
    id: 'edit.copy',
    label: 'Copy',
    group: 'edit',
    icon: <Copy />,
    shortcuts: ['Mod+C'],
    isBrowserEvent: true,
    scope: 'canvas',
    when: drawableSelected,
    run: clipboard.copy,
  },
  {
    id: 'edit.paste',
    label: 'Paste',
    group: 'edit',
    icon: <ClipboardPaste />,
    shortcuts: ['Mod+V'],
    isBrowserEvent: true,
    scope: 'canvas',
    when: isEditable,
    run: clipboard.paste,
  },
  {
    id: 'edit.duplicate',
    label: 'Duplicate',
    group: 'edit',
    icon: <CopyPlus />,
    shortcuts: ['Mod+D'],
    scope: 'canvas',
    when: all(isEditable, drawableSelected),
    run: clipboard.duplicate,
  },
]

export const editActions = (clipboard: Clipboard): readonly Action[] => [
  ...history,
  ...clipboardActions(clipboard),
  ...selection,
  clear,
]
