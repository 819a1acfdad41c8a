// A relation: what it says, both of its ends, and what the database does with it.
import { setActions, updateForeignKey, updateRelation } from '../../../core/commands/relation'
import { setLineColor } from '../../../core/commands/line'
import { rename } from '../../../core/commands/rename'
import type { ForeignKey, Relation } from '../../../core/model/records'
import type { RelationId } from '../../../core/model/id'
import { lineOf } from '../../../core/model/query'
import { useDocument } from '../../../state/document'
import { perform } from '../../../state/perform'
import { Section } from '../../../ui'
import { called, useDiagram, useRow } from '../current'
import { ColorChoice } from '../fields/Color'
import { EnforcementFields } from '../fields/Enforcement'
import { AreaProperty, SelectProperty, TextProperty } from '../fields/fields'
import { Held } from '../fields/Held'
import { Options } from '../fields/Options'
import { Properties } from '../fields/Property'
import { actionOptions, actionWords, type ActionChoice } from './actionWords'
import { CardinalityFields } from './CardinalityFields'
import { Ends } from './Ends'
import { RelationDeeds } from './RelationDeeds'
import { useAloud } from './useAloud'

function Aloud({ relation }: { readonly relation: Relation }) {
  const sentences = useAloud(relation)
  return (
    <div className="flex flex-col gap-1 rounded-control bg-sunken px-3 py-2 text-row text-muted">
      {sentences.map((said, i) => (
        <p key={i} className="break-words">
          {said}
        </p>
      ))}
    </div>
  )
}

const matches = [
  { value: 'default', label: 'As the database' },
  { value: 'simple', label: 'Simple' },
  { value: 'full', label: 'Full' },
  { value: 'partial', label: 'Partial' },
] as const

function ForeignKeyFields({ relation }: { readonly relation: ForeignKey }) {
  const { id, onDelete, onUpdate } = relation
  const setAction = (field: 'onDelete' | 'onUpdate', choice: ActionChoice) => {
    const next = choice === 'default' ? undefined : choice
    const actions = { ...(onDelete && { onDelete }), ...(onUpdate && { onUpdate }), [field]: next }
    const words = field === 'onDelete' ? 'delete' : 'update'
    const to = next ? actionWords[next].toLowerCase() : 'what the database does'
    perform(`Set on ${words} to ${to}`, (cx) => setActions(cx, id, actions))
  }
  return (
    <Properties>
      <SelectProperty<ActionChoice>
        label="On delete"
        value={onDelete ?? 'default'}
        options={actionOptions}
        onChange={(choice) => setAction('onDelete', choice)}
      />
      <SelectProperty<ActionChoice>
        label="On update"
        value={onUpdate ?? 'default'}
        options={actionOptions}
        onChange={(choice) => setAction('onUpdate', choice)}
      />
      <Held by={['matchFull', 'matchPartial']} isSet={relation.match !== undefined}>
        <SelectProperty
          label="Match"
          value={relation.match ?? 'default'}
          options={matches}
          onChange={(match) => {
            perform('Set match', (cx) =>
              updateForeignKey(cx, id, { match: match === 'default' ? undefined : match }),
            )
          }}
        />
      </Held>
      <EnforcementFields
        of="foreignKey"
        value={relation}
        onChange={(patch) => {
          perform('Set how the relation is enforced', (cx) => updateForeignKey(cx, id, patch))
        }}
      />
      <Options
        of="foreignKey"
        options={relation.options}
        onChange={(options) => {
          perform('Set options of the relation', (cx) => updateForeignKey(cx, id, { options }))
        }}
      />
    </Properties>
  )
}

function Words({ relation }: { readonly relation: Relation }) {
  const { id, verbs } = relation
  const [child, parent] = useEndNames(relation)
  return (
    <Properties>
      <TextProperty
        label="Name"
        name="Name of the relation"
        value={relation.name}
        placeholder="By convention"
        onCommit={(name) => {
          perform(`Name relation ${called(name)}`, (cx) => rename(cx, { id }, name.trim()))
        }}
      />
      <TextProperty
        label={`${child} …`}
        name={`Verb from ${child} to ${parent}`}
        value={verbs.childToParent}
        placeholder="belongs to"
        onCommit={(text) => {
          perform('Set verb', (cx) =>
            updateRelation(cx, id, { verbs: { ...verbs, childToParent: text.trim() } }),
          )
        }}
      />
      <TextProperty
        label={`${parent} …`}
        name={`Verb from ${parent} to ${child}`}
        value={verbs.parentToChild}
        placeholder="has"
        onCommit={(text) => {
          perform('Set verb', (cx) =>
            updateRelation(cx, id, { verbs: { ...verbs, parentToChild: text.trim() } }),
          )
        }}
      />
      <AreaProperty
        label="Comment"
        value={relation.comment}
        onCommit={(comment) => {
          perform('Comment on relation', (cx) => updateRelation(cx, id, { comment }))
        }}
      />
    </Properties>
  )
}

function useEndNames(relation: Relation): readonly [string, string] {
  const [a, b] =
    relation.kind === 'foreignKey'
      ? [relation.child.table, relation.parent.table]
      : [relation.from.table, relation.to.table]
  const child = useDocument(({ schema }) => schema.table.get(a)?.name)
  const parent = useDocument(({ schema }) => schema.table.get(b)?.name)
  return [called(child), called(parent)]
}

function LineColor({ id }: { readonly id: RelationId }) {
  const diagram = useDiagram()
  const color = useDocument(({ schema }) => lineOf(schema, diagram, id)?.color)
  return (
    <ColorChoice
      label="Colour of the line"
      value={color ?? 'none'}
      onChange={(next) => {
        perform('Colour line', (cx) => setLineColor(cx, id, next === 'none' ? undefined : next), {
          mergeKey: `color ${id}`,
        })
      }}
    />
  )
}

export function RelationInspector({ id }: { readonly id: RelationId }) {
  const relation = useRow('relation', id)
  if (!relation) return null
  return (
    <>
      <Section title={relation.kind === 'foreignKey' ? 'Relation' : 'Relation (sketch)'}>
        <div className="flex flex-col gap-3">
          <Aloud relation={relation} />
          <CardinalityFields relation={relation} />
          <RelationDeeds relation={relation} />
        </div>
      </Section>
      <Section title="Columns">
        <Ends key={relation.kind} relation={relation} />
      </Section>
      {relation.kind === 'foreignKey' && (
        <Section title="Foreign key">
          <ForeignKeyFields relation={relation} />
        </Section>
      )}
      <Section title="Words">
        <Words relation={relation} />
      </Section>
      <Section title="Look">
        <LineColor id={id} />
      </Section>
    </>
  )
}
