// Which end of which line has its small menu open.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { RelationId } from '../../core/model/id'

interface OpenEnd {
  readonly relation: RelationId
  readonly end: 0 | 1
}

const openEnd = createStore<{ readonly at: OpenEnd | undefined }>(() => ({ at: undefined }))

export const useOpenEnd = (): OpenEnd | undefined => useStore(openEnd, ({ at }) => at)

export const openLineEnd = (relation: RelationId, end: 0 | 1): void => {
  openEnd.setState({ at: { relation, end } })
}

export const closeLineEnd = (): void => {
  if (openEnd.getState().at) openEnd.setState({ at: undefined })
}
