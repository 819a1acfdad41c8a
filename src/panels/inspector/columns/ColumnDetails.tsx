// Everything about a column that the row has no room for.
import { updateColumn } from '../../../core/commands/columnAt'
import {
  setCollation,
  setColumnComment,
  setColumnTags,
  setDefault,
  setGenerated,
} from '../../../core/commands/column'
import { toggleUnique, uniqueOn } from '../../../core/commands/key'
import type { Cx, Done } from '../../../core/commands/context'
import type { ColumnId } from '../../../core/model/id'
import { columnOf } from '../../../core/model/query'
import type { Column, Table } from '../../../core/model/records'
import { perform } from '../../../state/perform'
import { called, useDialect, useSql } from '../current'
import { CollationProperty } from '../fields/Collation'
import { AreaProperty, CheckProperty, ComboProperty, SelectProperty, TagsProperty } from '../fields/fields'
import { Held } from '../fields/Held'
import { charsets } from '../fields/known'
import { Options } from '../fields/Options'
import { SqlProperty } from '../fields/Sql'
import { ColumnIdentity } from './ColumnIdentity'
import { RelationOffer } from './RelationOffer'

export interface ColumnPartProps {
  readonly table: Table
  readonly column: Column
}

function Generated({ table, column }: ColumnPartProps) {
  const at = { table: table.id, column: column.id }
  const expression = useSql(column.generated?.expression)
  const storage = column.generated?.storage ?? 'stored'
  const set = (given: { readonly expression: string; readonly storage: 'stored' | 'virtual' }) =>
    perform(`Generate ${called(column.name)}`, (cx) => setGenerated(cx, at, given))
  return (
    <>
      <SqlProperty
        label="Generated"
        name="Generated as"
        sql={column.generated?.expression}
        placeholder="Expression, if computed"
        onCommit={(text) => set({ expression: text, storage })}
      />
      {column.generated && (
        <SelectProperty
          label="Kept"
          name="How the generated value is kept"
          value={storage}
          options={[
            { value: 'stored', label: 'Stored in the row' },
            { value: 'virtual', label: 'Computed when read' },
          ]}
          onChange={(next) => set({ expression, storage: next })}
        />
      )}
    </>
  )
}

function Unique({ table, column }: ColumnPartProps) {
  const isKey = table.primaryKey?.parts.length === 1 && table.primaryKey.parts[0]?.column === column.id
  return (
    <CheckProperty
      label="Unique"
      isChecked={isKey || uniqueOn(table, [column.id]) !== undefined}
      disabledReason={isKey ? 'It is the primary key' : undefined}
      onChange={(isUnique) =>
        perform(`${isUnique ? 'Make' : 'Stop keeping'} ${called(column.name)} unique`, (cx) =>
          toggleUnique(cx, { table: table.id, column: column.id }),
        )
      }
    />
  )
}

export function ColumnDetails({ table, id }: { readonly table: Table; readonly id: ColumnId }) {
  const { id: dialect } = useDialect()
  const column = columnOf(table, id)
  if (!column) return null
  const at = { table: table.id, column: id }
  const name = called(column.name)
  const act = (label: string, command: (cx: Cx) => Done) => perform(label, command)
  return (
    <div className="mb-1 ml-1 flex flex-col gap-2 border-l-2 border-border py-2 pr-1 pl-2">
      <RelationOffer table={table} column={column} />
      <SqlProperty
        label="Default"
        isWithoutColumns
        sql={column.default}
        placeholder="None"
        onCommit={(text) => act(`Set default of ${name}`, (cx) => setDefault(cx, at, text))}
      />
      <ColumnIdentity table={table} column={column} />
      <Held by={['generatedStored', 'generatedVirtual']} isSet={column.generated !== undefined}>
        <Generated table={table} column={column} />
      </Held>
      <Held by="onUpdate" isSet={column.onUpdate !== undefined}>
        <SqlProperty
          label="On update"
          isWithoutColumns
          sql={column.onUpdate}
          placeholder="None"
          onCommit={(text) =>
            act(`Set update value of ${name}`, (cx) =>
              updateColumn(cx, at, { onUpdate: text.trim() === '' ? undefined : text }),
            )
          }
        />
      </Held>
      <CollationProperty
        value={column.collation}
        onCommit={(text) => act(`Set collation of ${name}`, (cx) => setCollation(cx, at, text))}
      />
      <Held by="charsets" isSet={column.charset !== ''}>
        <ComboProperty
          label="Charset"
          value={column.charset}
          options={charsets(dialect)}
          placeholder="As the table"
          onCommit={(text) =>
            act(`Set charset of ${name}`, (cx) => updateColumn(cx, at, { charset: text.trim() }))
          }
        />
      </Held>
      <TagsProperty
        tags={column.tags}
        onCommit={(tags) => act(`Tag ${name}`, (cx) => setColumnTags(cx, at, tags))}
      />
      <AreaProperty
        label="Comment"
        name={`Comment on ${name}`}
        value={column.comment}
        onCommit={(text) => act(`Comment on ${name}`, (cx) => setColumnComment(cx, at, text))}
      />
      <Unique table={table} column={column} />
      <Held by="invisibleColumns" isSet={column.invisible === true}>
        <CheckProperty
          label="Invisible"
          hint="Left out of SELECT *"
          isChecked={column.invisible ?? false}
          onChange={(is) =>
            act(`${is ? 'Hide' : 'Show'} ${name} in SELECT *`, (cx) =>
              updateColumn(cx, at, { invisible: is ? true : undefined }),
            )
          }
        />
      </Held>
      <Options
        of="column"
        options={column.options}
        onChange={(options) => act(`Set options of ${name}`, (cx) => updateColumn(cx, at, { options }))}
      />
    </div>
  )
}
