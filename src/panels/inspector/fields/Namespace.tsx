// The namespace of tables, views and enums: one of those that are there, or a new one by its name.
import { useMemo } from 'react'
import type { NamespaceId, TableId, ViewId, EnumId } from '../../../core/model/id'
import { isIdOf } from '../../../core/model/id'
import { inOrder } from '../../../core/model/schema'
import { each, ok, type Cx, type Done } from '../../../core/commands/context'
import { setNamespace, type NamespacedId } from '../../../core/commands/namespace'
import { createNamespace } from '../../../core/commands/objects'
import { useDocument } from '../../../state/document'
import { perform } from '../../../state/perform'
import { ComboProperty } from './fields'

export type Housed = TableId | ViewId | EnumId

export const isHoused = (id: string): id is Housed =>
  isIdOf('table', id) || isIdOf('view', id) || isIdOf('enum', id)

/** Puts objects into the namespace with this name, which is made when there is none; an empty name takes them out. */
export function setNamespaceByName(cx: Cx, ids: readonly NamespacedId[], name: string): Done {
  const wanted = name.trim()
  const known = [...cx.tx.all('namespace')].find((row) => cx.dialect.names.isSame(row.name, wanted))
  const made = wanted === '' || known ? ok(known?.id) : createNamespace(cx, { name: wanted })
  if (!made.ok) return made
  const moved = each(ids, (id) => setNamespace(cx, id, made.value))
  return moved.ok ? ok(undefined) : moved
}

export interface NamespaceFieldProps {
  readonly ids: readonly NamespacedId[]
  /** `mixed` where several objects differ. */
  readonly namespace: NamespaceId | undefined
  readonly isMixed?: boolean
}

export function NamespaceField({ ids, namespace, isMixed = false }: NamespaceFieldProps) {
  const namespaces = useDocument(({ schema }) => schema.namespace)
  const options = useMemo(
    () => [{ label: '', options: inOrder(namespaces).map(({ name }) => ({ value: name })) }],
    [namespaces],
  )
  const name = (namespace && namespaces.get(namespace)?.name) ?? ''
  return (
    <ComboProperty
      label="Namespace"
      value={name}
      options={options}
      placeholder={isMixed ? 'Mixed' : 'Default'}
      onCommit={(text) => {
        const wanted = text.trim()
        const label = wanted === '' ? 'Move to the default namespace' : `Move to namespace ${wanted}`
        perform(label, (cx) => setNamespaceByName(cx, ids, wanted))
      }}
    />
  )
}
