// A domain: a type of one's own with its default and its checks.
import { addPart, removePart, updatePart } from '../../../core/commands/part'
import { setObjectType } from '../../../core/commands/objects'
import { update, type Patch } from '../../../core/commands/patch'
import { makeCheck } from '../../../core/model/factory'
import type { DomainId } from '../../../core/model/id'
import type { Check, Domain } from '../../../core/model/records'
import { sqlText } from '../../../core/model/sqlText'
import { useDocument } from '../../../state/document'
import { dialectOf, perform } from '../../../state/perform'
import { Section } from '../../../ui'
import { useTypeSource } from '../columns/typeSource'
import { called, useRow, useSql } from '../current'
import { AddText } from '../fields/AddText'
import { AreaProperty, CheckProperty, ComboProperty, TextProperty } from '../fields/fields'
import { CollationProperty } from '../fields/Collation'
import { LackNote, useLack } from '../fields/Held'
import { NameProperty } from '../fields/Name'
import { NamespaceField } from '../fields/Namespace'
import { PartCard, PartList } from '../fields/PartCard'
import { Properties } from '../fields/Property'
import { SqlProperty } from '../fields/Sql'
import { objectNameProblem } from '../nameProblem'
import { Uses } from '../objects/Uses'

function About({ row }: { readonly row: Domain }) {
  const { id } = row
  const name = called(row.name)
  const lack = useLack('domains')
  const types = useTypeSource()
  const problem = useDocument(({ schema }) => objectNameProblem(schema, row, dialectOf(schema).names))
  const set = (label: string, patch: Patch<Domain>) => {
    perform(label, (cx) => update(cx, { kind: 'domain', id }, patch))
  }
  return (
    <Properties>
      <NameProperty id={id} name="Domain name" value={row.name} error={problem} />
      {lack !== undefined && <LackNote>{lack}</LackNote>}
      <NamespaceField ids={[id]} namespace={row.namespace} />
      <ComboProperty
        label="Type"
        name="Type below the domain"
        isMono
        value={row.type.raw}
        options={types}
        error={row.type.raw.trim() === '' ? 'A domain needs a type to stand on' : undefined}
        onCommit={(raw) => {
          perform(`Change type of ${name} to ${raw}`, (cx) => setObjectType(cx, id, raw.trim()))
        }}
      />
      <CheckProperty
        label="Never empty (NOT NULL)"
        isChecked={!row.nullable}
        onChange={(is) => set(`${is ? 'Forbid' : 'Allow'} NULL in ${name}`, { nullable: !is })}
      />
      <SqlProperty
        label="Default"
        isWithoutColumns
        sql={row.default}
        placeholder="None"
        onCommit={(text) =>
          set(`Set default of ${name}`, { default: text.trim() === '' ? undefined : text.trim() })
        }
      />
      <CollationProperty
        value={row.collation}
        onCommit={(collation) => set(`Set collation of ${name}`, { collation })}
      />
      <AreaProperty
        label="Comment"
        value={row.comment}
        onCommit={(comment) => set(`Comment on ${name}`, { comment })}
      />
    </Properties>
  )
}

function DomainCheck({ domain, check }: { readonly domain: Domain; readonly check: Check }) {
  const text = useSql(check.expression)
  const at = { kind: 'domain', id: domain.id, list: 'checks', part: check.id } as const
  const name = called(check.name, 'check')
  return (
    <PartCard
      what="check"
      title={check.name === '' ? 'Check' : check.name}
      summary={text}
      onRemove={() => {
        perform(`Delete check ${called(check.name, text)}`, (cx) => removePart(cx, at))
      }}
    >
      <TextProperty
        label="Name"
        name="Name of the check"
        value={check.name}
        placeholder="By convention"
        onCommit={(next) => {
          perform(`Rename ${name} to ${called(next)}`, (cx) => updatePart(cx, at, { name: next.trim() }))
        }}
      />
      <SqlProperty
        label="Every VALUE must satisfy"
        rows={3}
        sql={check.expression}
        onCommit={(next) => {
          perform(`Change ${name}`, (cx) => updatePart(cx, at, { expression: next }))
        }}
      />
    </PartCard>
  )
}

function Checks({ domain }: { readonly domain: Domain }) {
  return (
    <Section title="Checks" count={domain.checks.length}>
      <div className="flex flex-col gap-2">
        <PartList label="Checks">
          {domain.checks.map((check) => (
            <DomainCheck key={check.id} domain={domain} check={check} />
          ))}
        </PartList>
        <AddText
          label="Add check"
          isMono
          placeholder="Add check: VALUE > 0"
          onAdd={(text) => {
            perform(`Add check ${text}`, (cx) =>
              addPart(
                cx,
                { kind: 'domain', id: domain.id, list: 'checks' },
                { part: makeCheck(cx.newId, { expression: sqlText(text) }) },
              ),
            )
          }}
        />
      </div>
    </Section>
  )
}

export function DomainInspector({ id }: { readonly id: DomainId }) {
  const row = useRow('domain', id)
  if (!row) return null
  return (
    <>
      <Section title="General">
        <About row={row} />
      </Section>
      <Checks domain={row} />
      <Uses id={id} />
    </>
  )
}
