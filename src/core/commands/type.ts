// Types as one writes them: the document's own enums, domains and composites among them.
import { readType } from '../model/resolve/readType'
import type { ColumnType } from '../model/type'
import type { Cx } from './context'

export const typeOf = (cx: Cx, raw: string): ColumnType => readType(cx.tx.now(), raw, cx.dialect)

const textual: ReadonlySet<string> = new Set([
  'char',
  'varchar',
  'nchar',
  'nvarchar',
  'text',
  'ntext',
  'citext',
])

/** May one column reference the other? Strict where databases are: MySQL and SQL Server want the very same number. */
export function typesAgree(a: ColumnType, b: ColumnType): boolean {
  if (a.of !== b.of || (a.array ?? 0) !== (b.array ?? 0) || a.unsigned !== b.unsigned) return false
  if (a.base === 'other' || b.base === 'other')
    return a.raw.trim().toLowerCase() === b.raw.trim().toLowerCase()
  if (a.base === 'decimal' && b.base === 'decimal') return a.precision === b.precision && a.scale === b.scale
  return a.base === b.base || (textual.has(a.base) && textual.has(b.base))
}

export const isUndecided = (type: ColumnType): boolean => type.raw.trim() === ''
