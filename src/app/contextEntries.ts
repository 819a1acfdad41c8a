// What a right click offers, by what it falls on. Every entry is an action of the registry.
import type { Action } from '../state/action'
import { isIdOf } from '../core/model/id'
import { addEntity } from '../actions/add'
import { colors, levels, notations, type Point } from '../core/model/records'
import { databaseKinds, isDatabaseObject, type Selectable } from '../state/selection'
import type { MenuEntry } from '../ui'
import { entriesFor } from './actionMenus'

const selectionEntries = ['edit.cut', 'edit.copy', 'edit.duplicate', 'edit.delete']

type Target = 'ground' | 'object' | 'note' | 'area' | 'relation' | 'database' | 'grant'

const looks = [
  ...notations.map((notation) => `diagram.notation.${notation}`),
  ...levels.map((level) => `diagram.level.${level}`),
]

const selectionColors = colors.map((color) => `table.color.${color}`)

const entriesByTarget: Readonly<Record<Target, readonly string[]>> = {
  ground: [
    'add.table',
    'add.view',
    'add.enum',
    'add.note',
    'add.area',
    '-',
    'edit.paste',
    'edit.selectAll',
    '-',
    'arrange.auto',
    'view.fitAll',
    '-',
    ...looks,
  ],
  object: [
    'edit.rename',
    'table.addColumn',
    'relation.begin',
    '-',
    'table.collapseToKeys',
    'table.collapse',
    'table.lock',
    'table.hide',
    ...selectionColors,
    '-',
    'arrange.alignLeft',
    'arrange.alignTop',
    'arrange.sameWidth',
    'arrange.autoSelection',
    '-',
    'view.focus',
    'view.fitSelection',
    'diagram.addNeighbours',
    'go.way',
    'diagram.remove',
    '-',
    ...selectionEntries,
  ],
  note: ['edit.rename', 'table.lock', ...selectionColors, '-', ...selectionEntries],
  area: ['edit.rename', 'table.lock', ...selectionColors, 'arrange.grouped', '-', ...selectionEntries],
  database: ['edit.rename', 'add.grant', '-', 'edit.delete'],
  grant: ['edit.delete'],
  relation: [
    'relation.follow',
    'relation.swap',
    'relation.resolve',
    'relation.straighten',
    ...selectionColors,
    '-',
    'edit.delete',
  ],
}

function kindOf(target: Selectable | undefined): Target {
  if (target === undefined) return 'ground'
  if (isIdOf('relation', target)) return 'relation'
  if (isDatabaseObject(target)) return isIdOf('grant', target) ? 'grant' : 'database'
  if (isIdOf('note', target)) return 'note'
  return isIdOf('area', target) ? 'area' : 'object'
}

const entities = ['table', 'view', 'enum', 'note', 'area'] as const

/** On the ground a new object goes where the click fell, not merely where there is room. */
function placedHere(actions: ReadonlyMap<string, Action>, at: Point): ReadonlyMap<string, Action> {
  const here = new Map(actions)
  for (const entity of entities) {
    const action = actions.get(`add.${entity}`)
    if (!action) continue
    here.set(action.id, {
      ...action,
      run: () => {
        addEntity(entity, at)
      },
    })
  }
  return here
}

const viewingEntries: Readonly<Record<Target, readonly string[]>> = {
  ground: ['view.fitAll', 'edit.selectAll', '-', 'file.take'],
  object: ['view.focus', 'view.fitSelection', 'edit.copy'],
  note: ['view.fitSelection', 'edit.copy'],
  area: ['view.fitSelection', 'edit.copy'],
  relation: ['relation.follow'],
  grant: ['view.fitAll'],
  database: ['view.fitAll'],
}

/** Where one only looks; what the page does not have (an embedded one keeps nothing) is left out. */
export const viewingContextEntries = (
  actions: ReadonlyMap<string, Action>,
  target: Selectable | undefined,
): readonly MenuEntry[] =>
  entriesFor(
    actions,
    viewingEntries[kindOf(target)].filter((id) => id === '-' || actions.has(id)),
  )

/** In the outline it may also be about what the diagram does not show. */
export const outlineEntries = (
  actions: ReadonlyMap<string, Action>,
  target: Selectable,
): readonly MenuEntry[] => [
  ...(isDatabaseObject(target) ? [] : entriesFor(actions, ['diagram.add', '-'])),
  ...contextEntries(actions, target, undefined),
]

/** What can be added in the outline: of the things that no diagram shows, those that the target can hold. */
export const outlineAddEntries = (actions: ReadonlyMap<string, Action>): readonly MenuEntry[] => {
  const held = databaseKinds.map((kind) => `add.${kind}`).filter((id) => actions.get(id)?.when() === true)
  const ids = ['add.table', 'add.view', 'add.enum', '-', ...held, '-', ...sqlIds]
  return entriesFor(withoutSubmenus(actions), ids)
}

const sqlIds = ['add.function', 'add.procedure', 'add.statement']

/** A short menu needs no menu within. */
const withoutSubmenus = (actions: ReadonlyMap<string, Action>): ReadonlyMap<string, Action> =>
  new Map([...actions].map(([id, { submenu: _inner, ...action }]) => [id, action]))

export function contextEntries(
  actions: ReadonlyMap<string, Action>,
  target: Selectable | undefined,
  at: Point | undefined,
): readonly MenuEntry[] {
  const here = target === undefined && at ? placedHere(actions, at) : actions
  return entriesFor(here, entriesByTarget[kindOf(target)])
}
