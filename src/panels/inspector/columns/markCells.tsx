// Key, nullability and details: one press each.
import { ChevronRight, KeyRound, Link2 } from 'lucide-react'
import { cx } from '../../../ui'
import { called } from '../current'
import { Cell, type RowProps } from './Cell'
import { useGrid } from './grid'

export function KeyCell({ grid, column, facts }: RowProps) {
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
      className="w-6 justify-center pointer-coarse:w-11"
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

export function NullCell({ grid, column, facts }: RowProps) {
  const isKey = facts.keys.has(column.id)
  const isNullable = column.nullable && !isKey
  return (
    <Cell
      {...{ grid, column }}
      field="nullable"
      label={isNullable ? 'May be empty' : 'Not null'}
      hint={isKey ? 'A primary key is never empty' : isNullable ? 'May be empty (NULL)' : 'Not null'}
      className="w-7 justify-center pointer-coarse:w-11"
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

export function DetailsCell({ grid, column }: RowProps) {
  const isExpanded = useGrid(grid, ({ expanded }) => expanded.has(column.id))
  return (
    <Cell
      {...{ grid, column, isExpanded }}
      field="details"
      label={`Details of ${called(column.name)}`}
      hint={isExpanded ? 'Hide details' : 'Default, identity, comment…'}
      className="w-5 justify-center text-faint pointer-coarse:w-11"
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
