// Rows that may be ten thousands: the list keeps the focus and names the active row, so that rows can come and go.
import { ChevronRight } from 'lucide-react'
import {
  useId,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { cx } from './classes'
import { findTyped, placesOf, treeMove, type PlaceAmongSiblings, type TreeRow } from './treeRows'
import { VirtualRows } from './VirtualRows'

export interface RowState {
  readonly isActive: boolean
  readonly isSelected: boolean
}

export interface TreeProps<Row extends TreeRow> {
  readonly label: string
  /** The visible rows, in order: what is folded away is left out. */
  readonly rows: readonly Row[]
  /** The content of a row; the label alone if left out. */
  readonly renderRow?: (row: Row, state: RowState) => ReactNode
  readonly selectedIds?: ReadonlySet<string>
  /** One at a time: neither ranges nor additions. */
  readonly isSingle?: boolean
  /** `replace`: exactly these; `toggle`: add or take away. */
  readonly onSelect?: (ids: readonly string[], mode: 'replace' | 'toggle') => void
  /** Enter or double-click. */
  readonly onActivate?: (row: Row) => void
  readonly onToggle?: (row: Row, isExpanded: boolean) => void
  /** Any other key on the active row: F2, Delete… Call preventDefault if it was yours. */
  readonly onRowKey?: (event: KeyboardEvent, row: Row) => void
  /** More for the row's element: draggable, onContextMenu… */
  readonly rowProps?: (row: Row) => HTMLAttributes<HTMLElement>
  /** Scrolls here and makes it active whenever it changes: follow what was selected elsewhere. */
  readonly revealId?: string | undefined
  /** `listbox` for a flat list. */
  readonly role?: 'tree' | 'listbox'
  /** To give the focus back after editing in a row. */
  readonly listRef?: RefObject<HTMLDivElement | null>
  readonly className?: string
}

function useActive(rows: readonly TreeRow[], revealId: string | undefined) {
  const [activeId, setActiveId] = useState<string>()
  const [revealed, setRevealed] = useState<string>()
  if (revealId !== revealed) {
    setRevealed(revealId)
    if (revealId !== undefined) setActiveId(revealId)
  }
  const found = useMemo(() => rows.findIndex((row) => row.id === activeId), [rows, activeId])
  return { at: found < 0 ? -1 : found, setActiveId }
}

function useTyping() {
  const typed = useRef({ text: '', at: 0 })
  return (key: string, at: number) => {
    const isFresh = at - typed.current.at > 700
    typed.current = { text: isFresh ? key : typed.current.text + key, at }
    return typed.current.text
  }
}

function useTree<Row extends TreeRow>(props: TreeProps<Row>) {
  const { rows, onSelect, onActivate, onToggle, onRowKey, revealId } = props
  const { at, setActiveId } = useActive(rows, revealId)
  const [anchorId, setAnchorId] = useState<string>()
  const type = useTyping()

  const select = (index: number, how: { readonly isRange: boolean; readonly isToggle: boolean }) => {
    const row = rows[index]
    if (!row) return
    setActiveId(row.id)
    const anchor = how.isRange ? rows.findIndex((other) => other.id === anchorId) : -1
    if (anchor >= 0 && !props.isSingle) {
      const range = rows.slice(Math.min(anchor, index), Math.max(anchor, index) + 1)
      onSelect?.(
        range.map((other) => other.id),
        'replace',
      )
      return
    }
    setAnchorId(row.id)
    onSelect?.([row.id], how.isToggle && !props.isSingle ? 'toggle' : 'replace')
  }

  const handleMove = (event: KeyboardEvent, from: number): boolean => {
    const move = treeMove(event.key, { rows, at: from })
    const row = rows[from]
    if (!move || !row) return false
    if (move.kind === 'toggle') onToggle?.(row, move.isExpanded)
    // With Ctrl one walks without choosing, to add single rows with the space bar.
    else if (event.ctrlKey || event.metaKey) setActiveId(rows[move.to]?.id)
    else select(move.to, { isRange: event.shiftKey, isToggle: false })
    return true
  }

  const handleKeyDown = (event: KeyboardEvent) => {
    // Keys in a field inside a row belong to that field.
    if (event.target !== event.currentTarget || rows.length === 0) return
    const row = rows[at]
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (at < 0 && ['ArrowDown', 'ArrowUp', 'Home'].includes(event.key))
      select(0, { isRange: false, isToggle: false })
    else if (handleMove(event, at)) void 0
    else if (event.key === 'Enter' && row && isPlain) onActivate?.(row)
    else if (event.key === ' ' && row) select(at, { isRange: event.shiftKey, isToggle: true })
    else if (isPlain && event.key.length === 1 && /[\p{L}\p{N}_]/u.test(event.key)) {
      const found = findTyped(rows, Math.max(at, 0), type(event.key, event.timeStamp))
      if (found !== undefined) select(found, { isRange: false, isToggle: false })
    } else {
      if (row) onRowKey?.(event, row)
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  const handleFocus = (event: FocusEvent) => {
    // A press of the pointer chooses a row itself: a list that jumped to its first row would slip away under it.
    if (at >= 0 || !rows[0] || !event.currentTarget.matches(':focus-visible')) return
    const firstSelected = rows.find((row) => props.selectedIds?.has(row.id))
    setActiveId((firstSelected ?? rows[0]).id)
  }
  return { at, select, handleKeyDown, handleFocus }
}

interface RowProps<Row extends TreeRow> {
  readonly tree: TreeProps<Row>
  readonly row: Row
  readonly id: string
  readonly state: RowState
  readonly place: PlaceAmongSiblings | undefined
  readonly onPress: (event: MouseEvent) => void
}

function RowView<Row extends TreeRow>({ tree, row, id, state, place, onPress }: RowProps<Row>) {
  const isTree = tree.role !== 'listbox'
  return (
    // The tree has the focus and the keys; a row takes the pointer only.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      {...tree.rowProps?.(row)}
      role={isTree ? 'treeitem' : 'option'}
      id={id}
      aria-selected={state.isSelected}
      aria-expanded={row.isExpanded}
      aria-level={isTree ? row.level : undefined}
      aria-posinset={place?.position}
      aria-setsize={place?.size}
      onClick={onPress}
      onDoubleClick={() => {
        tree.onActivate?.(row)
      }}
      style={{ paddingInlineStart: isTree ? 4 + (row.level - 1) * 14 : 8 }}
      className={cx(
        'group/outline flex h-full items-center gap-1 rounded-control pr-2 text-ui select-none enabled-hover:bg-hover aria-selected:bg-accent-soft',
        state.isActive &&
          'group-focus-visible/tree:outline-2 group-focus-visible/tree:-outline-offset-2 group-focus-visible/tree:outline-focus',
      )}
    >
      {isTree && (
        // For the pointer; on the keyboard it is the side arrows.
        <span
          aria-hidden="true"
          onClick={(event) => {
            if (row.isExpanded === undefined) return
            event.stopPropagation()
            tree.onToggle?.(row, !row.isExpanded)
          }}
          className="flex size-4 shrink-0 items-center justify-center text-faint pointer-coarse:size-9"
        >
          {row.isExpanded !== undefined && (
            <ChevronRight className={cx('size-3 transition-transform', row.isExpanded && 'rotate-90')} />
          )}
        </span>
      )}
      {tree.renderRow ? tree.renderRow(row, state) : <span className="truncate">{row.label}</span>}
    </div>
  )
}

export function Tree<Row extends TreeRow>(props: TreeProps<Row>) {
  const { label, rows, selectedIds, role = 'tree', listRef, className } = props
  const listId = useId()
  const own = useRef<HTMLDivElement>(null)
  const scroller = listRef ?? own
  const places = useMemo(() => placesOf(rows), [rows])
  const { at, select, handleKeyDown, handleFocus } = useTree(props)
  const rowId = (row: Row) => `${listId}-${row.id}`
  const active = rows[at]

  return (
    // A tree or a listbox, both of them widgets.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={scroller}
      role={role}
      aria-label={label}
      aria-multiselectable={(props.onSelect !== undefined && !props.isSingle) || undefined}
      aria-activedescendant={active && rowId(active)}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={handleKeyDown}
      onFocus={handleFocus}
      className={cx('group/tree h-full overflow-y-auto px-1 outline-none', className)}
    >
      <VirtualRows
        scroller={scroller}
        count={rows.length}
        activeIndex={at}
        keyOf={(index) => rows[index]?.id ?? String(index)}
      >
        {(index) => {
          const row = rows[index]
          if (!row) return null
          return (
            <RowView
              tree={props}
              row={row}
              id={rowId(row)}
              place={places[index]}
              state={{ isActive: index === at, isSelected: selectedIds?.has(row.id) ?? false }}
              onPress={(event) => {
                select(index, { isRange: event.shiftKey, isToggle: event.ctrlKey || event.metaKey })
              }}
            />
          )
        }}
      </VirtualRows>
    </div>
  )
}

export interface ListItem {
  readonly id: string
  readonly label: string
}

export type VirtualListProps<Item extends ListItem> = Omit<
  TreeProps<Item & TreeRow>,
  'rows' | 'role' | 'onToggle' | 'renderRow' | 'onActivate' | 'onRowKey' | 'rowProps'
> & {
  readonly items: readonly Item[]
  readonly renderRow?: (item: Item, state: RowState) => ReactNode
  readonly onActivate?: (item: Item) => void
  readonly onRowKey?: (event: KeyboardEvent, item: Item) => void
  readonly rowProps?: (item: Item) => HTMLAttributes<HTMLElement>
}

/** A flat Tree. */
export function VirtualList<Item extends ListItem>({ items, ...rest }: VirtualListProps<Item>) {
  const rows = useMemo(() => items.map((item) => ({ ...item, level: 1 })), [items])
  return <Tree<Item & TreeRow> {...rest} rows={rows} role="listbox" />
}
