// The columns that a view shows: names, types, comments.
import { addPart, updatePart, removePart } from '../../../core/commands/part'
import { readType } from '../../../core/model/resolve/readType'
import { makeViewColumn } from '../../../core/model/factory'
import type { View, ViewColumn } from '../../../core/model/records'
import { perform } from '../../../state/perform'
import { useTypeSource } from '../columns/typeSource'
import { called, useDialect } from '../current'
import { AreaProperty, ComboProperty, TextProperty } from '../fields/fields'
import { AddText } from '../fields/AddText'
import { PartCard, PartList } from '../fields/PartCard'
import { Nothing } from '../fields/Property'
import { partNameProblem } from '../nameProblem'
import { renameTo } from '../renameTo'

function Fields({ view, column }: { readonly view: View; readonly column: ViewColumn }) {
  const names = useDialect().names
  const types = useTypeSource()
  const name = called(column.name)
  const at = { kind: 'view', id: view.id, list: 'columns', part: column.id } as const
  return (
    <>
      <TextProperty
        label="Name"
        name="Name of the column"
        value={column.name}
        error={partNameProblem(column, view.columns, { names, what: 'column' })}
        onCommit={(text) => {
          renameTo({ id: view.id, part: column.id, what: 'column', before: column.name }, text)
        }}
      />
      <ComboProperty
        label="Type"
        isMono
        value={column.type.raw}
        options={types}
        onCommit={(raw) => {
          perform(`Change type of ${name} to ${raw}`, (cx) =>
            updatePart(cx, at, { type: readType(cx.tx.now(), raw.trim(), cx.dialect) }),
          )
        }}
      />
      <AreaProperty
        label="Comment"
        value={column.comment}
        onCommit={(comment) => {
          perform(`Comment on ${name}`, (cx) => updatePart(cx, at, { comment }))
        }}
      />
    </>
  )
}

export function ViewColumns({ view }: { readonly view: View }) {
  const at = { kind: 'view', id: view.id, list: 'columns' } as const
  return (
    <div className="flex flex-col gap-2">
      {view.columns.length === 0 && <Nothing>Not known yet.</Nothing>}
      <PartList label="Columns">
        {view.columns.map((column) => (
          <PartCard
            key={column.id}
            what="column"
            title={called(column.name)}
            summary={column.type.raw}
            onRemove={() => {
              perform(`Delete column ${called(column.name)}`, (cx) =>
                removePart(cx, { ...at, part: column.id }),
              )
            }}
          >
            <Fields view={view} column={column} />
          </PartCard>
        ))}
      </PartList>
      <AddText
        label="Add column"
        placeholder="Add column"
        onAdd={(name) => {
          perform(`Add column ${name.trim()}`, (cx) =>
            addPart(cx, at, { part: makeViewColumn(cx.newId, { name: name.trim() }) }),
          )
        }}
      />
    </div>
  )
}
