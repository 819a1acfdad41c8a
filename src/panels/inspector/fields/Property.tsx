// One line of the inspector: what it is at the left, the field at the right.
import type { ReactNode } from 'react'

export interface PropertyProps {
  readonly label: string
  readonly children: ReactNode
}

/** The label is shown here and said by the field itself. */
export function Property({ label, children }: PropertyProps) {
  return (
    <div className="flex min-w-0 items-start gap-2">
      <span
        aria-hidden="true"
        className="flex min-h-control w-20 shrink-0 items-center text-row leading-4 text-muted"
      >
        {label}
      </span>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}

export function Properties({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-col gap-2">{children}</div>
}

/** A quiet sentence where there is nothing yet. */
export function Nothing({ children }: { readonly children: ReactNode }) {
  return <p className="text-row text-faint">{children}</p>
}
