// Which skin the page wears now: the painted parts must follow what CSS does by itself.
import { createStore } from 'zustand/vanilla'
import type { ThemeName } from '../core/layout/palette'

const read = (): ThemeName => (window.document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light')

const theme = createStore<{ readonly name: ThemeName }>(() => ({ name: 'light' }))

export const themeNow = (): ThemeName => theme.getState().name
export const onTheme = (act: () => void): (() => void) => theme.subscribe(act)

export function followTheme(): () => void {
  theme.setState({ name: read() })
  const watcher = new MutationObserver(() => {
    if (read() !== themeNow()) theme.setState({ name: read() })
  })
  watcher.observe(window.document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => watcher.disconnect()
}
