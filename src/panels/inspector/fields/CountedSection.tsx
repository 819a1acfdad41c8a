import { useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { asked, type AskedField } from '../../../state/asked'
import { Section } from '../../../ui'

export interface CountedSectionProps {
  readonly title: string
  readonly count: number
  /** Opens when somebody asks for this field in it. */
  readonly holds?: AskedField
  /** Folded at first, also when there is something in it. */
  readonly isFolded?: boolean
  readonly children: ReactNode
}

/** A list that folds away while it is empty and opens with its first member, until somebody decides otherwise. */
export function CountedSection({ title, count, holds, isFolded = false, children }: CountedSectionProps) {
  const [chosen, setChosen] = useState<boolean>()
  const isWanted = useStore(asked, ({ field }) => holds !== undefined && field === holds)
  if (isWanted && chosen !== true) setChosen(true)
  return (
    <Section title={title} count={count} isOpen={chosen ?? (count > 0 && !isFolded)} onOpenChange={setChosen}>
      {children}
    </Section>
  )
}
