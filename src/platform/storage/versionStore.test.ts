import { describe, expect, it } from 'vitest'
import type { Result } from '../../core/lib/result'
import type { VersionStore } from '../types'
import { createAccess } from './access'
import { memoryShelf } from './memoryShelf'
import { automaticRoom, thinned } from './thin'
import { createVersionStore } from './versionStore'

const hour = 3_600_000
const day = 24 * hour
const now = 1000 * day + hour / 2

function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

describe('automatic versions', () => {
  const kept = (ages: readonly number[], size = 1) => {
    const versions = ages.map((age) => ({ at: now - age, size }))
    const gone = new Set(thinned(versions, now))
    return ages.filter((age) => !gone.has(now - age))
  }

  it('of the last hour all stay, then one an hour, then one a day', () => {
    const minute = 60_000
    expect(kept([0, minute, 30 * minute, 59 * minute])).toHaveLength(4)
    expect(kept([2 * hour, 2 * hour + minute, 3 * hour])).toEqual([2 * hour, 3 * hour])
    expect(kept([30 * hour, 31 * hour, 60 * hour])).toEqual([30 * hour, 60 * hour])
  })

  it('go, the oldest first, when they take too much room; the newest never', () => {
    expect(kept([1, 2, 3], automaticRoom / 2)).toEqual([1, 2])
    expect(kept([1, 2], automaticRoom * 2)).toEqual([1])
  })

  it('are the only ones that go', () => {
    const named = { at: now - 31 * hour, size: automaticRoom * 2, name: 'mine' }
    expect(thinned([named, { at: now - 30 * hour, size: 1 }], now)).toEqual([])
  })
})

describe('versions of a document', () => {
  const make = (): VersionStore => {
    const shelf = memoryShelf()
    return createVersionStore({ access: createAccess(() => Promise.resolve(shelf)), now: () => now })
  }
  const given = { text: '{"relata": 1, "имя": "🐘"}', tables: 1 }

  it('come back word for word, newest first, two of one moment apart', async () => {
    const store = make()
    const first = value(await store.keep('d', given))
    const second = value(await store.keep('d', { ...given, name: 'two' }))
    value(await store.keep('other', given))
    expect(value(await store.list('d')).map(({ at }) => at)).toEqual([second.at, first.at])
    expect(value(await store.text('d', first.at))).toBe(given.text)
  })

  it('are renamed, pictured, removed and put back under their own time', async () => {
    const store = make()
    const { at } = value(await store.keep('d', given))
    value(await store.rename('d', at, 'named'))
    value(await store.setPicture('d', at, '{}'))
    expect(value(await store.list('d'))).toMatchObject([{ at, name: 'named', picture: '{}' }])
    value(await store.remove('d', at))
    expect(value(await store.list('d'))).toEqual([])
    expect((await store.text('d', at)).ok).toBe(false)
    value(await store.keep('d', { ...given, at }))
    expect(value(await store.list('d'))).toMatchObject([{ at }])
  })
})
