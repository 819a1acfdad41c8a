import { describe, expect, it } from 'vitest'
import { askedLocks, webLocks } from './locks'
import type { Broadcast, Locks } from './types'

type Held = (lock: Lock | null) => unknown

/** Web Locks as the standard describes them, for the requests that we make. */
function fakeManager() {
  const holders = new Map<string, (error: Error) => void>()
  const waiting: (() => void)[] = []
  const free = (name: string) => {
    holders.delete(name)
    waiting.shift()?.()
  }
  const grant = (name: string, held: Held) =>
    new Promise<unknown>((resolve, reject) => {
      holders.set(name, reject)
      void Promise.resolve(held({ name, mode: 'exclusive' })).then((value) => {
        free(name)
        resolve(value)
      })
    })
  const request = (name: string, options: LockOptions, held: Held): Promise<unknown> => {
    if (options.steal) holders.get(name)?.(new DOMException('', 'AbortError'))
    else if (holders.has(name) && options.ifAvailable) return Promise.resolve(held(null))
    else if (holders.has(name)) {
      return new Promise((resolve, reject) => {
        options.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
        waiting.push(() => resolve(grant(name, held)))
      })
    }
    return grant(name, held)
  }
  return { request } as unknown as LockManager
}

/** Channels of several tabs; a message never comes back to the channel that sent it. */
function fakeBroadcast(): Broadcast {
  const rooms = new Map<string, Set<(message: unknown) => void>>()
  return {
    join: (name, onMessage) => {
      const room = rooms.get(name) ?? new Set()
      rooms.set(name, room.add(onMessage))
      return {
        post: (message) => {
          for (const hear of [...room]) if (hear !== onMessage) hear(message)
        },
        close: () => room.delete(onMessage),
      }
    },
  }
}

function askedTabs(): readonly [Locks, Locks] {
  const broadcast = fakeBroadcast()
  let n = 0
  const tab = () =>
    askedLocks({ broadcast, newId: () => `tab${++n}`, pause: () => new Promise((done) => setTimeout(done)) })
  return [tab(), tab()]
}

function webTabs(): readonly [Locks, Locks] {
  const manager = fakeManager()
  return [webLocks(manager), webLocks(manager)]
}

describe.each([
  ['the browser', webTabs],
  ['asking the other tabs', askedTabs],
])('a lock by %s', (_how, tabs) => {
  it('is held by one tab at a time', async () => {
    const [one, two] = tabs()
    const held = await one.take('doc')
    expect(held).toBeDefined()
    expect(await two.take('doc')).toBeUndefined()
    expect(await two.take('other doc')).toBeDefined()
    held?.release()
    // Letting go reaches the other tabs in its own time.
    await new Promise((done) => setTimeout(done))
    expect(await two.take('doc')).toBeDefined()
  })

  it('is held once, also by one tab', async () => {
    const [one] = tabs()
    await one.take('doc')
    expect(await one.take('doc')).toBeUndefined()
  })

  it('can be taken over, and who had it is told', async () => {
    const [one, two] = tabs()
    const held = await one.take('doc')
    const stolen = await two.take('doc', 'steal')
    expect(stolen).toBeDefined()
    await expect(held?.lost).resolves.toBeUndefined()
    expect(await one.take('doc')).toBeUndefined()
  })

  it('comes to who waits when it is free', async () => {
    const [one, two] = tabs()
    const held = await one.take('doc')
    const waited = two.wait('doc', new AbortController().signal)
    held?.release()
    expect(await waited).toBeDefined()
    expect(await one.take('doc')).toBeUndefined()
  })

  it('is no longer waited for when nobody wants it', async () => {
    const [one, two] = tabs()
    await one.take('doc')
    const stop = new AbortController()
    const waited = two.wait('doc', stop.signal)
    stop.abort()
    expect(await waited).toBeUndefined()
  })

  it('goes to one of two that ask in the same moment', async () => {
    const [one, two] = tabs()
    const got = await Promise.all([one.take('doc'), two.take('doc')])
    expect(got.filter((lock) => lock !== undefined)).toHaveLength(1)
  })
})

it('a tab that is too busy to answer keeps its lock for as long as its note is fresh', async () => {
  const notes = new Map<string, number>()
  let now = 0
  const deaf: Broadcast = { join: () => ({ post: () => undefined, close: () => undefined }) }
  const tab = (newId: string) =>
    askedLocks({
      broadcast: deaf,
      newId: () => newId,
      pause: () => Promise.resolve(),
      notes: {
        read: (name) => notes.get(name),
        write: (name) => notes.set(name, now),
        clear: (name) => notes.delete(name),
        now: () => now,
      },
    })
  const first = await tab('a').take('doc')
  expect(first).toBeDefined()
  expect(await tab('b').take('doc')).toBeUndefined()
  // Gone without a word: the note grows old.
  now = 60_000
  const second = await tab('b').take('doc')
  expect(second).toBeDefined()
  second?.release()
  expect(notes.size).toBe(0)
  first?.release()
})
