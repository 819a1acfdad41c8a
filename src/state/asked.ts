// A field of the inspector that somebody asked for by a key or from the menu: it takes the focus when it is there.
import { createStore, useStore } from 'zustand'

export type AskedField = 'comment' | 'unique' | 'index' | 'check' | 'relation'

export const asked = createStore<{ readonly field: AskedField | undefined }>(() => ({ field: undefined }))

export const askFor = (field: AskedField): void => {
  asked.setState({ field })
}

export const useAsked = (field: AskedField): boolean => useStore(asked, (state) => state.field === field)
