// What a database holds beside what is drawn: made here, then named and filled in the inspector. Routines and statements
// have a window of their own.
import {
  BadgeCheck,
  Boxes,
  Code,
  FolderTree,
  Hash,
  KeySquare,
  Puzzle,
  Ruler,
  SquareFunction,
  Users,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { Cx, Done } from '../core/commands/context'
import {
  createComposite,
  createDomain,
  createExtension,
  createGrant,
  createNamespace,
  createRole,
  createRoutine,
  createSequence,
  createVerbatim,
} from '../core/commands/objects'
import { lacks } from '../core/dialects/write/features'
import { isIdOf, type RoutineId, type VerbatimId } from '../core/model/id'
import type { Grantable } from '../core/model/records'
import { inOrder } from '../core/model/schema'
import type { Action } from '../state/action'
import { databaseFaces } from '../state/databaseObjects'
import { openRight } from '../state/docks'
import { document } from '../state/document'
import { featuresNow } from '../state/features'
import { dialectOf, perform } from '../state/perform'
import { openDialog } from '../state/screens'
import { databaseKinds, select, type DatabaseKind, type DatabaseObject } from '../state/selection'
import { view } from '../state/view'
import { all, isEditable, selectedItems, type When } from './when'

const isGrantable = (id: string): boolean =>
  (['table', 'view', 'sequence', 'namespace', 'enum', 'domain', 'composite'] as const).some((kind) =>
    isIdOf(kind, id),
  )

/** What a new grant is on: what is selected, else the first thing that rights can be given on. */
function grantableNow(): Grantable | undefined {
  const { schema } = document.getState()
  const chosen = selectedItems().find((id) => isGrantable(id))
  // Narrowed by the line above: the guard is lost on the way through `find`.
  if (chosen !== undefined) return chosen as Grantable
  return inOrder(schema.table)[0]?.id ?? inOrder(schema.view)[0]?.id ?? inOrder(schema.namespace)[0]?.id
}

function addGrant(cx: Cx): Done<DatabaseObject> {
  const on = grantableNow()
  if (!on) throw new Error('The action is not offered where there is nothing to grant on')
  const role = selectedItems().find((id) => isIdOf('role', id))
  return createGrant(cx, { on, to: role ? { role } : { name: 'PUBLIC' }, privileges: ['SELECT'] })
}

const makers: Readonly<Record<DatabaseKind, (cx: Cx) => Done<DatabaseObject>>> = {
  namespace: (cx) => createNamespace(cx),
  domain: (cx) => createDomain(cx, { type: 'text' }),
  composite: (cx) => createComposite(cx, { name: 'composite' }),
  sequence: (cx) => createSequence(cx),
  extension: (cx) => createExtension(cx),
  role: (cx) => createRole(cx),
  grant: addGrant,
}

const icons: Readonly<Record<DatabaseKind, ReactNode>> = {
  namespace: <FolderTree />,
  domain: <Ruler />,
  composite: <Boxes />,
  sequence: <Hash />,
  extension: <Puzzle />,
  role: <Users />,
  grant: <KeySquare />,
}

/** Only what the target can hold; until that is known, everything. */
const isHeld = (kind: DatabaseKind) => (): When => {
  const { feature } = databaseFaces[kind]
  if (feature === undefined || featuresNow()?.[feature] !== false) return true
  const [what = ''] = lacks[feature].message.split(/[:.]/)
  return `${dialectOf(document.getState().schema).label} has no ${what}`
}

const somethingToGrantOn = (): When => grantableNow() !== undefined || 'Add a table first'

function addObject(kind: DatabaseKind): void {
  const made = perform(`Add ${databaseFaces[kind].one}`, makers[kind], { select: (id) => select(id) })
  if (!made.ok) return
  openRight()
  if (kind !== 'grant') view.setState({ editing: { object: made.value, field: 'name' } })
}

const addSql = (what: 'function' | 'procedure' | 'statement', label: string, icon: ReactNode): Action => ({
  id: `add.${what}`,
  label,
  group: 'add',
  submenu: 'Database objects',
  icon,
  shortcuts: [],
  scope: 'canvas',
  words: ['sql', 'routine', 'new', 'create'],
  when: isEditable,
  run: () => {
    const made = perform<RoutineId | VerbatimId>(label, (cx) =>
      what === 'statement'
        ? createVerbatim(cx, { text: '' })
        : createRoutine(cx, { name: `new_${what}`, routine: what, definition: '' }),
    )
    if (made.ok) openDialog({ kind: 'statement', id: made.value })
  },
})

export const databaseActions: readonly Action[] = [
  ...databaseKinds.map((kind): Action => ({
    id: `add.${kind}`,
    label: `Add ${databaseFaces[kind].one}`,
    group: 'add',
    submenu: 'Database objects',
    icon: icons[kind],
    shortcuts: [],
    scope: 'canvas',
    words: ['new', 'create', 'database', ...(kind === 'namespace' ? ['schema'] : [])],
    when: all(isEditable, isHeld(kind), kind === 'grant' ? somethingToGrantOn : () => true),
    run: () => {
      addObject(kind)
    },
  })),
  addSql('function', 'Add function', <SquareFunction />),
  addSql('procedure', 'Add procedure', <BadgeCheck />),
  addSql('statement', 'Add other SQL', <Code />),
]
