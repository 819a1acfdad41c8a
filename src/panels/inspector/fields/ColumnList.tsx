// Columns in an order of their own: those of a key, those that an index includes.
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useMemo } from 'react'
import type { ColumnId } from '../../../core/model/id'
import { columnOf } from '../../../core/model/query'
import type { Table } from '../../../core/model/records'
import { IconButton } from '../../../ui'
import { called, useReadOnly } from '../current'
import { AddCombo } from './fields'

export type HasColumns = Pick<Table, 'columns'>

export const columnName = (table: HasColumns, id: ColumnId): string => called(columnOf(table, id)?.name)

export const columnNames = (table: HasColumns, ids: readonly ColumnId[]): string =>
  ids.map((id) => columnName(table, id)).join(', ')

/** The column that a typed name means: the first of this name that is not taken yet. */
export const columnByName = (
  table: HasColumns,
  name: string,
  taken: readonly ColumnId[] = [],
): ColumnId | undefined =>
  table.columns.find((column) => column.name === name.trim() && !taken.includes(column.id))?.id

export function useColumnOptions(table: HasColumns, taken: readonly ColumnId[]) {
  return useMemo(() => {
    const options = table.columns.filter(({ id, name }) => name !== '' && !taken.includes(id))
    const unique = options.filter(
      ({ name }, index) => options.findIndex((other) => other.name === name) === index,
    )
    return [{ label: '', options: unique.map(({ name, type }) => ({ value: name, detail: type.raw })) }]
  }, [table, taken])
}

/** The list with one member a place further up or down. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const item = list[at]
  if (item === undefined || at + by < 0 || at + by >= list.length) return list
  return list.toSpliced(at, 1).toSpliced(at + by, 0, item)
}

export interface MoveButtonsProps {
  readonly name: string
  readonly at: number
  readonly count: number
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

export function MoveButtons({ name, at, count, onMove, onRemove }: MoveButtonsProps) {
  return (
    <span className="flex shrink-0">
      {count > 1 && (
        <>
          <IconButton
            size="small"
            label={`Move ${name} up`}
            icon={<ArrowUp />}
            disabledReason={at === 0 ? 'It is the first' : undefined}
            onClick={() => onMove(-1)}
          />
          <IconButton
            size="small"
            label={`Move ${name} down`}
            icon={<ArrowDown />}
            disabledReason={at === count - 1 ? 'It is the last' : undefined}
            onClick={() => onMove(1)}
          />
        </>
      )}
      <IconButton size="small" label={`Take ${name} out`} icon={<X />} onClick={onRemove} />
    </span>
  )
}

export interface ColumnListProps {
  readonly label: string
  readonly table: HasColumns
  readonly columns: readonly ColumnId[]
  readonly placeholder?: string
  readonly onChange: (columns: readonly ColumnId[]) => void
}

export function ColumnList({ label, table, columns, placeholder = 'Add column', onChange }: ColumnListProps) {
  const isReadOnly = useReadOnly()
  const options = useColumnOptions(table, columns)
  return (
    <div role="group" aria-label={label} className="flex min-w-0 flex-col gap-1">
      <span aria-hidden="true" className="text-row font-medium text-muted">
        {label}
      </span>
      <ol className="flex flex-col empty:hidden">
        {columns.map((id, at) => (
          <li key={id} className="flex min-h-row items-center gap-1 text-row">
            <span className="w-4 shrink-0 text-right text-small text-faint tabular-nums">{at + 1}</span>
            <span className="min-w-0 flex-1 truncate px-1">{columnName(table, id)}</span>
            {!isReadOnly && (
              <MoveButtons
                name={columnName(table, id)}
                at={at}
                count={columns.length}
                onMove={(by) => {
                  onChange(moved(columns, at, by))
                }}
                onRemove={() => {
                  onChange(columns.filter((other) => other !== id))
                }}
              />
            )}
          </li>
        ))}
      </ol>
      {!isReadOnly && (
        <AddCombo
          label={`${label}: ${placeholder.toLowerCase()}`}
          options={options}
          placeholder={placeholder}
          onAdd={(name) => {
            const id = columnByName(table, name, columns)
            if (id) onChange([...columns, id])
          }}
        />
      )}
    </div>
  )
}
