import { ChevronRight, GripVertical, KeyRound, Link2 } from 'lucide-react'
import { memo, useRef, type ReactNode } from 'react'
import type { ColumnId } from '../../../core/model/id'
import type { Column } from '../../../core/model/records'
import { Combobox, cx, InlineEdit, tip } from '../../../ui'
import { called } from '../current'
import { useGrid, type Grid } from './grid'
import { useRowDrag } from './rowDrag'
import type { GridField } from './spot'
import type { TypeSource } from './typeSource'

/** What the rows need to know of their table and document; one object for all of them. */
export interface RowFacts {
  readonly types: TypeSource
  readonly isReadOnly: boolean
  readonly problems: ReadonlyMap<string, string>
  readonly typeProblems: ReadonlyMap<string, string>
  readonly keys: ReadonlySet<ColumnId>
  readonly foreign: ReadonlySet<ColumnId>
  readonly unique: ReadonlySet<ColumnId>
}

interface RowProps {
  readonly grid: Grid
  readonly column: Column
  readonly index: number
  readonly facts: RowFacts
}

interface CellProps {
  readonly grid: Grid
  readonly column: Column
  readonly field: GridField
  readonly label: string
  readonly hint?: string | undefined
  readonly className?: string
  readonly isInvalid?: boolean
  readonly isExpanded?: boolean
  readonly onPress?: () => void
  readonly children: ReactNode
}

const cellLook =
  'flex h-full min-w-0 items-center rounded-small outline-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-focus'

function Cell({
  grid,
  column,
  field,
  label,
  hint,
  className,
  isInvalid,
  isExpanded,
  onPress,
  children,
}: CellProps) {
  const isStop = useGrid(grid, ({ spot }) => spot.row === column.id && spot.field === field)
  const isText = field === 'name' || field === 'type'
  const wasFocused = useRef(false)
  return (
    // The grid has the keys for all of its cells.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="gridcell"
      tabIndex={isStop ? 0 : -1}
      data-spot={`${column.id}:${field}`}
      aria-label={label}
      aria-invalid={isInvalid ?? undefined}
      aria-expanded={isExpanded}
      {...(hint ? tip(hint) : {})}
      onPointerDown={(event) => {
        wasFocused.current = window.document.activeElement === event.currentTarget
      }}
      onClick={() => {
        grid.standOn({ row: column.id, field })
        // The first press on a text stands there, the next one edits.
        if (!isText || wasFocused.current) onPress?.()
      }}
      className={cx(cellLook, className)}
    >
      {children}
    </div>
  )
}

function NameCell({ grid, column, facts }: RowProps) {
  const isEditing = useGrid(
    grid,
    ({ spot, isEditing }) => isEditing && spot.row === column.id && spot.field === 'name',
  )
  const problem = facts.problems.get(column.id)
  if (isEditing) {
    return (
      <div role="gridcell" className="flex h-full min-w-0 flex-5 items-center px-1">
        <InlineEdit
          label="Column name"
          value={column.name}
          onCommit={(text, by) => grid.commitName(column.id, text, by)}
          onCancel={grid.cancel}
        />
      </div>
    )
  }
  const isKey = facts.keys.has(column.id)
  return (
    <TextCell
      {...{ grid, column, facts }}
      field="name"
      label={`${called(column.name)}${problem ? `, ${problem}` : ''}`}
      problem={problem}
    >
      <span
        className={cx(
          'truncate',
          isKey && 'font-medium',
          column.name === '' && 'text-faint',
          problem && 'text-danger-text',
        )}
      >
        {column.name === '' ? 'Unnamed' : column.name}
      </span>
    </TextCell>
  )
}

interface TextCellProps extends Omit<RowProps, 'index'> {
  readonly field: 'name' | 'type'
  readonly label: string
  readonly problem?: string | undefined
  readonly children: ReactNode
}

function TextCell({ grid, column, facts, field, label, problem, children }: TextCellProps) {
  const text = field === 'name' ? column.name : column.type.raw
  return (
    <Cell
      {...{ grid, column, field, label }}
      hint={problem ?? text}
      isInvalid={problem !== undefined}
      className={cx('cursor-text px-1', field === 'name' ? 'flex-5' : 'flex-4')}
      onPress={() => {
        if (!facts.isReadOnly) grid.edit()
      }}
    >
      {children}
    </Cell>
  )
}

function TypeCell({ grid, column, facts }: RowProps) {
  const isEditing = useGrid(
    grid,
    ({ spot, isEditing }) => isEditing && spot.row === column.id && spot.field === 'type',
  )
  const { raw } = column.type
  const problem = facts.typeProblems.get(column.id)
  if (isEditing) {
    return (
      <div role="gridcell" className="flex h-full min-w-0 flex-4 items-center px-1">
        <Combobox
          label={`Type of ${called(column.name)}`}
          isLabelHidden
          isBare
          isEager
          isMono
          // The cell becomes the field that one edits in.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={raw}
          options={facts.types}
          onCommit={(text, by) => grid.commitType(column.id, text, by)}
          onCancel={grid.cancel}
          className="flex-1 text-small"
        />
      </div>
    )
  }
  return (
    <TextCell
      {...{ grid, column, facts }}
      field="type"
      label={`${raw === '' ? 'No type yet' : raw}${problem ? `, ${problem}` : ''}`}
      problem={problem}
    >
      <span
        className={cx(
          'truncate font-mono text-small',
          problem ? 'text-danger-text' : raw === '' ? 'text-faint' : 'text-muted',
        )}
      >
        {raw === '' ? 'type' : raw}
      </span>
    </TextCell>
  )
}

function KeyCell({ grid, column, facts }: RowProps) {
  const isKey = facts.keys.has(column.id)
  const isForeign = facts.foreign.has(column.id)
  const words = isKey
    ? isForeign
      ? 'Primary and foreign key'
      : 'Primary key'
    : isForeign
      ? 'Foreign key'
      : 'No key'
  return (
    <Cell
      {...{ grid, column }}
      field="key"
      label={words}
      hint={
        facts.isReadOnly
          ? words
          : `${words}. Press to ${isKey ? 'take it out of' : 'put it into'} the primary key`
      }
      className="w-6 justify-center"
      onPress={() => {
        if (!facts.isReadOnly) grid.toggleKey(column.id)
      }}
    >
      {isKey ? (
        <KeyRound aria-hidden="true" className="size-3.5 text-accent-text" />
      ) : isForeign ? (
        <Link2 aria-hidden="true" className="size-3.5 text-muted" />
      ) : (
        <KeyRound
          aria-hidden="true"
          className="size-3.5 text-border-strong opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100"
        />
      )}
    </Cell>
  )
}

function NullCell({ grid, column, facts }: RowProps) {
  const isKey = facts.keys.has(column.id)
  const isNullable = column.nullable && !isKey
  return (
    <Cell
      {...{ grid, column }}
      field="nullable"
      label={isNullable ? 'May be empty' : 'Not null'}
      hint={isKey ? 'A primary key is never empty' : isNullable ? 'May be empty (NULL)' : 'Not null'}
      className="w-7 justify-center"
      onPress={() => {
        if (!facts.isReadOnly && !isKey) grid.toggleNullable(column.id)
      }}
    >
      <span
        aria-hidden="true"
        className={cx(
          'flex size-3.5 items-center justify-center rounded-small border',
          isNullable ? 'border-accent bg-accent text-on-accent' : 'border-control bg-surface',
          isKey && 'opacity-40',
        )}
      >
        {isNullable && (
          <svg viewBox="0 0 16 16" className="size-3.5 fill-none stroke-current stroke-2">
            <path d="m4 8.5 2.5 2.5L12 5.5" />
          </svg>
        )}
      </span>
    </Cell>
  )
}

function DetailsCell({ grid, column }: RowProps) {
  const isExpanded = useGrid(grid, ({ expanded }) => expanded.has(column.id))
  return (
    <Cell
      {...{ grid, column, isExpanded }}
      field="details"
      label={`Details of ${called(column.name)}`}
      hint={isExpanded ? 'Hide details' : 'Default, identity, comment…'}
      className="w-5 justify-center text-faint"
      onPress={() => {
        grid.toggleDetails(column.id)
      }}
    >
      <ChevronRight
        aria-hidden="true"
        className={cx('size-3 transition-transform', isExpanded && 'rotate-90')}
      />
    </Cell>
  )
}

export const ColumnRow = memo(function ColumnRow(props: RowProps) {
  const { grid, column, index, facts } = props
  const isActive = useGrid(grid, ({ spot, isLit }) => isLit && spot.row === column.id)
  const { handleProps, mark } = useRowDrag(grid, column.id)
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-column={column.id}
      className={cx(
        'group/row relative flex h-row items-center rounded-small text-row enabled-hover:bg-hover',
        isActive && 'bg-hover',
        mark === 'before' && 'shadow-[inset_0_2px_0_var(--focus)]',
        mark === 'after' && 'shadow-[inset_0_-2px_0_var(--focus)]',
      )}
    >
      {!facts.isReadOnly && (
        // For the pointer; on the keyboard it is Alt with the arrows.
        <span
          aria-hidden="true"
          {...handleProps}
          className="absolute inset-y-0 -left-2.5 flex w-3 cursor-grab touch-none items-center text-faint opacity-0 group-hover/row:opacity-100"
        >
          <GripVertical className="size-3" />
        </span>
      )}
      <NameCell {...props} />
      <TypeCell {...props} />
      <KeyCell {...props} />
      <NullCell {...props} />
      <DetailsCell {...props} />
    </div>
  )
})
