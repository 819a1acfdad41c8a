// What the columns of a foreign key are called: after the table that they point at.
import type { Column, Table } from '../model/records'
import { singular } from '../model/plural'
import { isCamelCase, joinName } from './name'

const isPlainKey = (name: string): boolean => /^(id|uuid|guid|pk|key|code|_id)$/i.test(name)

/** The column says by itself whose it is: `user_id` in users, `order_id` in order_items. */
const namesItself = (column: Column, one: string): boolean => {
  const name = column.name.toLowerCase().replace(/_/g, '')
  return name.startsWith(one.toLowerCase().replace(/_/g, '')) || /(_id|[a-z]Id|[a-z]ID)$/.test(column.name)
}

/** One name per column of the parent's key: `user_id`, or `parent_id` when a table points at itself. */
export function foreignKeyNames(child: Table, parent: Table, columns: readonly Column[]): readonly string[] {
  const isSelf = child.id === parent.id
  const camel = isCamelCase([...child.columns, ...parent.columns].map((column) => column.name))
  const one = isSelf ? 'parent' : singular(parent.name)
  return columns.map((column) => {
    if (!isSelf && !isPlainKey(column.name) && namesItself(column, one)) return column.name
    return joinName([one, column.name.replace(/^_+/, '')], camel)
  })
}

/** Two columns of a junction between a table and itself. */
export const relatedName = (name: string, camel: boolean): string => joinName(['related', name], camel)
