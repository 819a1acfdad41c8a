// ALTER TABLE in Transact-SQL: one verb, then a list.
import type { AlterAction, ConstraintFacts } from '../../statement'
import type { Cursor } from '../cursor'
import { finishColumn } from '../draft'
import { takeColumn } from '../grammar/column'
import { addColumn } from '../grammar/alter'
import type { AlterHead, AlterReader } from '../tongue'
import { elements } from './table'
import { emptyTable } from '../grammar/table'
import { option, takeDefault, takeWith } from './common'

/** CONSTRAINT name DEFAULT x FOR column */
function addDefault(c: Cursor): AlterAction | undefined {
  const start = c.at
  const name = c.take('CONSTRAINT') ? c.name() : undefined
  if (c.take('DEFAULT')) {
    const text = takeDefault(c)
    const column = c.take('FOR') ? c.name() : undefined
    c.take('WITH', 'VALUES')
    const change = { set: 'default', default: text, ...(name !== undefined && { name }) } as const
    if (column !== undefined) return { do: 'alterColumn', column, change }
  }
  c.at = start
  return undefined
}

/** WITH NOCHECK leaves the rows that are there unchecked. */
const unchecked = (constraint: ConstraintFacts, isUnchecked: boolean): ConstraintFacts =>
  isUnchecked && (constraint.kind === 'foreignKey' || constraint.kind === 'check')
    ? { ...constraint, state: 'notValidated' }
    : constraint

const addOne = (c: Cursor, { ctx }: AlterHead, isUnchecked: boolean): readonly AlterAction[] => {
  const given = addDefault(c)
  if (given) return [given]
  const table = emptyTable({ name: '' })
  const isElement = elements.get(c.word())?.(c, table, ctx) ?? false
  if (isElement) {
    const { options } = table
    return [
      ...table.constraints.map(
        (one) => ({ do: 'addConstraint', constraint: unchecked(one, isUnchecked) }) as const,
      ),
      ...(options.length > 0 ? [{ do: 'options', options } as const] : []),
    ]
  }
  const added = addColumn(c, ctx)
  return added ? [added] : []
}

const add: AlterReader = (c, head) => {
  c.skip()
  return addAll(c, head, false)
}

const addAll = (c: Cursor, head: AlterHead, isUnchecked: boolean): readonly AlterAction[] | undefined => {
  const items = c.items()
  const actions = items.map((item) => {
    const made = addOne(item, head, isUnchecked)
    if (!item.isDone)
      head.ctx.leftOut(
        `of an alteration of ${head.name.name}`,
        item.rest(),
        item.tokens.spot(item.at, item.end),
      )
    return made
  })
  c.at = c.end
  return actions.some((made) => made.length === 0) ? undefined : actions.flat()
}

/** WITH CHECK ADD …, WITH NOCHECK ADD …, WITH CHECK CHECK CONSTRAINT … */
const withCheck: AlterReader = (c, head) => {
  c.skip()
  const word = c.takeOneOf('CHECK', 'NOCHECK')
  if (word === undefined) return undefined
  if (c.take('ADD')) return addAll(c, head, word === 'NOCHECK')
  return c.sees('CHECK') || c.sees('NOCHECK') ? switched(c, head) : undefined
}

/** CHECK CONSTRAINT name is how a key is; NOCHECK turns it off. */
const switched: AlterReader = (c) => {
  const isOff = c.take('NOCHECK') || !c.take('CHECK')
  if (!c.take('CONSTRAINT')) return undefined
  // Off while rows are loaded.
  if (c.take('ALL')) return { do: 'nothing', what: isOff ? 'NOCHECK CONSTRAINT ALL' : 'CHECK CONSTRAINT ALL' }
  const names = c.items().map((item) => item.name())
  c.at = c.end
  return names.flatMap((name): readonly AlterAction[] => {
    if (name === undefined) return []
    return isOff
      ? [{ do: 'alterConstraint', name, enforcement: { state: 'notEnforced' } }]
      : [{ do: 'nothing', what: 'CHECK CONSTRAINT' }]
  })
}

const flags = new Set(['PERSISTED', 'ROWGUIDCOL', 'SPARSE', 'HIDDEN', 'NOT'])

function flagOf(c: Cursor, column: string): AlterAction | undefined {
  const isAdded = c.take('ADD')
  if (!isAdded && !c.take('DROP')) return undefined
  if (!flags.has(c.word()) || !isAdded) return undefined
  return {
    do: 'alterColumn',
    column,
    change: { set: 'options', options: [option(c.takeRest().toUpperCase())] },
  }
}

const alterColumn: AlterReader = (c, { ctx }) => {
  c.skip()
  if (!c.take('COLUMN')) return undefined
  const before = c.at
  const name = c.name()
  if (name === undefined) return undefined
  if (c.sees('ADD') || c.sees('DROP')) return flagOf(c, name)
  c.at = before
  const column = takeColumn(c, ctx)
  if (!column) return undefined
  // Without a word on NULL a column becomes nullable (ALTER TABLE, "ALTER COLUMN").
  const facts = finishColumn(column)
  const to = { ...facts, nullable: facts.nullable ?? true }
  return { do: 'redefineColumn', column: name, to, constraints: column.constraints, keepsUnsaid: true }
}

/** DROP CONSTRAINT a, COLUMN b, c */
const drop: AlterReader = (c) => {
  c.skip()
  let isColumn = false
  const out: AlterAction[] = []
  for (const item of c.items()) {
    if (item.take('COLUMN')) isColumn = true
    else if (item.take('CONSTRAINT') || out.length === 0) isColumn = false
    const ifExists = item.take('IF', 'EXISTS') ? { ifExists: true } : {}
    const name = item.name()
    takeWith(item)
    if (name === undefined || !item.isDone) return undefined
    out.push(
      isColumn
        ? { do: 'dropColumn', column: name, ...ifExists }
        : { do: 'dropConstraint', name, ...ifExists },
    )
  }
  c.at = c.end
  return out
}

const trigger =
  (isDisabled: boolean): AlterReader =>
  (c) => {
    c.skip()
    if (!c.take('TRIGGER')) return undefined
    if (c.take('ALL')) return { do: 'trigger', name: null, isDisabled }
    const name = c.name()
    return name === undefined ? undefined : { do: 'trigger', name, isDisabled }
  }

const set: AlterReader = (c) => {
  c.skip()
  const [item, ...more] = c.group()?.inner.items() ?? []
  const name = item?.word()
  if (!item || name === undefined || name === '' || more.length > 0) return undefined
  item.skip()
  item.take('=')
  return { do: 'options', options: [option(name, item.takeRest())] }
}

const rebuild: AlterReader = (c) => {
  c.at = c.end
  return { do: 'nothing', what: 'REBUILD' }
}

export const alterActions: ReadonlyMap<string, AlterReader> = new Map([
  ['ADD', add],
  ['WITH', withCheck],
  ['CHECK', switched],
  ['NOCHECK', switched],
  ['ALTER', alterColumn],
  ['DROP', drop],
  ['ENABLE', trigger(false)],
  ['DISABLE', trigger(true)],
  ['SET', set],
  ['REBUILD', rebuild],
])

/** One verb rules the whole statement, commas and all. */
export const alterItems = (c: Cursor): readonly Cursor[] => {
  // END of a block around the statement.
  const end = c.end > c.at && c.tokens.word(c.end - 1) === 'END' ? c.end - 1 : c.end
  return [c.over(c.at, end)]
}
