import { Ellipsis, FilePlus2, FolderOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Action } from '../../state/action'
import { useWorkspace, type Workspace } from '../../state/workspace'
import {
  Banner,
  Button,
  ContextMenuArea,
  EmptyState,
  IconButton,
  InlineEdit,
  Menu,
  Spinner,
  type MenuEntry,
} from '../../ui'
import { when } from './when'

type Info = Parameters<Workspace['rename']>[0]

export interface StartProps {
  readonly workspace: Workspace
  readonly actions: ReadonlyMap<string, Action>
}

const tables = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'table' : 'tables'}`

interface RowProps {
  readonly now: number
  readonly info: Info
  readonly workspace: Workspace
}

function DocumentRow({ info, workspace, now }: RowProps) {
  const [isRenaming, setRenaming] = useState(false)
  const name = info.name || 'Untitled'
  const open = () => void workspace.open(info.id)
  const entries = (): readonly MenuEntry[] => [
    { kind: 'action', label: 'Open', onSelect: open },
    {
      kind: 'action',
      label: 'Rename',
      onSelect: () => {
        setRenaming(true)
      },
    },
    { kind: 'action', label: 'Duplicate', onSelect: () => void workspace.duplicate(info) },
    { kind: 'separator' },
    { kind: 'action', label: 'Delete', isDanger: true, onSelect: () => void workspace.remove(info) },
  ]
  return (
    <li>
      <ContextMenuArea label={`Actions for ${name}`} entriesAt={entries}>
        <div className="group/row flex items-center gap-3 rounded-card px-3 py-2 hover:bg-hover">
          {isRenaming ? (
            <InlineEdit
              label="Name of the document"
              value={info.name}
              onCancel={() => {
                setRenaming(false)
              }}
              onCommit={(next) => {
                setRenaming(false)
                if (next !== info.name) void workspace.rename(info, next)
              }}
              className="grow"
            />
          ) : (
            <button type="button" onClick={open} className="flex min-w-0 grow items-baseline gap-3 text-left">
              <span className="min-w-0 truncate font-medium">{name}</span>
              <span className="shrink-0 text-small text-muted tabular-nums">{tables(info.tables)}</span>
              <span className="grow" />
              <time
                dateTime={new Date(info.changedAt).toISOString()}
                className="shrink-0 text-small text-muted"
              >
                {when(info.changedAt, now)}
              </time>
            </button>
          )}
          <Menu
            align="end"
            trigger={<IconButton size="small" label={`Actions for ${name}`} icon={<Ellipsis />} />}
            entries={entries}
          />
        </div>
      </ContextMenuArea>
    </li>
  )
}

function List({ workspace }: { readonly workspace: Workspace }) {
  const { documents, isLoaded } = useWorkspace((state) => state)
  const [now] = useState(Date.now)
  if (!isLoaded) return <Spinner label="Looking for your documents" />
  if (documents.length === 0) {
    return (
      <EmptyState
        title="No documents yet"
        text="A document holds one database schema and as many diagrams of it as you like. It stays in this browser until you save or share it."
      />
    )
  }
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className="px-3 pb-2 font-medium text-muted">
        Your documents
      </h2>
      <ul>
        {documents.map((info) => (
          <DocumentRow key={info.id} info={info} workspace={workspace} now={now} />
        ))}
      </ul>
    </section>
  )
}

/** The way in: what one worked on last, a new document, a file. */
export function Start({ workspace, actions }: StartProps) {
  const isFleeting = useWorkspace((state) => state.isFleeting)
  useEffect(() => {
    void workspace.refresh()
  }, [workspace])
  const run = (id: string) => () => void actions.get(id)?.run()
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col gap-6 px-4 py-12">
      <header className="px-3">
        <h1 className="text-heading font-semibold">Relata</h1>
        <p className="text-muted">Draw database schemas. Nothing leaves this browser.</p>
      </header>
      <div className="flex flex-wrap gap-2 px-3">
        <Button variant="primary" icon={<FilePlus2 />} onClick={run('file.new')}>
          New document
        </Button>
        <Button icon={<FolderOpen />} onClick={run('file.open')}>
          Open a file…
        </Button>
      </div>
      {isFleeting && (
        <Banner tone="warning" title="This window keeps nothing">
          Documents made here are gone when it closes. Save them to a file.
        </Banner>
      )}
      <List workspace={workspace} />
    </main>
  )
}
