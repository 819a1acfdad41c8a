// Several columns of a table at once: what they share, changed in all of them by one step.
import { Trash2, X } from 'lucide-react'
import { setColumnTypes, updateColumns } from '../../../core/commands/bulk'
import { removeColumn, setDefault, setNullable } from '../../../core/commands/column'
import { each, ok, type Cx, type Done } from '../../../core/commands/context'
import type { Column, Table } from '../../../core/model/records'
import { currentSql } from '../../../core/model/resolve'
import { document } from '../../../state/document'
import { dialectOf, perform } from '../../../state/perform'
import { IconButton } from '../../../ui'
import { useReadOnly } from '../current'
import { CheckProperty, ComboProperty, readTags, TextProperty } from '../fields/fields'
import { sharedValue } from '../subject'
import { useGrid, type Grid } from './grid'
import { useTypeSource } from './typeSource'

interface ManyProps {
  readonly grid: Grid
  readonly table: Table
}

const defaultOf = (column: Column): string => {
  const { schema } = document.getState()
  return column.default ? currentSql(column.default, schema, dialectOf(schema).names) : ''
}

function Fields({ table, columns }: { readonly table: Table; readonly columns: readonly Column[] }) {
  const types = useTypeSource()
  const at = columns.map(({ id }) => ({ table: table.id, column: id }))
  const words = `${columns.length} columns`
  const type = sharedValue(columns.map((column) => column.type.raw))
  const nullable = sharedValue(columns.map((column) => column.nullable))
  const fallback = sharedValue(columns.map(defaultOf))
  const collation = sharedValue(columns.map((column) => column.collation))
  const tags = sharedValue(columns.map((column) => column.tags.join(', ')))
  const comment = sharedValue(columns.map((column) => column.comment))
  const all = (label: string, command: (cx: Cx, one: (typeof at)[number]) => Done) =>
    perform(label, (cx) => {
      const done = each(at, (one) => command(cx, one))
      return done.ok ? ok(undefined) : done
    })
  const mixed = (isMixed: boolean, otherwise: string) => (isMixed ? 'Mixed' : otherwise)
  return (
    <>
      <ComboProperty
        label="Type"
        name={`Type of ${words}`}
        isMono
        value={type.value ?? ''}
        options={types}
        placeholder={mixed(type.isMixed, 'Undecided')}
        onCommit={(raw) => {
          perform(`Change type of ${words} to ${raw.trim()}`, (cx) => setColumnTypes(cx, at, raw.trim()))
        }}
      />
      <TextProperty
        label="Default"
        name={`Default of ${words}`}
        isMono
        value={fallback.value ?? ''}
        placeholder={mixed(fallback.isMixed, 'None')}
        onCommit={(text) => all(`Set default of ${words}`, (cx, one) => setDefault(cx, one, text))}
      />
      <TextProperty
        label="Collation"
        name={`Collation of ${words}`}
        value={collation.value ?? ''}
        placeholder={mixed(collation.isMixed, 'As the database')}
        onCommit={(text) => {
          perform(`Set collation of ${words}`, (cx) => updateColumns(cx, at, { collation: text.trim() }))
        }}
      />
      <TextProperty
        label="Tags"
        name={`Tags of ${words}`}
        value={tags.value ?? ''}
        placeholder={mixed(tags.isMixed, 'With commas between')}
        onCommit={(text) => {
          perform(`Tag ${words}`, (cx) => updateColumns(cx, at, { tags: readTags(text) }))
        }}
      />
      <TextProperty
        label="Comment"
        name={`Comment on ${words}`}
        value={comment.value ?? ''}
        placeholder={mixed(comment.isMixed, '')}
        onCommit={(text) => {
          perform(`Comment on ${words}`, (cx) => updateColumns(cx, at, { comment: text }))
        }}
      />
      <CheckProperty
        label="May be empty (NULL)"
        isChecked={nullable.value ?? false}
        isMixed={nullable.isMixed}
        onChange={(is) =>
          all(`${is ? 'Allow' : 'Forbid'} empty values in ${words}`, (cx, one) => setNullable(cx, one, is))
        }
      />
    </>
  )
}

export function ManyColumns({ grid, table }: ManyProps) {
  const chosen = useGrid(grid, (state) => state.chosen)
  const isReadOnly = useReadOnly()
  const columns = table.columns.filter(({ id }) => chosen.has(id))
  if (columns.length < 2) return null
  const words = `${columns.length} columns`
  return (
    <section
      aria-label={words}
      className="mt-2 flex flex-col gap-2 rounded-control border border-border bg-sunken p-2"
    >
      <header className="flex items-center gap-1">
        <h4 className="min-w-0 flex-1 text-row font-medium">{words}</h4>
        {!isReadOnly && (
          <IconButton
            size="small"
            label={`Delete ${words}`}
            icon={<Trash2 />}
            onClick={() => {
              const done = perform(`Delete ${words}`, (cx) => {
                const gone = each(columns, ({ id }) => removeColumn(cx, { table: table.id, column: id }))
                return gone.ok ? ok(undefined) : gone
              })
              if (done.ok) grid.chooseNone()
            }}
          />
        )}
        <IconButton size="small" label="Choose no columns" icon={<X />} onClick={grid.chooseNone} />
      </header>
      <Fields key={columns.map(({ id }) => id).join()} table={table} columns={columns} />
    </section>
  )
}
