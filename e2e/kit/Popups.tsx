import { Copy, MoreHorizontal, Palette, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import {
  Button,
  ColorSwatches,
  ContextMenuArea,
  Dialog,
  IconButton,
  Menu,
  Popover,
  TextField,
  useToasts,
  type MenuEntry,
  type Swatch,
} from '../../src/ui'
import { Card } from './Card'

function useEntries(): readonly MenuEntry[] {
  const toasts = useToasts()
  const [isShown, setShown] = useState(true)
  const [notation, setNotation] = useState('crow')
  const say = (title: string) => () => {
    toasts.add({ title })
  }
  return [
    { kind: 'action', label: 'Rename', icon: <Pencil />, shortcut: 'F2', onSelect: say('Renamed') },
    { kind: 'action', label: 'Duplicate', icon: <Copy />, shortcut: 'Mod+D', onSelect: say('Duplicated') },
    {
      kind: 'action',
      label: 'Bring to diagram',
      disabledReason: 'It is shown there already',
      onSelect: () => undefined,
    },
    {
      kind: 'submenu',
      label: 'Colour',
      icon: <Palette />,
      entries: [
        { kind: 'action', label: 'Blue', onSelect: say('Blue') },
        { kind: 'action', label: 'Teal', onSelect: say('Teal') },
      ],
    },
    { kind: 'separator' },
    { kind: 'check', label: 'Show types', isChecked: isShown, onChange: setShown },
    {
      kind: 'choice',
      label: 'Notation',
      value: notation,
      onChange: setNotation,
      options: [
        { value: 'crow', label: 'Crow’s foot' },
        { value: 'uml', label: 'UML' },
      ],
    },
    { kind: 'separator' },
    {
      kind: 'action',
      label: 'Delete',
      icon: <Trash2 />,
      isDanger: true,
      shortcut: 'Delete',
      onSelect: () => {
        toasts.add({ title: 'Deleted orders', action: { label: 'Undo', onAction: say('Restored orders') } })
      },
    },
  ]
}

export function Popups() {
  const entries = useEntries()
  const toasts = useToasts()
  const [isOpen, setOpen] = useState(false)
  const [colour, setColour] = useState<Swatch | undefined>('teal')
  const close = () => {
    setOpen(false)
  }
  return (
    <Card title="What opens">
      <ColorSwatches label="Colour" value={colour} onChange={setColour} />
      <div className="flex flex-wrap items-center gap-2">
        <Menu trigger={<IconButton label="More" icon={<MoreHorizontal />} />} entries={entries} />
        <Menu trigger={<Button>Export</Button>} entries={() => entries} align="end" />
        <Popover trigger={<Button icon={<Palette />}>Colour</Button>} label="Table colour" className="w-60">
          <ColorSwatches label="Colour" value={colour} onChange={setColour} />
        </Popover>
        <Button
          onClick={() => {
            setOpen(true)
          }}
        >
          Open dialog
        </Button>
        <Button
          onClick={() => {
            toasts.add({
              title: 'Could not save',
              text: 'The disk is full. Your work is kept here.',
              tone: 'danger',
            })
          }}
        >
          Fail
        </Button>
      </div>
      <ContextMenuArea
        label="Table"
        entriesAt={() => entries}
        className="flex h-16 items-center justify-center rounded-card border border-dashed border-border-strong text-muted"
      >
        Right-click here
      </ContextMenuArea>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title="Export"
        description="A script that makes the same schema."
        footer={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button variant="primary" onClick={close}>
              Save file
            </Button>
          </>
        }
      >
        <TextField label="File name" value="shop.sql" onCommit={() => undefined} />
      </Dialog>
    </Card>
  )
}
