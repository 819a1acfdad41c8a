import { describe, expect, it } from 'vitest'
import { ariaShortcut, shortcutKeys, shortcutText } from './shortcut'

describe('a shortcut', () => {
  it('is shown in symbols on a Mac and in words elsewhere', () => {
    expect(shortcutText('Mod+Shift+K', true)).toBe('⌘⇧K')
    expect(shortcutText('Mod+Shift+K', false)).toBe('Ctrl+Shift+K')
  })

  it('capitalises single letters and draws arrows', () => {
    expect(shortcutKeys('t', false)).toEqual(['T'])
    expect(shortcutKeys('Alt+ArrowUp', false)).toEqual(['Alt', '↑'])
  })

  it('may end in the plus key', () => {
    expect(shortcutKeys('Mod++', false)).toEqual(['Ctrl', '+'])
    expect(ariaShortcut('Mod++', false)).toBe('Control+Plus')
  })

  it('is announced by the names of the keys', () => {
    expect(ariaShortcut('Mod+Z', true)).toBe('Meta+Z')
    expect(ariaShortcut('Mod+Z', false)).toBe('Control+Z')
  })
})
