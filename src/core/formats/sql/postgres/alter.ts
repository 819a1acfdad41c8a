// ALTER TABLE and what is said the same way of indexes, views, sequences and types.
import type { AlterAction, ColumnChange, ObjectName } from '../statement'
import { readColumn, typeText } from './columns'
import { readConstraint } from './constraints'
import { bracketed, collationOf, optionName, some, storage, type Ground, type Reading } from './ground'
import { identityOf, saidOfSequence } from './sequences'
import { bodies, flag, has, node, number, relation, strings, text, unwrap, type Node } from './nodes'
import { boundsEnd, sqlName } from './tables'

/** One action: its command and its words. */
interface Action {
  readonly command: Node
  readonly from: number
  readonly to: number
  readonly table: ObjectName
  /** "ALTER TABLE": for what is kept word for word. */
  readonly verb: string
}

type Answer = readonly AlterAction[]

function kept({ from, to, table, verb }: Action, { words }: Ground, why: string): Answer {
  const text_ = `${verb} ${sqlName(table)} ${words.slice(from, to)}`
  return [{ do: 'keep', text: text_, why, at: words.spot(from, to) }]
}

const unmodelled = (why: string) => (action: Action, ground: Ground) => kept(action, ground, why)
const nothing = (what: string) => (): Answer => [{ do: 'nothing', what }]
const definition = ({ command }: Action): Node => unwrap(command['def'])[1]

const change = ({ command }: Action, to: ColumnChange): Answer => [
  { do: 'alterColumn', column: text(command, 'name'), change: to },
]

function addColumn(action: Action, ground: Ground): Answer {
  const { words } = ground
  let { from } = action
  for (const word of ['ADD', 'COLUMN', 'ATTRIBUTE']) if (words.reads(from, word)) from++
  if (words.reads(from, 'IF', 'NOT', 'EXISTS')) from += 3
  const read = readColumn(definition(action), { from, to: action.to, isAdded: true }, ground)
  const { table, command } = action
  const stored = read.storage.map((clause): AlterAction => ({
    do: 'keep',
    text: `ALTER TABLE ${sqlName(table)} ALTER COLUMN ${sqlName(read.column)} ${clause}`,
    why: 'how a column is stored',
    at: read.column.at,
  }))
  const ifNotExists = flag(command, 'missing_ok') ? { ifNotExists: true } : {}
  return [{ do: 'addColumn', column: read.column, constraints: read.constraints, ...ifNotExists }, ...stored]
}

/** Behind ALTER [COLUMN] name: the name may be a word that the clauses know, too. */
const behindColumn = ({ from }: Action, { words }: Ground): number =>
  words.reads(from + 1, 'COLUMN') ? from + 3 : from + 2

function alterType(action: Action, ground: Ground): Answer {
  const { words } = ground
  const type = words.find(behindColumn(action, ground), action.to, 'TYPE') + 1
  const end = words.find(type, action.to, 'USING', 'COLLATE', 'CASCADE', 'RESTRICT')
  return change(action, {
    set: 'type',
    type: typeText(words, type, end),
    ...some('collation', collationOf(definition(action))),
  })
}

function setDefault(action: Action, { words }: Ground): Answer {
  if (!has(action.command, 'def')) return change(action, { set: 'default', default: null })
  const at = words.find(action.from + 2, action.to, 'DEFAULT')
  return change(action, { set: 'default', default: words.slice(at + 1, action.to) })
}

function setExpression(action: Action, { words }: Ground): Answer {
  const open = words.find(action.from + 2, action.to, '(')
  const generated = { expression: bracketed(words, open), storage: 'stored' } as const
  return change(action, { set: 'generated', generated })
}

function addConstraint(action: Action, ground: Ground): Answer {
  const { words } = ground
  const from = words.reads(action.from, 'ADD') ? action.from + 1 : action.from
  const body = definition(action)
  if (text(body, 'contype') === 'CONSTR_NOTNULL') {
    const [column = ''] = strings(body, 'keys')
    const name = text(body, 'conname')
    const to: ColumnChange = { set: 'nullable', nullable: false, ...(name === '' ? {} : { name }) }
    return [{ do: 'alterColumn', column, change: to }]
  }
  const constraint = readConstraint(body, { from, to: action.to, isAdded: true }, ground)
  return constraint ? [{ do: 'addConstraint', constraint }] : kept(action, ground, 'an unknown constraint')
}

function alterConstraint(action: Action, ground: Ground): Answer {
  const body = definition(action)
  const name = text(body, 'conname')
  const deferrable = flag(body, 'initdeferred')
    ? 'initiallyDeferred'
    : flag(body, 'deferrable')
      ? 'initiallyImmediate'
      : undefined
  if (flag(body, 'alterDeferrability'))
    return [{ do: 'alterConstraint', name, enforcement: some('deferrable', deferrable) }]
  if (flag(body, 'alterEnforceability') && !flag(body, 'is_enforced'))
    return [{ do: 'alterConstraint', name, enforcement: { state: 'notEnforced' } }]
  if (flag(body, 'alterEnforceability')) return [{ do: 'validateConstraint', name }]
  return kept(action, ground, 'inheritance of a constraint')
}

function setIdentity(action: Action, ground: Ground): Answer {
  const items = bodies(definition(action), 'items', 'DefElem')
  const generated = items.find((item) => text(item, 'defname') === 'generated')
  const said = Object.keys(saidOfSequence(items)).length
  if (!generated && said === 0) return [{ do: 'nothing', what: 'RESTART' }]
  if (!generated || said > 0) return kept(action, ground, 'changed steps of an identity')
  // The parser gives the letter: a(lways) or (by) d(efault).
  const isAlways = number(unwrap(generated['arg'])[1], 'ival') === 97
  return change(action, { set: 'identity', identity: { mode: isAlways ? 'always' : 'byDefault' } })
}

function addIdentity(action: Action): Answer {
  const body = definition(action)
  const mode = text(body, 'generated_when') === 'a' ? 'always' : 'byDefault'
  return change(action, { set: 'identity', identity: identityOf(bodies(body, 'options', 'DefElem'), mode) })
}

function attachPartition(action: Action, ground: Ground): Answer {
  const command = definition(action)
  const { words } = ground
  const partition = relation(node(command, 'name'))
  if (!has(command, 'bound')) return kept(action, ground, 'an index of a partition')
  const from = words.behindName(action.from + 2)
  const bounds = words.slice(from, boundsEnd(words, from)).replace(/\s+/g, ' ')
  return [{ do: 'attachPartition', partition, bounds }]
}

const trigger =
  (isDisabled: boolean) =>
  ({ command }: Action): Answer => [{ do: 'trigger', name: text(command, 'name'), isDisabled }]
const allTriggers = (isDisabled: boolean) => (): Answer => [{ do: 'trigger', name: null, isDisabled }]
const rowSecurity = (to: 'enabled' | 'disabled' | 'forced' | 'notForced') => (): Answer => [
  { do: 'rowSecurity', to },
]
const option = (name: string, none: string) => {
  return ({ command }: Action, { dialect }: Ground): Answer => {
    const value = text(command, 'name')
    return [{ do: 'options', options: [{ dialect, name, value: value === none ? null : value }] }]
  }
}

const readers: Readonly<Record<string, (action: Action, ground: Ground) => Answer>> = {
  AT_AddColumn: addColumn,
  AT_ColumnDefault: setDefault,
  AT_DropNotNull: (action) => change(action, { set: 'nullable', nullable: true }),
  AT_SetNotNull: (action) => change(action, { set: 'nullable', nullable: false }),
  AT_SetExpression: setExpression,
  AT_DropExpression: (action) => change(action, { set: 'generated', generated: null }),
  AT_SetStatistics: nothing('SET STATISTICS'),
  AT_SetOptions: unmodelled('settings of a column for the planner'),
  AT_ResetOptions: nothing('RESET of a column'),
  AT_SetStorage: unmodelled('how a column is stored'),
  AT_SetCompression: unmodelled('how a column is compressed'),
  AT_DropColumn: ({ command }) => [
    {
      do: 'dropColumn',
      column: text(command, 'name'),
      ...(flag(command, 'missing_ok') ? { ifExists: true } : {}),
    },
  ],
  AT_AddConstraint: addConstraint,
  AT_AlterConstraint: alterConstraint,
  AT_ValidateConstraint: ({ command }) => [{ do: 'validateConstraint', name: text(command, 'name') }],
  AT_DropConstraint: ({ command }) => [
    {
      do: 'dropConstraint',
      name: text(command, 'name'),
      ...(flag(command, 'missing_ok') ? { ifExists: true } : {}),
    },
  ],
  AT_AlterColumnType: alterType,
  AT_ChangeOwner: nothing('OWNER TO'),
  AT_ClusterOn: unmodelled('the index that CLUSTER follows'),
  AT_DropCluster: nothing('SET WITHOUT CLUSTER'),
  AT_SetLogged: () => [{ do: 'persistence', to: 'permanent' }],
  AT_SetUnLogged: () => [{ do: 'persistence', to: 'unlogged' }],
  AT_DropOids: nothing('SET WITHOUT OIDS'),
  AT_SetAccessMethod: option('using', 'heap'),
  AT_SetTableSpace: option('tablespace', 'pg_default'),
  AT_SetRelOptions: ({ command }, ground) => [
    { do: 'options', options: storage(unwrap(command['def'])[1], 'items', ground) },
  ],
  AT_ResetRelOptions: ({ command }, { dialect }) => [
    {
      do: 'options',
      options: bodies(unwrap(command['def'])[1], 'items', 'DefElem').map((item) => ({
        dialect,
        name: optionName(item),
        value: null,
      })),
    },
  ],
  AT_EnableTrig: trigger(false),
  AT_DisableTrig: trigger(true),
  AT_EnableTrigAll: allTriggers(false),
  AT_EnableTrigUser: allTriggers(false),
  AT_DisableTrigAll: allTriggers(true),
  AT_DisableTrigUser: allTriggers(true),
  AT_AddInherit: (action) => [{ do: 'inherit', parent: relation(definition(action)) }],
  AT_DropInherit: (action) => [{ do: 'inherit', parent: relation(definition(action)), isDropped: true }],
  AT_ReplicaIdentity: unmodelled('the replica identity'),
  AT_EnableRowSecurity: rowSecurity('enabled'),
  AT_DisableRowSecurity: rowSecurity('disabled'),
  AT_ForceRowSecurity: rowSecurity('forced'),
  AT_NoForceRowSecurity: rowSecurity('notForced'),
  AT_AttachPartition: attachPartition,
  AT_DetachPartition: (action) => [
    { do: 'detachPartition', partition: relation(node(definition(action), 'name')) },
  ],
  AT_DetachPartitionFinalize: nothing('DETACH PARTITION … FINALIZE'),
  AT_AddIdentity: addIdentity,
  AT_SetIdentity: setIdentity,
  AT_DropIdentity: (action) => change(action, { set: 'identity', identity: null }),
}
const known = new Map(Object.entries(readers))

const verbs: Readonly<Record<string, string>> = {
  OBJECT_INDEX: 'ALTER INDEX',
  OBJECT_VIEW: 'ALTER VIEW',
  OBJECT_MATVIEW: 'ALTER MATERIALIZED VIEW',
  OBJECT_SEQUENCE: 'ALTER SEQUENCE',
  OBJECT_TYPE: 'ALTER TYPE',
  OBJECT_FOREIGN_TABLE: 'ALTER FOREIGN TABLE',
}

export function alterTable(statement: Node, ground: Ground): readonly Reading[] {
  const { words } = ground
  const table = node(statement, 'relation')
  const name = relation(table)
  const kind = text(statement, 'objtype')
  let from = words.behindName(words.indexAt(number(table, 'location')))
  if (words.upper(from) === '*') from++
  const pieces = words.list(from, words.length)
  const verb = verbs[kind] ?? 'ALTER TABLE'
  const actions = bodies(statement, 'cmds', 'AlterTableCmd').flatMap((command, i): Answer => {
    const [start, end] = pieces[i] ?? [from, words.length]
    const action: Action = { command, from: start, to: end, table: name, verb }
    const read = known.get(text(command, 'subtype'))
    return read ? read(action, ground) : kept(action, ground, 'an action that is not modelled')
  })
  const ifExists = flag(statement, 'missing_ok') ? { ifExists: true } : {}
  if (kind === 'OBJECT_INDEX') return alterIndex(statement, actions)
  if (kind === 'OBJECT_TYPE')
    return [{ kind: 'keep', why: 'a changed composite type', about: { kind: 'composite', name } }]
  if (kind === 'OBJECT_FOREIGN_TABLE') return [{ kind: 'keep', why: 'a foreign table' }]
  return [{ kind: 'alterTable', name, ...ifExists, actions }]
}

/** The index of a partition comes with the one of its parent; everything else about indexes is kept. */
function alterIndex(statement: Node, actions: readonly AlterAction[]): readonly Reading[] {
  const name = relation(node(statement, 'relation'))
  const [command] = bodies(statement, 'cmds', 'AlterTableCmd')
  if (command && text(command, 'subtype') === 'AT_AttachPartition') {
    const partition = relation(node(unwrap(command['def'])[1], 'name'))
    return [{ kind: 'attachIndex', name, partition }]
  }
  if (actions.every((action) => action.do === 'nothing')) return [{ kind: 'nothing', what: 'ALTER INDEX' }]
  return [{ kind: 'keep', why: 'a changed index', about: { kind: 'index', name } }]
}
