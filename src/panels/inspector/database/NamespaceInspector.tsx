// A namespace: its name, and what it holds.
import { update } from '../../../core/commands/patch'
import type { NamespaceId } from '../../../core/model/id'
import { useDocument } from '../../../state/document'
import { perform } from '../../../state/perform'
import { Section } from '../../../ui'
import { called, useDialect, useRow } from '../current'
import { AreaProperty } from '../fields/fields'
import { NameProperty } from '../fields/Name'
import { Nothing, Properties } from '../fields/Property'
import { useSiblingProblem } from './siblings'

const held = { table: 'table', view: 'view', enum: 'enum', routine: 'routine', domain: 'domain' } as const

function useContents(id: NamespaceId): string {
  return useDocument(({ schema }) =>
    Object.entries(held)
      .flatMap(([kind, word]) => {
        // The keys of `held` are kinds whose rows may have a namespace.
        const rows = schema[kind as keyof typeof held].values()
        let count = 0
        for (const row of rows) if (row.namespace === id) count += 1
        return count === 0 ? [] : [`${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`]
      })
      .join(', '),
  )
}

export function NamespaceInspector({ id }: { readonly id: NamespaceId }) {
  const row = useRow('namespace', id)
  const contents = useContents(id)
  const { label } = useDialect()
  const problem = useSiblingProblem('namespace', row)
  if (!row) return null
  return (
    <Section title="General">
      <Properties>
        <NameProperty id={id} name="Namespace name" value={row.name} error={problem} />
        <AreaProperty
          label="Comment"
          value={row.comment}
          onCommit={(comment) => {
            perform(`Comment on ${called(row.name)}`, (cx) =>
              update(cx, { kind: 'namespace', id }, { comment }),
            )
          }}
        />
        <Nothing>
          {contents === ''
            ? `Holds nothing yet. Choose it as the namespace of a table, or drop it before it goes to ${label}.`
            : `Holds ${contents}.`}
        </Nothing>
      </Properties>
    </Section>
  )
}
