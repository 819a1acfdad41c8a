import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Group,
  MoveHorizontal,
  Sparkles,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { align, distribute, sameWidth, type Edge } from '../core/commands/align'
import type { Cx, Done } from '../core/commands/context'
import type { Item } from '../core/commands/layout'
import type { ArrangeStyle } from '../core/layout/arrange/arrange'
import { groupings, type Grouping } from '../core/layout/arrange/grouping'
import type { Box } from '../core/layout/box'
import { boxOf } from '../core/layout/geometry'
import { placementOf } from '../core/model/query'
import type { Action } from '../state/action'
import { document } from '../state/document'
import { currentDiagram, perform } from '../state/perform'
import { said } from './say'
import type { ArrangeScope } from '../state/arrange'
import type { Arrange } from './services'
import { all, isEditable, selectedPlaceables, severalSelected, type When } from './when'

/** The boxes of what is selected, as they stand. */
function selectedBoxes(): ReadonlyMap<Item, Box> {
  const { schema } = document.getState()
  const diagram = currentDiagram(schema)
  const boxes = new Map<Item, Box>()
  for (const object of selectedPlaceables()) {
    const placement = placementOf(schema, diagram, object)
    const box = placement && boxOf(schema, placement)
    if (box) boxes.set(object, box)
  }
  return boxes
}

type Straighten = (cx: Cx, boxes: ReadonlyMap<Item, Box>) => Done

interface Given {
  readonly id: string
  readonly label: string
  /** What the step says before the names of what it moved: "Align the left edges of". */
  readonly verb?: string
  readonly icon: ReactNode
  readonly least: number
  readonly shortcuts?: readonly string[]
  readonly work: Straighten
}

const straightening = ({
  id,
  label,
  verb = `${label} of`,
  icon,
  least,
  shortcuts = [],
  work,
}: Given): Action => ({
  id: `arrange.${id}`,
  label,
  group: 'arrange',
  icon,
  shortcuts,
  scope: 'canvas',
  when: all(isEditable, severalSelected(least)),
  run: () => {
    const boxes = selectedBoxes()
    perform(`${verb} ${said([...boxes.keys()])}`, (cx) => work(cx, boxes))
  },
})

const alignTo = (edge: Edge) => ({
  least: 2,
  work: (cx: Cx, boxes: ReadonlyMap<Item, Box>) => align(cx, boxes, edge),
})

const straight: readonly Given[] = [
  {
    id: 'alignLeft',
    label: 'Align the left edges',
    icon: <AlignStartVertical />,
    shortcuts: ['Alt+A'],
    ...alignTo('left'),
  },
  {
    id: 'alignCenter',
    label: 'Align the centres',
    icon: <AlignCenterVertical />,
    shortcuts: ['Alt+H'],
    ...alignTo('center'),
  },
  {
    id: 'alignRight',
    label: 'Align the right edges',
    icon: <AlignEndVertical />,
    shortcuts: ['Alt+D'],
    ...alignTo('right'),
  },
  {
    id: 'alignTop',
    label: 'Align the top edges',
    icon: <AlignStartHorizontal />,
    shortcuts: ['Alt+W'],
    ...alignTo('top'),
  },
  {
    id: 'alignMiddle',
    label: 'Align the middles',
    icon: <AlignCenterHorizontal />,
    shortcuts: ['Alt+V'],
    ...alignTo('middle'),
  },
  {
    id: 'alignBottom',
    label: 'Align the bottom edges',
    icon: <AlignEndHorizontal />,
    shortcuts: ['Alt+S'],
    ...alignTo('bottom'),
  },
  {
    id: 'distributeAcross',
    label: 'Equal gaps across',
    verb: 'Make equal gaps across between',
    icon: <AlignHorizontalDistributeCenter />,
    least: 3,
    work: (cx, boxes) => distribute(cx, boxes, 'x'),
  },
  {
    id: 'distributeDown',
    label: 'Equal gaps down',
    verb: 'Make equal gaps down between',
    icon: <AlignVerticalDistributeCenter />,
    least: 3,
    work: (cx, boxes) => distribute(cx, boxes, 'y'),
  },
  {
    id: 'sameWidth',
    label: 'Same width',
    verb: 'Give the same width to',
    icon: <MoveHorizontal />,
    least: 2,
    work: sameWidth,
  },
]

const styleLabels: Readonly<Record<ArrangeStyle, string>> = {
  leftRight: 'Arrange left to right',
  topDown: 'Arrange top down',
  compact: 'Arrange compactly',
  grouped: 'Arrange by subject area',
}

// The keys of an exhaustive record.
const styles = Object.keys(styleLabels) as readonly ArrangeStyle[]

const somethingPlaced = (): When => document.getState().schema.placement.size > 0 || 'Add a table first'

const unplaced = (): When => {
  const { schema } = document.getState()
  const diagram = currentDiagram(schema)
  return (
    [...schema.table.keys()].some((table) => !placementOf(schema, diagram, table)) ||
    'Every table has its place in this diagram'
  )
}

const groupingLabels: Readonly<Record<Grouping, string>> = {
  prefix: 'Group by the beginnings of names',
  namespace: 'Group by schema',
  community: 'Group by relations',
}

interface Automatic {
  readonly id: string
  readonly label: string
  readonly style: ArrangeStyle
  readonly scope: ArrangeScope
  readonly shortcuts?: readonly string[]
  readonly when: () => When
}

const automatics: readonly Automatic[] = [
  ...styles.map((style) => ({
    id: style === 'leftRight' ? 'auto' : style,
    label: styleLabels[style],
    style,
    scope: 'all' as const,
    shortcuts: style === 'leftRight' ? ['Shift+L'] : [],
    when: somethingPlaced,
  })),
  {
    id: 'autoSelection',
    label: 'Arrange the selection',
    style: 'leftRight',
    scope: 'selection',
    when: severalSelected(2),
  },
  {
    id: 'autoUnplaced',
    label: 'Place the tables that have no place yet',
    style: 'leftRight',
    scope: 'unplaced',
    when: unplaced,
  },
]

export const arrangeActions = (arrange: Arrange): readonly Action[] => [
  ...automatics.map(({ id, label, style, scope, shortcuts = [], when }): Action => ({
    id: `arrange.${id}`,
    label,
    group: 'arrange',
    icon: <Sparkles />,
    shortcuts,
    scope: 'canvas',
    words: ['layout', 'automatic', 'tidy', 'whole diagram', 'schema'],
    when: all(isEditable, when),
    run: () => arrange({ style, scope }),
  })),
  ...groupings.map((grouping): Action => ({
    id: `arrange.group.${grouping}`,
    label: groupingLabels[grouping],
    group: 'arrange',
    submenu: 'Make subject areas',
    icon: <Group />,
    shortcuts: [],
    scope: 'canvas',
    words: ['subject area', 'cluster', 'community', 'prefix', 'namespace', 'module'],
    when: all(isEditable, somethingPlaced),
    run: () => arrange({ style: 'grouped', scope: 'all', grouping }),
  })),
  ...straight.map(straightening),
]
