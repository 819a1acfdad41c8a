// Indexes of a table or of a materialized view.
import { gone, type Done, type Cx } from '../../../core/commands/context'
import { readIndexLine } from '../../../core/commands/lines'
import { removePart, updatePart } from '../../../core/commands/part'
import type { Patch } from '../../../core/commands/patch'
import { addIndex } from '../../../core/commands/tableParts'
import { isIdOf } from '../../../core/model/id'
import type { Column, Index, Table, View, ViewColumn } from '../../../core/model/records'
import { perform } from '../../../state/perform'
import { called, useDialect, useReadOnly } from '../current'
import { Asked } from '../fields/Asked'
import { CountedSection } from '../fields/CountedSection'
import { ColumnList, useColumnOptions, type HasColumns } from '../fields/ColumnList'
import { AddCombo, CheckProperty, ComboProperty, TextProperty } from '../fields/fields'
import { Held, useHas } from '../fields/Held'
import { indexMethods } from '../fields/known'
import { IndexParts, usePartWords } from '../fields/IndexParts'
import { Options } from '../fields/Options'
import { PartCard, PartList } from '../fields/PartCard'
import { SqlProperty } from '../fields/Sql'
import { partNameProblem } from '../nameProblem'
import { renameTo } from '../renameTo'

export type IndexOwner = Table | View

/** The columns of a view have names and types as those of a table have. */
export const columnsOfOwner = (owner: IndexOwner): HasColumns => ({
  // Lists and names ask for id, name and type only, which both kinds of column have.
  columns: owner.columns as readonly (Column & ViewColumn)[],
})

function updateIndex(
  cx: Cx,
  owner: IndexOwner,
  { index, patch }: { index: Index; patch: Patch<Index> },
): Done {
  return isIdOf('table', owner.id)
    ? updatePart(cx, { kind: 'table', id: owner.id, list: 'indexes', part: index.id }, patch)
    : updatePart(cx, { kind: 'view', id: owner.id, list: 'indexes', part: index.id }, patch)
}

function removeIndex(cx: Cx, owner: IndexOwner, index: Index): Done {
  return isIdOf('table', owner.id)
    ? removePart(cx, { kind: 'table', id: owner.id, list: 'indexes', part: index.id })
    : removePart(cx, { kind: 'view', id: owner.id, list: 'indexes', part: index.id })
}

interface IndexProps {
  readonly owner: IndexOwner
  readonly index: Index
}

function IndexFields({ owner, index }: IndexProps) {
  const { id: dialect, names } = useDialect()
  const table = columnsOfOwner(owner)
  const set = (label: string, patch: Patch<Index>) => {
    perform(label, (cx) => updateIndex(cx, owner, { index, patch }))
  }
  const name = called(index.name, 'index')
  return (
    <>
      <TextProperty
        label="Name"
        name="Name of the index"
        value={index.name}
        placeholder="By convention"
        error={
          index.name === '' ? undefined : partNameProblem(index, owner.indexes, { names, what: 'index' })
        }
        onCommit={(text) =>
          renameTo({ id: owner.id, part: index.id, what: 'index', before: index.name }, text)
        }
      />
      <ComboProperty
        label="Method"
        value={index.method}
        options={indexMethods(dialect)}
        placeholder="Default"
        onCommit={(method) => set(`Set method of ${name}`, { method: method.trim() })}
      />
      <IndexParts
        table={table}
        parts={index.parts}
        onChange={(parts) => set(`Set columns of ${name}`, { parts })}
      />
      <Held by="partialIndexes" isSet={index.where !== undefined}>
        <SqlProperty
          label="Where"
          name="Only rows where"
          sql={index.where}
          placeholder="All rows"
          onCommit={(text) => set(`Set rows of ${name}`, { where: text.trim() === '' ? undefined : text })}
        />
      </Held>
      <Held by="indexIncludes" isSet={index.include.length > 0}>
        <ColumnList
          label="Included columns"
          table={table}
          columns={index.include}
          onChange={(include) => set(`Set included columns of ${name}`, { include })}
        />
      </Held>
      <IndexChecks {...{ index, set, name }} />
      <TextProperty
        label="Comment"
        value={index.comment}
        onCommit={(comment) => set(`Comment on ${name}`, { comment })}
      />
      <Options
        of="index"
        options={index.options}
        onChange={(options) => set(`Set options of ${name}`, { options })}
      />
    </>
  )
}

interface ChecksProps {
  readonly index: Index
  readonly name: string
  readonly set: (label: string, patch: Patch<Index>) => void
}

function IndexChecks({ index, name, set }: ChecksProps) {
  return (
    <div className="flex flex-col gap-1">
      <CheckProperty
        label="Unique"
        isChecked={index.unique}
        onChange={(unique) => set(unique ? `Make ${name} unique` : `Do not keep ${name} unique`, { unique })}
      />
      {index.unique && (
        <Held by="nullsNotDistinct" isSet={index.nullsNotDistinct === true}>
          <CheckProperty
            label="Empty values count as equal"
            isChecked={index.nullsNotDistinct ?? false}
            onChange={(is) =>
              set(`Set how empty values count in ${name}`, { nullsNotDistinct: is ? true : undefined })
            }
          />
        </Held>
      )}
      <Held by="invisibleIndexes" isSet={index.invisible === true}>
        <CheckProperty
          label="Invisible to the planner"
          isChecked={index.invisible ?? false}
          onChange={(is) => set(`${is ? 'Hide' : 'Show'} ${name}`, { invisible: is ? true : undefined })}
        />
      </Held>
    </div>
  )
}

function AddIndex({ owner }: { readonly owner: IndexOwner }) {
  const table = columnsOfOwner(owner)
  const options = useColumnOptions(table, none)
  const isReadOnly = useReadOnly()
  if (isReadOnly) return null
  return (
    <AddCombo
      label="Add index on columns or expressions"
      options={options}
      isEager={false}
      placeholder="Add index: a, b desc where c > 0"
      onAdd={(text) => {
        const { parts, where } = readIndexLine(table, text)
        perform(`Add index on ${text.trim()}`, (cx) => {
          const made = addIndex(cx, owner.id, { columns: [] })
          if (!made.ok) return made
          const at = isIdOf('table', owner.id) ? cx.tx.get('table', owner.id) : cx.tx.get('view', owner.id)
          const index = at?.indexes.find(({ id }) => id === made.value)
          const patch = { parts, ...(where !== undefined && { where }) }
          return index ? updateIndex(cx, owner, { index, patch }) : gone('index')
        })
      }}
    />
  )
}

const none: readonly never[] = []

export function Indexes({ owner }: { readonly owner: IndexOwner }) {
  const words = usePartWords(columnsOfOwner(owner))
  const has = useHas()
  if (!has('indexes') && owner.indexes.length === 0) return null
  return (
    <CountedSection title="Indexes" count={owner.indexes.length} holds="index">
      <div className="flex flex-col gap-2">
        <PartList label="Indexes">
          {owner.indexes.map((index) => (
            <PartCard
              key={index.id}
              what="index"
              title={called(index.name, index.unique ? 'Unique index' : 'Index')}
              summary={index.parts.map(words).join(', ')}
              onRemove={() => {
                perform(`Delete index ${called(index.name, 'on this table')}`, (cx) =>
                  removeIndex(cx, owner, index),
                )
              }}
            >
              <IndexFields owner={owner} index={index} />
            </PartCard>
          ))}
        </PartList>
        <Held by="indexes" isSet>
          <Asked field="index">
            <AddIndex owner={owner} />
          </Asked>
        </Held>
      </div>
    </CountedSection>
  )
}
