import { ChevronsDownUp, EyeOff, KeyRound, Lock, Palette, Eye } from 'lucide-react'
import { setCollapsed, setColor, setHidden, setLocked, showAll, type Item } from '../core/commands/layout'
import { setLineColor } from '../core/commands/line'
import { isIdOf } from '../core/model/id'
import { placementOf } from '../core/model/query'
import { colors, type Color, type Placeable, type Placement } from '../core/model/records'
import { document } from '../state/document'
import { isDrawable } from '../state/selection'
import { currentDiagram, perform } from '../state/perform'
import { openDialog } from '../state/screens'
import type { Action } from '../state/action'
import {
  all,
  drawableSelected,
  isEditable,
  objectsSelected,
  selectedItems,
  selectedPlaceables,
  selectedRelations,
  somethingSelected,
} from './when'
import { said } from './say'

const placementHere = (object: Placeable): Placement | undefined => {
  const { schema } = document.getState()
  return placementOf(schema, currentDiagram(schema), object)
}

/** Of a mixed selection the action takes all the same way: the way of the first is turned. */
const isCollapsed = (how: 'keys' | 'header') => (): boolean => {
  const objects = selectedPlaceables()
  return objects.length > 0 && objects.every((object) => placementHere(object)?.collapsed === how)
}

function collapse(how: 'keys' | 'header', verb: string): Pick<Action, 'isOn' | 'run'> {
  const isOn = isCollapsed(how)
  return {
    isOn,
    run: () => {
      const objects = selectedPlaceables()
      const next = isOn() ? undefined : how
      perform(`${next ? verb : 'Show all columns of'} ${said(objects)}`, (cx) =>
        setCollapsed(cx, objects, next),
      )
    },
  }
}

const movable = (): readonly Item[] =>
  selectedItems().filter((id): id is Item => isDrawable(id) && !isIdOf('relation', id))

const isLocked = (item: Item): boolean => {
  const { schema } = document.getState()
  if (isIdOf('note', item)) return schema.note.get(item)?.locked ?? false
  if (isIdOf('area', item)) return schema.area.get(item)?.locked ?? false
  return placementHere(item)?.locked ?? false
}

const allLocked = () => movable().length > 0 && movable().every(isLocked)

/** Colours the selection in this diagram: tables and notes themselves, areas by their group, relations by their line. */
function colorSelection(color: Color): void {
  const items = movable()
  const relations = selectedRelations()
  perform(`Colour ${said(selectedItems())}`, (cx) => {
    for (const relation of relations) {
      const colored = setLineColor(cx, relation, color === 'none' ? undefined : color)
      if (!colored.ok) return colored
    }
    return setColor(cx, items, color)
  })
}

const hiddenHere = () => {
  const { schema } = document.getState()
  const diagram = currentDiagram(schema)
  return [...schema.placement.values()].some((placement) => placement.diagram === diagram && placement.hidden)
}

export const tableActions: readonly Action[] = [
  {
    id: 'table.collapseToKeys',
    label: 'Show keys only',
    group: 'table',
    icon: <KeyRound />,
    shortcuts: ['K'],
    scope: 'canvas',
    when: all(isEditable, objectsSelected),
    ...collapse('keys', 'Show only the keys of'),
  },
  {
    id: 'table.collapse',
    label: 'Show the name only',
    group: 'table',
    icon: <ChevronsDownUp />,
    shortcuts: ['Shift+K'],
    scope: 'canvas',
    words: ['collapse', 'fold'],
    when: all(isEditable, objectsSelected),
    ...collapse('header', 'Show only the name of'),
  },
  {
    id: 'table.lock',
    label: 'Lock in place',
    group: 'table',
    icon: <Lock />,
    shortcuts: ['L'],
    scope: 'canvas',
    words: ['pin', 'unlock'],
    when: all(isEditable, drawableSelected),
    isOn: allLocked,
    run: () => {
      const items = movable()
      const locked = !allLocked()
      perform(`${locked ? 'Lock' : 'Unlock'} ${said(items)}`, (cx) => setLocked(cx, items, locked))
    },
  },
  {
    id: 'table.hide',
    label: 'Hide in this diagram',
    group: 'table',
    icon: <EyeOff />,
    shortcuts: ['H'],
    scope: 'canvas',
    when: all(isEditable, objectsSelected),
    run: () => {
      const objects = selectedPlaceables()
      perform(`Hide ${said(objects)}`, (cx) => setHidden(cx, objects, true))
    },
  },
  {
    id: 'table.hideByName',
    label: 'Hide tables by name…',
    group: 'table',
    icon: <EyeOff />,
    shortcuts: [],
    scope: 'canvas',
    words: ['pattern', 'filter', 'prefix', 'wildcard'],
    when: all(isEditable, () => document.getState().schema.table.size > 0 || 'There is no table yet'),
    run: () => {
      openDialog({ kind: 'hide' })
    },
  },
  {
    id: 'table.showHidden',
    label: 'Show everything that is hidden',
    group: 'table',
    icon: <Eye />,
    shortcuts: ['Shift+H'],
    scope: 'canvas',
    when: all(isEditable, () => hiddenHere() || 'Nothing is hidden in this diagram'),
    run: () => {
      perform('Show everything that was hidden', showAll)
    },
  },
  ...colors.map((color): Action => ({
    id: `table.color.${color}`,
    label: color === 'none' ? 'No colour' : `Colour ${color}`,
    group: 'table',
    submenu: 'Colour',
    icon: <Palette />,
    shortcuts: [],
    scope: 'canvas',
    words: ['color', 'tint'],
    when: all(isEditable, somethingSelected),
    run: () => {
      colorSelection(color)
    },
  })),
]
