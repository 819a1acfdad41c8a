import type { RunningWorker } from './calls'
import type { Channel, FromWorker, ToWorker } from './messages'
import { serve, type Method } from './serve'

/** A worker in this thread: messages travel as copies and later, like real ones. */
export function fakeWorker(
  methods: Readonly<Record<string, Method>>,
): RunningWorker & { readonly isEnded: () => boolean } {
  const toWorker: ((message: unknown) => void)[] = []
  const toPage: ((message: unknown) => void)[] = []
  let ended = false
  const post = (listeners: readonly ((message: unknown) => void)[], message: ToWorker | FromWorker) => {
    const copy: unknown = structuredClone(message)
    queueMicrotask(() => {
      if (!ended) for (const listener of listeners) listener(copy)
    })
  }
  const inside: Channel = {
    send: (message) => post(toPage, message),
    onMessage: (listener) => toWorker.push(listener),
  }
  serve(inside, methods)
  return {
    channel: { send: (message) => post(toWorker, message), onMessage: (listener) => toPage.push(listener) },
    terminate: () => {
      ended = true
    },
    isEnded: () => ended,
  }
}
