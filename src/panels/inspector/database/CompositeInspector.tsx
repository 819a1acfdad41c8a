// A composite type: fields in an order, each with a type.
import { ArrowDown, ArrowUp } from 'lucide-react'
import { addField } from '../../../core/commands/objects'
import { movePart, removePart, updatePart } from '../../../core/commands/part'
import { update, type Patch } from '../../../core/commands/patch'
import { readType } from '../../../core/model/resolve/readType'
import type { CompositeId } from '../../../core/model/id'
import type { Composite, CompositeField } from '../../../core/model/records'
import { useDocument } from '../../../state/document'
import { dialectOf, perform } from '../../../state/perform'
import { Button, Section } from '../../../ui'
import { useTypeSource } from '../columns/typeSource'
import { called, useDialect, useReadOnly, useRow } from '../current'
import { AddText } from '../fields/AddText'
import { CollationProperty } from '../fields/Collation'
import { AreaProperty, ComboProperty, TextProperty } from '../fields/fields'
import { LackNote, useLack } from '../fields/Held'
import { NameProperty } from '../fields/Name'
import { NamespaceField } from '../fields/Namespace'
import { PartCard, PartList } from '../fields/PartCard'
import { Properties } from '../fields/Property'
import { objectNameProblem, partNameProblem } from '../nameProblem'
import { Uses } from '../objects/Uses'
import { renameTo } from '../renameTo'

function About({ row }: { readonly row: Composite }) {
  const { id } = row
  const lack = useLack('composites')
  const problem = useDocument(({ schema }) => objectNameProblem(schema, row, dialectOf(schema).names))
  return (
    <Properties>
      <NameProperty id={id} name="Name of the composite type" value={row.name} error={problem} />
      {lack !== undefined && <LackNote>{lack}</LackNote>}
      <NamespaceField ids={[id]} namespace={row.namespace} />
      <AreaProperty
        label="Comment"
        value={row.comment}
        onCommit={(comment) => {
          perform(`Comment on ${called(row.name)}`, (cx) =>
            update(cx, { kind: 'composite', id }, { comment }),
          )
        }}
      />
    </Properties>
  )
}

interface FieldProps {
  readonly row: Composite
  readonly field: CompositeField
  readonly index: number
}

function Moves({ row, field, index }: FieldProps) {
  const move = (to: number) => {
    perform(`Move field ${called(field.name)}`, (cx) =>
      movePart(cx, { kind: 'composite', id: row.id, list: 'fields', part: field.id }, to),
    )
  }
  return (
    <div className="flex gap-1">
      <Button
        size="small"
        icon={<ArrowUp />}
        disabledReason={index === 0 ? 'It is the first' : undefined}
        onClick={() => move(index - 1)}
      >
        Up
      </Button>
      <Button
        size="small"
        icon={<ArrowDown />}
        disabledReason={index === row.fields.length - 1 ? 'It is the last' : undefined}
        onClick={() => move(index + 1)}
      >
        Down
      </Button>
    </div>
  )
}

function Field({ row, field, index }: FieldProps) {
  const { names } = useDialect()
  const types = useTypeSource()
  const isReadOnly = useReadOnly()
  const at = { kind: 'composite', id: row.id, list: 'fields', part: field.id } as const
  const name = called(field.name)
  const set = (label: string, patch: Patch<CompositeField>) => {
    perform(label, (cx) => updatePart(cx, at, patch))
  }
  return (
    <PartCard
      what="field"
      title={name}
      summary={field.type.raw}
      onRemove={() => {
        perform(`Delete field ${name}`, (cx) => removePart(cx, at))
      }}
    >
      <TextProperty
        label="Name"
        name="Name of the field"
        value={field.name}
        error={partNameProblem(field, row.fields, { names, what: 'field' })}
        onCommit={(text) => {
          renameTo({ id: row.id, part: field.id, what: 'field', before: field.name }, text)
        }}
      />
      <ComboProperty
        label="Type"
        name="Type of the field"
        isMono
        value={field.type.raw}
        options={types}
        onCommit={(raw) => {
          perform(`Change type of ${name} to ${raw}`, (cx) =>
            updatePart(cx, at, { type: readType(cx.tx.now(), raw.trim(), cx.dialect) }),
          )
        }}
      />
      <CollationProperty
        value={field.collation}
        onCommit={(collation) => set(`Set collation of ${name}`, { collation })}
      />
      <AreaProperty
        label="Comment"
        value={field.comment}
        onCommit={(comment) => set(`Comment on ${name}`, { comment })}
      />
      {!isReadOnly && <Moves {...{ row, field, index }} />}
    </PartCard>
  )
}

/** "street text" or a bare name. */
function addNamed(row: Composite, text: string): void {
  const [name = '', ...type] = text.split(/\s+/)
  perform(`Add field ${name}`, (cx) =>
    addField(cx, row.id, { name, ...(type.length > 0 && { type: type.join(' ') }) }),
  )
}

export function CompositeInspector({ id }: { readonly id: CompositeId }) {
  const row = useRow('composite', id)
  if (!row) return null
  return (
    <>
      <Section title="General">
        <About row={row} />
      </Section>
      <Section title="Fields" count={row.fields.length}>
        <div className="flex flex-col gap-2">
          <PartList label={`Fields of ${called(row.name)}`}>
            {row.fields.map((field, index) => (
              <Field key={field.id} {...{ row, field, index }} />
            ))}
          </PartList>
          <AddText
            label="Add field"
            placeholder="Add field: street text"
            onAdd={(text) => addNamed(row, text)}
          />
        </div>
      </Section>
      <Uses id={id} />
    </>
  )
}
