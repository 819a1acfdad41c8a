// The sides and corners that a pointer pulls, by keys: a step of the grid at a time.
import { resize, type Item } from '../core/commands/layout'
import { each, ok, type Cx, type Done } from '../core/commands/context'
import { boxOf } from '../core/layout/geometry'
import { area, note, width as tableWidth } from '../core/layout/sizes'
import { isIdOf } from '../core/model/id'
import { placementOf } from '../core/model/query'
import type { Action, Shortcut } from '../state/action'
import { document } from '../state/document'
import { currentDiagram, perform } from '../state/perform'
import { said } from './say'
import {
  all,
  isEditable,
  isPlaceable,
  objectsSelected,
  selectedItems,
  selectedPlaceables,
  type When,
} from './when'

const step = 16

const resizable = (): readonly Item[] => selectedItems().filter((id): id is Item => !isIdOf('relation', id))

const somethingWide = (): When => resizable().length > 0 || 'Select a table, note or area first'

const framed = (): readonly Item[] => resizable().filter((id) => !isPlaceable(id))

const somethingTall = (): When => framed().length > 0 || 'Select a note or an area first'

interface Size {
  readonly width: number
  readonly height: number
}

function sizeNow(item: Item): Size | undefined {
  const { schema } = document.getState()
  if (isIdOf('note', item)) return schema.note.get(item)
  if (isIdOf('area', item)) return schema.area.get(item)
  const placement = placementOf(schema, currentDiagram(schema), item)
  return placement && boxOf(schema, placement)
}

function widthFor(item: Item, wanted: number): number {
  if (isPlaceable(item)) return Math.min(tableWidth.handMax, Math.max(tableWidth.handMin, wanted))
  return Math.max(isIdOf('note', item) ? note.minWidth : area.minWidth, wanted)
}

const heightFor = (item: Item, wanted: number): number =>
  Math.max(isIdOf('note', item) ? note.minHeight : area.minHeight, wanted)

const widen =
  (by: number) =>
  (cx: Cx, item: Item): Done => {
    const size = sizeNow(item)
    return size ? resize(cx, item, { width: widthFor(item, size.width + by) }) : ok(undefined)
  }

const heighten =
  (by: number) =>
  (cx: Cx, item: Item): Done => {
    const size = sizeNow(item)
    return size ? resize(cx, item, { height: heightFor(item, size.height + by) }) : ok(undefined)
  }

interface Given {
  readonly id: string
  readonly label: string
  readonly keys: Shortcut
  readonly items: () => readonly Item[]
  readonly when: () => When
  readonly change: (cx: Cx, item: Item) => Done
}

const given: readonly Given[] = [
  { id: 'wider', label: 'Wider', keys: 'Alt+.', items: resizable, when: somethingWide, change: widen(step) },
  {
    id: 'narrower',
    label: 'Narrower',
    keys: 'Alt+,',
    items: resizable,
    when: somethingWide,
    change: widen(-step),
  },
  {
    id: 'taller',
    label: 'Taller',
    keys: 'Alt+PageDown',
    items: framed,
    when: somethingTall,
    change: heighten(step),
  },
  {
    id: 'shorter',
    label: 'Shorter',
    keys: 'Alt+PageUp',
    items: framed,
    when: somethingTall,
    change: heighten(-step),
  },
]

const natural: Action = {
  id: 'arrange.naturalWidth',
  label: 'As wide as its text',
  group: 'arrange',
  shortcuts: [],
  scope: 'canvas',
  submenu: 'Size',
  words: ['resize', 'reset width', 'automatic'],
  when: all(isEditable, objectsSelected),
  run: () => {
    const chosen = selectedPlaceables()
    perform(`Let ${said(chosen)} be as wide as its text`, (cx) =>
      each(chosen, (item) => resize(cx, item, undefined)),
    )
  },
}

const steps: readonly Action[] = given.map(({ id, label, keys, items, when, change }) => ({
  id: `arrange.${id}`,
  label,
  group: 'arrange',
  shortcuts: [keys],
  scope: 'canvas',
  submenu: 'Size',
  words: ['resize', 'width', 'height', 'size'],
  when: all(isEditable, when),
  run: () => {
    const chosen = items()
    perform(`Resize ${said(chosen)}`, (cx) => each(chosen, (item) => change(cx, item)), {
      mergeKey: `${id} ${chosen.join()}`,
    })
  },
}))

export const resizeActions: readonly Action[] = [...steps, natural]
