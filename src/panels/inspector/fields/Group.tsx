// The subject area of tables: one at most.
import { useMemo } from 'react'
import type { GroupId, TableId } from '../../../core/model/id'
import { inOrder } from '../../../core/model/schema'
import { joinGroup } from '../../../core/commands/annotation'
import { ok, type Cx, type Done } from '../../../core/commands/context'
import { createGroup } from '../../../core/commands/objects'
import { useDocument } from '../../../state/document'
import { perform } from '../../../state/perform'
import { ComboProperty } from './fields'

/** Puts tables into the subject area with this name, made when there is none; an empty name takes them out. */
export function setGroupByName(cx: Cx, tables: readonly TableId[], name: string): Done {
  const wanted = name.trim()
  const known = [...cx.tx.all('group')].find((row) => row.name === wanted)
  const made = wanted === '' || known ? ok(known?.id) : createGroup(cx, { name: wanted })
  return made.ok ? joinGroup(cx, tables, made.value) : made
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
