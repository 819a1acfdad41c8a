// `customer_id` beside a table `customers` asks for a relation: offered, never made by itself.
import { Spline } from 'lucide-react'
import { connect } from '../../../core/commands/connect'
import { isForeignKeyColumn, suggestRelation } from '../../../core/commands/suggest'
import { useDocument } from '../../../state/document'
import { perform } from '../../../state/perform'
import { Button } from '../../../ui'
import { called, useReadOnly } from '../current'
import type { ColumnPartProps } from './ColumnDetails'

export function RelationOffer({ table, column }: ColumnPartProps) {
  const isReadOnly = useReadOnly()
  const schema = useDocument((state) => state.schema)
  const offer = isForeignKeyColumn(schema, table.id, column.id)
    ? undefined
    : suggestRelation(schema, table.id, column.name)
  if (!offer || isReadOnly) return null
  const target = called(schema.table.get(offer.table)?.name)
  return (
    <Button
      size="small"
      icon={<Spline />}
      className="self-start"
      onClick={() => {
        perform(`Relate ${called(column.name)} to ${target}`, (cx) =>
          connect(cx, {
            from: { table: table.id, columns: [column.id] },
            to: { table: offer.table, columns: offer.columns },
          }),
        )
      }}
    >
      Relate to {target}
    </Button>
  )
}
