// Until the chunk is here a plain trigger stands in for the real one. It must not be exchanged under somebody's focus,
// so a stand-in stays until it is pressed; then the real one takes its place, open.
import { useState, type KeyboardEvent } from 'react'
import { arePopupsLoaded, fetchPopups, usePopups } from './load'

const OPENING_KEYS = new Set(['Enter', ' ', 'ArrowDown', 'ArrowUp'])

export function useStandIn() {
  const [wasLoaded] = useState(arePopupsLoaded)
  const [isWanted, setWanted] = useState(false)
  const loaded = usePopups()
  const want = () => {
    setWanted(true)
    fetchPopups()
  }
  return {
    popups: wasLoaded || isWanted ? loaded : undefined,
    /** It was pressed before it could open. */
    isWanted,
    standInProps: {
      'aria-expanded': false,
      onPointerEnter: fetchPopups,
      onFocus: fetchPopups,
      onClick: want,
      onKeyDown: (event: KeyboardEvent) => {
        if (!OPENING_KEYS.has(event.key)) return
        event.preventDefault()
        want()
      },
    } as const,
  }
}
