import { Ellipsis } from 'lucide-react'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { useMiniature } from '../../state/miniatures'
import type { Workspace } from '../../state/workspace'
import { ContextMenuArea, IconButton, InlineEdit, Menu, type MenuEntry } from '../../ui'
import { cardFace, cardPicture } from './cardLook'
import { nameOf, type DocumentInfo } from './listing'
import { MiniaturePicture } from './MiniaturePicture'
import { countWords, targetWords } from './targets'
import { when } from './when'

export interface DocumentCardProps {
  readonly info: DocumentInfo
  readonly workspace: Workspace
  readonly now: number
}

function Meta({ info, now }: Pick<DocumentCardProps, 'info' | 'now'>) {
  const target = targetWords(info.target)
  return (
    <span className="flex w-full min-w-0 flex-wrap gap-x-3 pr-8 text-small text-muted">
      {target !== '' && <span className="truncate">{target}</span>}
      <span className="shrink-0">{countWords(info.tables, 'table', 'tables')}</span>
      <time dateTime={new Date(info.changedAt).toISOString()} className="shrink-0">
        {when(info.changedAt, now)}
      </time>
    </span>
  )
}

interface Deeds {
  readonly open: () => void
  readonly rename: () => void
  readonly duplicate: () => void
  readonly remove: () => void
}

const entriesOf = ({ open, rename, duplicate, remove }: Deeds): readonly MenuEntry[] => [
  { kind: 'action', label: 'Open', onSelect: open },
  { kind: 'action', label: 'Rename', shortcut: 'F2', onSelect: rename },
  { kind: 'action', label: 'Duplicate', onSelect: duplicate },
  { kind: 'separator' },
  { kind: 'action', label: 'Delete', shortcut: 'Delete', isDanger: true, onSelect: remove },
]

function Picture({ id }: { readonly id: string }) {
  const picture = useMiniature(id)
  return (
    <span className={cardPicture}>
      <MiniaturePicture picture={picture} />
    </span>
  )
}

interface NamingProps {
  readonly name: string
  readonly onDone: (name: string | undefined) => void
}

const Naming = ({ name, onDone }: NamingProps) => (
  <InlineEdit
    label="Name of the document"
    value={name}
    onCancel={() => {
      onDone(undefined)
    }}
    onCommit={(next) => {
      onDone(next)
    }}
    className="w-full font-medium"
  />
)

export function DocumentCard({ info, workspace, now }: DocumentCardProps) {
  const [isRenaming, setRenaming] = useState(false)
  const name = nameOf(info)
  useEffect(() => {
    workspace.askPicture(info.id)
  }, [workspace, info.id])
  const deeds: Deeds = {
    open: () => void workspace.open(info.id),
    rename: () => {
      setRenaming(true)
    },
    duplicate: () => void workspace.duplicate(info),
    remove: () => void workspace.remove(info),
  }
  const entries = () => entriesOf(deeds)
  const handleKeyDown = (event: KeyboardEvent) => {
    const deed = event.key === 'F2' ? deeds.rename : event.key === 'Delete' ? deeds.remove : undefined
    if (!deed) return
    event.preventDefault()
    deed()
  }
  const handleNamed = (next: string | undefined) => {
    setRenaming(false)
    if (next !== undefined && next !== info.name) void workspace.rename(info, next)
  }
  return (
    <li className="min-w-0">
      <ContextMenuArea label={`Actions for ${name}`} entriesAt={entries} className="relative h-full">
        {isRenaming ? (
          <div className={cardFace}>
            <Picture id={info.id} />
            <span className="flex w-full flex-col px-3 py-2">
              <Naming name={info.name} onDone={handleNamed} />
              <Meta info={info} now={now} />
            </span>
          </div>
        ) : (
          <button type="button" data-card onClick={deeds.open} onKeyDown={handleKeyDown} className={cardFace}>
            <Picture id={info.id} />
            <span className="flex w-full flex-col px-3 py-2">
              <span className="w-full truncate font-medium">{name}</span>
              <Meta info={info} now={now} />
            </span>
          </button>
        )}
        <span data-beside className="absolute right-2 bottom-2">
          <Menu
            align="end"
            trigger={<IconButton size="small" label={`Actions for ${name}`} icon={<Ellipsis />} />}
            entries={entries}
          />
        </span>
      </ContextMenuArea>
    </li>
  )
}
