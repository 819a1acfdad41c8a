// A column: its name, its type, and clauses in whatever order their author found natural.
import type { Cursor } from '../cursor'
import type { CheckDraft, ColumnDraft, KeyDraft } from '../draft'
import { kinds } from '../lexer'
import type { ColumnClause, Context } from '../tongue'
import { takeColumnReference, takeTails } from './constraint'
import { takeOperand } from './expression'

/** CONSTRAINT name, once used up. */
export function usedName(column: ColumnDraft): string {
  const name = column.pendingName ?? ''
  column.pendingName = undefined
  return name
}

/** The word before the cursor said which key it is. */
function columnKey(c: Cursor, column: ColumnDraft, ctx: Context): void {
  const key: KeyDraft = {
    kind: c.tokens.word(c.at - 1) === 'UNIQUE' ? 'unique' : 'primaryKey',
    name: usedName(column),
    parts: [{ column: column.facts.name }],
    at: c.tokens.spot(c.at - 1, c.at),
  }
  // Before the tail: what follows (AUTOINCREMENT) may look for it.
  column.constraints.push(key)
  ctx.tongue.grammar.keyTail(c, key, { ctx, column })
  takeTails(c, key, ctx)
  ctx.tongue.grammar.keyTail(c, key, { ctx, column })
}

const notNull: ColumnClause = (c, column, ctx) => {
  if (c.take('NOT', 'NULL')) {
    column.facts.nullable = false
    const name = usedName(column)
    if (name !== '') column.facts.notNullName = name
    const last: CheckDraft = { kind: 'check', name: '', expression: '', at: c.spot }
    takeTails(c, last, ctx)
    column.options.push(...(last.options ?? []))
    return true
  }
  // What belongs to the constraint before it.
  const last = column.constraints.at(-1)
  if (!last || !(c.sees('NOT', 'DEFERRABLE') || c.sees('NOT', 'ENFORCED'))) return false
  takeTails(c, last, ctx)
  return true
}

const checked: ColumnClause = (c, column, ctx) => {
  const start = c.at
  if (!c.take('CHECK')) return false
  const expression = c.bareGroup()?.raw
  if (expression === undefined) {
    c.at = start
    return false
  }
  const check: CheckDraft = { kind: 'check', name: usedName(column), expression, at: c.spotFrom(start) }
  column.constraints.push(check)
  takeTails(c, check, ctx)
  return true
}

const generatedAs: ColumnClause = (c, column) => {
  const start = c.at
  c.take('GENERATED', 'ALWAYS')
  const group = c.take('AS') ? c.bareGroup() : undefined
  if (!group) {
    c.at = start
    return false
  }
  const word = c.takeOneOf('STORED', 'PERSISTENT', 'PERSISTED', 'VIRTUAL')
  column.facts.generated = {
    expression: group.raw,
    storage: word === undefined || word === 'VIRTUAL' ? 'virtual' : 'stored',
  }
  return true
}

const deferred: ColumnClause = (c, column, ctx) => {
  const last = column.constraints.at(-1)
  const before = c.at
  if (last) takeTails(c, last, ctx)
  return c.at > before
}

/** The clauses that the dialects share. */
export const standardClauses: ReadonlyMap<string, ColumnClause> = new Map<string, ColumnClause>([
  [
    'CONSTRAINT',
    (c, column) => {
      c.skip()
      column.pendingName = c.name() ?? ''
      return true
    },
  ],
  ['NOT', notNull],
  [
    'NULL',
    (c, column) => {
      c.skip()
      column.facts.nullable = true
      column.pendingName = undefined
      return true
    },
  ],
  [
    'DEFAULT',
    (c, column) => {
      c.skip()
      column.facts.default = takeOperand(c)
      const name = usedName(column)
      if (name !== '') column.facts.defaultName = name
      return true
    },
  ],
  [
    'PRIMARY',
    (c, column, ctx) => {
      if (!c.take('PRIMARY', 'KEY')) return false
      columnKey(c, column, ctx)
      return true
    },
  ],
  [
    'UNIQUE',
    (c, column, ctx) => {
      c.skip()
      columnKey(c, column, ctx)
      return true
    },
  ],
  ['CHECK', checked],
  [
    'REFERENCES',
    (c, column, ctx) => {
      const key = takeColumnReference(c, column, ctx)
      if (key) column.constraints.push(key)
      return key !== undefined
    },
  ],
  [
    'COLLATE',
    (c, column) => {
      c.skip()
      column.facts.collation = c.chain().join('.')
      return true
    },
  ],
  ['GENERATED', generatedAs],
  ['AS', generatedAs],
  ['DEFERRABLE', deferred],
  ['INITIALLY', deferred],
  ['ENFORCED', deferred],
])

/** The type as written: words, one pair of parentheses anywhere, dots; ends where a clause begins. */
export function takeType(c: Cursor, ctx: Context): string {
  const { columnClauses, typeTail, typeHeads } = ctx.tongue.grammar
  const start = c.at
  const beginsClause = () => {
    const word = c.word()
    if (c.at === start && typeHeads?.has(word)) return false
    if (word === 'CHARACTER' || word === 'CHAR') return c.word(1) === 'SET'
    return columnClauses.has(word) || (typeTail !== undefined && c.at > start && !typeTail.has(word))
  }
  while (!c.isDone) {
    const kind = c.kind()
    if (kind === kinds.word) {
      if (beginsClause()) break
      c.skip()
    } else if (kind === kinds.quoted) {
      // A second name in quotes would be something else.
      if (c.at > start && c.tokens.word(c.at - 1) !== '.') break
      c.skip()
    } else if (c.word() === '(' && c.at > start) c.step()
    else if (c.word() === '.' && c.at > start) c.skip(2)
    else break
  }
  return c.rawFrom(start)
}

/** Walks over what no clause knows, to the next one. */
function leaveOut(c: Cursor, column: ColumnDraft, ctx: Context): void {
  const { columnClauses } = ctx.tongue.grammar
  const start = c.at
  c.step()
  while (!c.isDone && !columnClauses.has(c.word())) c.step()
  ctx.leftOut(`of the column ${column.facts.name}`, c.rawFrom(start), c.spotFrom(start))
}

export function takeClauses(c: Cursor, column: ColumnDraft, ctx: Context): void {
  const { columnClauses } = ctx.tongue.grammar
  while (!c.isDone) {
    const before = c.at
    const isTaken = columnClauses.get(c.word())?.(c, column, ctx) ?? false
    if (!isTaken || c.at === before) {
      c.at = before
      leaveOut(c, column, ctx)
    }
  }
}

/** All of the cursor is one column; undefined where no name opens it. */
export function takeColumn(c: Cursor, ctx: Context): ColumnDraft | undefined {
  const start = c.at
  // A constraint that could not be read is no column: the word is reserved everywhere.
  if (c.word() === 'CONSTRAINT') return undefined
  const name = c.name()
  if (name === undefined) return undefined
  const column: ColumnDraft = {
    facts: { name, type: '', at: c.tokens.spot(start, c.end) },
    constraints: [],
    indexes: [],
    options: [],
    pendingName: undefined,
  }
  const type = takeType(c, ctx)
  column.facts.type = ctx.tongue.grammar.spellType?.(type) ?? type
  ctx.tongue.grammar.unfoldType?.(column, c)
  takeClauses(c, column, ctx)
  return column
}
