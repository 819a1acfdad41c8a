// Shortcuts are written once ("Mod+Shift+K") and shown in the words of the person's own keyboard.

const macNames: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↵',
  Escape: 'esc',
  Backspace: '⌫',
  Delete: '⌦',
  Tab: '⇥',
}

const otherNames: Readonly<Record<string, string>> = { Mod: 'Ctrl', Escape: 'Esc', Delete: 'Del' }

const sameNames: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Space: 'Space',
}

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/** "Mod++" is Mod and the plus key. */
function partsOf(shortcut: string): readonly string[] {
  const parts = shortcut.replace(/\+\+$/, '+Plus').split('+')
  return parts.map((part) => (part === 'Plus' ? '+' : part))
}

export function shortcutKeys(shortcut: string, mac = isMac): readonly string[] {
  const names = mac ? macNames : otherNames
  return partsOf(shortcut).map(
    (part) => names[part] ?? sameNames[part] ?? (part.length === 1 ? part.toUpperCase() : part),
  )
}

export function shortcutText(shortcut: string, mac = isMac): string {
  return shortcutKeys(shortcut, mac).join(mac ? '' : '+')
}

/** The form that `aria-keyshortcuts` wants. */
export function ariaShortcut(shortcut: string, mac = isMac): string {
  const names: Readonly<Record<string, string>> = {
    Mod: mac ? 'Meta' : 'Control',
    Ctrl: 'Control',
    '+': 'Plus',
  }
  return partsOf(shortcut)
    .map((part) => names[part] ?? part)
    .join('+')
}
