import { Pencil, RotateCcw } from 'lucide-react'
import { useRef } from 'react'
import { shortcutsOf, type Action } from '../../state/action'
import { isRemapped, resetKeys, useKeymap } from '../../state/keymap'
import { IconButton, Kbd } from '../../ui'
import { Recorder } from './Recorder'

export interface ActionKeysProps {
  readonly action: Action
  readonly actions: readonly Action[]
  readonly isRecording: boolean
  readonly onRecord: (isRecording: boolean) => void
}

/** One action with its keys, and the way to change them. */
export function ActionKeys({ action, actions, isRecording, onRecord }: ActionKeysProps) {
  const map = useKeymap()
  const change = useRef<HTMLButtonElement>(null)
  const keys = shortcutsOf(action, map)
  const finish = () => {
    onRecord(false)
    change.current?.focus()
  }
  return (
    <li className="border-b border-border py-1 last:border-b-0">
      <div className="flex min-h-row items-center gap-2">
        <span className="min-w-0 grow">{action.label}</span>
        <span className="flex shrink-0 flex-wrap justify-end gap-3">
          {keys.map((shortcut) => (
            <Kbd key={shortcut} shortcut={shortcut} />
          ))}
        </span>
        {isRemapped(action, map) && (
          <IconButton
            size="small"
            label={`Reset the keys of ${action.label}`}
            icon={<RotateCcw />}
            onClick={() => {
              resetKeys(actions, action)
              change.current?.focus()
            }}
          />
        )}
        <IconButton
          ref={change}
          size="small"
          label={`Change the keys of ${action.label}`}
          icon={<Pencil />}
          aria-expanded={isRecording}
          onClick={() => {
            onRecord(!isRecording)
          }}
        />
      </div>
      {isRecording && <Recorder action={action} actions={actions} onDone={finish} />}
    </li>
  )
}
