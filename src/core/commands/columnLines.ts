// Columns as people keep them in notes, mails and CREATE TABLE statements: a name and a type on each line.
import { isIdOf, type ColumnId } from '../model/id'
import { addColumn, type NewColumn } from './column'
import type { ColumnOwner } from './columnAt'
import { each, ok, type Cx, type Done } from './context'
import { setPrimaryKey } from './key'

export interface ColumnLine extends NewColumn {
  readonly name: string
  readonly isKey?: true
}

/** Lines that belong to a statement but name no column. */
const noColumn =
  /^(--|\/\/|#|[();]+$|create\s|alter\s|(primary\s+key|unique|foreign\s+key|check|constraint|index|key)\b\s*[("`[\w]*.*\()/i
const shape = /^(?:"((?:[^"]|"")+)"|`([^`]+)`|\[([^\]]+)\]|([^\s:,"`[]+))\s*:?\s*(.*)$/s
const option =
  /\s+(not\s+null|null|primary\s+key|unique|default\s+(?:'(?:[^']|'')*'|\S+(?:\([^)]*\))?)|references\s+.*|check\s*\(.*|comment\s+'(?:[^']|'')*')\s*$/i

function readLine(line: string): ColumnLine | undefined {
  const text = line.trim().replace(/[,;]\s*$/, '')
  if (text === '' || noColumn.test(text)) return undefined
  const [, quoted, ticked, bracketed, plain, rest = ''] = shape.exec(text) ?? []
  const name = quoted?.replaceAll('""', '"') ?? ticked ?? bracketed ?? plain
  if (name === undefined) return undefined
  let type = ` ${rest}`
  let column: ColumnLine = { name }
  for (let found = option.exec(type); found; found = option.exec(type)) {
    column = { ...column, ...readOption(found[1] ?? '') }
    type = type.slice(0, found.index)
  }
  type = type.trim()
  return type === '' ? column : { ...column, type }
}

function readOption(text: string): Partial<ColumnLine> {
  if (/^not\s/i.test(text)) return { nullable: false }
  if (/^null/i.test(text)) return { nullable: true }
  if (/^primary/i.test(text)) return { isKey: true, nullable: false }
  const [, value] = /^default\s+(.*)$/is.exec(text) ?? []
  if (value !== undefined) return { default: value }
  const [, comment] = /^comment\s+'(.*)'$/is.exec(text) ?? []
  return comment === undefined ? {} : { comment: comment.replaceAll("''", "'") }
}

export const readColumnLines = (text: string): readonly ColumnLine[] =>
  text.split(/\r?\n/).flatMap((line) => readLine(line) ?? [])

/** Adds the columns of several lines, at `index` or behind the others. */
export function addColumnLines(
  cx: Cx,
  owner: ColumnOwner,
  { lines, index }: { readonly lines: readonly ColumnLine[]; readonly index?: number },
): Done<readonly ColumnId[]> {
  const added = each(lines.entries(), ([step, { isKey: _isKey, ...line }]) =>
    addColumn(cx, owner, index === undefined ? line : { ...line, index: index + step }),
  )
  if (!added.ok || !isIdOf('table', owner)) return added
  const keys = added.value.filter((_, step) => lines[step]?.isKey)
  if (keys.length > 0 && !cx.tx.get('table', owner)?.primaryKey) {
    const keyed = setPrimaryKey(cx, owner, keys)
    if (!keyed.ok) return keyed
  }
  return ok(added.value)
}
