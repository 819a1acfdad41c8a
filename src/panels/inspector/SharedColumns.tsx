// The columns that several tables have under one name, and new ones for all of them: each change is one step.
import { useMemo } from 'react'
import { addColumnsFromText, parseColumnLines } from '../../core/commands/addMany'
import { setColumnTypes } from '../../core/commands/bulk'
import { setNullable } from '../../core/commands/column'
import { each, ok } from '../../core/commands/context'
import type { TableId } from '../../core/model/id'
import type { Column, Table } from '../../core/model/records'
import { perform } from '../../state/perform'
import { Section } from '../../ui'
import { useTypeSource } from './columns/typeSource'
import { AddText } from './fields/AddText'
import { CheckProperty, ComboProperty } from './fields/fields'
import { Nothing } from './fields/Property'
import { describeMany, sharedValue } from './subject'

interface Shared {
  readonly name: string
  readonly columns: readonly { readonly table: TableId; readonly column: Column }[]
}

/** More than one edits in one go. */
const MOST = 40

/** In the order of the first table. */
export function sharedColumns(tables: readonly Table[]): readonly Shared[] {
  const [first, ...rest] = tables
  if (!first) return []
  const others = rest.map((table) => ({
    table,
    byName: new Map(table.columns.map((column) => [column.name, column])),
  }))
  return first.columns
    .filter(({ name }) => name !== '' && others.every(({ byName }) => byName.has(name)))
    .map((column) => ({
      name: column.name,
      columns: [
        { table: first.id, column },
        ...others.flatMap(({ table, byName }) => {
          const found = byName.get(column.name)
          return found ? [{ table: table.id, column: found }] : []
        }),
      ],
    }))
}

function SharedColumn({ shared, words }: { readonly shared: Shared; readonly words: string }) {
  const { name, columns } = shared
  const types = useTypeSource()
  const at = columns.map(({ table, column }) => ({ table, column: column.id }))
  const type = sharedValue(columns.map(({ column }) => column.type.raw))
  const nullable = sharedValue(columns.map(({ column }) => column.nullable))
  return (
    <li className="flex flex-col gap-1 border-b border-border pb-2 last:border-b-0 last:pb-0">
      <ComboProperty
        label={name}
        name={`Type of ${name} in ${words}`}
        isMono
        value={type.value ?? ''}
        options={types}
        placeholder={type.isMixed ? 'Mixed' : 'Undecided'}
        onCommit={(raw) => {
          perform(`Change type of ${name} in ${words} to ${raw.trim()}`, (cx) =>
            setColumnTypes(cx, at, raw.trim()),
          )
        }}
      />
      <div className="pl-22">
        <CheckProperty
          label="May be empty"
          isChecked={nullable.value ?? false}
          isMixed={nullable.isMixed}
          onChange={(is) =>
            perform(`${is ? 'Allow' : 'Forbid'} empty values in ${name} of ${words}`, (cx) => {
              const done = each(at, (one) => setNullable(cx, one, is))
              return done.ok ? ok(undefined) : done
            })
          }
        />
      </div>
    </li>
  )
}

export function SharedColumns({ tables }: { readonly tables: readonly Table[] }) {
  const shared = useMemo(() => sharedColumns(tables), [tables])
  const words = describeMany(tables.map(({ id }) => id))
  return (
    <Section title="Columns in all of them" count={shared.length}>
      <div className="flex flex-col gap-2">
        {shared.length === 0 && <Nothing>They share no column name.</Nothing>}
        <ul aria-label="Columns in all of them" className="flex flex-col gap-2 empty:hidden">
          {shared.slice(0, MOST).map((one) => (
            <SharedColumn key={one.name} shared={one} words={words} />
          ))}
        </ul>
        {shared.length > MOST && <Nothing>And {shared.length - MOST} more.</Nothing>}
        <AddText
          label="Add a column to all of them"
          placeholder="Add to all: created_at timestamptz"
          onAdd={(text) => {
            const [line] = parseColumnLines(text)
            perform(`Add column ${line?.name ?? ''} to ${words}`, (cx) => {
              const done = each(tables, ({ id }) => addColumnsFromText(cx, id, { text }))
              return done.ok ? ok(undefined) : done
            })
          }}
        />
      </div>
    </Section>
  )
}
