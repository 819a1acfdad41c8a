import { beforeAll, describe, expect, it, vi } from 'vitest'

let matches: (event: KeyboardEvent, shortcut: string) => boolean

beforeAll(async () => {
  vi.stubGlobal('navigator', { platform: 'Linux x86_64' })
  ;({ matches } = await import('./shortcuts'))
})

const pressed = (key: string, given: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  // Only what a shortcut looks at.
  ({
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...given,
  }) as KeyboardEvent

describe('a shortcut', () => {
  it('is its letter with exactly its own modifiers', () => {
    expect(matches(pressed('t'), 'T')).toBe(true)
    expect(matches(pressed('t', { ctrlKey: true }), 'T')).toBe(false)
    expect(matches(pressed('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z')).toBe(true)
    expect(matches(pressed('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z')).toBe(false)
  })

  it('may be the plus sign itself, which needs Shift on many keyboards', () => {
    expect(matches(pressed('+', { shiftKey: true }), '+')).toBe(true)
    expect(matches(pressed('+'), '+')).toBe(true)
    expect(matches(pressed('+', { ctrlKey: true }), 'Mod++')).toBe(true)
    expect(matches(pressed('-'), '+')).toBe(false)
  })

  it('is known by the cap of its key where Alt changes the letter', () => {
    expect(matches(pressed('å', { altKey: true, code: 'KeyA' }), 'Alt+A')).toBe(true)
  })
})
