// A refusal shown where it arose, with the ways out as buttons.
import { useState } from 'react'
import type { Cx, Done, Refusal } from '../../../core/commands/context'
import { perform } from '../../../state/perform'
import { Banner, Button } from '../../../ui'

/** Runs commands whose refusals stay in place instead of becoming a message. */
export function useRefusal() {
  const [refusal, setRefusal] = useState<Refusal>()
  const act = (label: string, command: (cx: Cx) => Done<unknown>) => {
    const result = perform(label, command, { isQuiet: true })
    setRefusal(result.ok ? undefined : result.error)
    return result.ok
  }
  return { refusal, act, dismiss: () => setRefusal(undefined) }
}

export interface RefusalNoteProps {
  readonly refusal: Refusal | undefined
  readonly onFix: (label: string, command: (cx: Cx) => Done<unknown>) => void
  readonly onDismiss: () => void
}

export function RefusalNote({ refusal, onFix, onDismiss }: RefusalNoteProps) {
  return (
    <div role="status" className="empty:hidden">
      {refusal && (
        <Banner tone="warning" onDismiss={onDismiss}>
          <p>{refusal.message}</p>
          <div className="mt-1 flex flex-wrap gap-1 empty:hidden">
            {refusal.fixes.map((fix) => (
              <Button
                key={fix.label}
                size="small"
                className="max-w-full"
                onClick={() => {
                  onFix(fix.label, (cx) => fix.apply(cx))
                }}
              >
                {fix.label}
              </Button>
            ))}
          </div>
        </Banner>
      )}
    </div>
  )
}
