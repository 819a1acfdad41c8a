import { ArrowRightLeft, CornerDownRight, GitFork, Route, Waypoints } from 'lucide-react'
import { setBends } from '../core/commands/line'
import { resolveLogical } from '../core/commands/manyToMany'
import { swapDirection } from '../core/commands/relation'
import type { RelationId, TableId } from '../core/model/id'
import { endsOf, foreignKeysOf, lineOf, relationsOf } from '../core/model/query'
import { document } from '../state/document'
import { lookAt } from '../state/camera'
import { currentDiagram, perform } from '../state/perform'
import { select } from '../state/selection'
import { setMode, setSelection, view, type Mode, type RelationKind } from '../state/view'
import type { Action } from '../state/action'
import { cameFrom, otherEnd, relationsShown, stepRelation } from '../state/graphWalk'
import { said } from './say'
import {
  all,
  isEditable,
  oneRelationSelected,
  oneTableSelected,
  selectedRelations,
  selectedTables,
} from './when'

const labels: Readonly<Record<RelationKind, string>> = {
  oneToMany: 'Draw a one-to-many relation',
  oneToOne: 'Draw a one-to-one relation',
  manyToMany: 'Draw a many-to-many relation',
  self: 'Relate a table to itself',
}

/** Begins at the selected table or column, where there is one: then only the other end is asked for. */
export function beginRelation(relation: RelationKind): void {
  const [table] = selectedTables()
  const { part } = view.getState().selection
  const column = part && 'column' in part && part.owner === table ? part.column : undefined
  const from: Mode = table
    ? { kind: 'relate', relation, from: column ? { table, column } : { table } }
    : { kind: 'relate', relation }
  setMode(from)
}

const draw: readonly Action[] = (['oneToMany', 'oneToOne', 'manyToMany', 'self'] as const).map(
  (relation) => ({
    id: relation === 'oneToMany' ? 'relation.begin' : `relation.${relation}`,
    label: labels[relation],
    group: 'relation',
    icon: <Waypoints />,
    shortcuts: relation === 'oneToMany' ? ['R'] : [],
    scope: 'canvas',
    words: ['relationship', 'foreign key', 'line', 'connect', 'reference'],
    when: all(isEditable, () => document.getState().schema.table.size > 0 || 'Add a table first'),
    run: () => {
      beginRelation(relation)
    },
  }),
)

function selectedRelation(): RelationId | undefined {
  return selectedRelations()[0]
}

const isLogical = () => {
  const id = selectedRelation()
  const relation = id && document.getState().schema.relation.get(id)
  return relation?.kind === 'logical' || 'This relation has its columns already'
}

const hasBends = () => {
  const id = selectedRelation()
  const { schema } = document.getState()
  const line = id && lineOf(schema, currentDiagram(schema), id)
  return (line !== undefined && line.bends.length > 0) || 'This line has no bends of its own'
}

/** Where a relation leads from here: the other table, and after that back again. */
function followFrom(table: TableId): TableId | undefined {
  const { schema } = document.getState()
  const { part } = view.getState().selection
  const column = part && 'column' in part ? part.column : undefined
  const own = foreignKeysOf(schema, table)
  const relation = own.find(({ child }) => column !== undefined && child.columns.includes(column)) ?? own[0]
  if (relation) return relation.parent.table
  const [any] = relationsOf(schema, table)
  return any && endsOf(any).find((end) => end.table !== table)?.table
}

const follow: Action = {
  id: 'relation.follow',
  label: 'Follow the relation to its other table',
  group: 'go',
  icon: <CornerDownRight />,
  shortcuts: ['G'],
  scope: 'canvas',
  words: ['go to', 'jump', 'referenced'],
  when: () =>
    oneTableSelected() === true || oneRelationSelected() === true
      ? true
      : 'Select a table, column or line first',
  run: () => {
    const [table] = selectedTables()
    const id = selectedRelation()
    const relation = id && document.getState().schema.relation.get(id)
    const target = table ? followFrom(table) : relation && otherEnd(relation)
    if (!target) return
    setSelection(select(target))
    lookAt({ kind: 'flyTo', object: target })
  },
}

/** The selected table, or the one that the selected relation was reached from. */
function walkingFrom(): { readonly table: TableId; readonly relation?: RelationId } | undefined {
  const [table] = selectedTables()
  if (table) return { table }
  const id = selectedRelation()
  const relation = id && document.getState().schema.relation.get(id)
  return relation && { table: cameFrom(relation), relation: relation.id }
}

function hasRelations() {
  const at = walkingFrom()
  if (!at) return 'Select a table or a line first'
  return relationsShown(document.getState().schema, at.table).length > 0 || 'This table has no relations here'
}

function walkRelations(by: 1 | -1): void {
  const at = walkingFrom()
  const next = at && stepRelation(document.getState().schema, at, by)
  if (!next) return
  setSelection(select(next))
  lookAt({ kind: 'reveal', object: next })
}

const stepping: readonly Action[] = (['next', 'previous'] as const).map((which) => ({
  id: `relation.${which}`,
  label: which === 'next' ? 'Next relation of this table' : 'Previous relation of this table',
  group: 'go',
  shortcuts: [which === 'next' ? '.' : ','],
  scope: 'canvas',
  words: ['walk', 'line', 'graph'],
  when: hasRelations,
  run: () => {
    walkRelations(which === 'next' ? 1 : -1)
  },
}))

export const relationActions: readonly Action[] = [
  ...draw,
  ...stepping,
  follow,
  {
    id: 'relation.swap',
    label: 'Swap parent and child',
    group: 'relation',
    icon: <ArrowRightLeft />,
    shortcuts: [],
    scope: 'canvas',
    words: ['reverse', 'direction'],
    when: all(isEditable, oneRelationSelected),
    run: () => {
      const id = selectedRelation()
      if (id) perform(`Swap parent and child of ${said([id])}`, (cx) => swapDirection(cx, id))
    },
  },
  {
    id: 'relation.resolve',
    label: 'Turn the sketched relation into columns',
    group: 'relation',
    icon: <GitFork />,
    shortcuts: [],
    scope: 'canvas',
    words: ['junction', 'many-to-many', 'resolve', 'conceptual'],
    when: all(isEditable, oneRelationSelected, isLogical),
    run: () => {
      const id = selectedRelation()
      if (id) perform(`Turn ${said([id])} into columns`, (cx) => resolveLogical(cx, id))
    },
  },
  {
    id: 'relation.straighten',
    label: 'Remove the bends of this line',
    group: 'relation',
    icon: <Route />,
    shortcuts: [],
    scope: 'canvas',
    words: ['route', 'reset'],
    when: all(isEditable, oneRelationSelected, hasBends),
    run: () => {
      const id = selectedRelation()
      if (id) perform(`Straighten ${said([id])}`, (cx) => setBends(cx, id, []))
    },
  },
]
