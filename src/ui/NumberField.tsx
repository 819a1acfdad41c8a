import { ChevronDown, ChevronUp } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { cx } from './classes'
import { Field, fieldLook, type FieldTexts } from './Field'

export interface NumberFieldProps extends FieldTexts {
  /** Undefined: nothing entered. */
  readonly value: number | undefined
  readonly onCommit: (value: number | undefined) => void
  readonly min?: number
  readonly max?: number
  readonly step?: number
  readonly isOptional?: boolean
  readonly unit?: string
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly className?: string
}

/** Accepts a comma or a point and stray spaces; undefined where there is no number. */
export function parseNumber(text: string): number | undefined {
  const plain = text.replace(/[\s_'’]/g, '').replace(',', '.')
  const value = plain === '' ? NaN : Number(plain)
  return Number.isFinite(value) ? value : undefined
}

interface Limits {
  readonly min: number
  readonly max: number
  readonly step: number
}

function within(value: number, { min, max, step }: Limits): number {
  const decimals = (String(step).split('.')[1] ?? '').length
  return Math.min(max, Math.max(min, Number(value.toFixed(Math.max(decimals, 0)))))
}

const keySteps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }

function useNumber({
  value,
  onCommit,
  min = -Infinity,
  max = Infinity,
  step = 1,
  isOptional,
}: NumberFieldProps) {
  const [draft, setDraft] = useState<string>()
  const limits = { min, max, step }
  const current = draft === undefined ? value : parseNumber(draft)

  const settle = (next: number | undefined) => {
    setDraft(undefined)
    const settled = next === undefined ? undefined : within(next, limits)
    if (settled === undefined && !isOptional) return
    if (settled !== value) onCommit(settled)
  }
  const stepBy = (count: number) => {
    settle((current ?? (Number.isFinite(min) ? min : 0)) + count * step)
  }
  const commit = () => {
    if (draft === undefined) return
    const typed = parseNumber(draft)
    // What is no number is no answer: the old value stays.
    if (typed === undefined && draft.trim() !== '') setDraft(undefined)
    else settle(typed)
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    const count = keySteps[event.key]
    if (count !== undefined) {
      event.preventDefault()
      stepBy(event.shiftKey ? count * 10 : count)
    }
    if (event.key === 'Enter') commit()
    if (event.key === 'Escape' && draft !== undefined) {
      event.stopPropagation()
      setDraft(undefined)
    }
  }
  return {
    text: draft ?? (value === undefined ? '' : String(value)),
    setDraft,
    stepBy,
    commit,
    handleKeyDown,
  }
}

export function NumberField(props: NumberFieldProps) {
  const { label, isLabelHidden = false, hint, error, className, unit, value, min, max } = props
  const { text, setDraft, stepBy, commit, handleKeyDown } = useNumber(props)
  const stepper = (Icon: typeof ChevronUp, count: number) => (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      disabled={props.disabled}
      onPointerDown={(event) => {
        event.preventDefault()
      }}
      onClick={() => {
        stepBy(count)
      }}
      className="flex h-1/2 w-5 items-center justify-center rounded-small text-faint enabled-hover:bg-hover enabled-hover:text-text"
    >
      <Icon className="size-3" />
    </button>
  )
  return (
    <Field {...{ label, isLabelHidden, hint, error, className }}>
      {(control) => (
        <span className="group/number relative flex items-center">
          <input
            {...control}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            role="spinbutton"
            aria-valuenow={value}
            aria-valuetext={value === undefined ? 'empty' : unit ? `${value} ${unit}` : undefined}
            aria-valuemin={min}
            aria-valuemax={max}
            disabled={props.disabled}
            placeholder={props.placeholder}
            value={text}
            onChange={(event) => {
              setDraft(event.target.value)
            }}
            onBlur={commit}
            onKeyDown={handleKeyDown}
            className={cx(fieldLook, 'h-control', unit ? 'pr-14' : 'pr-7')}
          />
          {unit && <span className="pointer-events-none absolute right-7 text-row text-faint">{unit}</span>}
          <span className="absolute right-px flex h-full flex-col py-px">
            {stepper(ChevronUp, 1)}
            {stepper(ChevronDown, -1)}
          </span>
        </span>
      )}
    </Field>
  )
}
