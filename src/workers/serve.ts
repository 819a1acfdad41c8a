// The worker's side: answers calls one after the other in the order in which they come.
import { isToWorker, type Channel } from './messages'

export interface Job {
  readonly onProgress: (done: number, all: number) => void
  readonly cancel: { readonly aborted: boolean }
}

/** Thrown or returned by a method that noticed its cancel. */
export const cancelled = Symbol('cancelled')

export type Method = (input: never, job: Job) => unknown

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export function serve(channel: Channel, methods: Readonly<Record<string, Method>>): void {
  const cancels = new Map<number, { aborted: boolean }>()

  async function answer(id: number, method: string, input: unknown): Promise<void> {
    const cancel = cancels.get(id) ?? { aborted: false }
    const run = Object.hasOwn(methods, method) ? methods[method] : undefined
    try {
      if (!run) throw new Error(`This worker knows no ${method}`)
      const onProgress = (done: number, all: number) => channel.send({ kind: 'progress', id, done, all })
      // The client's types tie each method to its input.
      const value = cancel.aborted ? cancelled : await run(input as never, { onProgress, cancel })
      channel.send(value === cancelled ? { kind: 'cancelled', id } : { kind: 'done', id, value })
    } catch (error) {
      channel.send({ kind: 'failed', id, message: wordsOf(error) })
    } finally {
      cancels.delete(id)
    }
  }

  let queue = Promise.resolve()
  channel.onMessage((message) => {
    if (!isToWorker(message)) return
    if (message.kind === 'cancel') {
      const cancel = cancels.get(message.id)
      if (cancel) cancel.aborted = true
      return
    }
    const { id, method, input } = message
    cancels.set(id, { aborted: false })
    queue = queue.then(() => answer(id, method, input))
  })
}

/** The channel of the worker that this runs in. */
export function ownChannel(): Channel {
  // The worker's global scope; its type is not among those that the page is compiled with.
  const scope = globalThis as unknown as {
    postMessage(message: unknown): void
    addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  }
  return {
    send: (message) => scope.postMessage(message),
    onMessage: (listener) => scope.addEventListener('message', (event) => listener(event.data)),
  }
}
