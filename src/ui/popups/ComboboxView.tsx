import { Autocomplete } from '@base-ui/react/autocomplete'
import { ChevronsUpDown } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { cx } from '../classes'
import {
  comboboxLook,
  type ComboboxGroup,
  type ComboboxOption,
  type ComboboxProps,
  type ComboboxSource,
} from '../Combobox'
import { filterOptions } from '../comboboxFilter'
import type { FieldControl } from '../Field'
import type { CommitKey } from '../InlineEdit'
import { popupLook, rowLook } from './look'

const none: readonly ComboboxGroup[] = []

/** Answers that arrive late, for a query that is no longer asked, are dropped. */
function useOptions(source: ComboboxSource, query: string, isOpen: boolean): readonly ComboboxGroup[] {
  const [late, setLate] = useState<{ readonly query: string; readonly groups: readonly ComboboxGroup[] }>()
  const answer = useMemo(() => {
    if (!isOpen) return none
    return typeof source === 'function' ? source(query) : filterOptions(source, query)
  }, [source, query, isOpen])

  useEffect(() => {
    if (!(answer instanceof Promise)) return
    let isWanted = true
    answer.then(
      (groups) => {
        if (isWanted) setLate({ query, groups })
      },
      () => {
        if (isWanted) setLate({ query, groups: none })
      },
    )
    return () => {
      isWanted = false
    }
  }, [answer, query])

  // Until the new answer is here the old one stays: a list that empties between two keys flickers.
  return answer instanceof Promise ? (late?.groups ?? none) : answer
}

interface Commit {
  readonly value: string
  readonly onCommit: (value: string, by: CommitKey) => void
}

/** The text being typed, and whether it has been handed over. */
function useTyped({ value, onCommit }: Commit) {
  const [typed, setTyped] = useState<string>()
  return {
    text: typed ?? value,
    /** What to search for: nothing, until something is typed. */
    query: typed ?? '',
    setTyped,
    commit: (text: string, by: CommitKey) => {
      setTyped(undefined)
      if (by !== 'blur' || text !== value) onCommit(text, by)
    },
    reset: () => {
      setTyped(undefined)
    },
  }
}

function OptionRow({ option, isMono }: { readonly option: ComboboxOption; readonly isMono: boolean }) {
  return (
    <Autocomplete.Item value={option} className={rowLook}>
      {option.icon && <span className="shrink-0 text-muted">{option.icon}</span>}
      <span className={cx('shrink-0', isMono && 'font-mono text-row')}>{option.label ?? option.value}</span>
      {option.detail && <span className="min-w-0 flex-1 truncate text-right text-small text-faint">{option.detail}</span>}
    </Autocomplete.Item>
  )
}

function OptionList({ isMono }: { readonly isMono: boolean }) {
  return (
    <Autocomplete.Portal>
      <Autocomplete.Positioner className="z-50 outline-none" sideOffset={6} align="start" collisionPadding={8}>
        <Autocomplete.Popup className={cx(popupLook, 'max-w-90 min-w-(--anchor-width) data-empty:hidden')}>
          <Autocomplete.List className="max-h-popup overflow-y-auto overscroll-contain p-1">
            {(group: { readonly value: string; readonly items: readonly ComboboxOption[] }) => (
              <Autocomplete.Group key={group.value} items={group.items}>
                {group.value && (
                  <Autocomplete.GroupLabel className="px-2 pt-1 pb-0.5 text-small font-medium text-faint select-none">
                    {group.value}
                  </Autocomplete.GroupLabel>
                )}
                <Autocomplete.Collection>
                  {(option: ComboboxOption) => <OptionRow key={option.value} option={option} isMono={isMono} />}
                </Autocomplete.Collection>
              </Autocomplete.Group>
            )}
          </Autocomplete.List>
        </Autocomplete.Popup>
      </Autocomplete.Positioner>
    </Autocomplete.Portal>
  )
}

export function ComboboxView(props: ComboboxProps & { readonly control: FieldControl }) {
  const { control, options, onCancel, placeholder, isMono = false, isBare = false, disabled, autoFocus } = props
  const [isOpen, setOpen] = useState(false)
  const highlighted = useRef<ComboboxOption>(undefined)
  const { text, query, setTyped, commit, reset } = useTyped(props)
  const groups = useOptions(options, query, isOpen)
  const items = useMemo(() => groups.map((group) => ({ value: group.label, items: group.options })), [groups])

  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement> & { preventBaseUIHandler?: () => void }) => {
    if (isBare) event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const chosen = isOpen ? highlighted.current : undefined
    if (event.key === 'Escape' && !isOpen) {
      event.preventBaseUIHandler?.()
      if (query !== '') event.stopPropagation()
      reset()
      onCancel?.()
    } else if (event.key === 'Enter' && !chosen) {
      event.preventBaseUIHandler?.()
      event.preventDefault()
      setOpen(false)
      commit(text, 'enter')
    } else if (event.key === 'Tab') {
      if (isBare) event.preventDefault()
      setOpen(false)
      commit(chosen?.value ?? text, event.shiftKey ? 'shift-tab' : 'tab')
    }
  }

  return (
    <Autocomplete.Root
      items={items}
      filter={null}
      mode="none"
      value={text}
      open={isOpen}
      disabled={disabled}
      openOnInputClick={props.isOpenAtFocus ?? true}
      itemToStringValue={(option: ComboboxOption) => option.value}
      onOpenChange={setOpen}
      onItemHighlighted={(option) => {
        highlighted.current = option
      }}
      onValueChange={(next, { reason }) => {
        if (reason === 'item-press') commit(next, 'enter')
        else setTyped(next)
      }}
    >
      <span className="relative flex items-center">
        <Autocomplete.Input
          {...control}
          ref={props.inputRef}
          placeholder={placeholder}
          // The caller asks for it where an edit begins: focus was there already.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={autoFocus}
          autoComplete="off"
          spellCheck={false}
          onFocus={(event) => {
            event.target.select()
            if (props.isOpenAtFocus) setOpen(true)
          }}
          onBlur={() => {
            commit(text, 'blur')
          }}
          onKeyDown={handleKeyDown}
          className={comboboxLook({ isBare, isMono })}
        />
        {!isBare && (
          <Autocomplete.Trigger
            tabIndex={-1}
            aria-label={`Show ${props.label} list`}
            className="absolute right-px flex h-full w-6 items-center justify-center text-faint"
          >
            <ChevronsUpDown className="size-3" />
          </Autocomplete.Trigger>
        )}
      </span>
      <OptionList isMono={isMono} />
    </Autocomplete.Root>
  )
}
