// Shortcuts as text, "Mod+Shift+K": read, compared, taken from a key that is pressed, and refused where they would
// never arrive or take away what everybody needs.
import type { Shortcut } from './action'

export interface Keys {
  /** Lower case; the plus sign is "+". */
  readonly key: string
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
}

export function keysIn(shortcut: Shortcut): Keys {
  const parts = shortcut.replace(/(^|\+)\+$/, '$1Plus').split('+')
  const key = parts.at(-1) ?? ''
  return {
    key: (key === 'Plus' ? '+' : key).toLowerCase(),
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  }
}

/** Signs that some keyboards make with Shift and others without: Shift says nothing there. */
export const isSign = (key: string): boolean => /^[^\p{L}\p{N}\s]$/u.test(key)

export function isSameShortcut(a: Shortcut, b: Shortcut): boolean {
  const [one, other] = [keysIn(a), keysIn(b)]
  return (
    one.key === other.key &&
    one.mod === other.mod &&
    one.alt === other.alt &&
    (isSign(one.key) || one.shift === other.shift)
  )
}

/** A letter, digit or sign alone (with Shift it is one too): speech input and slipping fingers set them off. */
export function isSingleKey(shortcut: Shortcut): boolean {
  const { key, mod, alt } = keysIn(shortcut)
  return !mod && !alt && [...key].length === 1
}

export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

const modifiers = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'OS'])

const signCaps: ReadonlyMap<string, string> = new Map([
  ['Period', '.'],
  ['Comma', ','],
  ['Slash', '/'],
  ['Minus', '-'],
  ['Equal', '='],
  ['BracketLeft', '['],
  ['BracketRight', ']'],
  ['Semicolon', ';'],
  ['Quote', "'"],
  ['Backslash', '\\'],
  ['Backquote', '`'],
])

/** The letter or digit on the key's cap, which Alt and Shift may turn into something else. */
export const capOf = (code: string): string | undefined =>
  /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? signCaps.get(code)

function keyName({ key, code, shiftKey, altKey }: Pressed): string {
  if (key === ' ') return 'Space'
  const cap = capOf(code)
  const isPlainLetter = /^[a-z0-9]$/i.test(key)
  // Shift and a digit make a sign that differs from keyboard to keyboard; the digit is what one pressed. A sign on a
  // key of its own is meant as the sign.
  const isOnCap = altKey || key === 'Dead' || (shiftKey && /\d/.test(cap ?? ''))
  if (cap !== undefined && !isPlainLetter && isOnCap) return cap
  return key.length === 1 ? key.toUpperCase() : key
}

/** What a press would be written as; undefined while only modifiers are held. */
export function shortcutFrom(event: Pressed, isMac: boolean): Shortcut | undefined {
  if (modifiers.has(event.key)) return undefined
  const name = keyName(event)
  const mod = isMac ? event.metaKey : event.ctrlKey
  const shift = event.shiftKey && !isSign(name)
  return `${mod ? 'Mod+' : ''}${shift ? 'Shift+' : ''}${event.altKey ? 'Alt+' : ''}${name}`
}

/** The system's own modifier: Ctrl on a Mac, the Windows key elsewhere. */
export const isSystemKey = ({ ctrlKey, metaKey }: Pressed, isMac: boolean): boolean =>
  isMac ? ctrlKey : metaKey

interface Reserved {
  readonly keys: readonly Shortcut[]
  readonly why: string
}

const walking = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].flatMap((key) => [
  key,
  `Shift+${key}`,
  `Alt+${key}`,
  `Shift+Alt+${key}`,
])

const everywhere: readonly Reserved[] = [
  { keys: ['Tab', 'Shift+Tab'], why: 'moves the focus' },
  { keys: ['Escape'], why: 'leaves one level, always' },
  { keys: ['Enter'], why: 'goes into what is selected' },
  { keys: ['Space'], why: 'holds the canvas to move it' },
  { keys: walking, why: 'walks and moves on the canvas' },
  { keys: ['ContextMenu', 'Shift+F10'], why: 'opens the context menu' },
  { keys: ['Mod+T', 'Mod+Shift+T', 'Mod+N', 'Mod+Shift+N'], why: 'opens a tab or window of the browser' },
  { keys: ['Mod+W', 'Mod+Shift+W', 'Mod+F4'], why: 'closes the tab' },
  { keys: ['Mod+Tab', 'Mod+Shift+Tab', 'Mod+PageUp', 'Mod+PageDown'], why: 'changes the tab' },
  { keys: ['Mod+L', 'Mod+Q', 'F6', 'Mod+F6'], why: 'belongs to the browser' },
  { keys: ['Mod+R', 'Mod+Shift+R', 'F5', 'Mod+F5'], why: 'reloads the page' },
  { keys: ['F11', 'F12', 'Mod+Shift+I', 'Mod+Shift+J', 'Mod+U'], why: 'belongs to the browser' },
  { keys: ['Alt+F4'], why: 'closes the window' },
]

const onMac: readonly Reserved[] = [
  { keys: ['Mod+H', 'Mod+M', 'Mod+Space', 'Mod+Alt+H'], why: 'belongs to the system' },
]

/** Why these keys cannot be given away: the browser keeps them, or the canvas needs them. */
export function reservedFor(shortcut: Shortcut, isMac: boolean): string | undefined {
  const all = isMac ? [...everywhere, ...onMac] : everywhere
  return all.find(({ keys }) => keys.some((key) => isSameShortcut(key, shortcut)))?.why
}
