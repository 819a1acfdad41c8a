// ALTER TABLE: a list of actions, each under a cursor of its own. What no reader knows is kept as a statement.
import type { AlterAction, ConstraintFacts, Raw } from '../../statement'
import type { Cursor } from '../cursor'
import { finishColumn } from '../draft'
import type { AlterHead, AlterReader, Context, CreateReader } from '../tongue'
import { takeColumn } from './column'
import { takeConstraint } from './constraint'
import { takeOperand } from './expression'

/** ADD with a column behind it. */
export function addColumn(c: Cursor, ctx: Context): AlterAction | undefined {
  const ifNotExists = c.take('IF', 'NOT', 'EXISTS')
  const column = takeColumn(c, ctx)
  if (!column) return undefined
  return {
    do: 'addColumn',
    column: finishColumn(column),
    constraints: [...column.constraints, ...column.indexes],
    ...(ifNotExists ? { ifNotExists } : {}),
  }
}

const opensConstraint: ReadonlySet<string> = new Set(['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'FOREIGN', 'CHECK'])

export const addConstraint = (constraint: ConstraintFacts | undefined): AlterAction | undefined =>
  constraint && { do: 'addConstraint', constraint }

/** ADD (a int, CONSTRAINT b …): each line by itself. */
export function addSeveral(
  c: Cursor,
  add: (item: Cursor) => AlterAction | undefined,
): readonly AlterAction[] | undefined {
  const group = c.group()
  const out: AlterAction[] = []
  for (const item of group?.inner.items() ?? []) {
    const action = add(item)
    if (!action) return undefined
    out.push(action)
  }
  return out
}

const addOne = (c: Cursor, ctx: Context): AlterAction | undefined => {
  if (opensConstraint.has(c.word())) {
    const action = addConstraint(takeConstraint(c, ctx))
    if (action) return action
  }
  c.take('COLUMN')
  return addColumn(c, ctx)
}

const add: AlterReader = (c, { ctx }) => {
  c.skip()
  const isColumn = c.take('COLUMN')
  if (c.word() === '(') return addSeveral(c, (item) => addOne(item, ctx))
  return isColumn ? addColumn(c, ctx) : addOne(c, ctx)
}

const dropWhat = [
  ['FOREIGN', 'foreignKey'],
  ['CHECK', 'check'],
  ['INDEX', 'index'],
  ['KEY', 'index'],
  ['UNIQUE', 'unique'],
] as const

const drop: AlterReader = (c) => {
  c.skip()
  if (c.take('PRIMARY', 'KEY')) return { do: 'dropConstraint', name: '', what: 'primaryKey' }
  const isExisting = () => (c.take('IF', 'EXISTS') ? { ifExists: true } : {})
  if (c.take('CONSTRAINT')) {
    const sure = isExisting()
    const name = c.name()
    return name === undefined ? undefined : { do: 'dropConstraint', name, ...sure }
  }
  for (const [word, what] of dropWhat) {
    const before = c.at
    if (!c.take(word)) continue
    if (what === 'foreignKey') c.take('KEY')
    const sure = isExisting()
    const name = c.name()
    if (name !== undefined) return { do: 'dropConstraint', name, what, ...sure }
    c.at = before
  }
  c.take('COLUMN')
  const sure = isExisting()
  const column = c.name()
  if (column === undefined) return undefined
  c.takeOneOf('CASCADE', 'RESTRICT')
  return { do: 'dropColumn', column, ...sure }
}

const rename: AlterReader = (c) => {
  c.skip()
  if (c.take('TO') || c.take('AS')) {
    const to = c.objectName()
    return to && { do: 'rename', to }
  }
  const what = c.takeOneOf('COLUMN', 'INDEX', 'KEY', 'CONSTRAINT')
  const from = c.name()
  if (from === undefined || !c.take('TO')) return undefined
  const to = c.name()
  if (to === undefined) return undefined
  if (what === undefined || what === 'COLUMN') return { do: 'renameColumn', column: from, to }
  return {
    do: 'renameConstraint',
    name: from,
    to,
    ...(what === 'CONSTRAINT' ? {} : { what: 'index' as const }),
  }
}

const alterColumn: AlterReader = (c) => {
  c.skip()
  c.take('COLUMN')
  const column = c.name()
  if (column === undefined) return undefined
  if (c.take('SET', 'DEFAULT'))
    return { do: 'alterColumn', column, change: { set: 'default', default: takeOperand(c) } }
  if (c.take('DROP', 'DEFAULT'))
    return { do: 'alterColumn', column, change: { set: 'default', default: null } }
  if (c.take('SET', 'NOT', 'NULL'))
    return { do: 'alterColumn', column, change: { set: 'nullable', nullable: false } }
  if (c.take('DROP', 'NOT', 'NULL'))
    return { do: 'alterColumn', column, change: { set: 'nullable', nullable: true } }
  return undefined
}

export const standardActions: ReadonlyMap<string, AlterReader> = new Map([
  ['ADD', add],
  ['DROP', drop],
  ['RENAME', rename],
  ['ALTER', alterColumn],
])

/** What it takes to run one action by itself. */
export const keepAction = (text: Raw, c: Cursor, why: string): AlterAction => ({
  do: 'keep',
  text,
  why,
  at: c.spot,
})

function takeAction(c: Cursor, head: AlterHead, opening: string): readonly AlterAction[] {
  const { alterActions, alterOther } = head.ctx.tongue.grammar
  const read = alterActions.get(c.word()) ?? alterOther
  const said = read?.(c, head)
  const text = () => `${opening} ${c.tokens.raw(c.start, c.end)}`
  if (said === undefined) return [keepAction(text(), c, 'This way of altering a table is not modelled')]
  if (!c.isDone)
    head.ctx.leftOut(`of an alteration of ${head.name.name}`, c.rest(), c.tokens.spot(c.at, c.end))
  // An array of actions or one: `Array.isArray` does not narrow read-only arrays.
  return 'do' in said ? [said] : said
}

export const alterTable: CreateReader = (c, _head, ctx) => {
  const ifExists = c.take('IF', 'EXISTS')
  c.take('ONLY')
  const name = c.objectName()
  if (!name) return undefined
  // MySQL's wait options stand before the actions.
  if (c.take('WAIT')) c.integer()
  else c.take('NOWAIT')
  const opening = c.rawFrom(0)
  const head = { name, ctx }
  const items = ctx.tongue.grammar.alterItems?.(c) ?? c.items()
  const actions = items.flatMap((item) => takeAction(item, head, opening))
  return { kind: 'alterTable', name, actions, ...(ifExists ? { ifExists } : {}) }
}
