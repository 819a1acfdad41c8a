// A subject area: the group of tables that its frame stands for.
import { X } from 'lucide-react'
import { useMemo } from 'react'
import { update } from '../../../core/commands/patch'
import { setTableGroup } from '../../../core/commands/table'
import type { AreaId, GroupId, TableId } from '../../../core/model/id'
import { tablesOfGroup } from '../../../core/model/query'
import { inOrder } from '../../../core/model/schema'
import { document, useDocument } from '../../../state/document'
import { perform } from '../../../state/perform'
import { select } from '../../../state/selection'
import { setSelection } from '../../../state/view'
import { IconButton, Section } from '../../../ui'
import { called, useReadOnly, useRow } from '../current'
import { AddCombo, AreaProperty, TextProperty } from '../fields/fields'
import { Nothing, Properties } from '../fields/Property'
import { Look } from '../Look'
import { renameTo } from '../renameTo'

function Member({ id, group }: { readonly id: TableId; readonly group: string }) {
  const name = called(useRow('table', id)?.name)
  const isReadOnly = useReadOnly()
  return (
    <li className="flex min-h-row items-center gap-1">
      <button
        type="button"
        onClick={() => {
          setSelection(select(id))
        }}
        className="h-row min-w-0 flex-1 truncate rounded-control px-1 text-left text-row enabled-hover:bg-hover"
      >
        {name}
      </button>
      {!isReadOnly && (
        <IconButton
          size="small"
          label={`Take ${name} out`}
          icon={<X />}
          onClick={() => {
            perform(`Take ${name} out of ${group}`, (cx) => setTableGroup(cx, id, undefined))
          }}
        />
      )}
    </li>
  )
}

function Members({ id, name }: { readonly id: GroupId; readonly name: string }) {
  const tables = useDocument(({ schema }) => schema.table)
  const members = tablesOfGroup({ ...document.getState().schema, table: tables }, id)
  const isReadOnly = useReadOnly()
  const options = useMemo(() => {
    const free = inOrder(tables).filter((table) => table.group !== id && table.name !== '')
    return [{ label: '', options: [...new Set(free.map((table) => table.name))].map((value) => ({ value })) }]
  }, [tables, id])
  return (
    <Section title="Tables" count={members.length}>
      {members.length === 0 && <Nothing>None yet. Drag a table into the frame, or name one here.</Nothing>}
      <ul aria-label={`Tables of ${name}`} className="-mx-1 mb-1 flex flex-col empty:hidden">
        {members.map((table) => (
          <Member key={table} id={table} group={name} />
        ))}
      </ul>
      {!isReadOnly && (
        <AddCombo
          label="Add table"
          options={options}
          placeholder="Add table"
          onAdd={(text) => {
            const table = inOrder(tables).find((row) => row.name === text.trim() && row.group !== id)
            if (table) perform(`Put ${table.name} into ${name}`, (cx) => setTableGroup(cx, table.id, id))
          }}
        />
      )}
    </Section>
  )
}

export function AreaInspector({ id }: { readonly id: AreaId }) {
  const area = useRow('area', id)
  const group = useRow('group', area?.group)
  if (!group) return null
  const name = called(group.name)
  return (
    <>
      <Section title="General">
        <Properties>
          <TextProperty
            label="Name"
            name="Name of the subject area"
            value={group.name}
            error={group.name.trim() === '' ? 'No name yet' : undefined}
            onCommit={(text) => {
              renameTo({ id: group.id, what: '', before: group.name }, text)
            }}
          />
          <AreaProperty
            label="Comment"
            value={group.comment}
            onCommit={(comment) => {
              perform(`Comment on ${name}`, (cx) => update(cx, { kind: 'group', id: group.id }, { comment }))
            }}
          />
        </Properties>
      </Section>
      <Members id={group.id} name={name} />
      <Section title="Look">
        <Look ids={[id]} words={name} />
      </Section>
    </>
  )
}
