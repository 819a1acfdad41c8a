// What changes when the document is written for another database, before it is done.
import { useMemo, useState } from 'react'
import type { Untold } from '../../core/dialects/retarget/retarget'
import { dialects } from '../../core/dialects'
import { projectOf } from '../../core/model/schema'
import type { Target } from '../../core/model/target'
import { useDocument } from '../../state/document'
import { targetOf, targetText } from '../../state/exporting'
import { useLive } from '../../state/live'
import { applyTarget, outlookOf, targetName, type Outlook } from '../../state/retargeting'
import { Banner, Button, Dialog, EmptyState, Select, Spinner, ToggleGroup } from '../../ui'
import { targetGroups } from '../export/targets'
import { Changes } from './Changes'

export interface TargetDialogProps {
  readonly target: Target
  readonly onClose: () => void
}

const untoldCodes: ReadonlySet<string> = new Set(['sqlLeftOut', 'sqlKept'])

interface UntoldChoiceProps {
  readonly label: string
  readonly value: Untold
  readonly onChange: (value: Untold) => void
}

function UntoldChoice({ label, value, onChange }: UntoldChoiceProps) {
  return (
    <div className="flex flex-wrap items-center gap-2 text-row text-muted">
      <span>SQL that has no words in {label}:</span>
      <ToggleGroup<Untold>
        label="SQL that could not be translated"
        value={value}
        options={[
          { value: 'leaveOut', label: 'Leave out' },
          { value: 'keep', label: 'Keep as written' },
        ]}
        onChange={onChange}
      />
    </div>
  )
}

function Body({ outlook, onLeave }: { readonly outlook: Outlook; readonly onLeave: () => void }) {
  if (outlook.notices.length === 0) {
    return (
      <EmptyState
        title="Nothing else changes"
        text={`Every type and every expression reads the same in ${targetName(outlook.target)}.`}
        className="my-auto"
      />
    )
  }
  return <Changes outlook={outlook} onLeave={onLeave} />
}

export function TargetDialog({ target: asked, onClose }: TargetDialogProps) {
  const own = useDocument(({ schema }) => projectOf(schema).target)
  const [chosen, setChosen] = useState(targetText(asked))
  const [untold, setUntold] = useState<Untold>('leaveOut')
  const target = targetOf(chosen, own)
  const question = useMemo(() => outlookOf(targetOf(chosen, asked), untold), [chosen, asked, untold])
  const { value, isCurrent, problem } = useLive(question)
  const isShown = value !== undefined && targetText(value.target) === chosen
  const isReady = isShown && isCurrent && value.untold === untold
  const asksUntold = isShown && value.notices.some(({ code }) => untoldCodes.has(code))
  const isOwn = targetText(own) === chosen

  const footer = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button
        variant="primary"
        isBusy={!isReady && problem === undefined && !isOwn}
        disabledReason={
          isOwn
            ? `The document is written for ${targetName(own)} already`
            : isReady
              ? undefined
              : 'What changes is not known yet'
        }
        onClick={() => {
          if (isReady && applyTarget(value.target, value.rows)) onClose()
        }}
      >
        Change to {targetName(target)}
      </Button>
    </>
  )

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Change the database"
      description={`From ${targetName(own)}. One step, which undo takes back whole.`}
      size="large"
      footer={footer}
    >
      <div className="flex h-[60dvh] min-h-0 flex-col gap-3 pt-1">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Select
            label="New database"
            isLabelHidden
            value={chosen}
            options={targetGroups}
            onChange={setChosen}
            className="w-56"
          />
          {asksUntold && (
            <UntoldChoice label={dialects[target.dialect].label} value={untold} onChange={setUntold} />
          )}
        </div>
        <section
          aria-label="What changes"
          aria-busy={!isReady}
          className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-card border border-border bg-surface"
        >
          {problem !== undefined && (
            <Banner tone="danger" title="What changes could not be found out" className="m-2">
              {problem}
            </Banner>
          )}
          {!isShown && problem === undefined && (
            <Spinner label="Looking at what changes" className="m-auto" />
          )}
          {isShown && <Body key={chosen} outlook={value} onLeave={onClose} />}
        </section>
      </div>
    </Dialog>
  )
}
