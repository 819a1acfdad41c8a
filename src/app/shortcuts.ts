// Keys to actions. A letter alone acts only while nobody types; a shortcut that a person chose wins over ours.
import { shortcutsOf, type Action, type Keymap, type Shortcut } from '../state/action'
import { capOf, isSign, keysIn } from '../state/keys'
import { isMac } from '../ui'

/** The key as its cap says it: with Alt or Shift held, layouts report other characters. */
function pressed(event: KeyboardEvent): readonly string[] {
  const cap = capOf(event.code)
  // A sign counts by its cap only where Alt has made another of it: with Shift it is another sign.
  const isMeant = cap !== undefined && (!isSign(cap) || event.altKey)
  return [event.key.toLowerCase(), ...(isMeant ? [cap.toLowerCase()] : [])]
}

export function matches(event: KeyboardEvent, shortcut: Shortcut, mac = isMac): boolean {
  const keys = keysIn(shortcut)
  const mod = mac ? event.metaKey : event.ctrlKey
  const otherMod = mac ? event.ctrlKey : event.metaKey
  return (
    !otherMod &&
    mod === keys.mod &&
    event.altKey === keys.alt &&
    // A symbol such as ? or + may need Shift on some keyboards and not on others.
    (isSign(keys.key) || event.shiftKey === keys.shift) &&
    pressed(event).includes(keys.key === 'space' ? ' ' : keys.key)
  )
}

const typingRoles = new Set(['textbox', 'combobox', 'searchbox', 'spinbutton'])

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement &&
      !['checkbox', 'radio', 'button', 'range', 'color'].includes(target.type)) ||
    typingRoles.has(target.getAttribute('role') ?? '')
  )
}

/** Letters and plain keys belong to whatever has the focus when that is a list, a menu or a field. */
const isOnCanvas = (target: EventTarget | null): boolean =>
  target === document.body || (target instanceof Element && target.closest('[data-canvas]') !== null)

const isInPopup = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null

/** With Ctrl or ⌘ held a key means the same wherever the focus was left: a button of the bar, the outline. */
const reaches = ({ scope }: Action, event: KeyboardEvent): boolean =>
  scope === 'everywhere' ||
  isOnCanvas(event.target) ||
  ((event.ctrlKey || event.metaKey) && !isInPopup(event.target))

/** Keys that come as an event of the browser are answered there (clipboardEvents), unless a person chose others. */
const isAnsweredElsewhere = (action: Action, { shortcuts }: Keymap): boolean =>
  action.isBrowserEvent === true && shortcuts[action.id] === undefined

export function actionFor(event: KeyboardEvent, actions: readonly Action[], map: Keymap): Action | undefined {
  const typing = isTyping(event.target)
  return actions.find((action) => {
    if (typing && !(action.scope === 'everywhere' && (event.ctrlKey || event.metaKey))) return false
    if (!reaches(action, event) || isAnsweredElsewhere(action, map)) return false
    return shortcutsOf(action, map).some((shortcut) => matches(event, shortcut))
  })
}
