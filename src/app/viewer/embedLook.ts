// The parameters of the page that stands inside of others; README.md describes them.
import type { Settings } from '../../state/settings'

export interface EmbedLook {
  readonly theme: Settings['theme']
  /** The bar with the name, the diagrams and the way to Relata; the buttons of the zoom; or nothing but the diagram. */
  readonly controls: 'all' | 'zoom' | 'none'
  /** Whether what one selects opens the inspector. */
  readonly hasInspector: boolean
}

export function embedLookIn(parts: ReadonlyMap<string, string>): EmbedLook {
  const theme = parts.get('theme')
  const controls = parts.get('controls')
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    controls: controls === 'none' || controls === 'zoom' ? controls : 'all',
    hasInspector: parts.get('inspector') !== 'off',
  }
}
