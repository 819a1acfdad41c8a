import { newTarget, setNewTarget } from '../../state/templates'
import { useSettings } from '../../state/settings'
import { Select } from '../../ui'
import { targetGroups, targetId, targetOf } from './targets'

export interface TargetChoiceProps {
  readonly label: string
  readonly isQuiet?: boolean
  readonly className?: string
}

/** What new documents are written for; remembered on this device. */
export function TargetChoice({ label, isQuiet = false, className }: TargetChoiceProps) {
  // Read for the sake of hearing its changes: a stored target may no longer exist, `newTarget` knows.
  useSettings((state) => state.target)
  return (
    <Select
      label={label}
      isLabelHidden={isQuiet}
      isQuiet={isQuiet}
      value={targetId(newTarget())}
      options={targetGroups}
      onChange={(id) => {
        setNewTarget(targetOf(id))
      }}
      {...(className !== undefined && { className })}
    />
  )
}
