// How safe the work is, said all the time: saved, saving, or why not.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'

export type SaveStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** The work lives in memory only; `retry` tries again. */
  | { readonly kind: 'failed'; readonly why: string; readonly retry: () => void }
  /** Another tab writes this document. */
  | { readonly kind: 'elsewhere' }

export const saveStatus = createStore<{ readonly status: SaveStatus }>(() => ({ status: { kind: 'saved' } }))
export const useSaveStatus = (): SaveStatus => useStore(saveStatus, (state) => state.status)
