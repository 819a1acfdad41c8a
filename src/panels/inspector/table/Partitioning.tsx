// How a table is cut into partitions, or which table it is a partition of.
import { setPartitioning } from '../../../core/commands/table'
import { setPartitionOf } from '../../../core/commands/tableTree'
import type { Partitioning as Record, Table } from '../../../core/model/records'
import { sqlText } from '../../../core/model/sqlText'
import { perform } from '../../../state/perform'
import { called, useDialect, useReadOnly, useRow } from '../current'
import { useColumnOptions } from '../fields/ColumnList'
import { AddCombo, ComboProperty } from '../fields/fields'
import { IndexParts, partFrom } from '../fields/IndexParts'
import { SqlProperty } from '../fields/Sql'

const methods = [{ label: '', options: ['range', 'list', 'hash', 'key'].map((value) => ({ value })) }]
const none: readonly never[] = []

function Cut({ table, partitioning }: { readonly table: Table; readonly partitioning: Record }) {
  const name = called(table.name)
  const set = (next: Record | undefined) => {
    perform(`Set partitioning of ${name}`, (cx) => setPartitioning(cx, table.id, next))
  }
  return (
    <>
      <ComboProperty
        label="Method"
        name="Partitioned by"
        value={partitioning.method}
        options={methods}
        onCommit={(method) => set({ ...partitioning, method: method.trim() })}
      />
      <IndexParts
        table={table}
        parts={partitioning.parts}
        onChange={(parts) => set(parts.length === 0 ? undefined : { ...partitioning, parts })}
      />
      <SqlProperty
        label="Partitions"
        name="Partitions, where they are listed inline"
        rows={3}
        sql={partitioning.definition}
        onCommit={(text) => {
          const { definition: _before, ...rest } = partitioning
          set(text.trim() === '' ? rest : { ...rest, definition: sqlText(text) })
        }}
      />
    </>
  )
}

function PartitionOf({
  table,
  of,
}: {
  readonly table: Table
  readonly of: NonNullable<Table['partitionOf']>
}) {
  const parent = useRow('table', of.table)
  return (
    <SqlProperty
      label={`Partition of ${called(parent?.name)}`}
      rows={2}
      sql={of.bounds}
      onCommit={(text) => {
        perform(`Set bounds of ${called(table.name)}`, (cx) =>
          setPartitionOf(
            cx,
            table.id,
            text.trim() === '' ? undefined : { table: of.table, bounds: sqlText(text) },
          ),
        )
      }}
    />
  )
}

export function Partitioning({ table }: { readonly table: Table }) {
  const isReadOnly = useReadOnly()
  const dialect = useDialect()
  const options = useColumnOptions(table, none)
  if (table.partitionOf) return <PartitionOf table={table} of={table.partitionOf} />
  if (table.partitioning) return <Cut table={table} partitioning={table.partitioning} />
  if (isReadOnly) return null
  return (
    <AddCombo
      label="Partition by column or expression"
      options={options}
      placeholder="By column or expression"
      onAdd={(text) => {
        const next: Record = { method: 'range', parts: [partFrom(table, text)], dialect: dialect.id }
        perform(`Partition ${called(table.name)} by ${text.trim()}`, (cx) =>
          setPartitioning(cx, table.id, next),
        )
      }}
    />
  )
}
