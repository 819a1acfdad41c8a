// The page's side of a worker: calls with progress and cancel, and answers that came too late dropped.
import { fail, ok, type Result } from '../core/lib/result'
import { isFromWorker, type Channel, type FromWorker, type Request } from './messages'

export interface RunningWorker {
  readonly channel: Channel
  readonly terminate: () => void
}

/** Every method of a worker with what it takes and gives. */
export type Api = Readonly<Record<string, { readonly input: unknown; readonly output: unknown }>>

export interface CallOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, all: number) => void
  /** The document's revision that the input was read from: a call with a later one makes this answer stale. */
  readonly revision?: number
}

export type CallError =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'failed'; readonly message: string }

export interface WorkerClient<A extends Api> {
  call<M extends keyof A & string>(
    method: M,
    input: A[M]['input'],
    options?: CallOptions,
  ): Promise<Result<A[M]['output'], CallError>>
  /** Ends the worker; the next call starts a new one. */
  close(): void
}

interface Pending {
  readonly request: Request
  readonly options: CallOptions
  readonly settle: (result: Result<unknown, CallError>) => void
}

export interface ClientParts {
  readonly spawn: (onCrash: (message: string) => void) => RunningWorker
  /** After this a worker that does not react to a cancel is ended. */
  readonly patience?: number
}

class Client {
  private readonly parts: ClientParts
  private readonly pending = new Map<number, Pending>()
  private readonly latest = new Map<string, number>()
  /** Cancelled calls that the worker may still be busy with. */
  private readonly abandoned = new Set<number>()
  private worker: RunningWorker | undefined
  private lastId = 0

  constructor(parts: ClientParts) {
    this.parts = parts
  }

  call(method: string, input: unknown, options: CallOptions): Promise<Result<unknown, CallError>> {
    if (options.signal?.aborted) return Promise.resolve(fail({ kind: 'cancelled' }))
    if (options.revision !== undefined) this.outdate(method, options.revision)
    const request: Request = { kind: 'call', id: ++this.lastId, method, input }
    return new Promise((settle) => {
      const onAbort = () => this.abandon(request.id, { kind: 'cancelled' })
      const done = (result: Result<unknown, CallError>) => {
        options.signal?.removeEventListener('abort', onAbort)
        settle(result)
      }
      this.pending.set(request.id, { request, options, settle: done })
      options.signal?.addEventListener('abort', onAbort)
      this.running().channel.send(request)
    })
  }

  /** Older questions of the same kind are no longer of interest. */
  private outdate(method: string, revision: number): void {
    this.latest.set(method, Math.max(revision, this.latest.get(method) ?? revision))
    for (const [id, { request, options }] of this.pending) {
      if (request.method === method && options.revision !== undefined && options.revision < revision) {
        this.abandon(id, { kind: 'stale' })
      }
    }
  }

  private abandon(id: number, error: CallError): void {
    const pending = this.pending.get(id)
    if (!pending) return
    this.pending.delete(id)
    this.abandoned.add(id)
    this.worker?.channel.send({ kind: 'cancel', id })
    pending.settle(fail(error))
    // A stale answer is waited for: what the worker learns from it may serve the next question.
    if (error.kind === 'stale') return
    setTimeout(() => {
      if (this.abandoned.has(id)) this.restart()
    }, this.parts.patience ?? 300)
  }

  private restart(): void {
    this.end()
    for (const { request } of this.pending.values()) this.running().channel.send(request)
  }

  private end(): void {
    this.worker?.terminate()
    this.worker = undefined
    this.abandoned.clear()
  }

  private running(): RunningWorker {
    if (this.worker) return this.worker
    const worker = this.parts.spawn((message) => {
      if (this.worker === worker) this.crashed(message)
    })
    worker.channel.onMessage((message) => {
      if (this.worker === worker && isFromWorker(message)) this.hear(message)
    })
    this.worker = worker
    return worker
  }

  private hear(message: FromWorker): void {
    const pending = this.pending.get(message.id)
    if (message.kind === 'progress') {
      pending?.options.onProgress?.(message.done, message.all)
      return
    }
    this.abandoned.delete(message.id)
    if (!pending) return
    this.pending.delete(message.id)
    pending.settle(this.resultOf(message, pending))
  }

  private resultOf(
    message: Exclude<FromWorker, { kind: 'progress' }>,
    { request, options }: Pending,
  ): Result<unknown, CallError> {
    const latest = this.latest.get(request.method)
    if (options.revision !== undefined && latest !== undefined && options.revision < latest)
      return fail({ kind: 'stale' })
    switch (message.kind) {
      case 'done':
        return ok(message.value)
      case 'cancelled':
        return fail({ kind: 'cancelled' })
      case 'failed':
        return fail({ kind: 'failed', message: message.message })
    }
  }

  private crashed(message: string): void {
    this.end()
    const lost = [...this.pending.values()]
    this.pending.clear()
    for (const { settle } of lost) settle(fail({ kind: 'failed', message }))
  }

  close(): void {
    this.end()
    const lost = [...this.pending.values()]
    this.pending.clear()
    for (const { settle } of lost) settle(fail({ kind: 'cancelled' }))
  }
}

export function createClient<A extends Api>(parts: ClientParts): WorkerClient<A> {
  const client = new Client(parts)
  return {
    call: (method, input, options = {}) => client.call(method, input, options),
    close: () => client.close(),
  }
}
