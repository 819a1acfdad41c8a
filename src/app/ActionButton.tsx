import { useDocument } from '../state/document'
import { useDocks } from '../state/docks'
import { useKeysOf } from '../state/keymap'
import { useSettings } from '../state/settings'
import { useView } from '../state/view'
import { IconButton } from '../ui'
import { useAction } from './AppContext'

/** An action as a button in a bar. It looks again whenever the document or the selection changes. */
export function ActionButton({ id }: { readonly id: string }) {
  const action = useAction(id)
  useDocument((state) => state.revision)
  useView((state) => state.selection)
  useDocks((state) => state)
  useSettings((state) => state.leftDock.isOpen)
  const keys = useKeysOf(id)
  const when = action.when()
  return (
    <IconButton
      label={action.label}
      icon={action.icon}
      shortcut={keys}
      disabledReason={when === true ? undefined : when}
      isPressed={action.isOn?.()}
      onClick={() => void action.run()}
    />
  )
}
