// Keys, indexes and foreign keys written in one line, as people note them down: "placed_at desc, id where is_open",
// "customer_id -> customers cascade".
import type { ColumnId, RelationId, TableId } from '../model/id'
import type { ForeignKey, IndexPart, Table } from '../model/records'
import { connect } from './connect'
import { gone, ok, refuse, type Cx, type Done } from './context'
import { setActions } from './relation'

type HasColumns = Pick<Table, 'columns'>

/** Commas that stand in no brackets. */
function pieces(text: string): readonly string[] {
  const out: string[] = []
  let depth = 0
  let piece = ''
  for (const sign of text) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (sign === ',' && depth === 0) {
      out.push(piece.trim())
      piece = ''
    } else piece += sign
  }
  return [...out, piece.trim()].filter((one) => one !== '')
}

/** The first column of this name that is not among the others yet. */
const columnCalled = (
  table: HasColumns,
  name: string,
  taken: readonly ColumnId[] = [],
): ColumnId | undefined =>
  table.columns.find((column) => column.name === name && !taken.includes(column.id))?.id

/** "a, b" as columns; undefined when one of them is none. */
export function columnsFrom(table: HasColumns, text: string): readonly ColumnId[] | undefined {
  // A column may be called "a, b" itself.
  const whole = columnCalled(table, text.trim())
  if (whole) return [whole]
  const found: ColumnId[] = []
  for (const name of pieces(text)) {
    const column = columnCalled(table, name, found)
    if (!column) return undefined
    found.push(column)
  }
  return found.length > 0 ? found : undefined
}

export interface IndexLine {
  readonly parts: readonly IndexPart[]
  readonly where?: string
}

function indexPart(table: HasColumns, text: string): IndexPart {
  const ordered = /^(.*\S)\s+(asc|desc)$/i.exec(text)
  const column = columnCalled(table, text) ?? columnCalled(table, ordered?.[1] ?? '')
  if (!column) return { on: { expression: { parts: [text] } } }
  const isDescending = columnCalled(table, text) === undefined && ordered?.[2]?.toLowerCase() === 'desc'
  return { on: { column }, ...(isDescending && { sort: 'desc' as const }) }
}

/** "a, b desc where c"; what is no column is an expression. */
export function readIndexLine(table: HasColumns, text: string): IndexLine {
  const whole = columnCalled(table, text.trim())
  if (whole) return { parts: [{ on: { column: whole } }] }
  const split = /^(.*?)\s+where\s+(.*)$/is.exec(text.trim())
  const [columns, where] = split ? [split[1] ?? '', split[2]] : [text, undefined]
  return {
    parts: pieces(columns).map((piece) => indexPart(table, piece)),
    ...(where !== undefined && { where }),
  }
}

const actionsByWord: Readonly<Record<string, ForeignKey['onDelete']>> = {
  cascade: 'cascade',
  'set null': 'setNull',
  'set default': 'setDefault',
  restrict: 'restrict',
  'no action': 'noAction',
}

const relationShape =
  /^(?<from>.*?)\s*(?:->|→|>|references\s)\s*(?<to>[^()]+?)\s*(?:\((?<columns>[^)]*)\))?\s*(?:on\s+delete\s+)?(?<action>cascade|set\s+null|set\s+default|restrict|no\s+action)?$/i

/** "a, b -> parents(c, d) cascade"; without columns the parent's key is meant. */
export function relateByLine(cx: Cx, child: TableId, text: string): Done<RelationId> {
  const table = cx.tx.get('table', child)
  if (!table) return gone('table')
  const { from = '', to = '', columns, action } = relationShape.exec(text.trim())?.groups ?? {}
  const own = columnsFrom(table, from)
  if (!own) return refuse('notThere', `Write it as column → table, such as “customer_id → customers”.`)
  const parent = [...cx.tx.all('table')].find((row) => cx.dialect.names.isSame(row.name, to.trim()))
  if (!parent) return refuse('notThere', `There is no table ${to.trim() || 'without a name'}.`)
  const theirs =
    columns === undefined
      ? parent.primaryKey?.parts.map(({ column }) => column)
      : columnsFrom(parent, columns)
  if (!theirs) return refuse('notThere', `${parent.name} has no key, or no such columns.`)
  const made = connect(cx, {
    from: { table: child, columns: own },
    to: { table: parent.id, columns: theirs },
    as: 'manyToOne',
  })
  const onDelete = actionsByWord[action?.toLowerCase().replace(/\s+/g, ' ') ?? '']
  if (!made.ok || onDelete === undefined) return made
  const set = setActions(cx, made.value, { onDelete })
  return set.ok ? ok(made.value) : set
}
