import type { ReactNode } from 'react'
import { Buttons, Bars } from './Buttons'
import { Fields } from './Fields'
import { Feedback } from './Feedback'
import { Panels } from './Panels'
import { Lists } from './Lists'
import { Popups } from './Popups'
import { Colours } from './Colours'

export function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="rounded-card border border-border bg-surface p-4">
      <h2 className="mb-3 text-title font-semibold">{title}</h2>
      <div className="flex flex-col gap-4">{children}</div>
    </section>
  )
}

/** Every component in its usual states. */
export function Kit() {
  return (
    <main className="mx-auto grid max-w-350 gap-4 p-4 lg:grid-cols-2">
      <h1 className="sr-only">Kit</h1>
      <Buttons />
      <Bars />
      <Fields />
      <Popups />
      <Feedback />
      <Panels />
      <Lists />
      <Colours />
    </main>
  )
}
