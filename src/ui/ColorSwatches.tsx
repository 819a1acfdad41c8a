import { useRef, type KeyboardEvent } from 'react'
import { cx } from './classes'
import { rovingTarget } from './roving'
import { tip } from './tip'

const strips = {
  slate: 'bg-slate-strip',
  red: 'bg-red-strip',
  orange: 'bg-orange-strip',
  amber: 'bg-amber-strip',
  lime: 'bg-lime-strip',
  green: 'bg-green-strip',
  teal: 'bg-teal-strip',
  sky: 'bg-sky-strip',
  blue: 'bg-blue-strip',
  violet: 'bg-violet-strip',
  magenta: 'bg-magenta-strip',
  pink: 'bg-pink-strip',
} as const

export type Swatch = keyof typeof strips

export const swatches = Object.keys(strips) as readonly Swatch[] // the keys of a literal, in its order

export interface ColorSwatchesProps {
  readonly label: string
  /** Undefined: no colour. */
  readonly value: Swatch | undefined
  /** Several things of several colours: none of them is the one. */
  readonly isMixed?: boolean
  readonly onChange: (value: Swatch | undefined) => void
  readonly className?: string
}

const options: readonly (Swatch | undefined)[] = [undefined, ...swatches]

function nameOf(swatch: Swatch | undefined): string {
  return swatch ? `${swatch.charAt(0).toUpperCase()}${swatch.slice(1)}` : 'No colour'
}

export function ColorSwatches({ label, value, isMixed = false, onChange, className }: ColorSwatchesProps) {
  const group = useRef<HTMLDivElement>(null)
  const isChosen = (option: Swatch | undefined) => !isMixed && option === value

  const handleKeyDown = (event: KeyboardEvent) => {
    const next = rovingTarget(event.key, {
      at: isMixed ? -1 : options.indexOf(value),
      count: options.length,
      orientation: 'both',
    })
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onChange(options[next])
    group.current?.querySelectorAll<HTMLElement>('[role=radio]')[next]?.focus()
  }

  return (
    <div ref={group} role="radiogroup" aria-label={label} className={cx('flex flex-wrap gap-1', className)}>
      {options.map((option) => (
        <button
          key={option ?? 'none'}
          type="button"
          role="radio"
          aria-label={nameOf(option)}
          aria-checked={isChosen(option)}
          // Without a chosen one the group begins at its first.
          tabIndex={isChosen(option) || (isMixed && option === undefined) ? 0 : -1}
          {...tip(nameOf(option))}
          onKeyDown={handleKeyDown}
          onClick={() => {
            onChange(option)
          }}
          className="flex size-6 pointer-coarse:size-11 items-center justify-center rounded-full border-2 border-transparent transition-colors enabled-hover:border-border-strong aria-checked:border-focus"
        >
          <span
            className={cx(
              'relative size-4 overflow-hidden rounded-full pointer-coarse:size-6 forced-color-adjust-none',
              option ? strips[option] : 'border border-control bg-surface',
            )}
          >
            {!option && <span className="absolute inset-x-0 top-1/2 h-px -rotate-45 bg-control" />}
          </span>
        </button>
      ))}
    </div>
  )
}
