import { X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from './Button'
import { IconButton } from './IconButton'
import type { Toast, ToastStore } from './toasts'
import { ToneIcon } from './tones'

interface ToastCardProps {
  readonly toast: Toast
  readonly isPaused: boolean
  readonly onClose: () => void
}

function ToastCard({ toast, isPaused, onClose }: ToastCardProps) {
  const { title, text, action, tone, duration } = toast

  // A pause gives the whole time again: whoever was reading is not hurried.
  useEffect(() => {
    if (isPaused || !Number.isFinite(duration)) return
    const timer = setTimeout(onClose, duration)
    return () => {
      clearTimeout(timer)
    }
  }, [isPaused, duration, onClose])

  return (
    <li className="pointer-events-auto flex animate-appear items-start gap-2 rounded-card border border-border bg-raised py-2 pr-2 pl-3 shadow-pop">
      <ToneIcon tone={tone} className="mt-1" />
      <div className="min-w-0 flex-1 py-0.5">
        <p className="font-medium break-words">{title}</p>
        {text && <p className="text-row break-words text-muted">{text}</p>}
      </div>
      {action && (
        <Button
          size="small"
          onClick={() => {
            action.onAction()
            onClose()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton size="small" label="Close" icon={<X />} onClick={onClose} />
    </li>
  )
}

function useStableClose(store: ToastStore) {
  const [closers] = useState(() => new Map<number, () => void>())
  return (id: number) => {
    const known = closers.get(id)
    if (known) return known
    const close = () => {
      closers.delete(id)
      store.dismiss(id)
    }
    closers.set(id, close)
    return close
  }
}

function spoken(toasts: readonly Toast[], isUrgent: boolean): string {
  const last = toasts.findLast((toast) => (toast.tone === 'danger' || toast.tone === 'warning') === isUrgent)
  return last ? [last.title, last.text].filter(Boolean).join('. ') : ''
}

/** Rendered once, by UiProvider. The live regions stand from the start: one that arrives with its text is not read. */
export function ToastRegion({ store }: { readonly store: ToastStore }) {
  const toasts = useSyncExternalStore(store.subscribe, store.current)
  const [isPaused, setPaused] = useState(false)
  const closeOf = useStableClose(store)
  const pause = () => {
    setPaused(true)
  }
  const resume = () => {
    setPaused(false)
  }
  return (
    <>
      <div role="status" className="sr-only">
        {spoken(toasts, false)}
      </div>
      <div role="alert" className="sr-only">
        {spoken(toasts, true)}
      </div>
      {toasts.length > 0 && (
        // Reading, not doing: the pointer only holds the clock.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <section
          aria-label="Messages"
          onPointerEnter={pause}
          onPointerLeave={resume}
          onFocus={pause}
          onBlur={resume}
          className="pointer-events-none fixed inset-x-0 bottom-12 z-50 mx-auto w-full max-w-110 px-4"
        >
          <ol className="flex flex-col gap-2">
            {toasts.map((toast) => (
              <ToastCard key={toast.id} toast={toast} isPaused={isPaused} onClose={closeOf(toast.id)} />
            ))}
          </ol>
        </section>
      )}
    </>
  )
}
