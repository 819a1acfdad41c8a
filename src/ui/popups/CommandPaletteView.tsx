import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { cx } from '../classes'
import type { CommandPaletteProps, PaletteItem, PaletteRow } from '../CommandPalette'
import { highlightParts } from '../highlight'
import { Kbd } from '../Kbd'
import { ariaShortcut } from '../shortcut'
import { Spinner } from '../Spinner'
import { VirtualRows } from '../VirtualRows'
import { backdropLook } from './DialogView'

/** From a row, in a direction, to the next that is an item; around the ends for single steps. */
function nextItem(rows: readonly PaletteRow[], from: number, by: number): number {
  const step = Math.sign(by)
  let at = from
  let left = Math.abs(by)
  for (let seen = 0; seen < rows.length && left > 0; seen++) {
    at = (at + step + rows.length) % rows.length
    if (rows[at]?.kind === 'item') left--
  }
  return at
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

function useActiveRow({ rows, query }: CommandPaletteProps) {
  const [chosen, setChosen] = useState<{ readonly id: string; readonly query: string }>()
  const at = useMemo(() => {
    const kept = chosen?.query === query ? rows.findIndex((row) => row.id === chosen.id) : -1
    return kept >= 0 ? kept : rows.findIndex((row) => row.kind === 'item')
  }, [rows, query, chosen])
  const row = rows[at]
  return {
    at,
    active: row?.kind === 'item' ? row : undefined,
    choose: (index: number) => {
      const next = rows[index]
      if (next?.kind === 'item') setChosen({ id: next.id, query })
    },
  }
}

function Highlighted({ label, ranges }: { readonly label: string; readonly ranges: PaletteItem['ranges'] }) {
  if (!ranges || ranges.length === 0) return label
  return highlightParts(label, ranges).map((part, index) =>
    part.isHit ? (
      <mark key={index} className="bg-transparent font-semibold text-accent-text">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  )
}

interface ItemRowProps {
  readonly item: PaletteItem
  readonly id: string
  readonly isActive: boolean
  readonly onPress: () => void
  readonly onPoint: () => void
}

function ItemRow({ item, id, isActive, onPress, onPoint }: ItemRowProps) {
  const { label, ranges, icon, detail, shortcut, disabledReason } = item
  return (
    // The field keeps the focus and handles the keys for the whole list (aria-activedescendant).
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      role="option"
      id={id}
      aria-selected={isActive}
      aria-disabled={disabledReason ? true : undefined}
      aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
      onClick={onPress}
      onPointerMove={onPoint}
      className="flex h-full items-center gap-2 rounded-control px-2 text-ui select-none aria-disabled:text-faint aria-selected:bg-hover [&_svg]:size-4"
    >
      <span className="flex size-4 shrink-0 items-center justify-center text-muted">{icon}</span>
      <span className="min-w-0 truncate">
        <Highlighted label={label} ranges={ranges} />
      </span>
      <span className="min-w-0 flex-1 truncate text-right text-row text-faint">
        {disabledReason ?? detail}
      </span>
      {shortcut && <Kbd shortcut={shortcut} />}
    </div>
  )
}

interface BodyProps extends CommandPaletteProps {
  /** Closes, and gives the focus back before anything else happens. */
  readonly onLeave: () => void
}

function PaletteBody(props: BodyProps) {
  const { query, onQueryChange, rows, onRun, onLeave, onActiveChange, isBusy = false } = props
  const { placeholder = 'Search', emptyText = 'Nothing found' } = props
  const listId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { at, active, choose } = useActiveRow(props)
  const rowId = (row: PaletteRow) => `${listId}-${row.id}`

  useEffect(() => {
    onActiveChange?.(active)
  }, [active, onActiveChange])

  const run = (item: PaletteItem | undefined) => {
    if (!item || item.disabledReason) return
    onLeave()
    onRun(item)
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = steps[event.key]
    if (step !== undefined) choose(nextItem(rows, at, step))
    else if (event.key === 'Enter') run(active)
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className="flex h-12 shrink-0 items-center gap-3 border-b border-border px-4 text-faint">
        {isBusy ? <Spinner label="Searching" /> : <Search aria-hidden="true" className="size-4 shrink-0" />}
        <input
          role="combobox"
          aria-label={placeholder}
          aria-expanded={rows.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active && rowId(active)}
          value={query}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            onQueryChange(event.target.value)
          }}
          onKeyDown={handleKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-title text-text outline-none"
        />
      </div>
      <div
        ref={scroller}
        role="listbox"
        id={listId}
        aria-label="Results"
        tabIndex={-1}
        className={cx('min-h-0 flex-1 overflow-y-auto p-1 outline-none', rows.length === 0 && 'hidden')}
      >
        <VirtualRows
          {...{ scroller }}
          count={rows.length}
          activeIndex={at}
          keyOf={(index) => rows[index]?.id ?? ''}
        >
          {(index) => {
            const row = rows[index]
            if (!row) return null
            if (row.kind === 'group') {
              return (
                <div
                  role="presentation"
                  className="flex h-full items-end px-2 pb-1 text-small font-medium text-faint select-none"
                >
                  {row.label}
                </div>
              )
            }
            return (
              <ItemRow
                item={row}
                id={rowId(row)}
                isActive={index === at}
                onPoint={() => {
                  if (index !== at) choose(index)
                }}
                onPress={() => {
                  run(row)
                }}
              />
            )
          }}
        </VirtualRows>
      </div>
      <p
        role="status"
        className={cx('px-4 py-6 text-center text-muted', (rows.length > 0 || isBusy) && 'sr-only')}
      >
        {rows.length === 0 && !isBusy ? emptyText : ''}
      </p>
    </>
  )
}

/** What an action opens may take the focus, so it must be back at its place before the action runs, not after. */
function useLeave(onClose: () => void) {
  const [from] = useState(() => document.activeElement)
  const hasLeft = useRef(false)
  return {
    leave: () => {
      // Mounted before it was opened, it does not know where the focus was: then the dialog gives it back itself.
      const place = from instanceof HTMLElement && from !== document.body ? from : undefined
      hasLeft.current = place !== undefined
      flushSync(onClose)
      place?.focus({ preventScroll: true })
    },
    finalFocus: () => !hasLeft.current,
  }
}

export function CommandPaletteView(props: CommandPaletteProps) {
  const { leave, finalFocus } = useLeave(props.onClose)
  return (
    <Dialog.Root
      open={props.isOpen}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose()
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropLook} />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-4 sm:pt-24">
          <Dialog.Popup
            finalFocus={finalFocus}
            className="flex max-h-120 w-full max-w-150 flex-col overflow-hidden rounded-dialog border border-border bg-raised shadow-dialog outline-none transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0"
          >
            <Dialog.Title className="sr-only">{props.placeholder ?? 'Search'}</Dialog.Title>
            <PaletteBody {...props} onLeave={leave} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
