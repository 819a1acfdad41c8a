// What was typed may be words of the action, or the keys as they are written: "ctrl d".
import { shortcutsOf, type Action, type Keymap, type Shortcut } from '../../state/action'
import { isMac } from '../../ui'

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s+]+/g, ' ')
    .trim()

const spoken = (shortcut: Shortcut): string => plain(shortcut.replace('Mod', isMac ? 'cmd' : 'ctrl'))

export function fits(action: Action, typed: string, map: Keymap): boolean {
  const query = plain(typed)
  const words = plain([action.label, ...(action.words ?? [])].join(' '))
  return words.includes(query) || shortcutsOf(action, map).some((keys) => spoken(keys) === query)
}
