// A role: what it may do by itself, the roles that it belongs to, and the rights that were given to it.
import { useMemo } from 'react'
import { update, type Patch } from '../../../core/commands/patch'
import type { RoleId } from '../../../core/model/id'
import type { Role } from '../../../core/model/records'
import { inOrder } from '../../../core/model/schema'
import { databaseObjectName } from '../../../state/databaseObjects'
import { document, useDocument } from '../../../state/document'
import { tell } from '../../../state/feedback'
import { perform } from '../../../state/perform'
import { select } from '../../../state/selection'
import { setSelection } from '../../../state/view'
import { Section } from '../../../ui'
import { called, useDialect, useRow } from '../current'
import { Chips } from '../fields/Chips'
import { AreaProperty } from '../fields/fields'
import { LackNote, useLack } from '../fields/Held'
import { NameProperty } from '../fields/Name'
import { Nothing, Properties } from '../fields/Property'
import { roleAttributes } from './known'
import { useSiblingProblem } from './siblings'

function Membership({ row }: { readonly row: Role }) {
  const roles = useDocument(({ schema }) => schema.role)
  const names = row.memberOf.map((id) => roles.get(id)?.name ?? '')
  const options = useMemo(
    () => [
      {
        label: '',
        options: inOrder(roles)
          .filter(({ id, name }) => id !== row.id && name !== '')
          .map(({ name }) => ({ value: name })),
      },
    ],
    [roles, row.id],
  )
  const handleChange = (wanted: readonly string[]) => {
    const all = [...document.getState().schema.role.values()]
    const found = wanted.map((name) => all.find((other) => other.name === name && other.id !== row.id))
    const unknown = wanted.find((_name, at) => !found[at])
    if (unknown !== undefined)
      tell({ tone: 'warning', text: `There is no role ${unknown} here. Add it first.` })
    const memberOf = found.flatMap((other) => other?.id ?? [])
    perform(`Set the roles that ${called(row.name)} belongs to`, (cx) =>
      update(cx, { kind: 'role', id: row.id }, { memberOf }),
    )
  }
  return (
    <Chips
      label="Belongs to"
      name={`Roles that ${called(row.name)} belongs to`}
      values={names}
      options={options}
      placeholder={names.length === 0 ? 'No other role' : 'Add a role'}
      addLabel="Add a role that it belongs to"
      onChange={handleChange}
    />
  )
}

function About({ row }: { readonly row: Role }) {
  const { id } = row
  const name = called(row.name)
  const lack = useLack('roles')
  const dialect = useDialect()
  const problem = useSiblingProblem('role', row)
  const attributes = useMemo(
    () => [{ label: '', options: (roleAttributes[dialect.id] ?? []).map((value) => ({ value })) }],
    [dialect],
  )
  const set = (label: string, patch: Patch<Role>) => {
    perform(label, (cx) => update(cx, { kind: 'role', id }, patch))
  }
  return (
    <Properties>
      <NameProperty id={id} name="Role name" value={row.name} error={problem} />
      {lack !== undefined && <LackNote>{lack}</LackNote>}
      <Chips
        label="Attributes"
        name={`Attributes of ${name}`}
        values={row.attributes}
        options={attributes}
        placeholder={row.attributes.length === 0 ? 'None' : 'Add an attribute'}
        addLabel="Add an attribute"
        onChange={(values) => set(`Set attributes of ${name}`, { attributes: values, dialect: dialect.id })}
      />
      <Membership row={row} />
      <AreaProperty
        label="Comment"
        value={row.comment}
        onCommit={(comment) => set(`Comment on ${name}`, { comment })}
      />
    </Properties>
  )
}

function Rights({ id }: { readonly id: RoleId }) {
  const schema = useDocument((state) => state.schema)
  const grants = inOrder(schema.grant).filter(({ to }) => 'role' in to && to.role === id)
  return (
    <Section title="Rights" count={grants.length}>
      {grants.length === 0 ? (
        <Nothing>None yet. Add a grant to give it some.</Nothing>
      ) : (
        <ul aria-label="Rights" className="-mx-1 flex flex-col">
          {grants.map((grant) => (
            <li key={grant.id}>
              <button
                type="button"
                onClick={() => {
                  setSelection(select(grant.id))
                }}
                className="h-row w-full truncate rounded-control px-1 text-left text-row enabled-hover:bg-hover"
              >
                {databaseObjectName(schema, grant.id)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

export function RoleInspector({ id }: { readonly id: RoleId }) {
  const row = useRow('role', id)
  if (!row) return null
  return (
    <>
      <Section title="General">
        <About row={row} />
      </Section>
      <Rights id={id} />
    </>
  )
}
