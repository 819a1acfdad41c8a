// Name and type: read in the row, typed in the same place.
import type { ReactNode } from 'react'
import { Combobox, cx, InlineEdit } from '../../../ui'
import { called } from '../current'
import { Cell, type RowProps } from './Cell'
import { useGrid } from './grid'

export function NameCell({ grid, column, facts }: RowProps) {
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

export function TypeCell({ grid, column, facts }: RowProps) {
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
