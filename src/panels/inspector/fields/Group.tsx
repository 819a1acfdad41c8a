// The subject area of tables: one at most.
import { useMemo } from 'react'
import { makeGroup } from '../../../core/model/factory'
import type { GroupId, TableId } from '../../../core/model/id'
import { inOrder } from '../../../core/model/schema'
import { each, ok, type Cx, type Done } from '../../../core/commands/context'
import { add } from '../../../core/commands/record'
import { setTableGroup } from '../../../core/commands/table'
import { useDocument } from '../../../state/document'
import { perform } from '../../../state/perform'
import { ComboProperty } from './fields'

/** Puts tables into the subject area with this name, made when there is none; an empty name takes them out. */
export function setGroupByName(cx: Cx, tables: readonly TableId[], name: string): Done {
  const wanted = name.trim()
  const known = [...cx.tx.all('group')].find((row) => row.name === wanted)
  const group =
    wanted === '' ? undefined : (known?.id ?? add(cx, 'group', makeGroup(cx.newId, { name: wanted })))
  const moved = each(tables, (table) => setTableGroup(cx, table, group))
  return moved.ok ? ok(undefined) : moved
}

export interface GroupFieldProps {
  readonly tables: readonly TableId[]
  readonly group: GroupId | undefined
  readonly isMixed?: boolean
}

export function GroupField({ tables, group, isMixed = false }: GroupFieldProps) {
  const groups = useDocument(({ schema }) => schema.group)
  const options = useMemo(
    () => [{ label: '', options: inOrder(groups).map(({ name }) => ({ value: name })) }],
    [groups],
  )
  return (
    <ComboProperty
      label="Area"
      name="Subject area"
      value={(group && groups.get(group)?.name) ?? ''}
      options={options}
      placeholder={isMixed ? 'Mixed' : 'None'}
      onCommit={(text) => {
        const wanted = text.trim()
        const label = wanted === '' ? 'Take out of the subject area' : `Put into subject area ${wanted}`
        perform(label, (cx) => setGroupByName(cx, tables, wanted))
      }}
    />
  )
}
