// Who may write: Web Locks where the browser has them. On plain HTTP it has none; there the tabs ask each other over
// a channel, which is weaker (two tabs that ask in the same moment are told apart by their ids) but needs no clock.
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
  readonly lock: 'who' | 'mine' | 'give' | 'free'
  readonly from: string
}

const asks: ReadonlySet<unknown> = new Set(['who', 'mine', 'give', 'free'])

const isAsk = (message: unknown): message is Ask =>
  typeof message === 'object' &&
  message !== null &&
  'lock' in message &&
  asks.has(message.lock) &&
  'from' in message &&
  typeof message.from === 'string'

/** Long enough for a tab in the background to answer. */
const answerMs = 300

export interface AskedLocksOptions {
  readonly broadcast: Broadcast
  readonly newId: () => string
  readonly pause?: (ms: number) => Promise<void>
}

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Locks by asking the other tabs. */
export function askedLocks({ broadcast, newId, pause = sleep }: AskedLocksOptions): Locks {
  /** The lock while it is held: answers who asks, and gives it up to who takes it over. */
  function holding(name: string, from: string): Lock {
    let tellLost = (): void => undefined
    const lost = new Promise<void>((done) => (tellLost = done))
    const channel = broadcast.join(`lock:${name}`, (message) => {
      if (!isAsk(message) || message.from === from) return
      if (message.lock === 'who') channel.post({ lock: 'mine', from } satisfies Ask)
      if (message.lock === 'give') {
        channel.close()
        tellLost()
      }
    })
    const release = () => {
      channel.post({ lock: 'free', from } satisfies Ask)
      channel.close()
    }
    return { release, lost }
  }

  /** Does anyone hold it, or ask for it with an earlier id? */
  async function isTaken(name: string, from: string): Promise<boolean> {
    let isHeld = false
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
    return isHeld
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

export const browserLocks = (options: AskedLocksOptions): Locks => {
  // Absent on plain HTTP, whatever the types say.
  const manager = navigator.locks as LockManager | undefined
  return manager ? webLocks(manager) : askedLocks(options)
}
