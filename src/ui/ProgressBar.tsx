import { useId } from 'react'
import { Button } from './Button'

export interface ProgressBarProps {
  readonly label: string
  /** 0 to 1; undefined while nobody knows how long it takes. */
  readonly value?: number | undefined
  readonly onCancel?: () => void
}

export function ProgressBar({ label, value, onCancel }: ProgressBarProps) {
  const id = useId()
  const percent = value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div className="flex items-center gap-3">
      <div className="min-w-0 flex-1">
        <div className="flex justify-between gap-2 text-row text-muted">
          <span id={id} className="truncate">
            {label}
          </span>
          {percent !== undefined && <span>{percent} %</span>}
        </div>
        <div
          role="progressbar"
          aria-labelledby={id}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          className="mt-1 h-1 overflow-hidden rounded-full bg-active"
        >
          {percent === undefined ? (
            <div className="h-full w-1/3 animate-slide rounded-full bg-accent" />
          ) : (
            <div
              className="h-full origin-left rounded-full bg-accent transition-transform"
              style={{ transform: `scaleX(${percent / 100})` }}
            />
          )}
        </div>
      </div>
      {onCancel && (
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </div>
  )
}
