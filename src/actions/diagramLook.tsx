// How the diagram in view is drawn: its notation and how much of it is shown.
import { updateDiagram } from '../core/commands/diagram'
import { levels, notations } from '../core/model/records'
import { levelLabels, notationLabels } from '../core/picture/labels'
import type { Action } from '../state/action'
import { document } from '../state/document'
import { currentDiagram, perform } from '../state/perform'
import { isEditable } from './when'

/** On the start page there is none. */
const currentLook = () => {
  const { schema } = document.getState()
  return schema.diagram.size === 0 ? undefined : schema.diagram.get(currentDiagram(schema))
}

export const diagramLookActions: readonly Action[] = [
  ...notations.map((notation): Action => ({
    id: `diagram.notation.${notation}`,
    label: notationLabels[notation],
    group: 'diagram',
    submenu: 'Notation',
    shortcuts: [],
    scope: 'canvas',
    words: ['notation', 'style', 'er'],
    when: isEditable,
    isOn: () => currentLook()?.notation === notation,
    run: () => {
      perform(`Draw in ${notationLabels[notation]}`, (cx) => updateDiagram(cx, cx.diagram, { notation }))
    },
  })),
  ...levels.map((level): Action => ({
    id: `diagram.level.${level}`,
    label: levelLabels[level],
    group: 'diagram',
    submenu: 'Level of detail',
    shortcuts: [],
    scope: 'canvas',
    words: ['level', 'detail', 'show', 'columns'],
    when: isEditable,
    isOn: () => currentLook()?.level === level,
    run: () => {
      perform(`Show ${levelLabels[level].toLowerCase()}`, (cx) => updateDiagram(cx, cx.diagram, { level }))
    },
  })),
]
