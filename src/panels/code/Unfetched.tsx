import { Button } from '../../ui'

/** In the place of an editor that did not come. */
export function Unfetched({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <div role="alert" className="flex h-full flex-col items-start justify-center gap-2 p-2 font-sans">
      <p className="text-row text-muted">
        The editor could not be loaded. Look at the network and try again.
      </p>
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    </div>
  )
}
