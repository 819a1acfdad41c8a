import { beforeEach, expect, it } from 'vitest'
import { shortcutsOf, type Action } from './action'
import { giveKeys, holderOf, keymap, resetAllKeys, resetKeys, takeKeys } from './keymap'
import { settings } from './settings'

const action = (id: string, ...shortcuts: readonly string[]): Action => ({
  id,
  label: id,
  group: 'edit',
  shortcuts,
  scope: 'canvas',
  when: () => true,
  run: () => undefined,
})

const remove = action('remove', 'Delete', 'Backspace')
const copy = action('copy', 'Mod+D')
const table = action('table', 'T')
const all = [remove, copy, table]
const keys = (one: Action) => shortcutsOf(one, keymap())

beforeEach(() => {
  settings.setState({ singleKeys: true })
  resetAllKeys()
})

it('keys that another action has are taken from it, and its others stay', () => {
  expect(holderOf(all, 'Backspace', { except: 'copy', map: keymap() })?.id).toBe('remove')
  giveKeys(all, copy, 'Backspace')
  expect(keys(copy)).toEqual(['Backspace'])
  expect(keys(remove)).toEqual(['Delete'])
})

it('back to ours leaves out what somebody else has by now', () => {
  giveKeys(all, copy, 'Backspace')
  takeKeys(remove)
  resetKeys(all, remove)
  expect(keys(remove)).toEqual(['Delete'])
  resetKeys(all, copy)
  resetKeys(all, remove)
  expect(keys(remove)).toEqual(['Delete', 'Backspace'])
  expect(settings.getState().shortcuts).toEqual({})
})

it('without single keys a letter does nothing, and is kept for later', () => {
  settings.setState({ singleKeys: false })
  expect(keys(table)).toEqual([])
  expect(keys(copy)).toEqual(['Mod+D'])
  giveKeys(all, copy, 'T')
  settings.setState({ singleKeys: true })
  expect(keys(table)).toEqual([])
  expect(keys(copy)).toEqual(['T'])
})

it('an id that every object has is an action like any other', () => {
  expect(shortcutsOf(action('constructor', 'X'), keymap())).toEqual(['X'])
})
