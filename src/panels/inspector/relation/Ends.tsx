// The two ends of a relation with the columns that pair them.
import { ArrowRight, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { addColumnPair, reroute, updateLogical } from '../../../core/commands/relation'
import type { ColumnId, TableId } from '../../../core/model/id'
import type { ForeignKey, LogicalRelation, Relation, Table } from '../../../core/model/records'
import { select } from '../../../state/selection'
import { setSelection } from '../../../state/view'
import { Button, IconButton, Select } from '../../../ui'
import { called, useReadOnly, useRow } from '../current'
import { ColumnList } from '../fields/ColumnList'
import { RefusalNote, useRefusal } from './refusal'

function EndButton({ id, side }: { readonly id: TableId; readonly side: string }) {
  const name = called(useRow('table', id)?.name)
  return (
    <span className="flex min-w-0 flex-1 flex-col">
      <span className="text-small text-faint">{side}</span>
      <button
        type="button"
        aria-label={`${side}: ${name}. Select it`}
        onClick={() => {
          setSelection(select(id))
        }}
        className="max-w-full truncate rounded-small text-left font-medium enabled-hover:underline"
      >
        {name}
      </button>
    </span>
  )
}

interface ColumnChoiceProps {
  readonly label: string
  readonly table: Table
  readonly value: ColumnId | undefined
  readonly onChange: (column: ColumnId) => void
}

function ColumnChoice({ label, table, value, onChange }: ColumnChoiceProps) {
  const isReadOnly = useReadOnly()
  return (
    <Select<ColumnId>
      label={label}
      isLabelHidden
      disabled={isReadOnly}
      value={value}
      placeholder="Column"
      options={table.columns.map(({ id, name, type }) => ({
        value: id,
        label: called(name),
        detail: type.raw,
      }))}
      onChange={onChange}
      className="flex-1"
    />
  )
}

interface PairProps {
  readonly child: Table
  readonly parent: Table
  readonly pair: { readonly child: ColumnId | undefined; readonly parent: ColumnId | undefined }
  readonly at: number
  readonly onChange: (side: 'child' | 'parent', column: ColumnId) => void
  readonly onRemove: (() => void) | undefined
}

function Pair({ child, parent, pair, at, onChange, onRemove }: PairProps) {
  return (
    <li className="flex items-center gap-1">
      <ColumnChoice
        label={`Column ${at + 1} of ${called(child.name)}`}
        table={child}
        value={pair.child}
        onChange={(column) => onChange('child', column)}
      />
      <ArrowRight aria-hidden="true" className="size-3 shrink-0 text-faint" />
      <ColumnChoice
        label={`Column ${at + 1} of ${called(parent.name)}`}
        table={parent}
        value={pair.parent}
        onChange={(column) => onChange('parent', column)}
      />
      {onRemove && (
        <IconButton size="small" label={`Remove pair ${at + 1}`} icon={<X />} onClick={onRemove} />
      )}
    </li>
  )
}

type HalfPair = Partial<Record<'child' | 'parent', ColumnId>>

function Pairs({ relation, child, parent }: { relation: ForeignKey; child: Table; parent: Table }) {
  const { id } = relation
  const isReadOnly = useReadOnly()
  const { refusal, act, dismiss } = useRefusal()
  // A pair that is being chosen: it counts when both of its columns are known.
  const [half, setHalf] = useState<HalfPair>()
  const rewrite = (children: readonly ColumnId[], parents: readonly ColumnId[]) =>
    act('Change columns of the relation', (cx) =>
      reroute(cx, id, {
        child: { table: child.id, columns: children },
        parent: { table: parent.id, columns: parents },
      }),
    )
  const [children, parents] = [relation.child.columns, relation.parent.columns]
  const setSide = (at: number, side: 'child' | 'parent', column: ColumnId) => {
    if (side === 'child') rewrite(children.toSpliced(at, 1, column), parents)
    else rewrite(children, parents.toSpliced(at, 1, column))
  }
  const completeHalf = (side: 'child' | 'parent', column: ColumnId) => {
    const next = { ...half, [side]: column }
    setHalf(next)
    if (!next.child || !next.parent) return
    const pair = { child: next.child, parent: next.parent }
    if (act('Add columns to the relation', (cx) => addColumnPair(cx, id, pair))) setHalf(undefined)
  }
  return (
    <div className="flex flex-col gap-2">
      <ol aria-label="Column pairs" className="flex flex-col gap-1">
        {children.map((column, at) => (
          <Pair
            key={`${column} ${at}`}
            {...{ child, parent, at }}
            pair={{ child: column, parent: parents[at] }}
            onChange={(side, next) => setSide(at, side, next)}
            onRemove={
              children.length > 1 && !isReadOnly
                ? () => rewrite(children.toSpliced(at, 1), parents.toSpliced(at, 1))
                : undefined
            }
          />
        ))}
        {half && (
          <Pair
            {...{ child, parent }}
            at={children.length}
            pair={{ child: half.child, parent: half.parent }}
            onChange={completeHalf}
            onRemove={() => setHalf(undefined)}
          />
        )}
      </ol>
      <RefusalNote refusal={refusal} onFix={act} onDismiss={dismiss} />
      {!half && !isReadOnly && (
        <Button
          variant="quiet"
          size="small"
          icon={<Plus />}
          className="self-start"
          onClick={() => setHalf({})}
        >
          Add column pair
        </Button>
      )}
    </div>
  )
}

function Sketch({ relation, from, to }: { relation: LogicalRelation; from: Table; to: Table }) {
  const { act } = useRefusal()
  return (
    <div className="flex flex-col gap-2">
      {(['from', 'to'] as const).map((end) => (
        <ColumnList
          key={end}
          label={called((end === 'from' ? from : to).name)}
          table={end === 'from' ? from : to}
          columns={relation[end].columns}
          placeholder="Add column, if known"
          onChange={(columns) => {
            act('Change columns of the sketch', (cx) =>
              updateLogical(cx, relation.id, { [end]: { ...relation[end], columns } }),
            )
          }}
        />
      ))}
    </div>
  )
}

export function Ends({ relation }: { readonly relation: Relation }) {
  const [a, b] =
    relation.kind === 'foreignKey' ? [relation.child, relation.parent] : [relation.from, relation.to]
  const [one, other] = [useRow('table', a.table), useRow('table', b.table)]
  if (!one || !other) return null
  if (relation.kind === 'logical') return <Sketch relation={relation} from={one} to={other} />
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-end gap-1">
        <EndButton id={a.table} side="Child" />
        <ArrowRight aria-hidden="true" className="mb-1 size-3 shrink-0 text-faint" />
        <EndButton id={b.table} side="Parent" />
      </div>
      <Pairs relation={relation} child={one} parent={other} />
    </div>
  )
}
