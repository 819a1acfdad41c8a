// A grant: which rights, on what, to whom.
import { useMemo } from 'react'
import { update, type Patch } from '../../../core/commands/patch'
import { isIdOf, type GrantId } from '../../../core/model/id'
import type { Grant, Grantable } from '../../../core/model/records'
import { inOrder, type Schema } from '../../../core/model/schema'
import { grantableName } from '../../../state/databaseObjects'
import { document, useDocument } from '../../../state/document'
import { tell } from '../../../state/feedback'
import { perform } from '../../../state/perform'
import { Section, type ComboboxGroup } from '../../../ui'
import { useDialect, useRow } from '../current'
import { Chips } from '../fields/Chips'
import { ColumnList } from '../fields/ColumnList'
import { CheckProperty, ComboProperty } from '../fields/fields'
import { LackNote, useLack } from '../fields/Held'
import { Properties } from '../fields/Property'
import { privilegesOn } from './known'

const places = [
  { kind: 'table', label: 'Tables' },
  { kind: 'view', label: 'Views' },
  { kind: 'sequence', label: 'Sequences' },
  { kind: 'namespace', label: 'Namespaces' },
  { kind: 'routine', label: 'Routines' },
  { kind: 'enum', label: 'Enums' },
  { kind: 'domain', label: 'Domains' },
  { kind: 'composite', label: 'Composite types' },
] as const

const mostShown = 30

function* grantables(schema: Schema): Generator<{ readonly label: string; readonly id: Grantable }> {
  for (const { kind, label } of places)
    for (const { id } of inOrder<{ readonly id: Grantable; readonly order: string }>(schema[kind]))
      yield { label, id }
}

/** What rights can be given on, as many of each kind as one can read. */
function placeChoices(query: string): readonly ComboboxGroup[] {
  const { schema } = document.getState()
  const wanted = query.trim().toLowerCase()
  const groups = new Map<string, Map<string, { readonly value: string }>>()
  for (const { label, id } of grantables(schema)) {
    const value = grantableName(schema, id)
    const options = groups.get(label) ?? new Map<string, { readonly value: string }>()
    if (value === '' || options.size === mostShown || !value.toLowerCase().includes(wanted)) continue
    groups.set(label, options.set(value, { value }))
  }
  return [...groups].map(([label, options]) => ({ label, options: [...options.values()] }))
}

function grantableCalled(schema: Schema, name: string): Grantable | undefined {
  for (const { id } of grantables(schema)) if (grantableName(schema, id) === name) return id
  return undefined
}

type Set = (label: string, patch: Patch<Grant>) => void

function On({ row, set }: { readonly row: Grant; readonly set: Set }) {
  const name = useDocument(({ schema }) => grantableName(schema, row.on))
  return (
    <ComboProperty
      label="On"
      name="What the rights are on"
      value={name}
      options={placeChoices}
      onCommit={(text) => {
        const on = grantableCalled(document.getState().schema, text.trim())
        // Columns belong to the table that they were chosen of.
        if (on) set(`Grant on ${text.trim()}`, { on, columns: [] })
        else tell({ tone: 'warning', text: `There is no ${text.trim() || 'object without a name'} here.` })
      }}
    />
  )
}

const everywhere = ['PUBLIC', 'CURRENT_USER', 'SESSION_USER']

function To({ row, set }: { readonly row: Grant; readonly set: Set }) {
  const roles = useDocument(({ schema }) => schema.role)
  const name = 'role' in row.to ? (roles.get(row.to.role)?.name ?? '') : row.to.name
  const options = useMemo(
    () => [
      { label: 'In this document', options: inOrder(roles).map((role) => ({ value: role.name })) },
      { label: 'In every database', options: everywhere.map((value) => ({ value })) },
    ],
    [roles],
  )
  return (
    <ComboProperty
      label="To"
      name="Who gets the rights"
      value={name}
      options={options}
      onCommit={(text) => {
        const wanted = text.trim()
        const role = [...roles.values()].find((one) => one.name === wanted)
        if (wanted !== '') set(`Grant to ${wanted}`, { to: role ? { role: role.id } : { name: wanted } })
      }}
    />
  )
}

function Columns({ row, set }: { readonly row: Grant; readonly set: Set }) {
  const table = useDocument(({ schema }) => (isIdOf('table', row.on) ? schema.table.get(row.on) : undefined))
  if (!table) return null
  return (
    <ColumnList
      label="Only these columns"
      table={table}
      columns={row.columns}
      onChange={(columns) => set('Set the columns of a grant', { columns })}
    />
  )
}

export function GrantInspector({ id }: { readonly id: GrantId }) {
  const row = useRow('grant', id)
  const lack = useLack('grants')
  const dialect = useDialect()
  const privileges = useMemo(
    () => [{ label: '', options: (row ? privilegesOn(row.on) : []).map((value) => ({ value })) }],
    [row],
  )
  if (!row) return null
  const set: Set = (label, patch) => {
    perform(label, (cx) => update(cx, { kind: 'grant', id }, patch))
  }
  return (
    <Section title="General">
      <Properties>
        {lack !== undefined && <LackNote>{lack}</LackNote>}
        <Chips
          label="Rights"
          name="Rights"
          values={row.privileges}
          options={privileges}
          placeholder={row.privileges.length === 0 ? 'SELECT, INSERT…' : 'Add a right'}
          addLabel="Add a right"
          onChange={(values) => set('Set the rights of a grant', { privileges: values, dialect: dialect.id })}
        />
        <On row={row} set={set} />
        <Columns row={row} set={set} />
        <To row={row} set={set} />
        <CheckProperty
          label="May be passed on (WITH GRANT OPTION)"
          isChecked={row.withGrantOption ?? false}
          onChange={(is) =>
            set(is ? 'Let the rights be passed on' : 'Keep the rights from being passed on', {
              withGrantOption: is ? true : undefined,
            })
          }
        />
      </Properties>
    </Section>
  )
}
