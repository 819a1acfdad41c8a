import { describe, expect, it } from 'vitest'
import { isSameShortcut, isSingleKey, isSystemKey, reservedFor, shortcutFrom, type Pressed } from './keys'

const press = (key: string, given: Partial<Pressed> = {}): Pressed => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...given,
})

describe('a shortcut that is pressed', () => {
  it('is written with Ctrl or ⌘ as the one of this keyboard', () => {
    expect(shortcutFrom(press('d', { ctrlKey: true }), false)).toBe('Mod+D')
    expect(shortcutFrom(press('d', { metaKey: true }), true)).toBe('Mod+D')
    expect(isSystemKey(press('d', { metaKey: true }), false)).toBe(true)
    expect(isSystemKey(press('d', { ctrlKey: true }), true)).toBe(true)
  })

  it('is nothing while only modifiers are held', () => {
    expect(shortcutFrom(press('Shift', { shiftKey: true }), false)).toBeUndefined()
  })

  it('is the cap of the key where Alt or Shift turn it into another sign', () => {
    expect(shortcutFrom(press('å', { altKey: true, code: 'KeyA' }), true)).toBe('Alt+A')
    expect(shortcutFrom(press('!', { shiftKey: true, code: 'Digit1' }), false)).toBe('Shift+1')
    expect(shortcutFrom(press('≥', { altKey: true, code: 'Period' }), true)).toBe('Alt+.')
  })

  it('is the sign itself where the sign has a key of its own', () => {
    expect(shortcutFrom(press('?', { shiftKey: true, code: 'Slash' }), false)).toBe('?')
    expect(shortcutFrom(press('+', { shiftKey: true, ctrlKey: true, code: 'Equal' }), false)).toBe('Mod++')
    expect(shortcutFrom(press(' '), false)).toBe('Space')
    expect(shortcutFrom(press('F4', { shiftKey: true }), false)).toBe('Shift+F4')
  })
})

describe('two shortcuts', () => {
  it('are the same whatever the order and the case of their parts', () => {
    expect(isSameShortcut('Mod+Shift+z', 'Shift+Mod+Z')).toBe(true)
    expect(isSameShortcut('Mod+Z', 'Mod+Shift+Z')).toBe(false)
    expect(isSameShortcut('?', 'Shift+?')).toBe(true)
    expect(isSameShortcut('Shift+Alt+ArrowUp', 'Alt+Shift+ArrowUp')).toBe(true)
  })
})

describe('a single key', () => {
  it('is a letter, digit or sign with nothing but Shift', () => {
    expect(['T', 'Shift+K', '?', '1', '+'].map(isSingleKey)).toEqual([true, true, true, true, true])
    expect(['Mod+K', 'Alt+A', 'F2', 'Delete', 'PageDown', 'Mod++'].some(isSingleKey)).toBe(false)
  })
})

describe('what cannot be given away', () => {
  it('is what the browser keeps and what everybody walks by', () => {
    expect(reservedFor('Mod+W', false)).toBe('closes the tab')
    expect(reservedFor('Shift+Mod+T', false)).toBe('opens a tab or window of the browser')
    expect(reservedFor('Tab', false)).toBe('moves the focus')
    expect(reservedFor('Alt+Shift+ArrowUp', false)).toBe('walks and moves on the canvas')
    expect(reservedFor('Mod+H', true)).toBe('belongs to the system')
    expect(reservedFor('Mod+H', false)).toBeUndefined()
    expect(reservedFor('Mod+J', false)).toBeUndefined()
  })
})
