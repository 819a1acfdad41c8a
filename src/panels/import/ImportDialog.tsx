// The way in for schemas: asked for, read, looked over, taken. Nothing is touched before the last button.
import type { SourceFilesPort } from '../../state/ports'
import { desk } from '../../state/import/desk'
import { useImporting } from '../../state/import/importing'
import type { Workspace } from '../../state/workspace'
import { Button, Dialog } from '../../ui'
import { Ask } from './Ask'
import { Failed } from './Failed'
import { Preview } from './Preview'
import { TakeButton } from './TakeButton'
import { Waiting } from './Waiting'
import { summaryOf } from './words'

export interface ImportDialogProps {
  readonly workspace: Workspace
  readonly files: SourceFilesPort
}

function Footer({ workspace }: { readonly workspace: Workspace }) {
  const phase = useImporting((state) => state.phase)
  const overview = useImporting((state) => state.overview)
  if (phase === 'failed') return <Button onClick={desk.back}>Back</Button>
  if (phase !== 'ready' || !overview) return null
  return (
    <>
      <span role="status" className="mr-auto min-w-0 self-center truncate text-muted max-sm:basis-full">
        {summaryOf(overview)}
      </span>
      <Button onClick={desk.back}>Back</Button>
      <TakeButton workspace={workspace} />
    </>
  )
}

export function ImportDialog({ workspace, files }: ImportDialogProps) {
  const phase = useImporting((state) => state.phase)
  return (
    <Dialog
      isOpen
      onClose={desk.close}
      title="Import a schema"
      size="wide"
      footer={<Footer workspace={workspace} />}
    >
      <div className="flex h-full min-h-0 flex-col pt-1">
        {phase === 'asking' && <Ask files={files} />}
        {(phase === 'reading' || phase === 'taking') && <Waiting />}
        {phase === 'failed' && <Failed />}
        {phase === 'ready' && <Preview />}
      </div>
    </Dialog>
  )
}
