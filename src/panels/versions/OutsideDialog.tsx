// Somebody else changed the file that is open: what they did, and what shall become of it.
import { useOutsideChange, type Decision } from '../../state/disk/disk'
import { Button, Dialog } from '../../ui'
import { DifferenceList } from './DifferenceList'

export interface OutsideDialogProps {
  readonly onDecide: (decision: Decision | undefined) => void
}

export function OutsideDialog({ onDecide }: OutsideDialogProps) {
  const change = useOutsideChange()
  if (!change) return null
  const { name, found, isSaving } = change
  return (
    <Dialog
      isOpen
      onClose={() => {
        onDecide(undefined)
      }}
      size="medium"
      title="Changed outside of Relata"
      description={
        <>
          <bdi>{name}</bdi> is no longer as it was when you opened or saved it. Whatever you choose is one
          step, which undo takes back.
        </>
      }
      footer={
        <>
          <Button
            onClick={() => {
              onDecide('keep')
            }}
          >
            {isSaving ? 'Save mine over it' : 'Keep mine'}
          </Button>
          <Button
            onClick={() => {
              onDecide('reload')
            }}
          >
            Reload the file
          </Button>
          <Button
            variant="primary"
            onClick={() => {
              onDecide('merge')
            }}
          >
            Merge both
          </Button>
        </>
      }
    >
      <section
        aria-label="What was done outside"
        className="flex h-[40dvh] min-h-0 flex-col overflow-hidden rounded-card border border-border bg-surface"
      >
        <DifferenceList found={found} />
      </section>
    </Dialog>
  )
}
