import { update } from '../../../core/commands/patch'
import type { NoteId } from '../../../core/model/id'
import { perform } from '../../../state/perform'
import { Section } from '../../../ui'
import { useRow } from '../current'
import { AreaProperty, TextProperty } from '../fields/fields'
import { Properties } from '../fields/Property'
import { Look } from '../Look'

export function NoteInspector({ id }: { readonly id: NoteId }) {
  const note = useRow('note', id)
  if (!note) return null
  const at = { kind: 'note', id } as const
  return (
    <>
      <Section title="General">
        <Properties>
          <TextProperty
            label="Title"
            value={note.name}
            placeholder="None"
            onCommit={(name) => {
              perform('Title note', (cx) => update(cx, at, { name: name.trim() }))
            }}
          />
          <AreaProperty
            label="Text"
            rows={8}
            value={note.text}
            onCommit={(text) => {
              perform('Write note', (cx) => update(cx, at, { text }))
            }}
          />
        </Properties>
      </Section>
      <Section title="Look">
        <Look ids={[id]} words="note" />
      </Section>
    </>
  )
}
