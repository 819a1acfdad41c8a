// Menus, selects, dialogs and their headless kit weigh more than the rest of this folder together, and the first
// screen shows none of them. They are one chunk, fetched when the page is idle or when somebody reaches for one.
import { useSyncExternalStore } from 'react'

type Popups = typeof import('./index')

let popups: Popups | undefined
let pending: Promise<Popups> | undefined
const listeners = new Set<() => void>()

function loadPopups(): Promise<Popups> {
  pending ??= import('./index').then(
    (loaded) => {
      popups = loaded
      for (const listener of listeners) listener()
      return loaded
    },
    (error: unknown) => {
      // Offline at the wrong moment: the next reach for a menu asks again.
      pending = undefined
      throw error
    },
  )
  return pending
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The chunk, once it is here. */
export function usePopups(): Popups | undefined {
  return useSyncExternalStore(subscribe, () => popups)
}

export function arePopupsLoaded(): boolean {
  return popups !== undefined
}

/** A failure is not the caller's to handle: the next reach for a menu asks again. */
export function fetchPopups(): void {
  loadPopups().catch(() => undefined)
}
