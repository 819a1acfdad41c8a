// Whatever a hand does with the pointer has its keys. Actions are named by their ids, so that keys which a person chose
// show here as well.
import type { Shortcut } from '../../state/action'

export interface GestureWay {
  readonly pointer: string
  readonly how: string
  readonly actions?: readonly string[]
  readonly keys?: readonly Shortcut[]
}

const arrows = (held: string): readonly Shortcut[] => [`${held}ArrowLeft`, `${held}ArrowRight`]

export const gestures: readonly GestureWay[] = [
  {
    pointer: 'Click a table',
    how: 'Walk in reading order, or to the next one that way',
    keys: ['Tab', 'Alt+ArrowRight'],
  },
  {
    pointer: 'Shift-click, or drag a frame',
    how: 'Take the next table that way along',
    keys: ['Shift+Alt+ArrowRight'],
    actions: ['edit.selectAll'],
  },
  {
    pointer: 'Click a line',
    how: 'Go through the relations of a table; arrows lead to its ends',
    actions: ['relation.next', 'relation.previous', 'relation.follow'],
  },
  { pointer: 'Click a column', how: 'Into the rows, then up and down', keys: ['Enter', 'ArrowDown'] },
  {
    pointer: 'Drag what is selected',
    how: 'Nudge; with Shift by more',
    keys: [...arrows(''), 'Shift+ArrowRight'],
  },
  {
    pointer: 'Drag a side or a corner',
    how: 'Make what is selected wider or narrower, taller or shorter',
    actions: ['arrange.wider', 'arrange.narrower', 'arrange.taller', 'arrange.shorter'],
  },
  {
    pointer: 'Double-click a name, a column, a note',
    how: 'Type there; Tab goes from name to type',
    keys: ['Enter'],
    actions: ['edit.rename'],
  },
  {
    pointer: 'Double-click the empty canvas, or drag from the palette',
    how: 'Put a new one where there is room',
    actions: ['add.table', 'add.view', 'add.enum', 'add.note', 'add.area'],
  },
  {
    pointer: 'Drag from a column to a table',
    how: 'Walk to the other table or type its name, then Enter',
    actions: ['relation.begin'],
  },
  {
    pointer: 'Drag a line, double-click a bend',
    how: 'Push the selected line; take its bends away',
    keys: arrows('Shift+'),
    actions: ['relation.straighten'],
  },
  {
    pointer: 'Click the end of a line',
    how: 'How many, in the inspector of the selected line',
    actions: ['view.rightDock'],
  },
  { pointer: 'Right-click', how: 'What can be done with it', keys: ['Shift+F10'] },
  {
    pointer: 'Wheel, drag the ground or the minimap',
    how: 'Move the view',
    actions: ['view.panLeft', 'view.panRight', 'view.panUp', 'view.panDown'],
  },
  {
    pointer: 'Ctrl and wheel, pinch',
    how: 'Nearer and further',
    actions: ['view.zoomIn', 'view.zoomOut', 'view.actualSize', 'view.fitAll'],
  },
  { pointer: 'Drag from the outline', how: 'Bring the row into the diagram', keys: ['Insert', '+'] },
  {
    pointer: 'Drag a column in the inspector, a diagram, a value',
    how: 'Move it up and down in its list',
    keys: ['Alt+ArrowUp', 'Alt+ArrowDown'],
  },
  { pointer: 'Drag the edge of a panel', how: 'With the focus on the edge', keys: arrows('') },
  {
    pointer: 'Click a step of the history',
    how: 'Each arrow goes one step; Home goes to the beginning',
    keys: ['ArrowUp', 'ArrowDown', 'Home'],
  },
  { pointer: 'Click away', how: 'Leave the field, the mode, the row, the selection', keys: ['Escape'] },
]
