// Constraints, of a table or of a column: keys, foreign keys, checks.
import type { ReferentialAction } from '../../../../model/records'
import type { ConstraintFacts, ForeignKeyFacts, PartFacts } from '../../statement'
import type { Cursor } from '../cursor'
import type { CheckDraft, ColumnDraft, EnforcedDraft, ForeignKeyDraft, KeyDraft } from '../draft'
import type { Context } from '../tongue'
import { keyParts, takeParts } from './part'

export function takeAction(c: Cursor): ReferentialAction | undefined {
  if (c.take('NO', 'ACTION')) return 'noAction'
  if (c.take('RESTRICT')) return 'restrict'
  if (c.take('CASCADE')) return 'cascade'
  if (c.take('SET', 'NULL')) return 'setNull'
  if (c.take('SET', 'DEFAULT')) return 'setDefault'
  return undefined
}

const matches = { FULL: 'full', PARTIAL: 'partial', SIMPLE: 'simple' } as const

/** DEFERRABLE, INITIALLY DEFERRED, [NOT] ENFORCED, and what the dialect adds. */
function takeEnforcement(c: Cursor, constraint: EnforcedDraft, ctx: Context): boolean {
  if (c.take('NOT', 'DEFERRABLE')) c.take('INITIALLY', 'IMMEDIATE')
  else if (c.take('DEFERRABLE')) constraint.deferrable ??= 'initiallyImmediate'
  else if (c.take('INITIALLY', 'DEFERRED')) constraint.deferrable = 'initiallyDeferred'
  else if (c.take('INITIALLY', 'IMMEDIATE')) constraint.deferrable ??= 'initiallyImmediate'
  else if (c.take('NOT', 'ENFORCED')) constraint.state = 'notEnforced'
  else if (c.take('NOT', 'VALID')) constraint.state = 'notValidated'
  else if (c.take('ENFORCED')) return true
  else return ctx.tongue.grammar.constraintTails.get(c.word())?.(c, constraint, ctx) ?? false
  return true
}

export function takeTails(c: Cursor, constraint: EnforcedDraft, ctx: Context): void {
  while (!c.isDone && takeEnforcement(c, constraint, ctx));
}

/** REFERENCES parent (columns) and everything behind it, into a foreign key. */
export function takeReferences(c: Cursor, key: ForeignKeyDraft, ctx: Context): boolean {
  if (!c.take('REFERENCES')) return false
  const parent = c.objectName()
  if (!parent) return false
  key.parent = parent
  const columns = c.nameList()
  if (columns && columns.length > 0) key.parentColumns = columns
  while (!c.isDone && takeReferenceTail(c, key, ctx));
  return true
}

function takeReferenceTail(c: Cursor, key: ForeignKeyDraft, ctx: Context): boolean {
  const before = c.at
  if (c.take('ON', 'DELETE')) {
    const action = takeAction(c)
    if (action) key.onDelete = action
    const columns = c.nameList()
    if (columns) key.onDeleteColumns = columns
    return action !== undefined || ((c.at = before), false)
  }
  if (c.take('ON', 'UPDATE')) {
    const action = takeAction(c)
    if (action) key.onUpdate = action
    return action !== undefined || ((c.at = before), false)
  }
  if (c.take('MATCH')) {
    const word = c.takeOneOf('FULL', 'PARTIAL', 'SIMPLE')
    if (word === 'FULL' || word === 'PARTIAL' || word === 'SIMPLE') key.match = matches[word]
    return word !== undefined || ((c.at = before), false)
  }
  return takeEnforcement(c, key, ctx)
}

export const emptyForeignKey = (name: string, c: Cursor): ForeignKeyDraft => ({
  kind: 'foreignKey',
  name,
  columns: [],
  parent: { name: '' },
  at: c.spot,
})

function takePrimaryKey(c: Cursor, name: string, ctx: Context): ConstraintFacts | undefined {
  const key: KeyDraft = { kind: 'primaryKey', name, parts: [], at: c.spot }
  ctx.tongue.grammar.keyTail(c, key, { ctx })
  const parts = keyParts(takeParts(c, ctx) ?? [])
  if (!parts || parts.length === 0) return undefined
  key.parts = parts
  ctx.tongue.grammar.keyTail(c, key, { ctx })
  takeTails(c, key, ctx)
  ctx.tongue.grammar.keyTail(c, key, { ctx })
  return key
}

/** UNIQUE over expressions is an index: only columns can be a key. */
function uniqueIndex(name: string, parts: readonly PartFacts[], c: Cursor): ConstraintFacts {
  return { kind: 'index', index: { name, unique: true, method: '', parts }, at: c.spot }
}

function takeUnique(c: Cursor, name: string, ctx: Context): ConstraintFacts | undefined {
  const key: KeyDraft = { kind: 'unique', name, parts: [], at: c.spot }
  if (c.take('NULLS', 'NOT', 'DISTINCT')) key.nullsNotDistinct = true
  else c.take('NULLS', 'DISTINCT')
  ctx.tongue.grammar.keyTail(c, key, { ctx })
  const parts = takeParts(c, ctx)
  if (!parts || parts.length === 0) return undefined
  const columns = keyParts(parts)
  if (!columns) return uniqueIndex(key.name, parts, c)
  key.parts = columns
  ctx.tongue.grammar.keyTail(c, key, { ctx })
  takeTails(c, key, ctx)
  ctx.tongue.grammar.keyTail(c, key, { ctx })
  return key
}

function takeForeignKey(c: Cursor, name: string, ctx: Context): ConstraintFacts | undefined {
  const key = emptyForeignKey(name, c)
  c.take('IF', 'NOT', 'EXISTS')
  // MySQL's index name; the constraint is called so when nothing else names it.
  if (c.word() !== '(') {
    const index = c.name()
    if (index !== undefined && name === '') key.name = index
  }
  const columns = c.nameList()
  if (!columns) return undefined
  key.columns = columns
  return takeReferences(c, key, ctx) ? key : undefined
}

export function takeCheck(c: Cursor, name: string, ctx: Context): CheckDraft | undefined {
  const expression = c.bareGroup()?.raw
  if (expression === undefined) return undefined
  const check: CheckDraft = { kind: 'check', name, expression, at: c.spot }
  if (c.take('NO', 'INHERIT')) check.noInherit = true
  takeTails(c, check, ctx)
  return check
}

/** A table's constraint, its CONSTRAINT name included; undefined (and nothing taken) for what is none. */
export function takeConstraint(c: Cursor, ctx: Context): ConstraintFacts | undefined {
  const before = c.at
  let name = ''
  if (c.take('CONSTRAINT')) {
    c.take('IF', 'NOT', 'EXISTS')
    if (!/^(?:PRIMARY|UNIQUE|FOREIGN|CHECK)$/.test(c.word()) || c.seesName(1)) {
      // CONSTRAINT check CHECK (…): the name may be one of these words itself.
      const isWord = /^(?:PRIMARY|UNIQUE|FOREIGN|CHECK)$/.test(c.word())
      const isName = !isWord || /^(?:PRIMARY|UNIQUE|FOREIGN|CHECK)$/.test(c.word(1))
      if (isName) name = c.name() ?? ''
    }
  }
  const made = c.take('PRIMARY', 'KEY')
    ? takePrimaryKey(c, name, ctx)
    : c.take('UNIQUE')
      ? takeUnique(c, name, ctx)
      : c.take('FOREIGN', 'KEY')
        ? takeForeignKey(c, name, ctx)
        : c.take('CHECK')
          ? takeCheck(c, name, ctx)
          : undefined
  if (!made) c.at = before
  return made
}

/** What a column's own REFERENCES says, as a foreign key of that column. */
export function takeColumnReference(
  c: Cursor,
  column: ColumnDraft,
  ctx: Context,
): ForeignKeyFacts | undefined {
  const key = emptyForeignKey(column.pendingName ?? '', c)
  key.columns = [column.facts.name]
  const start = c.at
  if (!takeReferences(c, key, ctx)) {
    c.at = start
    return undefined
  }
  column.pendingName = undefined
  return { ...key, at: c.spotFrom(start) }
}
