// An enum: its values in their order, and the columns that use it.
import { update } from '../../../core/commands/patch'
import type { EnumId } from '../../../core/model/id'
import type { Enum } from '../../../core/model/records'
import { useDocument } from '../../../state/document'
import { dialectOf, perform } from '../../../state/perform'
import { Section } from '../../../ui'
import { called, useIsOnCanvas, usePlacement, useRow } from '../current'
import { Asked } from '../fields/Asked'
import { AreaProperty } from '../fields/fields'
import { LackNote, useLack } from '../fields/Held'
import { NameProperty } from '../fields/Name'
import { NamespaceField } from '../fields/Namespace'
import { Properties } from '../fields/Property'
import { Look } from '../Look'
import { objectNameProblem } from '../nameProblem'
import { EnumValues } from './EnumValues'
import { Uses } from './Uses'

function About({ row }: { readonly row: Enum }) {
  const { id } = row
  const name = called(row.name)
  const lack = useLack('enums')
  const isOnCanvas = useIsOnCanvas(id)
  const problem = useDocument(({ schema }) => objectNameProblem(schema, row, dialectOf(schema).names))
  return (
    <Properties>
      <NameProperty id={id} name="Enum name" value={row.name} error={problem} isOnCanvas={isOnCanvas} />
      {lack !== undefined && <LackNote>{lack}</LackNote>}
      <NamespaceField ids={[id]} namespace={row.namespace} />
      <Asked field="comment">
        <AreaProperty
          label="Comment"
          value={row.comment}
          onCommit={(comment) => {
            perform(`Comment on ${name}`, (cx) => update(cx, { kind: 'enum', id }, { comment }))
          }}
        />
      </Asked>
    </Properties>
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
