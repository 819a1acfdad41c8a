// How safe the work is, said all the time: saved, saving, or why not.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'

export type SaveStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** The work lives in memory only; `retry` tries again. */
  | { readonly kind: 'failed'; readonly why: string; readonly retry: () => void }
  /** Another tab writes this document; `takeOver` asks it to let go. */
  | { readonly kind: 'elsewhere'; readonly isAsked: boolean; readonly takeOver: () => void }
  /** Nobody writes it: it is shown as it came. */
  | { readonly kind: 'viewed'; readonly why: string }

export const saveStatus = createStore<{ readonly status: SaveStatus }>(() => ({ status: { kind: 'saved' } }))
export const useSaveStatus = (): SaveStatus => useStore(saveStatus, (state) => state.status)
