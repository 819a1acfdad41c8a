import { useState, type ReactNode } from 'react'
import { Section } from '../../../ui'

export interface CountedSectionProps {
  readonly title: string
  readonly count: number
  readonly children: ReactNode
}

/** A list that folds away while it is empty and opens with its first member, until somebody decides otherwise. */
export function CountedSection({ title, count, children }: CountedSectionProps) {
  const [chosen, setChosen] = useState<boolean>()
  return (
    <Section title={title} count={count} isOpen={chosen ?? count > 0} onOpenChange={setChosen}>
      {children}
    </Section>
  )
}
