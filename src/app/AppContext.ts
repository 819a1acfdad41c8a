// What app hands to its own pieces: the registry of actions, built once with its services.
import { createContext, useContext } from 'react'
import type { Action } from '../state/action'
import type { Disk } from '../state/disk/disk'
import type { ClipboardPort, FilesPort, SourceFilesPort } from '../state/ports'
import type { VersionDesk } from '../state/versions/desk'
import type { Workspace } from '../state/workspace'

export interface AppContent {
  readonly actions: ReadonlyMap<string, Action>
  readonly workspace: Workspace
  readonly versions: VersionDesk
  readonly files: FilesPort
  readonly clipboard: ClipboardPort
  readonly clock: { readonly now: () => number }
  readonly sourceFiles: SourceFilesPort
  readonly disk: Disk
}

export const AppContext = createContext<AppContent | undefined>(undefined)

export function useContent(): AppContent {
  const content = useContext(AppContext)
  if (!content) throw new Error('AppContext is missing above this component')
  return content
}

export const useActions = (): ReadonlyMap<string, Action> => useContent().actions

/** An action that is known to exist: its absence is a bug, not a state. */
export function useAction(id: string): Action {
  const action = useActions().get(id)
  if (!action) throw new Error(`No action is called ${id}`)
  return action
}
