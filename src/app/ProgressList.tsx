import { useFeedback } from '../state/feedback'
import { ProgressBar } from '../ui'

/** Work that takes longer than a moment says so, and can be stopped. */
export function ProgressList() {
  const progress = useFeedback((state) => state.progress)
  if (progress.length === 0) return null
  return (
    <div className="fixed bottom-10 left-1/2 z-40 flex w-80 -translate-x-1/2 flex-col gap-2">
      {progress.map(({ id, label, share, cancel }) => (
        <div key={id} className="rounded-card border border-border bg-raised p-3 shadow-pop">
          <ProgressBar label={label} value={share} {...(cancel ? { onCancel: cancel } : {})} />
        </div>
      ))}
    </div>
  )
}
