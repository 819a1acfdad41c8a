// What every page of Relata has around its screens: messages that become toasts, and keys that become actions.
import { useEffect } from 'react'
import type { Action } from '../state/action'
import { dismiss, feedback, type Message } from '../state/feedback'
import { keymap } from '../state/keymap'
import { screens } from '../state/screens'
import { createToastStore } from '../ui'
import { actionFor } from './shortcuts'

export const toasts = createToastStore()

function show({ id, tone, text, actions }: Message): void {
  const [action] = actions
  toasts.add({
    title: text,
    tone,
    ...(action ? { action: { label: action.label, onAction: action.run } } : {}),
  })
  dismiss(id)
}

/** Messages from state become toasts: state knows nothing of the screen. */
export function useMessages() {
  useEffect(() => {
    // What was said before anyone listened is said now.
    feedback.getState().messages.forEach(show)
    return feedback.subscribe(({ messages }) => {
      messages.forEach(show)
    })
  }, [])
}

export function useShortcuts(actions: ReadonlyMap<string, Action>) {
  useEffect(() => {
    const all = [...actions.values()]
    const handleKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const action = actionFor(event, all, keymap())
      if (action?.when() !== true) return
      // A dialog that is on its way has the keys already: what one types into it must not reach the canvas.
      const { dialog, isSearching } = screens.getState()
      if (action.scope === 'canvas' && (dialog !== undefined || isSearching)) return
      event.preventDefault()
      void action.run()
    }
    window.addEventListener('keydown', handleKey)
    return () => {
      window.removeEventListener('keydown', handleKey)
    }
  }, [actions])
}
