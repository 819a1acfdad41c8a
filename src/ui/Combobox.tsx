// A field that takes any text, with a list that helps. Written here and not taken from the headless kit: that one hides
// the whole page, and the field's own label with it, from screen readers while its list is open.
import { ChevronsUpDown } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { cx } from './classes'
import { ComboboxList, optionId } from './ComboboxList'
import { optionsIn, useOptions } from './comboboxOptions'
import { Field, fieldLook, type FieldControl, type FieldTexts } from './Field'
import type { CommitKey } from './InlineEdit'

export interface ComboboxOption {
  /** The text that choosing it enters; unique in the list. */
  readonly value: string
  /** What is shown; the value itself if left out. */
  readonly label?: string
  readonly detail?: string
  readonly icon?: ReactNode
}

export interface ComboboxGroup {
  readonly label: string
  readonly options: readonly ComboboxOption[]
}

/** The whole list, or a function of what is typed ('' at first): for what must be fetched or computed elsewhere. */
export type ComboboxSource =
  readonly ComboboxGroup[] | ((query: string) => readonly ComboboxGroup[] | Promise<readonly ComboboxGroup[]>)

export interface ComboboxProps extends FieldTexts {
  /** The text that counts now. Any text may be typed. */
  readonly value: string
  readonly onCommit: (value: string, by: CommitKey) => void
  readonly onCancel?: () => void
  /** Keep the same function or array between renders. */
  readonly options: ComboboxSource
  /** The first match is chosen while typing, so that Enter and Tab take it. */
  readonly isEager?: boolean
  /** Opens the list as soon as it has the focus. */
  readonly isOpenAtFocus?: boolean
  /** No box: for editing inside a row. Tab is the caller's, and leaving always commits, to end the editing. */
  readonly isBare?: boolean
  readonly isMono?: boolean
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly className?: string
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

function useCombobox(props: ComboboxProps) {
  const { value, onCommit, onCancel, options, isEager = false, isBare = false } = props
  const [typed, setTyped] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  const [activeValue, setActiveValue] = useState<string>()
  const isDone = useRef(false)
  const groups = useOptions(options, typed ?? '', isOpen)
  const list = optionsIn(groups)
  const chosen = activeValue ?? (isEager && typed ? list[0]?.value : undefined)
  const active = list.find((option) => option.value === chosen)
  const text = typed ?? value
  const isShown = isOpen && list.length > 0

  const open = () => {
    setOpen(true)
    setActiveValue(undefined)
  }
  const finish = (act: () => void) => {
    setOpen(false)
    setTyped(undefined)
    if (isBare && isDone.current) return
    isDone.current = true
    act()
  }
  const commit = (next: string, by: CommitKey) => {
    finish(() => {
      if (isBare || by !== 'blur' || next !== value) onCommit(next, by)
    })
  }
  const move = (by: number) => {
    if (!isShown) {
      open()
      return
    }
    const from = active ? list.indexOf(active) : list.findIndex((option) => option.value === text)
    const to = from < 0 && by < 0 ? list.length - 1 : (from + by + list.length) % Math.max(list.length, 1)
    setActiveValue(list[Math.abs(by) === 1 ? to : Math.min(list.length - 1, Math.max(0, from + by))]?.value)
  }
  const escape = (event: KeyboardEvent) => {
    if (isShown || typed !== undefined) event.stopPropagation()
    if (isShown) setOpen(false)
    else finish(() => onCancel?.())
  }
  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isBare) event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const step = steps[event.key]
    const offered = isShown ? active : undefined
    if (step !== undefined) move(step)
    else if (event.key === 'Enter') commit(offered?.value ?? text, 'enter')
    else if (event.key === 'Tab') commit(offered?.value ?? text, event.shiftKey ? 'shift-tab' : 'tab')
    else if (event.key === 'Escape') {
      const isMine = isBare || isShown || typed !== undefined
      escape(event)
      // With nothing to close or to take back it is for what is around.
      if (!isMine) return
    } else return
    if (event.key !== 'Tab' || isBare) event.preventDefault()
  }
  const handleType = (next: string) => {
    isDone.current = false
    setTyped(next)
    setOpen(true)
    setActiveValue(undefined)
  }
  return {
    text,
    groups,
    isOpen: isShown,
    active,
    open,
    setOpen,
    commit,
    handleKeyDown,
    handleType,
  }
}

const looks = {
  bare: 'w-full min-w-0 rounded-small bg-surface p-0 text-inherit outline-2 outline-offset-2 outline-focus',
  boxed: cx(fieldLook, 'h-control pr-7'),
} as const

function ComboboxInput({
  props,
  control,
}: {
  readonly props: ComboboxProps
  readonly control: FieldControl
}) {
  const { label, isBare, isMono = false, isOpenAtFocus, placeholder, disabled, autoFocus } = props
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const { text, groups, isOpen, active, open, setOpen, commit, handleKeyDown, handleType } =
    useCombobox(props)
  return (
    <span className="relative flex items-center">
      <input
        {...control}
        ref={field}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active ? optionId(listId, active) : undefined}
        value={text}
        placeholder={placeholder}
        disabled={disabled}
        // The caller asks for it where an edit begins: focus was there already.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        onFocus={(event) => {
          event.target.select()
          if (isOpenAtFocus) open()
        }}
        onClick={open}
        onChange={(event) => {
          handleType(event.target.value)
        }}
        onBlur={() => {
          commit(text, 'blur')
        }}
        onKeyDown={handleKeyDown}
        className={cx(isBare ? looks.bare : looks.boxed, isMono && 'font-mono')}
      />
      {!isBare && (
        // For the pointer alone; on the keyboard it is the down arrow.
        <span
          aria-hidden="true"
          onPointerDown={(event) => {
            event.preventDefault()
            field.current?.focus()
            if (isOpen) setOpen(false)
            else open()
          }}
          className="absolute right-px flex h-full w-6 items-center justify-center text-faint"
        >
          <ChevronsUpDown className="size-3" />
        </span>
      )}
      {isOpen && (
        <ComboboxList
          {...{ id: listId, label, groups, active, field, isMono }}
          onPick={(option) => {
            commit(option.value, 'enter')
          }}
        />
      )}
    </span>
  )
}

export function Combobox(props: ComboboxProps) {
  const { label, isLabelHidden = false, hint, error, className } = props
  return (
    <Field {...{ label, isLabelHidden, hint, error, className }}>
      {(control) => <ComboboxInput props={props} control={control} />}
    </Field>
  )
}
