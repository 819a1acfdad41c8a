// CREATE TABLE: what stands in its parentheses, line by line. A bad line costs itself.
import type { Cursor } from '../cursor'
import { finishColumn, finishTable, type TableDraft } from '../draft'
import type { Context, CreateHead, CreateReader, ElementReader, Read } from '../tongue'
import { takeColumn } from './column'
import { takeConstraint } from './constraint'

const constraint: ElementReader = (c, table, ctx) => {
  const made = takeConstraint(c, ctx)
  if (made) table.constraints.push(made)
  return made !== undefined
}

export const standardElements: ReadonlyMap<string, ElementReader> = new Map([
  ['CONSTRAINT', constraint],
  ['PRIMARY', constraint],
  ['UNIQUE', constraint],
  ['FOREIGN', constraint],
  ['CHECK', constraint],
])

/** One line of a table. */
export function takeElement(c: Cursor, table: TableDraft, ctx: Context): void {
  const start = c.at
  const isElement = ctx.tongue.grammar.elements.get(c.word())?.(c, table, ctx) ?? false
  if (isElement) {
    if (!c.isDone) ctx.leftOut(`of ${table.facts.name.name}`, c.rest(), c.tokens.spot(c.at, c.end))
    return
  }
  c.at = start
  const column = takeColumn(c, ctx)
  if (column) {
    table.columns.push(finishColumn(column))
    table.constraints.push(...column.constraints, ...column.indexes)
  } else ctx.leftOut(`of ${table.facts.name.name}`, c.rest(), c.tokens.spot(c.at, c.end))
}

export const emptyTable = (name: TableDraft['facts']['name']): TableDraft => ({
  facts: { kind: 'createTable', name },
  columns: [],
  constraints: [],
  like: [],
  options: [],
  beside: [],
})

export function headOfTable(c: Cursor, head: CreateHead): TableDraft | undefined {
  const ifNotExists = c.take('IF', 'NOT', 'EXISTS')
  const name = c.objectName()
  if (!name) return undefined
  const table = emptyTable(name)
  if (ifNotExists) table.facts.ifNotExists = true
  if (head.orReplace) table.facts.orReplace = true
  if (head.words.has('TEMPORARY') || head.words.has('TEMP')) table.facts.persistence = 'temporary'
  return table
}

/** What is left of the statement is named, so that nothing is lost in silence. */
export function leaveTail(c: Cursor, table: TableDraft, ctx: Context): void {
  if (c.isDone) return
  ctx.leftOut(`of the table ${table.facts.name.name}`, c.rest(), c.tokens.spot(c.at, c.end))
  c.at = c.end
}

function namesAlone(inner: Cursor): boolean {
  return inner.items().every((item) => item.seesName() && item.end === item.start + 1)
}

export const createTable: CreateReader = (c, head, ctx): Read => {
  const table = headOfTable(c, head)
  if (!table) return undefined
  const group = c.word() === '(' && !/^(?:SELECT|WITH)$/.test(c.word(1)) ? c.group() : undefined
  // CREATE TABLE t (a, b) AS SELECT …: what the columns are, only the query says.
  if (group && /^(?:AS|SELECT|WITH)$/.test(c.word()) && namesAlone(group.inner)) return undefined
  for (const item of group?.inner.items() ?? []) takeElement(item, table, ctx)
  ctx.tongue.grammar.tableTail(c, table, ctx)
  if (!group && table.like.length === 0 && table.columns.length === 0) return undefined
  leaveTail(c, table, ctx)
  return finishTable(table)
}
