// What the app wants to say in passing. A plain store, so that actions outside React can speak too.

export type Tone = 'info' | 'success' | 'warning' | 'danger'

export interface ToastMessage {
  readonly title: string
  readonly text?: string
  readonly tone?: Tone
  readonly action?: { readonly label: string; readonly onAction: () => void }
  /** Milliseconds; Infinity: until closed. Warnings and errors stay by default. */
  readonly duration?: number
  /** A newer message with the same key takes the place of the older: "Moved 2 tables" after "Moved 1 table". */
  readonly key?: string
}

export interface Toast extends ToastMessage {
  readonly id: number
  readonly tone: Tone
  readonly duration: number
}

export interface ToastStore {
  readonly add: (message: ToastMessage) => number
  readonly dismiss: (id: number) => void
  readonly subscribe: (listener: () => void) => () => void
  readonly current: () => readonly Toast[]
}

const MOST = 4
const BRIEF = 5000
const WITH_ACTION = 8000

function durationOf({ duration, action, tone }: ToastMessage): number {
  if (duration !== undefined) return duration
  if (tone === 'danger' || tone === 'warning') return Infinity
  return action ? WITH_ACTION : BRIEF
}

export function createToastStore(): ToastStore {
  let toasts: readonly Toast[] = []
  let lastId = 0
  const listeners = new Set<() => void>()
  const set = (next: readonly Toast[]) => {
    toasts = next
    for (const listener of listeners) listener()
  }
  return {
    add: (message) => {
      const id = ++lastId
      const toast: Toast = { ...message, id, tone: message.tone ?? 'info', duration: durationOf(message) }
      const others = toasts.filter((other) => message.key === undefined || other.key !== message.key)
      set([...others, toast].slice(-MOST))
      return id
    },
    dismiss: (id) => {
      set(toasts.filter((toast) => toast.id !== id))
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    current: () => toasts,
  }
}
