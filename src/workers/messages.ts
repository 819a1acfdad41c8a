// What main thread and workers say to each other. Both ends are ours and of one build, so only the envelope is checked.
export interface Request {
  readonly kind: 'call'
  readonly id: number
  readonly method: string
  readonly input: unknown
}

export interface CancelRequest {
  readonly kind: 'cancel'
  readonly id: number
}

export type ToWorker = Request | CancelRequest

export type FromWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly all: number }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'cancelled'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }

/** Either end of a worker, or of anything that behaves like one in a test. */
export interface Channel {
  send(message: ToWorker | FromWorker): void
  onMessage(listener: (message: unknown) => void): void
}

const hasKind = (message: unknown, kinds: readonly string[]): boolean =>
  typeof message === 'object' &&
  message !== null &&
  'kind' in message &&
  typeof message.kind === 'string' &&
  kinds.includes(message.kind) &&
  'id' in message &&
  typeof message.id === 'number'

export const isToWorker = (message: unknown): message is ToWorker => hasKind(message, ['call', 'cancel'])

export const isFromWorker = (message: unknown): message is FromWorker =>
  hasKind(message, ['progress', 'done', 'cancelled', 'failed'])
