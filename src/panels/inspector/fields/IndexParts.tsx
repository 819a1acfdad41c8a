// What an index is made of: columns and expressions, each with its order.
import { SlidersHorizontal } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { IndexPart } from '../../../core/model/records'
import { rawSql, sqlText } from '../../../core/model/sqlText'
import { IconButton, NumberField, Select } from '../../../ui'
import { useReadOnly, useSql, useSqlReader } from '../current'
import { columnByName, columnName, MoveButtons, moved, useColumnOptions, type HasColumns } from './ColumnList'
import { AddCombo, SelectProperty, TextProperty } from './fields'
import { Held } from './Held'
import { Property } from './Property'
import { SqlProperty } from './Sql'

/** A typed name is a column; anything else is an expression. */
export function partFrom(table: HasColumns, text: string): IndexPart {
  const column = columnByName(table, text)
  return { on: column ? { column } : { expression: sqlText(text.trim()) } }
}

/** What a part is on, in words: a column's name, or the expression as it reads today. */
export function usePartWords(table: HasColumns): (part: IndexPart) => string {
  const read = useSqlReader()
  return ({ on }) => ('column' in on ? columnName(table, on.column) : read(on.expression))
}

type Optional = Exclude<keyof IndexPart, 'on'>

/** The part with a field set, or taken away. */
export function withField<P extends IndexPart, F extends Optional>(
  part: P,
  field: F,
  value: P[F] | undefined,
): P {
  const { [field]: _before, ...rest } = part
  // Only an optional field was taken away or set.
  return (value === undefined ? rest : { ...rest, [field]: value }) as P
}

interface PartProps<P extends IndexPart> {
  readonly table: HasColumns
  readonly part: P
  readonly onChange: (part: P) => void
}

function More<P extends IndexPart>({ table, part, onChange }: PartProps<P>) {
  const name = usePartWords(table)(part)
  const isReadOnly = useReadOnly()
  return (
    <div className="flex flex-col gap-2 py-1 pl-5">
      <Held by="nullsOrder" isSet={part.nulls !== undefined}>
        <SelectProperty
          label="Nulls"
          name={`Nulls of ${name}`}
          value={part.nulls ?? 'default'}
          options={[
            { value: 'default', label: 'As the order' },
            { value: 'first', label: 'First' },
            { value: 'last', label: 'Last' },
          ]}
          onChange={(value) => {
            onChange(withField(part, 'nulls', value === 'default' ? undefined : value))
          }}
        />
      </Held>
      <Held by="prefixLengths" isSet={part.length !== undefined}>
        <Property label="Prefix">
          <NumberField
            label={`Prefix length of ${name}`}
            isLabelHidden
            isOptional
            min={1}
            disabled={isReadOnly}
            value={part.length}
            placeholder="Whole value"
            onCommit={(value) => {
              onChange(withField(part, 'length', value))
            }}
          />
        </Property>
      </Held>
      {(['operatorClass', 'collation'] as const).map((field) => (
        <Held
          key={field}
          by={field === 'collation' ? 'indexCollations' : 'operatorClasses'}
          isSet={part[field] !== undefined}
        >
          <TextProperty
            label={field === 'collation' ? 'Collation' : 'Op. class'}
            name={`${field === 'collation' ? 'Collation' : 'Operator class'} of ${name}`}
            value={part[field] ?? ''}
            placeholder="Default"
            onCommit={(text) => {
              onChange(withField(part, field, text.trim() === '' ? undefined : text.trim()))
            }}
          />
        </Held>
      ))}
    </div>
  )
}

const sorts = [
  { value: 'default', label: 'Order' },
  { value: 'asc', label: 'asc' },
  { value: 'desc', label: 'desc' },
] as const

interface RowProps<P extends IndexPart> extends PartProps<P> {
  readonly at: number
  readonly count: number
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

function PartRow<P extends IndexPart>({ table, part, onChange, at, count, onMove, onRemove }: RowProps<P>) {
  const isReadOnly = useReadOnly()
  const [isOpen, setOpen] = useState(false)
  const text = useSql('expression' in part.on ? part.on.expression : undefined)
  const name = 'column' in part.on ? columnName(table, part.on.column) : text
  return (
    <li>
      <div className="flex min-h-row items-center gap-1 text-row">
        <span className="w-4 shrink-0 text-right text-small text-faint tabular-nums">{at + 1}</span>
        <span className={`min-w-0 flex-1 truncate px-1 ${'column' in part.on ? '' : 'font-mono text-small'}`}>
          {name}
        </span>
        <Select
          label={`Order of ${name}`}
          isLabelHidden
          isQuiet
          disabled={isReadOnly}
          value={part.sort ?? 'default'}
          options={sorts}
          onChange={(value) => {
            onChange(withField(part, 'sort', value === 'default' ? undefined : value))
          }}
        />
        <IconButton
          size="small"
          label={`More about ${name}`}
          icon={<SlidersHorizontal />}
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen)
          }}
        />
        {!isReadOnly && <MoveButtons {...{ name, at, count, onMove, onRemove }} />}
      </div>
      {isOpen && 'expression' in part.on && (
        <div className="pl-5">
          <SqlProperty
            label="Expression"
            sql={part.on.expression}
            onCommit={(next) => {
              if (next.trim() !== '') onChange({ ...part, on: { expression: sqlText(next.trim()) } })
            }}
          />
        </div>
      )}
      {isOpen && <More {...{ table, part, onChange }} />}
    </li>
  )
}

export interface IndexPartsProps {
  readonly table: HasColumns
  readonly parts: readonly IndexPart[]
  readonly onChange: (parts: readonly IndexPart[]) => void
}

export function IndexParts({ table, parts, onChange }: IndexPartsProps) {
  const isReadOnly = useReadOnly()
  const taken = useMemo(() => parts.flatMap(({ on }) => ('column' in on ? [on.column] : [])), [parts])
  const options = useColumnOptions(table, taken)
  return (
    <div role="group" aria-label="Columns and expressions" className="flex flex-col gap-1">
      <span aria-hidden="true" className="text-row font-medium text-muted">
        Columns and expressions
      </span>
      <ol className="flex flex-col empty:hidden">
        {parts.map((part, at) => (
          <PartRow
            // Parts have no ids: one is what it is on.
            key={'column' in part.on ? part.on.column : `${at} ${rawSql(part.on.expression)}`}
            {...{ table, part, at }}
            count={parts.length}
            onChange={(next) => {
              onChange(parts.toSpliced(at, 1, next))
            }}
            onMove={(by) => {
              onChange(moved(parts, at, by))
            }}
            onRemove={() => {
              onChange(parts.toSpliced(at, 1))
            }}
          />
        ))}
      </ol>
      {!isReadOnly && (
        <AddCombo
          label="Add a column or an expression"
          options={options}
          placeholder="Add column or expression"
          onAdd={(text) => {
            onChange([...parts, partFrom(table, text)])
          }}
        />
      )}
    </div>
  )
}
