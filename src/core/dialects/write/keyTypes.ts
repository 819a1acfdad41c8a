// May a column of this type refer to one of that? Every database has its own idea of how alike they must be.
import type { BaseType, ColumnType } from '../../model/type'

export type KeyTypes = (child: ColumnType, parent: ColumnType) => boolean

const wholes: ReadonlySet<BaseType> = new Set(['int8', 'int16', 'int24', 'int32', 'int64'])
const numbers: ReadonlySet<BaseType> = new Set([...wholes, 'decimal', 'money'])
const texts: ReadonlySet<BaseType> = new Set(['char', 'varchar', 'nchar', 'nvarchar', 'text', 'ntext'])

const both = (list: ReadonlySet<BaseType>, a: ColumnType, b: ColumnType) =>
  list.has(a.base) && list.has(b.base)

const isSame = (a: ColumnType, b: ColumnType): boolean =>
  a.base === b.base && a.of === b.of && (a.array ?? 0) === (b.array ?? 0)

/** An equality operator between the types is enough (PostgreSQL: 5.5.5); Oracle's numbers are one type. */
export const comparable: KeyTypes = (a, b) => isSame(a, b) || both(numbers, a, b) || both(texts, a, b)

/** The same size and sign for numbers, any length for texts (MySQL manual, 15.1.20.5). */
export const sameSize: KeyTypes = (a, b) => {
  if (both(texts, a, b)) return true
  if (!isSame(a, b) || a.unsigned !== b.unsigned) return false
  return a.base !== 'decimal' || (a.precision === b.precision && (a.scale ?? 0) === (b.scale ?? 0))
}

/** The very same type, length and scale (SQL Server, Msg 1753 and 1778). */
export const sameType: KeyTypes = (a, b) =>
  isSame(a, b) &&
  a.unsigned === b.unsigned &&
  a.length === b.length &&
  a.precision === b.precision &&
  (a.scale ?? 0) === (b.scale ?? 0)

/** Nothing is asked: SQLite compares what it finds, Redshift enforces nothing. */
export const anyType: KeyTypes = () => true
