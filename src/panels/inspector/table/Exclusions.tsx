// Exclusion constraints: no two rows for which all of these operators hold.
import { removePart, updatePart } from '../../../core/commands/part'
import type { Patch } from '../../../core/commands/patch'
import { addExclusion } from '../../../core/commands/tableParts'
import type { Exclusion, IndexPart, Table } from '../../../core/model/records'
import { perform } from '../../../state/perform'
import { called, useReadOnly } from '../current'
import { useColumnOptions } from '../fields/ColumnList'
import { EnforcementFields } from '../fields/Enforcement'
import { AddCombo, TextProperty } from '../fields/fields'
import { IndexParts, partFrom, usePartWords } from '../fields/IndexParts'
import { PartCard, PartList } from '../fields/PartCard'
import { SqlProperty } from '../fields/Sql'

type Part = Exclusion['parts'][number]

/** Parts as the list hands them back: a fresh one has no operator yet and gets the usual one. */
export const withOperators = (parts: readonly (IndexPart & Partial<Part>)[]): readonly Part[] =>
  parts.map((part) => ({ ...part, operator: part.operator ?? '=' }))

interface ExclusionProps {
  readonly table: Table
  readonly exclusion: Exclusion
}

function ExclusionFields({ table, exclusion }: ExclusionProps) {
  const name = called(exclusion.name, 'exclusion')
  const words = usePartWords(table)
  const set = (label: string, patch: Patch<Exclusion>) => {
    perform(label, (cx) =>
      updatePart(cx, { kind: 'table', id: table.id, list: 'exclusions', part: exclusion.id }, patch),
    )
  }
  return (
    <>
      <TextProperty
        label="Name"
        name="Name of the exclusion"
        value={exclusion.name}
        placeholder="By convention"
        onCommit={(text) => set(`Rename ${name} to ${called(text)}`, { name: text.trim() })}
      />
      <TextProperty
        label="Method"
        value={exclusion.method}
        isMono
        onCommit={(method) => set(`Set method of ${name}`, { method: method.trim() })}
      />
      <IndexParts
        table={table}
        parts={exclusion.parts}
        onChange={(parts) => set(`Set columns of ${name}`, { parts: withOperators(parts) })}
      />
      {exclusion.parts.map((part, at) => (
        <TextProperty
          key={`${words(part)} ${at}`}
          label={words(part)}
          name={`Operator for ${words(part)}`}
          value={part.operator}
          isMono
          onCommit={(operator) =>
            set(`Set operator of ${name}`, {
              parts: exclusion.parts.toSpliced(at, 1, { ...part, operator: operator.trim() }),
            })
          }
        />
      ))}
      <SqlProperty
        label="Where"
        name="Only rows where"
        sql={exclusion.where}
        placeholder="All rows"
        onCommit={(text) => set(`Set rows of ${name}`, { where: text.trim() === '' ? undefined : text })}
      />
      <EnforcementFields value={exclusion} onChange={(patch) => set(`Set how ${name} is enforced`, patch)} />
    </>
  )
}

const none: readonly never[] = []

export function Exclusions({ table }: { readonly table: Table }) {
  const options = useColumnOptions(table, none)
  const words = usePartWords(table)
  const isReadOnly = useReadOnly()
  return (
    <>
      <PartList label="Exclusions">
        {table.exclusions.map((exclusion) => (
          <PartCard
            key={exclusion.id}
            what="exclusion"
            title={called(exclusion.name, 'Exclusion')}
            summary={exclusion.parts.map((part) => `${words(part)} ${part.operator}`).join(', ')}
            onRemove={() => {
              perform(`Delete exclusion ${called(exclusion.name, '')}`.trim(), (cx) =>
                removePart(cx, { kind: 'table', id: table.id, list: 'exclusions', part: exclusion.id }),
              )
            }}
          >
            <ExclusionFields table={table} exclusion={exclusion} />
          </PartCard>
        ))}
      </PartList>
      {!isReadOnly && (
        <AddCombo
          label="Add exclusion on column or expression"
          options={options}
          placeholder="Column or expression"
          onAdd={(text) => {
            perform(`Add exclusion on ${text.trim()}`, (cx) =>
              addExclusion(cx, table.id, { parts: withOperators([partFrom(table, text)]) }),
            )
          }}
        />
      )}
    </>
  )
}
