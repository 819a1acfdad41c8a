// Only what the target can hold is offered. What is set already and cannot be held stays in sight, with a word about it.
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { lacks, type Feature } from '../../../core/dialects/write/features'
import { useFeatures } from '../../../state/features'
import { useDialect } from '../current'

/** Whether the target has at least one of these. */
export function useHas(): (...features: readonly Feature[]) => boolean {
  const known = useFeatures()
  return (...features) => known === undefined || features.some((feature) => known[feature])
}

/** Why it is not written; undefined where it is. */
export function useLack(...features: readonly Feature[]): string | undefined {
  const has = useHas()
  const { label } = useDialect()
  const [first] = features
  return first === undefined || has(...features) ? undefined : `${label} has no ${lacks[first].message}`
}

export function LackNote({ children }: { readonly children: ReactNode }) {
  return (
    <p className="flex items-start gap-1 text-small text-warning-text">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-3 shrink-0" />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  )
}

export interface HeldProps {
  /** Any of these is enough. */
  readonly by: Feature | readonly Feature[]
  /** True when there is something set that somebody would miss. */
  readonly isSet: boolean
  readonly children: ReactNode
}

export function Held({ by, isSet, children }: HeldProps) {
  const lack = useLack(...(typeof by === 'string' ? [by] : by))
  if (lack === undefined) return children
  if (!isSet) return null
  return (
    <div className="flex flex-col gap-1">
      {children}
      <LackNote>{lack}</LackNote>
    </div>
  )
}
