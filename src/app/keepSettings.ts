// Settings outlive the tab, on this device only. A stored value that no longer fits is left out, never an error.
import type { Preferences } from '../platform/preferences'
import { defaultSettings, settings, type Settings } from '../state/settings'

const key = 'relata-settings'

const isSameShape = (a: unknown, b: unknown): boolean =>
  typeof a === typeof b && Array.isArray(a) === Array.isArray(b)

/** The fields of `given` that are of the kind that `known` has. */
export function fitting<T extends object>(known: T, given: unknown): T {
  if (typeof given !== 'object' || given === null) return known
  const fields = Object.entries(known).map(([field, value]: [string, unknown]) => {
    const own = Object.hasOwn(given, field) ? (given as Record<string, unknown>)[field] : undefined
    if (!isSameShape(value, own) || own === undefined || own === null) return [field, value]
    const isRecord = typeof value === 'object' && value !== null && Object.keys(value).length > 0
    return [field, isRecord ? fitting(value, own) : own]
  })
  // Every field of `known` is there with a value of its own kind.
  return Object.fromEntries(fields) as T
}

const themes: readonly string[] = ['light', 'dark', 'system'] satisfies Settings['theme'][]
const densities: readonly string[] = ['comfortable', 'compact'] satisfies Settings['density'][]
const tabs: readonly string[] = [
  'outline',
  'diagrams',
  'dbml',
  'sql',
  'history',
] satisfies Settings['leftDock']['tab'][]

/** Words that are none of ours, and keys that are no text, are as if they had never been kept. */
export function mended(given: Settings): Settings {
  const shortcuts = Object.entries(given.shortcuts).filter(([, keys]) => typeof keys === 'string')
  const { theme, density, leftDock } = defaultSettings
  return {
    ...given,
    shortcuts: Object.fromEntries(shortcuts),
    theme: themes.includes(given.theme) ? given.theme : theme,
    density: densities.includes(given.density) ? given.density : density,
    leftDock: tabs.includes(given.leftDock.tab) ? given.leftDock : { ...given.leftDock, tab: leftDock.tab },
  }
}

export function followSettings(preferences: Preferences): void {
  settings.setState(mended(fitting(defaultSettings, preferences.read(key))))
  settings.subscribe((state: Settings) => {
    preferences.keep(key, state)
  })
}
