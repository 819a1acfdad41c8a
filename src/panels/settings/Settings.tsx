// What one person likes, in one place. It is kept in this browser and never goes into a document.
import { Contrast, Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { openDialog } from '../../state/screens'
import { settings, useSettings, type Settings as Choices } from '../../state/settings'
import { Button, Dialog, Switch, ToggleGroup, type ToggleOption } from '../../ui'
import { StoragePart, type StoragePartProps } from './StoragePart'

export interface SettingsProps {
  readonly workspace: StoragePartProps['workspace']
  readonly onClose: () => void
}

const themes: readonly ToggleOption<Choices['theme']>[] = [
  { value: 'light', label: 'Light', icon: <Sun /> },
  { value: 'dark', label: 'Dark', icon: <Moon /> },
  { value: 'system', label: 'System', icon: <Contrast /> },
]

const densities: readonly ToggleOption<Choices['density']>[] = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
]

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="grid grid-cols-[8rem_1fr] gap-x-4 gap-y-3 border-b border-border py-4 last:border-b-0 max-sm:grid-cols-1">
      <h3 className="font-medium">{title}</h3>
      <div className="flex min-w-0 flex-col gap-3">{children}</div>
    </section>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span aria-hidden>{name}</span>
      {children}
    </div>
  )
}

type Flag = 'snapsToGrid' | 'snapsToGuides' | 'showsMinimap' | 'singleKeys'

interface FlagProps {
  readonly flag: Flag
  readonly label: string
  readonly hint?: string
}

function FlagSwitch({ flag, label, hint }: FlagProps) {
  const isChecked = useSettings((state) => state[flag])
  return (
    <Switch
      label={label}
      hint={hint}
      isChecked={isChecked}
      onChange={(next) => {
        settings.setState({ [flag]: next })
      }}
    />
  )
}

function Appearance() {
  const theme = useSettings((state) => state.theme)
  const density = useSettings((state) => state.density)
  return (
    <Part title="Appearance">
      <Line name="Theme">
        <ToggleGroup
          label="Theme"
          value={theme}
          options={themes}
          onChange={(next) => {
            settings.setState({ theme: next })
          }}
        />
      </Line>
      <Line name="Density">
        <ToggleGroup
          label="Density"
          value={density}
          options={densities}
          onChange={(next) => {
            settings.setState({ density: next })
          }}
        />
      </Line>
      <p className="text-row text-muted">
        Motion and contrast follow your system. Times are written 14:05 and dates 2026-01-31, whatever the
        language.
      </p>
    </Part>
  )
}

export function Settings({ workspace, onClose }: SettingsProps) {
  return (
    <Dialog isOpen onClose={onClose} title="Settings" description="Kept in this browser, for every document.">
      <Appearance />
      <Part title="Canvas">
        <FlagSwitch
          flag="snapsToGrid"
          label="Snap to the grid"
          hint="Hold Alt while dragging to move freely."
        />
        <FlagSwitch flag="snapsToGuides" label="Snap to other tables" />
        <FlagSwitch flag="showsMinimap" label="Minimap" />
      </Part>
      <Part title="Keyboard">
        <FlagSwitch
          flag="singleKeys"
          label="Letters, digits and signs alone are shortcuts"
          hint="Turn it off if you speak to your computer, or if keys slip."
        />
        <Button
          className="self-start"
          onClick={() => {
            openDialog({ kind: 'shortcuts' })
          }}
        >
          Keyboard shortcuts…
        </Button>
      </Part>
      <Part title="Storage">
        <StoragePart workspace={workspace} />
      </Part>
    </Dialog>
  )
}
