// Arrow keys in a grid of cards: one stop of the Tab key, and the rows are where the eye sees them.
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'

export interface Place {
  readonly x: number
  readonly y: number
}

const isSameRow = (a: Place, b: Place): boolean => Math.abs(a.y - b.y) < 8

/** The card above or below: of the next row that way, the one that is nearest across. */
function acrossRows(places: readonly Place[], at: number, by: 1 | -1): number | undefined {
  const here = places[at]
  if (!here) return undefined
  const beyond = places.map((place, i) => ({ place, i })).filter(({ place }) => (place.y - here.y) * by >= 8)
  const row = beyond.reduce<Place | undefined>(
    (nearest, { place }) => (!nearest || (nearest.y - place.y) * by > 0 ? place : nearest),
    undefined,
  )
  if (!row) return undefined
  const inRow = beyond.filter(({ place }) => isSameRow(place, row))
  return inRow.sort((a, b) => Math.abs(a.place.x - here.x) - Math.abs(b.place.x - here.x))[0]?.i
}

/** Where a key leads from a card; undefined when it leads nowhere. */
export function cardAt(key: string, places: readonly Place[], at: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return at + 1 < places.length ? at + 1 : undefined
    case 'ArrowLeft':
      return at > 0 ? at - 1 : undefined
    case 'ArrowDown':
      return acrossRows(places, at, 1)
    case 'ArrowUp':
      return acrossRows(places, at, -1)
    case 'Home':
      return 0
    case 'End':
      return places.length - 1
    default:
      return undefined
  }
}

const cardsIn = (grid: HTMLElement): readonly HTMLElement[] => [
  ...grid.querySelectorAll<HTMLElement>('[data-card]'),
]

/** The card that Tab stops at, and whatever belongs to it. */
function makeStop(cards: readonly HTMLElement[], stop: HTMLElement | undefined): void {
  for (const card of cards) {
    const isStop = card === stop
    card.tabIndex = isStop ? 0 : -1
    for (const beside of card.parentElement?.querySelectorAll<HTMLElement>('[data-beside] button') ?? [])
      beside.tabIndex = isStop ? 0 : -1
  }
}

export interface CardGrid {
  readonly ref: RefObject<HTMLUListElement | null>
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: (event: { readonly target: EventTarget }) => void
}

export function useCardGrid(): CardGrid {
  const ref = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (!ref.current) return
    const cards = cardsIn(ref.current)
    makeStop(cards, cards.find(({ tabIndex }) => tabIndex === 0) ?? cards[0])
  })
  const handleKeyDown = (event: KeyboardEvent) => {
    if (!ref.current || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const cards = cardsIn(ref.current)
    const at = cards.findIndex((card) => card === event.target)
    const places = cards.map((card) => card.getBoundingClientRect())
    const next = at < 0 ? undefined : cardAt(event.key, places, at)
    if (next === undefined) return
    event.preventDefault()
    cards[next]?.focus()
  }
  const handleFocus = ({ target }: { readonly target: EventTarget }) => {
    if (!ref.current) return
    const cards = cardsIn(ref.current)
    const stop = cards.find((card) => card === target)
    if (stop) makeStop(cards, stop)
  }
  return { ref, onKeyDown: handleKeyDown, onFocus: handleFocus }
}
