// What a record's references are asked against while the invariants are restored.
import { isIdOf, kindOfId, type ColumnId, type EnumId, type TableId, type ViewId } from '../id'
import type { SqlRef, SqlText } from '../sqlText'
import { keepRefs } from '../sqlText'
import type { ColumnType } from '../type'
import { kinds, type Kind } from '../schema'
import type { Tx } from '../transact'

const recordKinds: ReadonlySet<string> = new Set(kinds)

export class Alive {
  private readonly tx: Tx
  private readonly columns = new Map<string, ReadonlySet<string>>()
  private partials: Set<string> | undefined

  constructor(tx: Tx) {
    this.tx = tx
  }

  readonly record = (id: string): boolean => {
    const kind = kindOfId(id)
    // `recordKinds` holds the kinds that are records of their own.
    return kind !== undefined && recordKinds.has(kind) && this.tx.has(kind as Kind, id)
  }

  columnsOf(owner: TableId | ViewId): ReadonlySet<string> {
    const known = this.columns.get(owner)
    if (known) return known
    const row = isIdOf('table', owner) ? this.tx.get('table', owner) : this.tx.get('view', owner)
    const ids = new Set<string>(row?.columns.map((column) => column.id))
    this.columns.set(owner, ids)
    return ids
  }

  readonly column = (owner: TableId | ViewId, column: ColumnId): boolean => this.columnsOf(owner).has(column)

  /** Does any table partial still have this column? */
  readonly partialColumn = (column: ColumnId): boolean => {
    if (!this.partials) {
      this.partials = new Set<string>()
      for (const partial of this.tx.all('partial'))
        for (const { id } of partial.columns) this.partials.add(id)
    }
    return this.partials.has(column)
  }

  private value(owner: EnumId, id: string): boolean {
    return this.tx.get('enum', owner)?.values.some((value) => value.id === id) ?? false
  }

  private part(owner: TableId | ViewId, id: string): boolean {
    if (this.columnsOf(owner).has(id)) return true
    if (isIdOf('view', owner))
      return this.tx.get('view', owner)?.indexes.some((index) => index.id === id) ?? false
    const table = this.tx.get('table', owner)
    return (
      table !== undefined &&
      (table.primaryKey?.id === id ||
        table.uniques.some((key) => key.id === id) ||
        table.indexes.some((index) => index.id === id))
    )
  }

  readonly ref = (ref: SqlRef): boolean => {
    if (!ref.owner) return this.record(ref.to)
    return isIdOf('enum', ref.owner) ? this.value(ref.owner, ref.to) : this.part(ref.owner, ref.to)
  }

  readonly text = (text: SqlText): SqlText => keepRefs(text, this.ref)

  /** A type whose definition is gone keeps its spelling. */
  readonly type = (type: ColumnType): ColumnType => {
    if (type.of === undefined || this.record(type.of)) return type
    const { of: _gone, ...rest } = type
    return { ...rest, base: 'other' }
  }
}
