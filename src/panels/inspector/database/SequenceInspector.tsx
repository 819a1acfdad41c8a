// A sequence: where its numbers begin, how they go on and where they end.
import { setObjectType } from '../../../core/commands/objects'
import { update, type Patch } from '../../../core/commands/patch'
import type { SequenceId } from '../../../core/model/id'
import { columnOf } from '../../../core/model/query'
import type { Sequence } from '../../../core/model/records'
import { inOrder, type Schema } from '../../../core/model/schema'
import { document, useDocument } from '../../../state/document'
import { tell } from '../../../state/feedback'
import { dialectOf, perform } from '../../../state/perform'
import { Section, type ComboboxGroup } from '../../../ui'
import { useTypeSource } from '../columns/typeSource'
import { called, useRow } from '../current'
import { AreaProperty, CheckProperty, ComboProperty, TextProperty } from '../fields/fields'
import { LackNote, useLack } from '../fields/Held'
import { NameProperty } from '../fields/Name'
import { NamespaceField } from '../fields/Namespace'
import { Options } from '../fields/Options'
import { Properties } from '../fields/Property'
import { objectNameProblem } from '../nameProblem'

const wholeNumber = /^[+-]?\d+$/

const numbers = {
  start: 'Starts at',
  step: 'Step',
  min: 'Least',
  max: 'Most',
  cache: 'Cache',
} as const

const mostShown = 50

/** Every column as table.column, as many as one can read. */
function columnChoices(query: string): readonly ComboboxGroup[] {
  const wanted = query.trim().toLowerCase()
  const options: { readonly value: string }[] = []
  for (const table of inOrder(document.getState().schema.table)) {
    for (const column of table.columns) {
      const value = `${table.name}.${column.name}`
      if (wanted === '' || value.toLowerCase().includes(wanted)) options.push({ value })
      if (options.length === mostShown) return [{ label: '', options }]
    }
  }
  return [{ label: '', options }]
}

/** The column that somebody wrote as table.column. */
function columnCalled(schema: Schema, text: string): Sequence['ownedBy'] {
  for (const table of schema.table.values()) {
    const column = table.columns.find(({ name }) => `${table.name}.${name}` === text)
    if (column) return { table: table.id, column: column.id }
  }
  return undefined
}

function Owner({ row }: { readonly row: Sequence }) {
  const owner = useDocument(({ schema }) => {
    const table = row.ownedBy && schema.table.get(row.ownedBy.table)
    const column = table && columnOf(table, row.ownedBy.column)
    return table && column ? `${table.name}.${column.name}` : ''
  })
  return (
    <ComboProperty
      label="Owned by"
      name="Column that owns the sequence"
      value={owner}
      options={columnChoices}
      placeholder="Nobody"
      onCommit={(text) => {
        const wanted = text.trim()
        const ownedBy = columnCalled(document.getState().schema, wanted)
        if (wanted !== '' && !ownedBy) {
          tell({ tone: 'warning', text: `There is no column ${wanted}. Write it as table.column.` })
          return
        }
        perform(`Set owner of ${called(row.name)}`, (cx) =>
          update(cx, { kind: 'sequence', id: row.id }, { ownedBy }),
        )
      }}
    />
  )
}

function Numbers({ row }: { readonly row: Sequence }) {
  const name = called(row.name)
  return Object.entries(numbers).map(([key, label]) => {
    // The keys of `numbers` are fields of a sequence.
    const field = key as keyof typeof numbers
    const value = row[field] ?? ''
    return (
      <TextProperty
        key={field}
        label={label}
        value={value}
        placeholder={field === 'start' || field === 'step' ? '1' : 'As the database'}
        error={value === '' || wholeNumber.test(value) ? undefined : 'A whole number, or nothing'}
        onCommit={(text) => {
          const patch: Patch<Sequence> = { [field]: text.trim() === '' ? undefined : text.trim() }
          perform(`Set ${label.toLowerCase()} of ${name}`, (cx) =>
            update(cx, { kind: 'sequence', id: row.id }, patch),
          )
        }}
      />
    )
  })
}

function About({ row }: { readonly row: Sequence }) {
  const { id } = row
  const name = called(row.name)
  const lack = useLack('sequences')
  const types = useTypeSource()
  const problem = useDocument(({ schema }) => objectNameProblem(schema, row, dialectOf(schema).names))
  const set = (label: string, patch: Patch<Sequence>) => {
    perform(label, (cx) => update(cx, { kind: 'sequence', id }, patch))
  }
  return (
    <Properties>
      <NameProperty id={id} name="Sequence name" value={row.name} error={problem} />
      {lack !== undefined && <LackNote>{lack}</LackNote>}
      <NamespaceField ids={[id]} namespace={row.namespace} />
      <ComboProperty
        label="Type"
        isMono
        value={row.type?.raw ?? ''}
        options={types}
        placeholder="bigint"
        onCommit={(raw) => {
          if (raw.trim() === '') set(`Take the type of ${name} away`, { type: undefined })
          else perform(`Change type of ${name} to ${raw}`, (cx) => setObjectType(cx, id, raw.trim()))
        }}
      />
      <Numbers row={row} />
      <CheckProperty
        label="Begins anew at its end"
        isChecked={row.cycle ?? false}
        onChange={(is) =>
          set(`Set what follows the last number of ${name}`, { cycle: is ? true : undefined })
        }
      />
      <Owner row={row} />
      <AreaProperty
        label="Comment"
        value={row.comment}
        onCommit={(comment) => set(`Comment on ${name}`, { comment })}
      />
      <Options
        of="sequence"
        options={row.options}
        onChange={(options) => set(`Set options of ${name}`, { options })}
      />
    </Properties>
  )
}

export function SequenceInspector({ id }: { readonly id: SequenceId }) {
  const row = useRow('sequence', id)
  if (!row) return null
  return (
    <Section title="General">
      <About row={row} />
    </Section>
  )
}
