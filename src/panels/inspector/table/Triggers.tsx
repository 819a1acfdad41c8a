// Triggers: each is a whole CREATE TRIGGER statement, kept word for word.
import type { Cx, Done } from '../../../core/commands/context'
import { createTrigger } from '../../../core/commands/objects'
import { update, type Patch } from '../../../core/commands/patch'
import { remove } from '../../../core/commands/record'
import type { TableId, TriggerId, ViewId } from '../../../core/model/id'
import { inOrder } from '../../../core/model/schema'
import type { Trigger } from '../../../core/model/records'
import { useDocument } from '../../../state/document'
import { perform } from '../../../state/perform'
import { called } from '../current'
import { CheckProperty, TextProperty } from '../fields/fields'
import { AddText } from '../fields/AddText'
import { PartCard, PartList } from '../fields/PartCard'
import { StatementProperty } from '../fields/Sql'

/** The triggers of a table or view, in their order. The list is the same while no trigger changes. */
export function useTriggers(on: TableId | ViewId): readonly Trigger[] {
  const all = useDocument(({ schema }) => inOrder(schema.trigger))
  return all.filter((trigger) => trigger.on === on)
}

function addTrigger(cx: Cx, on: TableId | ViewId, name: string): Done<TriggerId> {
  const owner = cx.tx.now().table.get(on as TableId) ?? cx.tx.now().view.get(on as ViewId)
  const table = cx.dialect.names.spell(owner?.name ?? '')
  const text = `CREATE TRIGGER ${cx.dialect.names.spell(name)}\nBEFORE UPDATE ON ${table}\nFOR EACH ROW\n`
  return createTrigger(cx, on, { name, definition: text })
}

function TriggerCard({ trigger }: { readonly trigger: Trigger }) {
  const name = called(trigger.name, 'trigger')
  const at = { kind: 'trigger', id: trigger.id } as const
  const set = (label: string, patch: Patch<Trigger>) => {
    perform(label, (cx) => update(cx, at, patch))
  }
  return (
    <PartCard
      what="trigger"
      title={name}
      {...(trigger.disabled && { summary: 'disabled' })}
      onRemove={() => {
        perform(`Delete trigger ${name}`, (cx) => remove(cx, at))
      }}
    >
      <TextProperty
        label="Name"
        name="Name of the trigger"
        value={trigger.name}
        error={trigger.name.trim() === '' ? 'This trigger has no name yet' : undefined}
        onCommit={(text) => set(`Rename trigger ${name} to ${called(text)}`, { name: text.trim() })}
      />
      <StatementProperty
        label="Statement"
        name={`Statement of ${name}`}
        sql={trigger.definition}
        dialect={trigger.dialect}
        onCommit={(definition) => set(`Change trigger ${name}`, { definition })}
      />
      <CheckProperty
        label="Disabled"
        isChecked={trigger.disabled ?? false}
        onChange={(is) =>
          set(`${is ? 'Disable' : 'Enable'} trigger ${name}`, { disabled: is ? true : undefined })
        }
      />
      <TextProperty
        label="Comment"
        value={trigger.comment}
        onCommit={(comment) => set(`Comment on trigger ${name}`, { comment })}
      />
    </PartCard>
  )
}

export function Triggers({ on }: { readonly on: TableId | ViewId }) {
  const triggers = useTriggers(on)
  return (
    <>
      <PartList label="Triggers">
        {triggers.map((trigger) => (
          <TriggerCard key={trigger.id} trigger={trigger} />
        ))}
      </PartList>
      <AddText
        label="Add trigger"
        placeholder="Add trigger by its name"
        onAdd={(name) => {
          perform(`Add trigger ${name.trim()}`, (cx) => addTrigger(cx, on, name.trim()))
        }}
      />
    </>
  )
}
