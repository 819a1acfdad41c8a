// CREATE TABLE and its parts (SQL Language Reference, "CREATE TABLE", "constraint").
import type { Cursor } from '../cursor'
import type { ColumnDraft, EnforcedDraft, IndexDraft, KeyDraft, TableDraft } from '../draft'
import { standardClauses } from '../grammar/column'
import { takeOperand } from '../grammar/expression'
import { takeParts } from '../grammar/part'
import { takeSequence } from '../grammar/sequence'
import type { ColumnClause, ConstraintTail, Context, KeyPlace } from '../tongue'
import { takePhysical } from './physical'

/** USING INDEX: the index that serves a key is made with it. */
export function keyTail(c: Cursor, key: KeyDraft, { ctx }: KeyPlace): void {
  if (!c.take('USING', 'INDEX')) return
  const start = c.at
  const group = c.group()
  if (group) return
  takePhysical(c, ctx)
  if (c.at === start && c.seesName() && !tails.has(c.word())) key.usingIndex = c.chain().at(-1) ?? ''
  takePhysical(c, ctx)
}

const tails: ReadonlySet<string> = new Set([
  'ENABLE',
  'DISABLE',
  'VALIDATE',
  'NOVALIDATE',
  'RELY',
  'NORELY',
  'DEFERRABLE',
  'INITIALLY',
  'NOT',
])

function state(c: Cursor, constraint: EnforcedDraft): boolean {
  if (c.take('DISABLE')) constraint.state = 'notEnforced'
  else if (c.take('NOVALIDATE')) {
    if (constraint.state !== 'notEnforced') constraint.state = 'notValidated'
  } else if (!c.takeOneOf('ENABLE', 'VALIDATE', 'RELY', 'NORELY')) return false
  return true
}

const stateTail: ConstraintTail = (c, constraint) => state(c, constraint)

const exceptions: ConstraintTail = (c) => {
  if (!c.take('EXCEPTIONS', 'INTO')) return false
  c.chain()
  return true
}

export const constraintTails: ReadonlyMap<string, ConstraintTail> = new Map([
  ...['ENABLE', 'DISABLE', 'VALIDATE', 'NOVALIDATE', 'RELY', 'NORELY'].map(
    (word) => [word, stateTail] as const,
  ),
  ['EXCEPTIONS', exceptions],
])

/** ENABLE and the like behind a column's own constraint; behind NOT NULL they say nothing. */
const stateClause: ColumnClause = (c, column) => {
  const last = column.constraints.at(-1)
  const isOfKey = last !== undefined && !c.tokens.word(c.at - 1).startsWith('NULL')
  const ignored: EnforcedDraft = { kind: 'check', name: '', expression: '', at: c.spot }
  const before = c.at
  while (!c.isDone && state(c, isOfKey ? last : ignored));
  return c.at > before
}

const defaulted: ColumnClause = (c, column) => {
  c.skip()
  if (c.take('ON', 'NULL')) {
    c.take('FOR', 'INSERT', 'ONLY')
    column.options.push({ dialect: 'oracle', name: 'DEFAULT ON NULL', value: '' })
  }
  column.facts.default = takeOperand(c)
  return true
}

function identity(c: Cursor, column: ColumnDraft, mode: 'always' | 'byDefault'): boolean {
  const sequence = takeSequence(c.group()?.inner ?? c.over(c.at, c.at))
  const { start, step, min, max, cache, cycle } = sequence
  column.facts.identity = {
    mode,
    style: 'identity',
    ...(typeof start === 'string' && { start }),
    ...(step !== undefined && { step }),
    ...(typeof min === 'string' && { min }),
    ...(typeof max === 'string' && { max }),
    ...(typeof cache === 'string' && { cache }),
    ...(cycle === true && { cycle }),
  }
  return true
}

const generated: ColumnClause = (c, column, ctx) => {
  if (c.take('GENERATED', 'ALWAYS', 'AS', 'IDENTITY')) return identity(c, column, 'always')
  if (c.take('GENERATED', 'AS', 'IDENTITY')) return identity(c, column, 'always')
  if (c.take('GENERATED', 'BY', 'DEFAULT')) {
    const onNull = c.take('ON', 'NULL')
    if (!c.take('AS', 'IDENTITY')) return false
    if (onNull) column.options.push({ dialect: 'oracle', name: 'ON NULL', value: '' })
    return identity(c, column, 'byDefault')
  }
  return standardClauses.get('GENERATED')?.(c, column, ctx) ?? false
}

const invisible: ColumnClause = (c, column) => {
  if (c.take('INVISIBLE')) column.facts.invisible = true
  else if (!c.take('VISIBLE')) return false
  return true
}

export const columnClauses: ReadonlyMap<string, ColumnClause> = new Map<string, ColumnClause>([
  ...standardClauses,
  ['DEFAULT', defaulted],
  ['GENERATED', generated],
  ['INVISIBLE', invisible],
  ['VISIBLE', invisible],
  ['VIRTUAL', (c) => c.take('VIRTUAL')],
  ...['ENABLE', 'DISABLE', 'VALIDATE', 'NOVALIDATE', 'RELY', 'NORELY'].map(
    (word) => [word, stateClause] as const,
  ),
  [
    'USING',
    (c, column, ctx) => {
      const last = column.constraints.at(-1)
      const before = c.at
      if (last?.kind === 'primaryKey' || last?.kind === 'unique') keyTail(c, last, { ctx, column })
      return c.at > before
    },
  ],
  ['SORT', (c) => c.take('SORT')],
])

/** NUMBER (10, 0) is NUMBER(10,0); VARCHAR2(20 BYTE) stays. */
export const typeText = (raw: string): string =>
  raw
    .replace(/\s*\(\s*/g, '(')
    .replace(/\s*,\s*/g, ',')
    .replace(/\s+\)/g, ')')
    .replace(/\s+/g, ' ')

function partitioning(c: Cursor, table: TableDraft, ctx: Context): boolean {
  if (!c.take('PARTITION', 'BY')) return false
  const method = c.takeOneOf('RANGE', 'LIST', 'HASH', 'REFERENCE', 'SYSTEM') ?? ''
  const parts = takeParts(c, ctx) ?? []
  table.facts.partitioning = { method: method.toLowerCase(), parts, definition: c.takeRest() }
  return true
}

export function tableTail(c: Cursor, table: TableDraft, ctx: Context): void {
  for (;;) {
    const start = c.at
    if (c.take('ON', 'COMMIT')) c.skip(2)
    else if (c.take('DEFAULT', 'COLLATION')) c.chain()
    else if (c.take('READ', 'ONLY') || c.take('READ', 'WRITE') || c.take('RESULT_CACHE')) c.take('(')
    else if (!partitioning(c, table, ctx)) takePhysical(c, ctx)
    if (c.at === start) return
  }
}

export function indexTail(c: Cursor, index: IndexDraft, ctx: Context): void {
  for (;;) {
    const start = c.at
    if (c.take('INVISIBLE')) index.invisible = true
    else if (!c.take('VISIBLE') && !c.take('UNUSABLE')) takePhysical(c, ctx)
    if (c.at === start) return
  }
}
