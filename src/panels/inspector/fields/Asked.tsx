// Around a field that has a key of its own: the key opens what it is folded into, and the field takes the focus.
import { useEffect, useRef, type ReactNode } from 'react'
import { asked, useAsked, type AskedField } from '../../../state/asked'

export interface AskedProps {
  readonly field: AskedField
  readonly children: ReactNode
}

export function Asked({ field, children }: AskedProps) {
  const frame = useRef<HTMLDivElement>(null)
  const isAsked = useAsked(field)
  useEffect(() => {
    const input = isAsked ? frame.current?.querySelector<HTMLElement>('input, textarea') : undefined
    if (!input) return
    input.scrollIntoView({ block: 'nearest' })
    input.focus()
    asked.setState({ field: undefined })
  }, [isAsked])
  return <div ref={frame}>{children}</div>
}
