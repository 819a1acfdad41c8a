import { Grid2x2, Moon, Plus, Redo2, Sun, SunMoon, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import {
  Button,
  IconButton,
  Kbd,
  Spinner,
  Tabs,
  Toggle,
  ToggleGroup,
  Toolbar,
  ToolbarSeparator,
} from '../../src/ui'
import { Card } from './Card'

export function Buttons() {
  return (
    <Card title="Buttons">
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" icon={<Plus />}>
          Add table
        </Button>
        <Button>Cancel</Button>
        <Button variant="quiet">Skip</Button>
        <Button variant="danger" icon={<Trash2 />}>
          Delete
        </Button>
        <Button isBusy>Export</Button>
        <Button disabledReason="Nothing is selected">Align left</Button>
        <Button size="small">Small</Button>
        <Button size="small" variant="primary">
          Undo
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-2 text-muted">
        <Kbd shortcut="Mod+K" /> <Kbd shortcut="Shift+Alt+ArrowUp" /> <Spinner label="Loading" />
      </div>
    </Card>
  )
}

export function Bars() {
  const [snap, setSnap] = useState(true)
  const [theme, setTheme] = useState<'light' | 'system' | 'dark'>('system')
  const [notation, setNotation] = useState<'crow' | 'uml' | 'idef1x'>('crow')
  const [tab, setTab] = useState<'outline' | 'diagrams' | 'code'>('outline')
  return (
    <Card title="Bars">
      <div className="flex flex-wrap items-center gap-4">
        <Toolbar label="History">
          <IconButton label="Undo" icon={<Undo2 />} shortcut="Mod+Z" />
          <IconButton label="Redo" icon={<Redo2 />} shortcut="Mod+Shift+Z" disabledReason="Nothing to redo" />
          <ToolbarSeparator />
          <Toggle label="Snap to grid" icon={<Grid2x2 />} isPressed={snap} onChange={setSnap} />
        </Toolbar>
        <Toolbar label="Palette" isFloating>
          <IconButton label="Table" icon={<Plus />} shortcut="t" />
          <IconButton label="Note" icon={<Sun />} shortcut="n" />
        </Toolbar>
        <ToggleGroup
          label="Theme"
          isIconOnly
          value={theme}
          onChange={setTheme}
          options={[
            { value: 'light', label: 'Light', icon: <Sun /> },
            { value: 'system', label: 'System', icon: <SunMoon /> },
            { value: 'dark', label: 'Dark', icon: <Moon /> },
          ]}
        />
        <ToggleGroup
          label="Notation"
          value={notation}
          onChange={setNotation}
          options={[
            { value: 'crow', label: 'Crow’s foot' },
            { value: 'uml', label: 'UML' },
            { value: 'idef1x', label: 'IDEF1X' },
          ]}
        />
      </div>
      <Tabs
        label="Left dock"
        value={tab}
        onChange={setTab}
        className="rounded-card border border-border"
        tabs={[
          { id: 'outline', label: 'Outline', count: 42 },
          { id: 'diagrams', label: 'Diagrams', count: 3 },
          { id: 'code', label: 'Code' },
        ]}
        actions={<IconButton size="small" label="Add diagram" icon={<Plus />} />}
      >
        <p className="p-3 text-muted">The panel of {tab}.</p>
      </Tabs>
    </Card>
  )
}
