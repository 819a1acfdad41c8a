// A document whose records cannot be read: what can still be done with it.
import type { Workspace } from '../../state/workspace'
import { Button, Dialog } from '../../ui'

export interface DamagedDialogProps {
  readonly id: string
  readonly name: string
  readonly workspace: Pick<Workspace, 'saveRaw'>
  readonly onClose: () => void
}

export function DamagedDialog({ id, name, workspace, onClose }: DamagedDialogProps) {
  const called = name || 'This document'
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title="This document cannot be opened"
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button variant="primary" onClick={() => void workspace.saveRaw(id, called)}>
            Save its raw data
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>
          <bdi className="font-medium">{called}</bdi> is damaged where this browser keeps it. Nothing of it
          was changed, and your other documents are not touched by it.
        </p>
        <p className="text-muted">
          Its raw data is a text file with everything that is still there. If you saved the document to a file
          before, open that file instead.
        </p>
      </div>
    </Dialog>
  )
}
