// Where the panel looks: at what was selected elsewhere, never away from what was just clicked in it.
import { useState } from 'react'
import type { Selectable } from '../../state/selection'
import type { Span } from '../code/marks'

export interface Place {
  readonly offset: number
}

interface Seen {
  readonly items: ReadonlySet<Selectable>
  readonly wasWritten: boolean
}

export interface PlaceGiven {
  readonly items: ReadonlySet<Selectable>
  /** Undefined while nothing is written yet. */
  readonly marked: readonly Span[] | undefined
}

export function usePlace({ items, marked }: PlaceGiven) {
  const [seen, setSeen] = useState<Seen>({ items: new Set(), wasWritten: false })
  const [place, setPlace] = useState<Place>()
  const [picked, setPicked] = useState<Selectable>()
  const isWritten = marked !== undefined
  if (items !== seen.items || isWritten !== seen.wasWritten) {
    setSeen({ items, wasWritten: isWritten })
    const isOwn = picked !== undefined && items.size === 1 && items.has(picked)
    const [first] = marked ?? []
    if (!isOwn && first) setPlace({ offset: first.from })
    if (!isOwn && picked !== undefined) setPicked(undefined)
  }
  return { place, lookAt: setPlace, setPicked }
}
