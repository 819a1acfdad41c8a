// The relations of a table; pressing one selects it.
import { ArrowRight, ArrowLeft } from 'lucide-react'
import { cardinalityOf } from '../../../core/model/cardinality'
import { endsOf, relationsOf } from '../../../core/model/query'
import type { Relation, Table } from '../../../core/model/records'
import { document, useDocument } from '../../../state/document'
import { select } from '../../../state/selection'
import { setSelection } from '../../../state/view'
import { tip } from '../../../ui'
import { relateByLine } from '../../../core/commands/lines'
import { perform } from '../../../state/perform'
import { called } from '../current'
import { AddText } from '../fields/AddText'
import { Asked } from '../fields/Asked'
import { CountedSection } from '../fields/CountedSection'
import { columnNames } from '../fields/ColumnList'
import { Nothing } from '../fields/Property'
import { howMany } from '../words'

function RelationRow({ table, relation }: { readonly table: Table; readonly relation: Relation }) {
  const [from, to] = endsOf(relation)
  const isChild = from.table === table.id
  const [here, there] = isChild ? [from, to] : [to, from]
  const other = called(useDocument(({ schema }) => schema.table.get(there.table)?.name))
  const many = useDocument(({ schema }) => {
    const { child, parent } = cardinalityOf(schema, relation)
    return howMany(isChild ? parent : child)
  })
  const Icon = isChild ? ArrowRight : ArrowLeft
  const columns = columnNames(table, here.columns)
  return (
    <li>
      <button
        type="button"
        onClick={() => {
          setSelection(select(relation.id))
        }}
        {...tip(`${columns === '' ? '' : `${columns}: `}${many} ${other}`)}
        className="flex h-row w-full min-w-0 items-center gap-2 rounded-control px-1 text-row enabled-hover:bg-hover"
      >
        <Icon role="img" aria-label={isChild ? 'To' : 'From'} className="size-3.5 shrink-0 text-faint" />
        <span className="min-w-0 truncate">{other}</span>
        <span className="ml-auto shrink-0 text-small text-faint">{many}</span>
      </button>
    </li>
  )
}

export function TableRelations({ table }: { readonly table: Table }) {
  const relations = useDocument(({ schema }) => schema.relation)
  const all = relationsOf({ ...document.getState().schema, relation: relations }, table.id)
  return (
    <CountedSection title="Relations" count={all.length} holds="relation">
      {all.length === 0 ? (
        <Nothing>None. Drag from a column to another table, or write one here.</Nothing>
      ) : (
        <ul aria-label="Relations" className="-mx-1 flex flex-col">
          {all.map((relation) => (
            <RelationRow key={relation.id} table={table} relation={relation} />
          ))}
        </ul>
      )}
      <div className="mt-2">
        <Asked field="relation">
          <AddText
            label="Add relation"
            placeholder="Add relation: customer_id → customers"
            onAdd={(text) => {
              perform(`Relate ${called(table.name)}: ${text}`, (cx) => relateByLine(cx, table.id, text))
            }}
          />
        </Asked>
      </div>
    </CountedSection>
  )
}
