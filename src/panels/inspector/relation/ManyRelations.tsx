// Several relations at once: what happens to their rows, and the colour of their lines.
import { useMemo } from 'react'
import { each, ok } from '../../../core/commands/context'
import { setLineColor } from '../../../core/commands/line'
import { setActions } from '../../../core/commands/relation'
import { lineOf } from '../../../core/model/query'
import type { RelationId } from '../../../core/model/id'
import { useDocument } from '../../../state/document'
import { perform } from '../../../state/perform'
import { Section } from '../../../ui'
import { useDiagram } from '../current'
import { ColorChoice } from '../fields/Color'
import { SelectProperty } from '../fields/fields'
import { Properties } from '../fields/Property'
import { describeMany, sharedValue } from '../subject'
import { actionOptions, actionWords, type ActionChoice } from './actionWords'

export function ManyRelations({ ids }: { readonly ids: readonly RelationId[] }) {
  const diagram = useDiagram()
  const rows = useDocument(({ schema }) => schema.relation)
  const schema = useDocument((state) => state.schema)
  const keys = useMemo(
    () =>
      ids.flatMap((id) => {
        const row = rows.get(id)
        return row?.kind === 'foreignKey' ? [row] : []
      }),
    [ids, rows],
  )
  const words = describeMany(ids)
  const color = sharedValue(ids.map((id) => lineOf(schema, diagram, id)?.color ?? 'none'))
  const set = (field: 'onDelete' | 'onUpdate', choice: ActionChoice) => {
    const next = choice === 'default' ? undefined : choice
    const verb = field === 'onDelete' ? 'delete' : 'update'
    const to = next ? actionWords[next].toLowerCase() : 'what the database does'
    perform(`Set on ${verb} of ${words} to ${to}`, (cx) => {
      const done = each(keys, ({ id, onDelete, onUpdate }) =>
        setActions(cx, id, { ...(onDelete && { onDelete }), ...(onUpdate && { onUpdate }), [field]: next }),
      )
      return done.ok ? ok(undefined) : done
    })
  }
  return (
    <Section title={words}>
      <Properties>
        {keys.length > 0 &&
          (['onDelete', 'onUpdate'] as const).map((field) => (
            <SelectProperty<ActionChoice>
              key={field}
              label={field === 'onDelete' ? 'On delete' : 'On update'}
              value={sharedValue(keys.map((key): ActionChoice => key[field] ?? 'default')).value}
              placeholder="Mixed"
              options={actionOptions}
              onChange={(choice) => set(field, choice)}
            />
          ))}
        <ColorChoice
          label={color.isMixed ? 'Colour of the lines (mixed)' : 'Colour of the lines'}
          value={color.value}
          onChange={(next) => {
            perform(
              `Colour ${words}`,
              (cx) => {
                const done = each(ids, (id) => setLineColor(cx, id, next === 'none' ? undefined : next))
                return done.ok ? ok(undefined) : done
              },
              { mergeKey: `color ${ids.join()}` },
            )
          }}
        />
      </Properties>
    </Section>
  )
}
