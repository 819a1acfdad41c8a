// Several things at once: what they share, changed in all of them by one step.
import { useMemo } from 'react'
import { each, ok, type Cx, type Done } from '../../core/commands/context'
import { updateTables } from '../../core/commands/bulk'
import { update } from '../../core/commands/patch'
import { isIdOf } from '../../core/model/id'
import type { Table } from '../../core/model/records'
import type { Schema } from '../../core/model/schema'
import { useDocument } from '../../state/document'
import { perform } from '../../state/perform'
import { isDrawable, type Selectable } from '../../state/selection'
import { Section } from '../../ui'
import { AreaProperty, readTags, TextProperty } from './fields/fields'
import { GroupField } from './fields/Group'
import { isHoused, NamespaceField, type Housed } from './fields/Namespace'
import { Properties } from './fields/Property'
import { Look } from './Look'
import { ManyRelations } from './relation/ManyRelations'
import { SharedColumns } from './SharedColumns'
import { describeMany, sharedValue } from './subject'

const housedRow = (schema: Pick<Schema, 'table' | 'view' | 'enum'>, id: Housed) =>
  isIdOf('table', id) ? schema.table.get(id) : isIdOf('view', id) ? schema.view.get(id) : schema.enum.get(id)

function setComments(cx: Cx, ids: readonly Housed[], comment: string): Done {
  const changed = each(ids, (id) => {
    if (isIdOf('table', id)) return update(cx, { kind: 'table', id }, { comment })
    if (isIdOf('view', id)) return update(cx, { kind: 'view', id }, { comment })
    return update(cx, { kind: 'enum', id }, { comment })
  })
  return changed.ok ? ok(undefined) : changed
}

function Shared({ ids }: { readonly ids: readonly Housed[] }) {
  const table = useDocument(({ schema }) => schema.table)
  const view = useDocument(({ schema }) => schema.view)
  const enums = useDocument(({ schema }) => schema.enum)
  const rows = useMemo(
    () => ids.flatMap((id) => housedRow({ table, view, enum: enums }, id) ?? []),
    [ids, table, view, enums],
  )
  const tables = ids.filter((id) => isIdOf('table', id))
  const namespace = sharedValue(rows.map((row) => row.namespace))
  const group = sharedValue(tables.map((id) => table.get(id)?.group))
  const tags = sharedValue(tables.map((id) => table.get(id)?.tags.join(', ') ?? ''))
  const comment = sharedValue(rows.map((row) => row.comment))
  return (
    <>
      <NamespaceField ids={ids} namespace={namespace.value} isMixed={namespace.isMixed} />
      {tables.length > 0 && <GroupField tables={tables} group={group.value} isMixed={group.isMixed} />}
      {tables.length > 0 && (
        <TextProperty
          label="Tags"
          value={tags.value ?? ''}
          placeholder={tags.isMixed ? 'Mixed' : 'With commas between'}
          onCommit={(text) => {
            perform(`Tag ${describeMany(tables)}`, (cx) => updateTables(cx, tables, { tags: readTags(text) }))
          }}
        />
      )}
      <AreaProperty
        label="Comment"
        value={comment.value ?? ''}
        {...(comment.isMixed && { placeholder: 'Mixed' })}
        onCommit={(text) => {
          perform(`Comment on ${describeMany(ids)}`, (cx) => setComments(cx, ids, text))
        }}
      />
    </>
  )
}

function useTables(ids: readonly Selectable[]): readonly Table[] {
  const rows = useDocument(({ schema }) => schema.table)
  return useMemo(() => ids.flatMap((id) => (isIdOf('table', id) ? (rows.get(id) ?? []) : [])), [ids, rows])
}

export function ManyInspector({ ids }: { readonly ids: readonly Selectable[] }) {
  const housed = useMemo(() => ids.filter(isHoused), [ids])
  const relations = useMemo(() => ids.filter((id) => isIdOf('relation', id)), [ids])
  const drawn = useMemo(() => ids.filter((id) => isDrawable(id) && !isIdOf('relation', id)), [ids])
  const tables = useTables(ids)
  return (
    <>
      {housed.length > 0 && (
        <Section title="In all of them">
          <Properties>
            <Shared ids={housed} />
          </Properties>
        </Section>
      )}
      {tables.length > 1 && <SharedColumns tables={tables} />}
      {relations.length > 0 && <ManyRelations ids={relations} />}
      {drawn.length > 0 && (
        <Section title="In this diagram">
          <Look ids={drawn} />
        </Section>
      )}
    </>
  )
}
