// What every text picture tells of a schema, without a word of any format: tables with their columns, and the lines
// between them. Ids are short, safe in every language and the same for the same model.
import { typeText } from '../../layout/content'
import { meaningOf, type LineMeaning } from '../../layout/lines'
import type { TableId } from '../../model/id'
import { displayName, endsOf, isNullable } from '../../model/query'
import { isUniqueIn } from '../../model/cardinality'
import type { Relation, Table } from '../../model/records'
import { inOrder, type Schema } from '../../model/schema'

export interface OutlineColumn {
  /** c1, c2… within its table. */
  readonly id: string
  readonly name: string
  readonly type: string
  readonly isKey: boolean
  readonly isForeign: boolean
  readonly isUnique: boolean
  readonly isNullable: boolean
  readonly comment: string
}

export interface OutlineTable {
  /** t1, t2… */
  readonly id: string
  readonly about: TableId
  /** With its namespace. */
  readonly name: string
  readonly comment: string
  readonly columns: readonly OutlineColumn[]
}

export interface OutlineEnd {
  readonly table: OutlineTable
  readonly columns: readonly OutlineColumn[]
}

export interface OutlineLine {
  readonly relation: Relation
  readonly child: OutlineEnd
  readonly parent: OutlineEnd
  readonly meaning: LineMeaning
  /** The verb from parent to child, else the name. */
  readonly label: string
}

export interface Outline {
  readonly tables: readonly OutlineTable[]
  readonly lines: readonly OutlineLine[]
}

function columnsOf(schema: Schema, table: Table, foreign: ReadonlySet<string>): readonly OutlineColumn[] {
  const keys = new Set<string>(table.primaryKey?.parts.map(({ column }) => column))
  return table.columns.map((column, i) => ({
    id: `c${i + 1}`,
    name: column.name,
    type: typeText(schema, column.type),
    isKey: keys.has(column.id),
    isForeign: foreign.has(column.id),
    isUnique: !keys.has(column.id) && isUniqueIn(table, [column.id]),
    isNullable: isNullable(table, column),
    comment: column.comment,
  }))
}

export function outlineOf(schema: Schema): Outline {
  const relations = inOrder(schema.relation)
  const foreign = new Set<string>(
    relations.flatMap((relation) => (relation.kind === 'foreignKey' ? relation.child.columns : [])),
  )
  const tables = new Map<TableId, OutlineTable>()
  inOrder(schema.table).forEach((table, i) => {
    tables.set(table.id, {
      id: `t${i + 1}`,
      about: table.id,
      name: displayName(schema, table.id),
      comment: table.comment,
      columns: columnsOf(schema, table, foreign),
    })
  })
  const endOf = ({ table, columns }: ReturnType<typeof endsOf>[number]): OutlineEnd | undefined => {
    const outlined = tables.get(table)
    const own = schema.table.get(table)?.columns
    if (!outlined || !own) return undefined
    const shown = columns.flatMap((id) => outlined.columns[own.findIndex((column) => column.id === id)] ?? [])
    return { table: outlined, columns: shown }
  }
  const lines = relations.flatMap((relation): readonly OutlineLine[] => {
    const [child, parent] = endsOf(relation).map(endOf)
    if (!child || !parent) return []
    const label = relation.verbs.parentToChild || relation.name || relation.verbs.childToParent
    return [{ relation, child, parent, meaning: meaningOf(schema, relation), label }]
  })
  return { tables: [...tables.values()], lines }
}

/** One line, without what steers a terminal or ends a statement. */
export const oneLine = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- these are the ones to take out
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g, ' ').trim()
