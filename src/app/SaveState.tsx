import { Check, CloudAlert, Eye, LoaderCircle, Lock, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { assertNever } from '../core/lib/assertNever'
import { useSaveStatus } from '../state/save'
import { useWorkspace } from '../state/workspace'
import { Button } from '../ui'
import { useAction } from './AppContext'

function State({ icon, text }: { readonly icon: ReactNode; readonly text: string }) {
  return (
    <span role="status" className="flex items-center gap-1 text-small text-muted max-sm:mx-1 [&_svg]:size-3">
      {icon}
      <span className="max-sm:sr-only">{text}</span>
    </span>
  )
}

/** Where the work is right now. A failure stays until it is answered: try again, or download. */
export function SaveState() {
  const status = useSaveStatus()
  const isFleeting = useWorkspace((state) => state.isFleeting)
  const download = useAction('file.download')
  switch (status.kind) {
    case 'saved':
      // Nothing here outlives the window: that must not look like safety.
      return isFleeting ? (
        <State icon={<TriangleAlert />} text="Kept until this window closes" />
      ) : (
        <State icon={<Check />} text="Saved" />
      )
    case 'saving':
      return <State icon={<LoaderCircle className="motion-safe:animate-spin" />} text="Saving" />
    case 'elsewhere':
      return (
        <>
          <State icon={<Lock />} text="Open in another tab" />
          <Button size="small" isBusy={status.isAsked} onClick={status.takeOver}>
            Edit here
          </Button>
        </>
      )
    case 'viewed':
      return <State icon={<Eye />} text={status.why} />
    case 'failed':
      return (
        <span role="alert" className="flex items-center gap-1 text-small text-danger-text [&_svg]:size-3">
          <CloudAlert />
          Could not save: {status.why}
          <Button size="small" onClick={status.retry}>
            Try again
          </Button>
          <Button size="small" onClick={() => void download.run()}>
            Download
          </Button>
        </span>
      )
    default:
      return assertNever(status)
  }
}
