import {
  CodeXml,
  Contrast,
  Focus,
  Grid3x3,
  History,
  Magnet,
  Map as MapIcon,
  Maximize,
  Moon,
  PanelLeft,
  PanelRight,
  Scan,
  Sun,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import type { Placeable } from '../core/model/records'
import { lookAt } from '../state/camera'
import { isLeftOpen, isRightOpen, setLeft, toggleRight, type LeftTab } from '../state/docks'
import { settings, type Settings } from '../state/settings'
import { view } from '../state/view'
import type { Action } from '../state/action'
import { always, isPlaceable, objectsSelected, selectedItems, somethingSelected } from './when'

const zoomStep = 1.25

const camera: readonly Action[] = [
  {
    id: 'view.fitAll',
    label: 'Fit the whole diagram',
    group: 'view',
    icon: <Maximize />,
    shortcuts: ['1', 'Shift+1'],
    scope: 'canvas',
    words: ['zoom', 'everything'],
    when: always,
    run: () => {
      lookAt({ kind: 'fitAll' })
    },
  },
  {
    id: 'view.fitSelection',
    label: 'Fit the selection',
    group: 'view',
    icon: <Scan />,
    shortcuts: ['2', 'Shift+2'],
    scope: 'canvas',
    words: ['zoom'],
    when: somethingSelected,
    run: () => {
      lookAt({ kind: 'fit', items: new Set(selectedItems()) })
    },
  },
  {
    id: 'view.actualSize',
    label: 'Zoom to 100 %',
    group: 'view',
    shortcuts: ['0', 'Mod+0'],
    scope: 'canvas',
    when: always,
    run: () => {
      lookAt({ kind: 'zoomTo', zoom: 1 })
    },
  },
  {
    id: 'view.zoomIn',
    label: 'Zoom in',
    group: 'view',
    icon: <ZoomIn />,
    shortcuts: ['+', '=', 'Mod+='],
    scope: 'canvas',
    when: always,
    run: () => {
      lookAt({ kind: 'zoomBy', factor: zoomStep })
    },
  },
  {
    id: 'view.zoomOut',
    label: 'Zoom out',
    group: 'view',
    icon: <ZoomOut />,
    shortcuts: ['-', 'Mod+-'],
    scope: 'canvas',
    when: always,
    run: () => {
      lookAt({ kind: 'zoomBy', factor: 1 / zoomStep })
    },
  },
]

const panStep = 96

const pans = [
  ['Left', 'left', { x: -panStep, y: 0 }],
  ['Right', 'right', { x: panStep, y: 0 }],
  ['Up', 'up', { x: 0, y: -panStep }],
  ['Down', 'down', { x: 0, y: panStep }],
] as const

const panning: readonly Action[] = pans.map(([key, word, by]) => ({
  id: `view.pan${key}`,
  label: `Move the view ${word}`,
  group: 'view',
  submenu: 'Move the view',
  shortcuts: [`Mod+Arrow${key}`],
  scope: 'canvas',
  words: ['pan', 'scroll'],
  when: always,
  run: () => {
    lookAt({ kind: 'panBy', by })
  },
}))

function setFocus(on: readonly Placeable[], depth: number): void {
  view.setState({ focus: { on: new Set(on), depth } })
}

const inFocus = () => view.getState().focus !== undefined || 'Focus on a table first'

const focus: readonly Action[] = [
  {
    id: 'view.focus',
    label: 'Focus on the selection and its neighbours',
    group: 'view',
    icon: <Focus />,
    shortcuts: ['F'],
    scope: 'canvas',
    words: ['dim', 'fade', 'neighbours', 'related'],
    when: () => (view.getState().focus ? true : objectsSelected()),
    isOn: () => view.getState().focus !== undefined,
    run: () => {
      if (view.getState().focus) view.setState({ focus: undefined })
      else setFocus(selectedItems().filter(isPlaceable), 1)
    },
  },
  {
    id: 'view.focusWider',
    label: 'Focus one relation further',
    group: 'view',
    shortcuts: [']'],
    scope: 'canvas',
    when: inFocus,
    run: () => {
      const { focus: now } = view.getState()
      if (now) view.setState({ focus: { ...now, depth: now.depth + 1 } })
    },
  },
  {
    id: 'view.focusNarrower',
    label: 'Focus one relation nearer',
    group: 'view',
    shortcuts: ['['],
    scope: 'canvas',
    when: inFocus,
    run: () => {
      const { focus: now } = view.getState()
      if (now) view.setState({ focus: { ...now, depth: Math.max(0, now.depth - 1) } })
    },
  },
]

const setTheme = (theme: Settings['theme']) => () => {
  settings.setState({ theme })
}

type Toggle = 'snapsToGrid' | 'snapsToGuides' | 'showsMinimap'

const toggle = (setting: Toggle): Pick<Action, 'when' | 'isOn' | 'run' | 'group' | 'scope'> => ({
  group: 'view',
  scope: 'canvas',
  when: always,
  isOn: () => settings.getState()[setting],
  run: () => {
    settings.setState((state) => ({ [setting]: !state[setting] }))
  },
})

const isShown = (tab: LeftTab): boolean => isLeftOpen() && settings.getState().leftDock.tab === tab

/** Brings a panel of the left dock forward; the one that is there already goes. */
function showTab(tab: LeftTab): void {
  setLeft({ isOpen: !isShown(tab), tab })
}

const surroundings: readonly Action[] = [
  {
    id: 'view.snapGrid',
    label: 'Snap to the grid',
    icon: <Grid3x3 />,
    shortcuts: [],
    ...toggle('snapsToGrid'),
  },
  {
    id: 'view.snapGuides',
    label: 'Snap to other tables',
    icon: <Magnet />,
    shortcuts: [],
    ...toggle('snapsToGuides'),
  },
  { id: 'view.minimap', label: 'Minimap', icon: <MapIcon />, shortcuts: ['M'], ...toggle('showsMinimap') },
  {
    id: 'view.leftDock',
    label: 'Outline, diagrams, DBML, SQL and history',
    group: 'view',
    icon: <PanelLeft />,
    shortcuts: ['Mod+B'],
    scope: 'everywhere',
    when: always,
    isOn: isLeftOpen,
    run: () => {
      setLeft({ isOpen: !isLeftOpen() })
    },
  },
  {
    id: 'view.dbml',
    label: 'DBML',
    group: 'view',
    icon: <CodeXml />,
    shortcuts: ['Shift+D'],
    scope: 'canvas',
    words: ['code', 'text', 'type', 'dbdiagram'],
    when: always,
    isOn: () => isShown('dbml'),
    run: () => {
      showTab('dbml')
    },
  },
  {
    id: 'view.history',
    label: 'History',
    group: 'view',
    icon: <History />,
    shortcuts: ['Shift+Z'],
    scope: 'canvas',
    words: ['undo', 'steps', 'past', 'go back'],
    when: always,
    isOn: () => isShown('history'),
    run: () => {
      showTab('history')
    },
  },
  {
    id: 'view.rightDock',
    label: 'Inspector',
    group: 'view',
    icon: <PanelRight />,
    shortcuts: ['Mod+I'],
    scope: 'everywhere',
    when: always,
    isOn: isRightOpen,
    run: toggleRight,
  },
  ...(['light', 'dark', 'system'] as const).map((theme): Action => ({
    id: `view.theme.${theme}`,
    label: { light: 'Light theme', dark: 'Dark theme', system: 'Theme of the system' }[theme],
    group: 'view',
    submenu: 'Theme',
    icon: { light: <Sun />, dark: <Moon />, system: <Contrast /> }[theme],
    shortcuts: [],
    scope: 'everywhere',
    words: ['appearance', 'mode', 'night'],
    when: always,
    isOn: () => settings.getState().theme === theme,
    run: setTheme(theme),
  })),
  {
    id: 'view.density',
    label: 'Compact rows and controls',
    group: 'view',
    shortcuts: [],
    scope: 'everywhere',
    words: ['density', 'dense'],
    when: always,
    isOn: () => settings.getState().density === 'compact',
    run: () => {
      settings.setState(({ density }) => ({ density: density === 'compact' ? 'comfortable' : 'compact' }))
    },
  },
]

export const viewActions: readonly Action[] = [...camera, ...panning, ...focus, ...surroundings]
