// A view: its query and what it shows.
import { update, type Patch } from '../../../core/commands/patch'
import type { ViewId } from '../../../core/model/id'
import type { View } from '../../../core/model/records'
import { useDocument } from '../../../state/document'
import { dialectOf, perform } from '../../../state/perform'
import { Section } from '../../../ui'
import { called, useIsOnCanvas, usePlacement, useRow } from '../current'
import { Asked } from '../fields/Asked'
import { AreaProperty, CheckProperty } from '../fields/fields'
import { CountedSection } from '../fields/CountedSection'
import { Held } from '../fields/Held'
import { NameProperty } from '../fields/Name'
import { NamespaceField } from '../fields/Namespace'
import { Options } from '../fields/Options'
import { Properties } from '../fields/Property'
import { SqlScope } from '../fields/sqlScope'
import { StatementProperty } from '../fields/Sql'
import { Look } from '../Look'
import { objectNameProblem } from '../nameProblem'
import { Indexes } from '../table/Indexes'
import { Triggers, useTriggers } from '../table/Triggers'
import { ViewColumns } from './ViewColumns'

function About({ view }: { readonly view: View }) {
  const { id } = view
  const name = called(view.name)
  const isOnCanvas = useIsOnCanvas(id)
  const problem = useDocument(({ schema }) => objectNameProblem(schema, view, dialectOf(schema).names))
  const set = (label: string, patch: Patch<View>) => {
    perform(label, (cx) => update(cx, { kind: 'view', id }, patch))
  }
  return (
    <Properties>
      <NameProperty id={id} name="View name" value={view.name} error={problem} isOnCanvas={isOnCanvas} />
      <NamespaceField ids={[id]} namespace={view.namespace} />
      <Held by="materializedViews" isSet={view.materialized}>
        <CheckProperty
          label="Materialized"
          hint="Its rows are stored, and refreshed when asked"
          isChecked={view.materialized}
          onChange={(materialized) =>
            set(materialized ? `Materialize ${name}` : `Make ${name} an ordinary view`, { materialized })
          }
        />
      </Held>
      <StatementProperty
        label="Query"
        sql={view.query}
        dialect={view.dialect}
        onCommit={(query) => set(`Change query of ${name}`, { query })}
      />
      <Asked field="comment">
        <AreaProperty
          label="Comment"
          value={view.comment}
          onCommit={(comment) => set(`Comment on ${name}`, { comment })}
        />
      </Asked>
    </Properties>
  )
}

export function ViewInspector({ id }: { readonly id: ViewId }) {
  const view = useRow('view', id)
  const placement = usePlacement(id)
  const triggers = useTriggers(id)
  if (!view) return null
  return (
    <>
      <Section title="General">
        <About view={view} />
      </Section>
      <Section title="Columns" count={view.columns.length}>
        <ViewColumns view={view} />
      </Section>
      {placement && (
        <Section title="In this diagram">
          <Look ids={[id]} words={called(view.name)} />
        </Section>
      )}
      {(view.materialized || view.indexes.length > 0) && (
        <SqlScope value={view.columns}>
          <Indexes owner={view} />
        </SqlScope>
      )}
      <CountedSection title="Triggers" count={triggers.length}>
        <div className="flex flex-col gap-2">
          <Triggers on={id} />
        </div>
      </CountedSection>
      <CountedSection title="Options" count={view.options.length}>
        <Options
          of="view"
          options={view.options}
          onChange={(options) => {
            perform(`Set options of ${called(view.name)}`, (cx) =>
              update(cx, { kind: 'view', id }, { options }),
            )
          }}
        />
      </CountedSection>
    </>
  )
}
