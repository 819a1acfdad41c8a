// Waits for the keys that an action shall have. What cannot be given says why; what another action has is named, and
// can be taken from it.
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { Action, Shortcut } from '../../state/action'
import { giveKeys, holderOf, keymap, takeKeys } from '../../state/keymap'
import { isSystemKey, reservedFor, shortcutFrom } from '../../state/keys'
import { Button, isMac, Kbd } from '../../ui'

export interface RecorderProps {
  readonly action: Action
  readonly actions: readonly Action[]
  readonly onDone: () => void
}

interface Tried {
  readonly shortcut: Shortcut
  /** Why it cannot be. */
  readonly why?: string
  /** Who has it. */
  readonly holder?: Action
}

export function tryKeys(shortcut: Shortcut, { action, actions }: Omit<RecorderProps, 'onDone'>): Tried {
  const why = reservedFor(shortcut, isMac)
  if (why !== undefined) return { shortcut, why }
  // What is switched off now still has its keys.
  const map = { ...keymap(), singleKeys: true }
  const holder = holderOf(actions, shortcut, { except: action.id, map })
  return holder ? { shortcut, holder } : { shortcut }
}

function Verdict({ tried }: { readonly tried: Tried | undefined }) {
  if (!tried) return <>Press the new keys. Escape leaves it as it was.</>
  return (
    <>
      <Kbd shortcut={tried.shortcut} />{' '}
      {tried.holder ? `is already “${tried.holder.label}”.` : `${tried.why ?? ''}. Choose others.`}
    </>
  )
}

export function Recorder({ action, actions, onDone }: RecorderProps) {
  const [tried, setTried] = useState<Tried>()
  const field = useRef<HTMLButtonElement>(null)
  const verdict = useId()
  useEffect(() => field.current?.focus(), [])

  const handleKey = (event: KeyboardEvent) => {
    // Tab must never be caught: it leads on.
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') {
      onDone()
      return
    }
    const shortcut = shortcutFrom(event.nativeEvent, isMac)
    if (shortcut === undefined) return
    if (isSystemKey(event.nativeEvent, isMac)) {
      setTried({ shortcut, why: 'belongs to the system' })
      return
    }
    const next = tryKeys(shortcut, { action, actions })
    if (next.why === undefined && !next.holder) {
      giveKeys(actions, action, shortcut)
      onDone()
    } else setTried(next)
  }

  return (
    <div className="flex flex-wrap items-center gap-2 rounded-control bg-sunken p-2">
      <button
        ref={field}
        type="button"
        aria-label={`New keys for ${action.label}`}
        aria-describedby={verdict}
        onKeyDown={handleKey}
        className="h-control min-w-30 rounded-control border border-control bg-surface px-3 text-row text-muted"
      >
        Press keys…
      </button>
      <p id={verdict} role="status" className="min-w-50 grow text-row text-muted">
        <Verdict tried={tried} />
      </p>
      {tried?.holder && (
        <Button
          size="small"
          variant="primary"
          onClick={() => {
            giveKeys(actions, action, tried.shortcut)
            onDone()
          }}
        >
          Use it here instead
        </Button>
      )}
      <Button
        size="small"
        onClick={() => {
          takeKeys(action)
          onDone()
        }}
      >
        No keys
      </Button>
      <Button size="small" variant="quiet" onClick={onDone}>
        Cancel
      </Button>
    </div>
  )
}
