// Row security: which rows a role may see and change.
import { useMemo } from 'react'
import { removePart, updatePart } from '../../../core/commands/part'
import type { Patch } from '../../../core/commands/patch'
import { setRowSecurity } from '../../../core/commands/table'
import { addPolicy } from '../../../core/commands/tableParts'
import type { Policy, Table } from '../../../core/model/records'
import { inOrder } from '../../../core/model/schema'
import { useDocument } from '../../../state/document'
import { perform } from '../../../state/perform'
import { called } from '../current'
import { CheckProperty, SelectProperty, TextProperty } from '../fields/fields'
import { AddText } from '../fields/AddText'
import { Chips } from '../fields/Chips'
import { PartCard, PartList } from '../fields/PartCard'
import { SqlProperty } from '../fields/Sql'

const commands = [
  { value: 'all', label: 'Everything' },
  { value: 'select', label: 'Reading' },
  { value: 'insert', label: 'Inserting' },
  { value: 'update', label: 'Changing' },
  { value: 'delete', label: 'Deleting' },
] as const

function PolicyFields({ table, policy }: { readonly table: Table; readonly policy: Policy }) {
  const name = called(policy.name, 'policy')
  const set = (label: string, patch: Patch<Policy>) => {
    perform(label, (cx) =>
      updatePart(cx, { kind: 'table', id: table.id, list: 'policies', part: policy.id }, patch),
    )
  }
  return (
    <>
      <TextProperty
        label="Name"
        name="Name of the policy"
        value={policy.name}
        error={policy.name.trim() === '' ? 'This policy has no name yet' : undefined}
        onCommit={(text) => set(`Rename policy ${name} to ${called(text)}`, { name: text.trim() })}
      />
      <SelectProperty
        label="For"
        name="For what"
        value={policy.command}
        options={commands}
        onChange={(command) => set(`Set what ${name} is for`, { command })}
      />
      <Roles of={name} roles={policy.roles} onChange={(roles) => set(`Set roles of ${name}`, { roles })} />
      <SqlProperty
        label="Using: rows that are seen"
        rows={2}
        sql={policy.using}
        onCommit={(text) => set(`Change policy ${name}`, { using: text.trim() === '' ? undefined : text })}
      />
      <SqlProperty
        label="With check: rows that may be written"
        rows={2}
        sql={policy.check}
        onCommit={(text) => set(`Change policy ${name}`, { check: text.trim() === '' ? undefined : text })}
      />
      <CheckProperty
        label="Permissive"
        hint="Adds to the other policies. Otherwise it narrows them."
        isChecked={policy.permissive}
        onChange={(permissive) =>
          set(`Make ${name} ${permissive ? 'permissive' : 'restrictive'}`, { permissive })
        }
      />
    </>
  )
}

/** Whom it is for: roles of the document, those that every database has, or any name. */
function Roles({
  of,
  roles,
  onChange,
}: {
  readonly of: string
  readonly roles: readonly string[]
  readonly onChange: (roles: readonly string[]) => void
}) {
  const known = useDocument(({ schema }) => schema.role)
  const options = useMemo(() => {
    const own = inOrder(known).map(({ name }) => name)
    const free = (names: readonly string[]) =>
      names.filter((name) => name !== '' && !roles.includes(name)).map((value) => ({ value }))
    return [
      { label: 'In this document', options: free(own) },
      { label: 'In every database', options: free(['PUBLIC', 'CURRENT_USER', 'SESSION_USER']) },
    ].filter((group) => group.options.length > 0)
  }, [known, roles])
  return (
    <Chips
      label="Roles"
      name={`Roles of ${of}`}
      values={roles}
      options={options}
      placeholder={roles.length === 0 ? 'Everybody (PUBLIC)' : 'Add a role'}
      addLabel={`Add a role to ${of}`}
      onChange={onChange}
    />
  )
}

const security = [
  { value: 'off', label: 'Off' },
  { value: 'enabled', label: 'On' },
  { value: 'forced', label: 'On, for the owner too' },
] as const

export function Policies({ table }: { readonly table: Table }) {
  return (
    <>
      <SelectProperty
        label="Row security"
        value={table.rowSecurity ?? 'off'}
        options={security}
        onChange={(value) => {
          perform(`Set row security of ${called(table.name)}`, (cx) =>
            setRowSecurity(cx, table.id, value === 'off' ? undefined : value),
          )
        }}
      />
      <PartList label="Policies">
        {table.policies.map((policy) => (
          <PartCard
            key={policy.id}
            what="policy"
            title={called(policy.name, 'Policy')}
            summary={policy.command}
            onRemove={() => {
              perform(`Delete policy ${called(policy.name)}`, (cx) =>
                removePart(cx, { kind: 'table', id: table.id, list: 'policies', part: policy.id }),
              )
            }}
          >
            <PolicyFields table={table} policy={policy} />
          </PartCard>
        ))}
      </PartList>
      <AddText
        label="Add policy"
        placeholder="Add policy by its name"
        onAdd={(name) => {
          perform(`Add policy ${name.trim()}`, (cx) => addPolicy(cx, table.id, { name: name.trim() }))
        }}
      />
    </>
  )
}
