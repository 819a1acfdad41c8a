// The DBML of the open document as the panel shows it. The document has it too, a moment later.
import { createStore, useStore } from 'zustand'
import type { DbmlProblem, TextChange } from '../../workers/client'

export type { DbmlPlaces, DbmlProblem, DbmlThing, TextChange } from '../../workers/client'

export type DbmlPhase = 'off' | 'opening' | 'ready' | 'failed'

/** How a text came to be: by changes of the one before it, or as another text altogether. */
export interface DbmlVersion {
  readonly number: number
  readonly text: string
  readonly changes: readonly TextChange[] | undefined
  /** Whoever typed them knows of them. */
  readonly by: unknown
}

export interface DbmlState {
  readonly phase: DbmlPhase
  readonly version: DbmlVersion
  readonly problems: readonly DbmlProblem[]
  /** The version that the problems are of. */
  readonly checked: number
  /** Why it stopped. */
  readonly failure: string | undefined
}

export const noDbml: DbmlState = {
  phase: 'off',
  version: { number: 0, text: '', changes: undefined, by: undefined },
  problems: [],
  checked: -1,
  failure: undefined,
}

export const dbml = createStore<DbmlState>(() => noDbml)
export const useDbml = <T>(selector: (state: DbmlState) => T): T => useStore(dbml, selector)
