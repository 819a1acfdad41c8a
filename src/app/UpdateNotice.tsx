import { RefreshCw } from 'lucide-react'
import { useUpdate } from '../state/offline'
import { useActions } from './AppContext'

/** Quiet, and in nobody's way: a newer Relata waits for as long as one likes. */
export function UpdateNotice() {
  const update = useUpdate()
  const reload = useActions().get('help.update')
  if (!update || !reload) return null
  return (
    <span role="status" className="flex shrink-0 items-center gap-2">
      <span className="max-sm:sr-only">A new version is ready.</span>
      <button
        type="button"
        onClick={() => void reload.run()}
        className="flex items-center gap-1 rounded-small font-medium text-accent-text underline-offset-2 hover:underline [&_svg]:size-3"
      >
        <RefreshCw aria-hidden />
        {reload.label}
      </button>
    </span>
  )
}
