// How many rows stand at either end: written as UNIQUE and NOT NULL where it is a foreign key.
import { setCardinality } from '../../../core/commands/cardinality'
import { cardinalityOf, type EndCardinality } from '../../../core/model/cardinality'
import { endsOf } from '../../../core/model/query'
import type { Relation } from '../../../core/model/records'
import { useDocument } from '../../../state/document'
import { called } from '../current'
import { SelectProperty } from '../fields/fields'
import { howMany } from '../words'
import { RefusalNote, useRefusal } from './refusal'

const choices = {
  one: { min: 1, max: 1 },
  zeroOrOne: { min: 0, max: 1 },
  oneOrMore: { min: 1, max: 'many' },
  zeroOrMore: { min: 0, max: 'many' },
} as const satisfies Readonly<Record<string, EndCardinality>>

type Choice = keyof typeof choices

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

// The keys of a literal.
const options = (Object.keys(choices) as Choice[]).map((value) => ({
  value,
  label: capital(howMany(choices[value])),
}))

export const choiceOf = ({ min, max }: EndCardinality): Choice =>
  max === 1 ? (min === 1 ? 'one' : 'zeroOrOne') : min === 1 ? 'oneOrMore' : 'zeroOrMore'

export function CardinalityFields({ relation }: { readonly relation: Relation }) {
  const child = useDocument(({ schema }) => choiceOf(cardinalityOf(schema, relation).child))
  const parent = useDocument(({ schema }) => choiceOf(cardinalityOf(schema, relation).parent))
  const [a, b] = endsOf(relation)
  const childName = called(useDocument(({ schema }) => schema.table.get(a.table)?.name))
  const parentName = called(useDocument(({ schema }) => schema.table.get(b.table)?.name))
  const { refusal, act, dismiss } = useRefusal()
  const set = (end: 'child' | 'parent', choice: Choice) => {
    const { min, max } = choices[choice]
    const before = choices[end === 'child' ? child : parent]
    // Only what differs is asked for: the rest stays as the schema has it.
    const change = { end, ...(min !== before.min && { min }), ...(max !== before.max && { max }) }
    act(`Set ${howMany(choices[choice])}`, (cx) => setCardinality(cx, relation.id, change))
  }
  return (
    <div className="flex flex-col gap-2">
      <SelectProperty
        label={childName}
        name={`How many ${childName}`}
        value={child}
        options={options}
        onChange={(choice) => set('child', choice)}
      />
      <SelectProperty
        label={parentName}
        name={`How many ${parentName}`}
        value={parent}
        options={options}
        onChange={(choice) => set('parent', choice)}
      />
      <RefusalNote refusal={refusal} onFix={act} onDismiss={dismiss} />
    </div>
  )
}
