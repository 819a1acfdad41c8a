import { useState } from 'react'
import { actionGroups, groupLabels, shortcutsOf, type Action, type ActionGroup } from '../../state/action'
import { useSettings } from '../../state/settings'
import { Dialog, Kbd, TextField } from '../../ui'

export interface ShortcutsProps {
  readonly actions: readonly Action[]
  readonly onClose: () => void
}

/** Hands know these; a list of actions alone would not tell. */
const gestures: readonly (readonly [keys: string, what: string])[] = [
  ['Space', 'Hold and drag: move the view'],
  ['ArrowRight', 'Nudge the selection; with Shift by more, with Alt: go to the next table that way'],
  ['Enter', 'Into the rows of the selected table; again: edit'],
  ['Tab', 'While typing a column: from its name to its type'],
  ['Escape', 'One step back: out of the field, the mode, the selection'],
]

function Row({ text, keys }: { readonly text: string; readonly keys: readonly string[] }) {
  return (
    <li className="flex items-center justify-between gap-4 py-1">
      <span className="min-w-0">{text}</span>
      <span className="flex shrink-0 gap-2">
        {keys.map((key) => (
          <Kbd key={key} shortcut={key} />
        ))}
      </span>
    </li>
  )
}

function Group({ group, actions }: { readonly group: ActionGroup; readonly actions: readonly Action[] }) {
  const chosen = useSettings((state) => state.shortcuts)
  if (actions.length === 0) return null
  return (
    <section className="break-inside-avoid pb-4">
      <h3 className="pb-1 font-medium text-muted">{groupLabels[group]}</h3>
      <ul>
        {actions.map((action) => (
          <Row key={action.id} text={action.label} keys={shortcutsOf(action, chosen)} />
        ))}
      </ul>
    </section>
  )
}

export function Shortcuts({ actions, onClose }: ShortcutsProps) {
  const [query, setQuery] = useState('')
  const chosen = useSettings((state) => state.shortcuts)
  const isListed = (action: Action) =>
    shortcutsOf(action, chosen).length > 0 && action.label.toLowerCase().includes(query.trim().toLowerCase())
  const listed = actions.filter(isListed)
  return (
    <Dialog isOpen onClose={onClose} title="Keyboard shortcuts" size="large">
      <TextField label="Find a shortcut" type="search" value={query} onChange={setQuery} />
      <div className="columns-2 gap-8 pt-4 max-md:columns-1">
        {query === '' && (
          <section className="break-inside-avoid pb-4">
            <h3 className="pb-1 font-medium text-muted">On the canvas</h3>
            <ul>
              {gestures.map(([keys, what]) => (
                <Row key={what} text={what} keys={[keys]} />
              ))}
            </ul>
          </section>
        )}
        {actionGroups.map((group) => (
          <Group key={group} group={group} actions={listed.filter((action) => action.group === group)} />
        ))}
        {listed.length === 0 && <p className="text-muted">No action with a shortcut is called that.</p>}
      </div>
    </Dialog>
  )
}
