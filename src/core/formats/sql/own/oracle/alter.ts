// ALTER TABLE in Oracle: verbs one behind the other, each with its list in parentheses.
import type { AlterAction } from '../../statement'
import type { Cursor } from '../cursor'
import { finishColumn } from '../draft'
import { addConstraint, addSeveral, standardActions } from '../grammar/alter'
import { takeColumn } from '../grammar/column'
import { takeConstraint } from '../grammar/constraint'
import type { AlterHead, AlterReader } from '../tongue'
import { takePhysical } from './physical'

const verbs: ReadonlySet<string> = new Set(['ADD', 'MODIFY', 'RENAME'])

/** ADD … ADD … MODIFY …: a verb begins anew wherever it stands outside of parentheses. */
export function alterItems(c: Cursor): readonly Cursor[] {
  const out: Cursor[] = []
  let start = c.at
  while (!c.isDone) {
    const isNew = c.at > start && verbs.has(c.word()) && c.tokens.word(c.at - 1) !== 'CONSTRAINT'
    if (isNew) {
      out.push(c.over(start, c.at))
      start = c.at
    }
    c.step()
  }
  if (c.end > start) out.push(c.over(start, c.end))
  return out
}

const constraintWords: ReadonlySet<string> = new Set(['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'FOREIGN', 'CHECK'])

function addOne(c: Cursor, { ctx }: AlterHead): AlterAction | undefined {
  if (constraintWords.has(c.word())) {
    const made = addConstraint(takeConstraint(c, ctx))
    if (made) return made
  }
  const column = takeColumn(c, ctx)
  if (!column) return undefined
  return {
    do: 'addColumn',
    column: finishColumn(column),
    constraints: [...column.constraints, ...column.indexes],
  }
}

/** MODIFY says of a column only what changes: its type may be left out. */
function modifyOne(c: Cursor, { ctx }: AlterHead): AlterAction | undefined {
  const column = takeColumn(c, ctx)
  if (!column) return undefined
  const { name } = column.facts
  return {
    do: 'redefineColumn',
    column: name,
    to: finishColumn(column),
    constraints: column.constraints,
    keepsUnsaid: true,
  }
}

const listed =
  (one: (c: Cursor, head: AlterHead) => AlterAction | undefined): AlterReader =>
  (c, head) => {
    c.skip()
    if (c.word() === '(') {
      const made = addSeveral(c, (item) => {
        const action = one(item, head)
        if (!item.isDone) head.ctx.leftOut(`of an alteration of ${head.name.name}`, item.rest(), item.spot)
        return action
      })
      takePhysical(c, head.ctx)
      return made
    }
    const action = one(c, head)
    takePhysical(c, head.ctx)
    return action
  }

const modify: AlterReader = (c, head) => {
  if (c.sees('MODIFY', 'CONSTRAINT')) {
    c.skip(2)
    const name = c.name()
    return name === undefined ? undefined : switched(c, name)
  }
  return listed(modifyOne)(c, head)
}

function switched(c: Cursor, name: string): AlterAction | undefined {
  const isOff = c.take('DISABLE')
  const isLoose = c.takeOneOf('ENABLE', 'VALIDATE') === 'ENABLE' && c.take('NOVALIDATE')
  c.takeOneOf('VALIDATE', 'NOVALIDATE')
  if (isOff) return { do: 'alterConstraint', name, enforcement: { state: 'notEnforced' } }
  return isLoose
    ? { do: 'alterConstraint', name, enforcement: { state: 'notValidated' } }
    : { do: 'validateConstraint', name }
}

const enable: AlterReader = (c) => {
  const isOff = c.take('DISABLE') || !c.take('ENABLE')
  if (c.take('ROW', 'MOVEMENT')) return { do: 'nothing', what: 'ROW MOVEMENT' }
  if (c.take('ALL', 'TRIGGERS')) return { do: 'trigger', name: null, isDisabled: isOff }
  const isLoose = c.take('NOVALIDATE')
  c.take('VALIDATE')
  const name = c.take('CONSTRAINT') ? c.name() : undefined
  if (name === undefined) return undefined
  c.take('CASCADE')
  if (!isOff && !isLoose) return { do: 'validateConstraint', name }
  return { do: 'alterConstraint', name, enforcement: { state: isOff ? 'notEnforced' : 'notValidated' } }
}

/** DROP (a, b), DROP COLUMN a, DROP CONSTRAINT c CASCADE */
const drop: AlterReader = (c, head) => {
  if (c.word(1) !== '(') {
    const made = standardActions.get('DROP')?.(c, head)
    while (c.takeOneOf('CASCADE', 'CONSTRAINTS', 'KEEP', 'DROP', 'INDEX', 'ONLINE'));
    return made
  }
  c.skip()
  const names = c.nameList()
  while (c.takeOneOf('CASCADE', 'CONSTRAINTS'));
  return names?.map((column) => ({ do: 'dropColumn', column }) as const)
}

const physical: AlterReader = (c, { ctx }) =>
  takePhysical(c, ctx) && c.isDone ? { do: 'nothing', what: 'storage' } : undefined

export const alterActions: ReadonlyMap<string, AlterReader> = new Map([
  ...standardActions,
  ['ADD', listed(addOne)],
  ['MODIFY', modify],
  ['DROP', drop],
  ['ENABLE', enable],
  ['DISABLE', enable],
  ...[
    'LOGGING',
    'NOLOGGING',
    'PARALLEL',
    'NOPARALLEL',
    'CACHE',
    'NOCACHE',
    'PCTFREE',
    'INITRANS',
    'STORAGE',
  ].map((word) => [word, physical] as const),
])
