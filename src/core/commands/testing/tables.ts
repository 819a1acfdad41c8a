// Tables written as one line, relations read as one line.
import type { ColumnId, RelationId, TableId } from '../../model/id'
import { addColumn } from '../column'
import { setPrimaryKey } from '../key'
import { createTable } from '../table'
import type { Desk } from './bench'

/** `columns`: "id* name user_id:integer"; a star puts the column into the primary key. */
export function aTable(desk: Desk, name: string, columns: string) {
  const table = desk.do((cx) => createTable(cx, { name, at: { x: 0, y: 0 }, idColumn: false }))
  const ids: Record<string, ColumnId> = {}
  const key: ColumnId[] = []
  for (const word of columns.split(' ').filter(Boolean)) {
    const [spelled = '', type = 'bigint'] = word.split(':')
    const column = desk.do((cx) => addColumn(cx, table, { name: spelled.replace('*', ''), type }))
    ids[spelled.replace('*', '')] = column
    if (spelled.endsWith('*')) key.push(column)
  }
  desk.do((cx) => setPrimaryKey(cx, table, key))
  const column = (wanted: string): ColumnId => {
    const id = ids[wanted]
    if (!id) throw new Error(`no column ${wanted}`)
    return id
  }
  return { table, column }
}

/** "orders(user_id) > users(id)": child first. */
export function say(desk: Desk, id: RelationId): string {
  const relation = desk.schema.relation.get(id)
  if (relation?.kind !== 'foreignKey') return 'no foreign key'
  const end = (at: { readonly table: TableId; readonly columns: readonly ColumnId[] }) => {
    const table = desk.schema.table.get(at.table)
    const names = at.columns.map((column) => table?.columns.find(({ id: one }) => one === column)?.name)
    return `${table?.name ?? '?'}(${names.join(', ')})`
  }
  return `${end(relation.child)} > ${end(relation.parent)}`
}
