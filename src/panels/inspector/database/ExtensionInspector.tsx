// An extension: what PostgreSQL loads beside itself.
import { update, type Patch } from '../../../core/commands/patch'
import type { ExtensionId } from '../../../core/model/id'
import type { Extension } from '../../../core/model/records'
import { perform } from '../../../state/perform'
import { Section } from '../../../ui'
import { called, useRow } from '../current'
import { AreaProperty, ComboProperty, TextProperty } from '../fields/fields'
import { LackNote, useLack } from '../fields/Held'
import { NamespaceField } from '../fields/Namespace'
import { Properties } from '../fields/Property'
import { renameTo } from '../renameTo'
import { useNameFocus } from '../fields/Name'
import { knownExtensions } from './known'
import { useSiblingProblem } from './siblings'

function About({ row }: { readonly row: Extension }) {
  const { id } = row
  const name = called(row.name)
  const lack = useLack('extensions')
  const problem = useSiblingProblem('extension', row)
  const frame = useNameFocus<HTMLDivElement>(id)
  const set = (label: string, patch: Patch<Extension>) => {
    perform(label, (cx) => update(cx, { kind: 'extension', id }, patch))
  }
  return (
    <Properties>
      <div ref={frame}>
        <ComboProperty
          label="Name"
          name="Extension name"
          value={row.name}
          options={knownExtensions}
          error={problem}
          onCommit={(text) => {
            renameTo({ id, what: 'extension', before: row.name }, text)
          }}
        />
      </div>
      {lack !== undefined && <LackNote>{lack}</LackNote>}
      <NamespaceField ids={[id]} namespace={row.namespace} />
      <TextProperty
        label="Version"
        value={row.version}
        placeholder="The newest that is installed"
        onCommit={(version) => set(`Set version of ${name}`, { version: version.trim() })}
      />
      <AreaProperty
        label="Comment"
        value={row.comment}
        onCommit={(comment) => set(`Comment on ${name}`, { comment })}
      />
    </Properties>
  )
}

export function ExtensionInspector({ id }: { readonly id: ExtensionId }) {
  const row = useRow('extension', id)
  if (!row) return null
  return (
    <Section title="General">
      <About row={row} />
    </Section>
  )
}
