// What one person likes, on this device: kept in the browser, never in a document.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { defaultExportChoices, type ExportChoices } from './exportChoices'

export interface Settings {
  readonly theme: 'light' | 'dark' | 'system'
  readonly density: 'comfortable' | 'compact'
  readonly snapsToGrid: boolean
  readonly snapsToGuides: boolean
  readonly showsMinimap: boolean
  readonly leftDock: {
    readonly isOpen: boolean
    readonly width: number
    readonly codeWidth: number
    readonly tab: 'outline' | 'diagrams' | 'dbml' | 'sql' | 'history'
  }
  readonly outline: {
    readonly groupBy: 'namespace' | 'area'
    /** Everything, what the diagram in view shows, or what it does not. */
    readonly shows: 'all' | 'here' | 'elsewhere'
  }
  readonly rightDock: { readonly isOpen: boolean; readonly width: number }
  readonly exporting: ExportChoices
  /** What new documents are written for. */
  readonly target: { readonly dialect: string; readonly version: string }
  /** Shortcuts that the person changed, by action. */
  readonly shortcuts: Readonly<Record<string, string>>
  /** Letters, digits and signs alone are shortcuts. */
  readonly singleKeys: boolean
}

export const defaultSettings: Settings = {
  theme: 'system',
  density: 'comfortable',
  snapsToGrid: true,
  snapsToGuides: true,
  showsMinimap: true,
  leftDock: { isOpen: true, width: 256, codeWidth: 440, tab: 'outline' },
  outline: { groupBy: 'namespace', shows: 'all' },
  rightDock: { isOpen: true, width: 320 },
  exporting: defaultExportChoices,
  target: { dialect: 'postgres', version: '18' },
  shortcuts: {},
  singleKeys: true,
}

export const settings = createStore<Settings>(() => defaultSettings)
export const useSettings = <T>(selector: (state: Settings) => T): T => useStore(settings, selector)
