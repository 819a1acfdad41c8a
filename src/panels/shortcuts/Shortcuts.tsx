import { useRef, useState } from 'react'
import { actionGroups, groupLabels, type Action } from '../../state/action'
import { resetAllKeys, useKeymap } from '../../state/keymap'
import { settings } from '../../state/settings'
import { Button, Dialog, EmptyState, Switch, TextField } from '../../ui'
import { ActionKeys } from './ActionKeys'
import { fits } from './find'
import { Gestures } from './Gestures'

export interface ShortcutsProps {
  readonly actions: readonly Action[]
  readonly onClose: () => void
}

function Footer() {
  const map = useKeymap()
  const isChanged = Object.keys(map.shortcuts).length > 0
  return (
    <div className="flex w-full flex-wrap items-center justify-between gap-3">
      <Switch
        label="Letters, digits and signs alone are shortcuts"
        isChecked={map.singleKeys}
        onChange={(singleKeys) => {
          settings.setState({ singleKeys })
        }}
      />
      <Button disabledReason={isChanged ? undefined : 'Nothing was changed'} onClick={resetAllKeys}>
        Reset all
      </Button>
    </div>
  )
}

/** Every action with its keys; any of them can have others. */
export function Shortcuts({ actions, onClose }: ShortcutsProps) {
  const [query, setQuery] = useState('')
  const [recording, setRecording] = useState<string>()
  const map = useKeymap()
  const search = useRef<HTMLInputElement>(null)
  const listed = actions.filter((action) => action.id === recording || fits(action, query, map))
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Keyboard shortcuts"
      size="large"
      initialFocus={search}
      footer={<Footer />}
    >
      <div className="sticky top-0 z-10 bg-raised pb-2">
        <TextField
          inputRef={search}
          label="Find an action or keys"
          type="search"
          value={query}
          onChange={setQuery}
        />
      </div>
      {actionGroups.map((group) => {
        const members = listed.filter((action) => action.group === group)
        return members.length === 0 ? null : (
          <section key={group} className="pb-4">
            <h3 className="pb-1 font-medium text-muted">{groupLabels[group]}</h3>
            <ul>
              {members.map((action) => (
                <ActionKeys
                  key={action.id}
                  action={action}
                  actions={actions}
                  isRecording={recording === action.id}
                  onRecord={(isRecording) => {
                    setRecording(isRecording ? action.id : undefined)
                  }}
                />
              ))}
            </ul>
          </section>
        )
      })}
      <Gestures actions={actions} query={query.trim().toLowerCase()} />
      {listed.length === 0 && (
        <EmptyState title="No action is called that" text="Type a word of its name, or its keys: “ctrl d”." />
      )}
    </Dialog>
  )
}
