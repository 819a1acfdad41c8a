// Every verb once, and every one of them within reach: of the mouse, of the search, and of whoever looks for its keys.
import { describe, expect, it } from 'vitest'
import { createActions, createClipboard } from '../actions'
import { actionCandidates } from '../panels/palette/candidates'
import { gestures } from '../panels/shortcuts/gestures'
import type { Action } from '../state/action'
import { isSameShortcut, reservedFor } from '../state/keys'
import type { MenuEntry } from '../ui'
import { mainMenu } from './actionMenus'
import { contextEntries } from './contextEntries'

// Nothing is run here: what the services would do is never asked.
const services = new Proxy({} as Parameters<typeof createActions>[0], {
  get: () => new Proxy({}, { get: () => () => Promise.resolve() }),
})
const actions = createActions(services, createClipboard(services))
const all: readonly Action[] = [...actions.values()]

const labelsIn = (entries: readonly MenuEntry[]): readonly string[] =>
  entries.flatMap((entry) => {
    if (entry.kind === 'submenu') return labelsIn(entry.entries)
    return 'label' in entry ? [entry.label] : []
  })

describe('every action', () => {
  it('stands in the menu and is found by the search', () => {
    const menu = labelsIn(mainMenu(all))
    const found = actionCandidates(all).map(({ id }) => id)
    for (const { id, label } of all) {
      expect(menu, id).toContain(label)
      expect(found).toContain(id)
    }
  })

  it('has a name of its own, which begins as a sentence does', () => {
    expect(new Set(all.map(({ label }) => label)).size).toBe(all.length)
    for (const { label } of all) expect(label).toMatch(/^\p{Lu}.*[^.]$/u)
  })

  it('has keys that no other has and that nobody keeps', () => {
    const given = all.flatMap(({ id, shortcuts }) => shortcuts.map((keys) => ({ id, keys })))
    given.forEach(({ id, keys }, i) => {
      const twin = given.slice(i + 1).find((other) => isSameShortcut(other.keys, keys))
      expect(twin && `${id} and ${twin.id} both have ${keys}`).toBeUndefined()
      for (const isMac of [true, false]) expect(reservedFor(keys, isMac), `${id}: ${keys}`).toBeUndefined()
    })
  })
})

it('the context menus hold actions of the registry, for whatever they fall on', () => {
  for (const target of [undefined, 't_1', 'v_1', 'en_1', 'n_1', 'a_1', 'r_1'] as const) {
    expect(contextEntries(actions, target, { x: 0, y: 0 }).length).toBeGreaterThan(3)
  }
})

it('every gesture of the pointer has keys, and the actions that it names exist', () => {
  for (const { pointer, keys = [], actions: named = [] } of gestures) {
    for (const id of named) expect(actions.has(id), id).toBe(true)
    const own = named.flatMap((id) => actions.get(id)?.shortcuts ?? [])
    expect(keys.length + own.length, pointer).toBeGreaterThan(0)
  }
})

it('on the start page whatever needs a document says so, and nothing fails', () => {
  const blocked = all.filter((action) => action.when() === 'Open a document first')
  expect(blocked.length).toBeGreaterThan(all.length / 2)
  expect(actions.get('add.table')?.when()).toBe('Open a document first')
  expect(actions.get('file.new')?.when()).toBe(true)
})
