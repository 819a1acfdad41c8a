// Who may write: Web Locks where the browser has them. On plain HTTP it has none; there the tabs ask each other over a
// channel, and leave a note where all of them can read it: a tab that is too busy to answer has not gone. It is weaker
// (a tab that is frozen for long counts as gone), so the log of a document refuses a second writer by itself.
import type { Broadcast, Lock, Locks } from './types'

type LockManagerLike = Pick<LockManager, 'request'>

/** Holds a lock of the browser's until it is released or taken over. */
function hold(manager: LockManagerLike, name: string, options: LockOptions): Promise<Lock | undefined> {
  return new Promise((resolve, reject) => {
    let release = (): void => undefined
    let tellLost = (): void => undefined
    const lost = new Promise<void>((done) => (tellLost = done))
    const held = new Promise<void>((done) => (release = done))
    const request = manager.request(name, options, (lock) => {
      if (!lock) {
        resolve(undefined)
        return undefined
      }
      resolve({ release, lost })
      return held
    })
    request.catch((error: unknown) => {
      // Stolen, or no longer wanted; after `resolve` above the second call of it does nothing.
      const isExpected = error instanceof DOMException && error.name === 'AbortError'
      if (!isExpected) reject(error instanceof Error ? error : new Error(String(error)))
      tellLost()
      resolve(undefined)
    })
  })
}

export const webLocks = (manager: LockManagerLike): Locks => ({
  take: (name, how = 'ifFree') =>
    hold(manager, name, how === 'steal' ? { steal: true } : { ifAvailable: true }),
  wait: (name, signal) => hold(manager, name, { signal }),
})

interface Ask {
  readonly lock: 'who' | 'mine' | 'give'
  readonly from: string
}

const asks: ReadonlySet<unknown> = new Set(['who', 'mine', 'give'])

const isAsk = (message: unknown): message is Ask =>
  typeof message === 'object' &&
  message !== null &&
  'lock' in message &&
  asks.has(message.lock) &&
  'from' in message &&
  typeof message.from === 'string'

/** Long enough for a tab in the background to answer. */
const answerMs = 300
/** The note of a holder is renewed so often, and believed for so long. */
const renewMs = 1000
const believedMs = 6000

/** Where the holder of a lock says that it lives; every tab of the origin can read it. */
export interface LockNotes {
  /** When it last did. */
  readonly read: (name: string) => number | undefined
  readonly write: (name: string) => void
  readonly clear: (name: string) => void
  readonly now: () => number
}

/** None in a test. */
const page = typeof window === 'undefined' ? undefined : window

const noNotes: LockNotes = {
  read: () => undefined,
  write: () => undefined,
  clear: () => undefined,
  now: () => 0,
}

export interface AskedLocksOptions {
  readonly broadcast: Broadcast
  readonly newId: () => string
  readonly notes?: LockNotes
  readonly pause?: (ms: number) => Promise<void>
}

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Locks by asking the other tabs. */
export function askedLocks(options: AskedLocksOptions): Locks {
  const { broadcast, newId, notes = noNotes, pause = sleep } = options

  /** The lock while it is held: answers who asks, and gives it up to who takes it over. */
  function holding(name: string, from: string): Lock {
    let tellLost = (): void => undefined
    const lost = new Promise<void>((done) => (tellLost = done))
    const end = () => {
      clearInterval(timer)
      page?.removeEventListener('pagehide', release)
      channel.close()
    }
    const channel = broadcast.join(`lock:${name}`, (message) => {
      if (!isAsk(message) || message.from === from) return
      if (message.lock === 'who') channel.post({ lock: 'mine', from } satisfies Ask)
      if (message.lock === 'give') {
        end()
        tellLost()
      }
    })
    const release = () => {
      end()
      notes.clear(name)
    }
    notes.write(name)
    const timer = setInterval(() => notes.write(name), renewMs)
    // A page that goes in peace leaves no note behind.
    page?.addEventListener('pagehide', release)
    return { release, lost }
  }

  const isNoted = (name: string): boolean => {
    const at = notes.read(name)
    // A note from the future is one of a clock that was set back.
    return at !== undefined && Math.abs(notes.now() - at) < believedMs
  }

  /** Does anyone hold it, or ask for it with an earlier id? */
  async function isTaken(name: string, from: string): Promise<boolean> {
    let isHeld = isNoted(name)
    const channel = broadcast.join(`lock:${name}`, (message) => {
      if (!isAsk(message) || message.from === from) return
      if (message.lock === 'mine') isHeld = true
      if (message.lock === 'who' && message.from < from) isHeld = true
      // The other asks too and must know that it is not the first.
      if (message.lock === 'who' && message.from > from) channel.post({ lock: 'mine', from } satisfies Ask)
    })
    channel.post({ lock: 'who', from } satisfies Ask)
    await pause(answerMs)
    channel.close()
    return isHeld || isNoted(name)
  }

  async function take(name: string, how: 'ifFree' | 'steal' = 'ifFree'): Promise<Lock | undefined> {
    const from = newId()
    if (how === 'steal') {
      const channel = broadcast.join(`lock:${name}`, () => undefined)
      channel.post({ lock: 'give', from } satisfies Ask)
      channel.close()
      return holding(name, from)
    }
    return (await isTaken(name, from)) ? undefined : holding(name, from)
  }

  async function wait(name: string, signal: AbortSignal): Promise<Lock | undefined> {
    const isWanted = () => !signal.aborted
    while (isWanted()) {
      const lock = await take(name)
      if (lock && isWanted()) return lock
      lock?.release()
      if (!lock) await pause(answerMs)
    }
    return undefined
  }

  return { take, wait }
}

/** Some places have locks and refuse them (a sandboxed frame): there the tabs ask each other too. */
function whereAllowed(first: Locks, second: Locks): Locks {
  async function either<T>(ask: (locks: Locks) => Promise<T>): Promise<T> {
    try {
      return await ask(first)
    } catch (error) {
      if (error instanceof DOMException) return ask(second)
      throw error
    }
  }
  return {
    take: (name, how) => either((locks) => locks.take(name, how)),
    wait: (name, signal) => either((locks) => locks.wait(name, signal)),
  }
}

const noteKey = (name: string): string => `lock:${name}`

/** In the browser's small storage; where that is forbidden the tabs only ask each other. */
const browserNotes = (storage: () => Storage): LockNotes => {
  const attempt = <T>(work: (box: Storage) => T): T | undefined => {
    try {
      return work(storage())
    } catch (error) {
      if (error instanceof DOMException) return undefined
      throw error
    }
  }
  return {
    read: (name) => {
      const text = attempt((box) => box.getItem(noteKey(name)))
      return text === null || text === undefined ? undefined : Number(text)
    },
    write: (name) => attempt((box) => box.setItem(noteKey(name), String(Date.now()))),
    clear: (name) => attempt((box) => box.removeItem(noteKey(name))),
    now: () => Date.now(),
  }
}

export const browserLocks = (options: AskedLocksOptions): Locks => {
  // Absent on plain HTTP, whatever the types say.
  const manager = navigator.locks as LockManager | undefined
  const asked = askedLocks({ ...options, notes: browserNotes(() => localStorage) })
  return manager ? whereAllowed(webLocks(manager), asked) : asked
}
