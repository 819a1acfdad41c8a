// A table, from its name to its partitions.
import { setTableComment, setTableTags } from '../../../core/commands/table'
import type { TableId } from '../../../core/model/id'
import type { Table } from '../../../core/model/records'
import { useDocument } from '../../../state/document'
import { dialectOf, perform } from '../../../state/perform'
import { Section } from '../../../ui'
import { ColumnGrid } from '../columns/ColumnGrid'
import { called, useIsOnCanvas, usePlacement, useRow } from '../current'
import { Asked } from '../fields/Asked'
import { AreaProperty, TagsProperty } from '../fields/fields'
import { GroupField } from '../fields/Group'
import { NameProperty } from '../fields/Name'
import { NamespaceField } from '../fields/Namespace'
import { Properties } from '../fields/Property'
import { SqlScope } from '../fields/sqlScope'
import { Look } from '../Look'
import { objectNameProblem } from '../nameProblem'
import { Checks } from './Checks'
import { Indexes } from './Indexes'
import { Keys } from './Keys'
import { MoreParts } from './MoreParts'
import { TableRelations } from './TableRelations'

function About({ table }: { readonly table: Table }) {
  const { id } = table
  const name = called(table.name)
  const isOnCanvas = useIsOnCanvas(id)
  const problem = useDocument(({ schema }) => objectNameProblem(schema, table, dialectOf(schema).names))
  return (
    <Properties>
      <NameProperty id={id} name="Table name" value={table.name} error={problem} isOnCanvas={isOnCanvas} />
      <NamespaceField ids={[id]} namespace={table.namespace} />
      <GroupField tables={[id]} group={table.group} />
      <TagsProperty
        tags={table.tags}
        onCommit={(tags) => perform(`Tag ${name}`, (cx) => setTableTags(cx, id, tags))}
      />
      <Asked field="comment">
        <AreaProperty
          label="Comment"
          value={table.comment}
          onCommit={(text) => {
            perform(`Comment on ${name}`, (cx) => setTableComment(cx, id, text))
          }}
        />
      </Asked>
    </Properties>
  )
}

export function TableInspector({ id }: { readonly id: TableId }) {
  const table = useRow('table', id)
  const placement = usePlacement(id)
  if (!table) return null
  return (
    <SqlScope value={table.columns}>
      <Section title="General">
        <About table={table} />
      </Section>
      <Section title="Columns" count={table.columns.length}>
        <ColumnGrid table={table} />
      </Section>
      {placement && (
        <Section title="In this diagram">
          <Look ids={[id]} words={called(table.name)} />
        </Section>
      )}
      <Keys table={table} />
      <TableRelations table={table} />
      <Indexes owner={table} />
      <Checks table={table} />
      <MoreParts table={table} />
    </SqlScope>
  )
}
