import { desk } from '../../state/import/desk'
import { useImporting } from '../../state/import/importing'
import { ProgressBar } from '../../ui'

/** Work under way, and the way out of it. */
export function Waiting() {
  const progress = useImporting((state) => state.progress)
  return (
    <div className="m-auto w-full max-w-100">
      <ProgressBar label={progress?.label ?? 'Working'} value={progress?.share} onCancel={desk.cancel} />
    </div>
  )
}
