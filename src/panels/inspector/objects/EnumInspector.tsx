// An enum: its values in their order, and the columns that use it.
import { update } from '../../../core/commands/patch'
import type { EnumId } from '../../../core/model/id'
import type { Enum } from '../../../core/model/records'
import { useDocument } from '../../../state/document'
import { dialectOf, perform } from '../../../state/perform'
import { select } from '../../../state/selection'
import { setSelection } from '../../../state/view'
import { Section } from '../../../ui'
import { called, usePlacement, useRow } from '../current'
import { AreaProperty, TextProperty } from '../fields/fields'
import { LackNote, useLack } from '../fields/Held'
import { NamespaceField } from '../fields/Namespace'
import { Nothing, Properties } from '../fields/Property'
import { Look } from '../Look'
import { objectNameProblem } from '../nameProblem'
import { renameTo } from '../renameTo'
import { EnumValues } from './EnumValues'
import { useUses } from './uses'

function About({ row }: { readonly row: Enum }) {
  const { id } = row
  const name = called(row.name)
  const lack = useLack('enums')
  const problem = useDocument(({ schema }) => objectNameProblem(schema, row, dialectOf(schema).names))
  return (
    <Properties>
      <TextProperty
        label="Name"
        name="Enum name"
        value={row.name}
        error={problem}
        onCommit={(text) => {
          renameTo({ id, what: '', before: row.name }, text)
        }}
      />
      {lack !== undefined && <LackNote>{lack}</LackNote>}
      <NamespaceField ids={[id]} namespace={row.namespace} />
      <AreaProperty
        label="Comment"
        value={row.comment}
        onCommit={(comment) => {
          perform(`Comment on ${name}`, (cx) => update(cx, { kind: 'enum', id }, { comment }))
        }}
      />
    </Properties>
  )
}

function Uses({ id }: { readonly id: EnumId }) {
  const uses = useUses(id)
  return (
    <Section title="Used by" count={uses.length}>
      {uses.length === 0 ? (
        <Nothing>No column yet. Give its name as the type of one.</Nothing>
      ) : (
        <ul aria-label="Used by" className="-mx-1 flex flex-col">
          {uses.map(({ table, column, words }) => (
            <li key={`${table} ${column}`}>
              <button
                type="button"
                onClick={() => {
                  setSelection({ ...select(table), part: { owner: table, column } })
                }}
                className="h-row w-full truncate rounded-control px-1 text-left text-row enabled-hover:bg-hover"
              >
                {words}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

export function EnumInspector({ id }: { readonly id: EnumId }) {
  const row = useRow('enum', id)
  const placement = usePlacement(id)
  if (!row) return null
  return (
    <>
      <Section title="General">
        <About row={row} />
      </Section>
      <Section title="Values" count={row.values.length}>
        <EnumValues row={row} />
      </Section>
      <Uses id={id} />
      {placement && (
        <Section title="In this diagram">
          <Look ids={[id]} words={called(row.name)} />
        </Section>
      )}
    </>
  )
}
