import { Menu as MenuIcon, Search } from 'lucide-react'
import { projectOf } from '../core/model/schema'
import { useDocument } from '../state/document'
import { Button, EditableText, IconButton, Kbd, Menu, Toolbar, ToolbarSeparator } from '../ui'
import { ActionButton } from './ActionButton'
import { useAction, useActions } from './AppContext'
import { mainMenu } from './actionMenus'
import { SaveState } from './SaveState'
import { TargetSelect } from './TargetSelect'
import { renameDocument } from '../actions/project'

function DocumentName() {
  const name = useDocument((state) => projectOf(state.schema).name)
  const isReadOnly = useDocument((state) => state.isReadOnly)
  if (isReadOnly) return <span className="truncate px-1 font-medium">{name}</span>
  return (
    <EditableText
      label="Document name"
      value={name}
      placeholder="Untitled"
      onCommit={renameDocument}
      className="font-medium"
    />
  )
}

function SearchButton() {
  const search = useAction('go.search')
  return (
    <Button variant="quiet" icon={<Search />} onClick={() => void search.run()} className="max-sm:hidden">
      Search
      <Kbd shortcut="Mod+K" className="ml-2" />
    </Button>
  )
}

export function TopBar() {
  const actions = useActions()
  const exportAction = useAction('file.export')
  return (
    <header className="flex h-bar shrink-0 items-center gap-2 border-b border-border bg-chrome px-2">
      <Menu
        trigger={<IconButton label="Menu" icon={<MenuIcon />} />}
        entries={() => mainMenu([...actions.values()])}
      />
      <ActionButton id="file.start" />
      <h1 className="min-w-0 shrink">
        <DocumentName />
      </h1>
      <SaveState />
      <ToolbarSeparator />
      <Toolbar label="History">
        <ActionButton id="edit.undo" />
        <ActionButton id="edit.redo" />
      </Toolbar>
      <div className="grow" />
      <TargetSelect />
      <SearchButton />
      <Button variant="primary" onClick={() => void exportAction.run()}>
        Export
      </Button>
    </header>
  )
}
