// Check constraints: what every row must satisfy.
import { removePart, updatePart } from '../../../core/commands/part'
import type { Patch } from '../../../core/commands/patch'
import { addCheck } from '../../../core/commands/tableParts'
import type { Check, Table } from '../../../core/model/records'
import { perform } from '../../../state/perform'
import { called, useDialect, useSql } from '../current'
import { Asked } from '../fields/Asked'
import { CountedSection } from '../fields/CountedSection'
import { EnforcementFields } from '../fields/Enforcement'
import { TextProperty } from '../fields/fields'
import { AddText } from '../fields/AddText'
import { LackNote, useHas, useLack } from '../fields/Held'
import { PartCard, PartList } from '../fields/PartCard'
import { SqlProperty } from '../fields/Sql'
import { partNameProblem } from '../nameProblem'

interface CheckProps {
  readonly table: Table
  readonly check: Check
}

function CheckFields({ table, check }: CheckProps) {
  const names = useDialect().names
  const name = called(check.name, 'check')
  const set = (label: string, patch: Patch<Check>) => {
    perform(label, (cx) =>
      updatePart(cx, { kind: 'table', id: table.id, list: 'checks', part: check.id }, patch),
    )
  }
  return (
    <>
      <TextProperty
        label="Name"
        name="Name of the check"
        value={check.name}
        placeholder="By convention"
        error={check.name === '' ? undefined : partNameProblem(check, table.checks, { names, what: 'check' })}
        onCommit={(text) => set(`Rename ${name} to ${called(text)}`, { name: text.trim() })}
      />
      <SqlProperty
        label="Every row must satisfy"
        rows={3}
        sql={check.expression}
        onCommit={(text) => set(`Change ${name}`, { expression: text })}
      />
      <EnforcementFields
        of="check"
        value={check}
        onChange={(patch) => set(`Set how ${name} is enforced`, patch)}
      />
      <TextProperty
        label="Comment"
        value={check.comment}
        onCommit={(comment) => set(`Comment on ${name}`, { comment })}
      />
    </>
  )
}

function CheckCard({ table, check }: CheckProps) {
  const text = useSql(check.expression)
  const name = called(check.name, '')
  return (
    <PartCard
      what="check"
      title={name === '' ? 'Check' : name}
      summary={text}
      onRemove={() => {
        perform(`Delete check ${called(check.name, text)}`, (cx) =>
          removePart(cx, { kind: 'table', id: table.id, list: 'checks', part: check.id }),
        )
      }}
    >
      <CheckFields table={table} check={check} />
    </PartCard>
  )
}

export function Checks({ table }: { readonly table: Table }) {
  const has = useHas()
  const lack = useLack('checks')
  if (!has('checks') && table.checks.length === 0) return null
  return (
    <CountedSection title="Checks" count={table.checks.length} holds="check">
      <div className="flex flex-col gap-2">
        <PartList label="Checks">
          {table.checks.map((check) => (
            <CheckCard key={check.id} table={table} check={check} />
          ))}
        </PartList>
        {lack !== undefined && <LackNote>{lack}</LackNote>}
        <Asked field="check">
          <AddText
            label="Add check"
            placeholder="Add check: price >= 0"
            onAdd={(text) => {
              perform(`Add check ${text.trim()}`, (cx) => addCheck(cx, table.id, { expression: text.trim() }))
            }}
          />
        </Asked>
      </div>
    </CountedSection>
  )
}
