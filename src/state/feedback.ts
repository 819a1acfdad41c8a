// Messages to the person: what happened, and the way on. Actions in them are plain functions.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'

export interface Message {
  readonly id: number
  readonly tone: 'info' | 'success' | 'warning' | 'danger'
  readonly text: string
  readonly actions: readonly { readonly label: string; readonly run: () => void }[]
}

export interface Progress {
  readonly id: number
  readonly label: string
  /** From 0 to 1; absent while unknown. */
  readonly share?: number
  readonly cancel?: () => void
}

interface FeedbackState {
  readonly messages: readonly Message[]
  readonly progress: readonly Progress[]
}

export const feedback = createStore<FeedbackState>(() => ({ messages: [], progress: [] }))
export const useFeedback = <T>(selector: (state: FeedbackState) => T): T => useStore(feedback, selector)

let lastId = 0

export function tell(message: Omit<Message, 'id' | 'actions'> & Partial<Pick<Message, 'actions'>>): number {
  const id = ++lastId
  feedback.setState(({ messages }) => ({ messages: [...messages, { actions: [], ...message, id }] }))
  return id
}

export const dismiss = (id: number): void => {
  feedback.setState(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) }))
}

/** Shows work that may take long; call the result with a share as it goes, and with `done` at its end. */
export function startProgress(label: string, cancel?: () => void) {
  const id = ++lastId
  const put = (next: Progress) => {
    feedback.setState(({ progress }) => ({
      progress: [...progress.filter((other) => other.id !== id), next],
    }))
  }
  const given = cancel ? { id, label, cancel } : { id, label }
  put(given)
  return {
    report: (share: number) => {
      put({ ...given, share })
    },
    done: () => {
      feedback.setState(({ progress }) => ({ progress: progress.filter((other) => other.id !== id) }))
    },
  }
}
