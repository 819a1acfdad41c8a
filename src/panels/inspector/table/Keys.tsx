// Primary and unique keys.
import { useMemo } from 'react'
import {
  addUnique,
  promoteUnique,
  removeUnique,
  setPrimaryKey,
  setUniqueColumns,
  updatePrimaryKey,
  updateUnique,
} from '../../../core/commands/key'
import type { Key, Table, UniqueKey } from '../../../core/model/records'
import { columnsFrom } from '../../../core/commands/lines'
import { tell } from '../../../state/feedback'
import { perform } from '../../../state/perform'
import { Button } from '../../../ui'
import { called, useReadOnly } from '../current'
import { ColumnList, columnNames, useColumnOptions } from '../fields/ColumnList'
import { Asked } from '../fields/Asked'
import { CountedSection } from '../fields/CountedSection'
import { EnforcementFields } from '../fields/Enforcement'
import { AddCombo, CheckProperty, TextProperty } from '../fields/fields'
import { Held } from '../fields/Held'
import { PartCard, PartList } from '../fields/PartCard'
import { partNameProblem } from '../nameProblem'
import { renameTo } from '../renameTo'
import { useDialect } from '../current'

const columnsOf = (key: Key) => key.parts.map(({ column }) => column)

function PrimaryKey({ table }: { readonly table: Table }) {
  const key = table.primaryKey
  const { id } = table
  if (!key) {
    return (
      <ColumnList
        label="Primary key"
        table={table}
        columns={none}
        placeholder="Choose its first column"
        onChange={(columns) => {
          perform(`Set primary key of ${called(table.name)}`, (cx) => setPrimaryKey(cx, id, columns))
        }}
      />
    )
  }
  return (
    <PartList label="Primary key">
      <PartCard
        what="primary key"
        title={called(key.name, 'Primary key')}
        summary={columnNames(table, columnsOf(key))}
        onRemove={() => {
          perform(`Delete primary key of ${called(table.name)}`, (cx) => setPrimaryKey(cx, id, []))
        }}
      >
        <TextProperty
          label="Name"
          name="Name of the primary key"
          value={key.name}
          placeholder="By convention"
          onCommit={(name) => {
            renameTo({ id, part: key.id, what: 'primary key', before: key.name }, name)
          }}
        />
        <ColumnList
          label="Columns"
          table={table}
          columns={columnsOf(key)}
          onChange={(columns) => {
            perform(`Set primary key of ${called(table.name)}`, (cx) => setPrimaryKey(cx, id, columns))
          }}
        />
        <EnforcementFields
          value={key}
          onChange={(patch) => {
            perform('Set how the primary key is enforced', (cx) => updatePrimaryKey(cx, id, patch))
          }}
        />
      </PartCard>
    </PartList>
  )
}

const none: readonly never[] = []

function Unique({ table, unique }: { readonly table: Table; readonly unique: UniqueKey }) {
  const names = useDialect().names
  const at = { table: table.id, key: unique.id }
  const columns = columnNames(table, columnsOf(unique))
  const problem =
    unique.name === '' ? undefined : partNameProblem(unique, table.uniques, { names, what: 'unique key' })
  return (
    <PartCard
      what="unique key"
      title={called(unique.name, 'Unique')}
      summary={columns}
      onRemove={() => {
        perform(`Delete unique key on ${columns}`, (cx) => removeUnique(cx, at))
      }}
    >
      <TextProperty
        label="Name"
        name="Name of the unique key"
        value={unique.name}
        placeholder="By convention"
        error={problem}
        onCommit={(name) => {
          renameTo({ id: table.id, part: unique.id, what: 'unique key', before: unique.name }, name)
        }}
      />
      <ColumnList
        label="Columns"
        table={table}
        columns={columnsOf(unique)}
        onChange={(next) => {
          perform(`Set columns of unique key`, (cx) => setUniqueColumns(cx, at, next))
        }}
      />
      <Held by="nullsNotDistinct" isSet={unique.nullsNotDistinct === true}>
        <CheckProperty
          label="Empty values count as equal"
          isChecked={unique.nullsNotDistinct ?? false}
          onChange={(is) => {
            perform('Set how empty values count', (cx) =>
              updateUnique(cx, at, { nullsNotDistinct: is ? true : undefined }),
            )
          }}
        />
      </Held>
      <EnforcementFields
        value={unique}
        onChange={(patch) => {
          perform('Set how the unique key is enforced', (cx) => updateUnique(cx, at, patch))
        }}
      />
      <Promote table={table} unique={unique} />
    </PartCard>
  )
}

function Promote({ table, unique }: { readonly table: Table; readonly unique: UniqueKey }) {
  const isReadOnly = useReadOnly()
  if (isReadOnly) return null
  return (
    <Button
      size="small"
      className="self-start"
      onClick={() => {
        perform(`Make ${columnNames(table, columnsOf(unique))} the primary key`, (cx) =>
          promoteUnique(cx, { table: table.id, key: unique.id }),
        )
      }}
    >
      Make it the primary key
    </Button>
  )
}

function AddUnique({ table }: { readonly table: Table }) {
  const options = useColumnOptions(
    table,
    useMemo(
      () =>
        table.uniques.flatMap(({ parts }) => (parts.length === 1 ? parts.map(({ column }) => column) : [])),
      [table.uniques],
    ),
  )
  const isReadOnly = useReadOnly()
  if (isReadOnly) return null
  return (
    <AddCombo
      label="Add unique key on columns"
      options={options}
      placeholder="Add unique key: code, or a, b"
      isEager={false}
      onAdd={(name) => {
        const columns = columnsFrom(table, name)
        if (columns) perform(`Make ${name} unique`, (cx) => addUnique(cx, table.id, columns))
        else tell({ tone: 'warning', text: `${called(table.name)} has no column ${name.trim()}.` })
      }}
    />
  )
}

export function Keys({ table }: { readonly table: Table }) {
  const count = table.uniques.length + (table.primaryKey ? 1 : 0)
  return (
    <CountedSection title="Keys" count={count} holds="unique" isFolded>
      <div className="flex flex-col gap-2">
        <PrimaryKey table={table} />
        <PartList label="Unique keys">
          {table.uniques.map((unique) => (
            <Unique key={unique.id} table={table} unique={unique} />
          ))}
        </PartList>
        <Asked field="unique">
          <AddUnique table={table} />
        </Asked>
      </div>
    </CountedSection>
  )
}
