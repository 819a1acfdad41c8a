import { Menu as MenuIcon, Search } from 'lucide-react'
import { projectOf } from '../core/model/schema'
import { useDocument } from '../state/document'
import { useKeysOf } from '../state/keymap'
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

/** A word where there is room, a glass where there is not. */
export function SearchButton() {
  const search = useAction('go.search')
  const keys = useKeysOf('go.search')
  return (
    <>
      <Button variant="quiet" icon={<Search />} onClick={() => void search.run()} className="max-lg:hidden">
        Search
        {keys !== undefined && <Kbd shortcut={keys} className="ml-2" />}
      </Button>
      <IconButton
        label="Search"
        icon={<Search />}
        shortcut={keys}
        onClick={() => void search.run()}
        className="lg:hidden"
      />
    </>
  )
}

export function TopBar() {
  const actions = useActions()
  const exportAction = useAction('file.export')
  const share = useAction('file.share')
  return (
    <header className="flex h-bar shrink-0 items-center gap-2 border-b border-border bg-chrome px-2 max-sm:gap-0 max-sm:px-1">
      <Menu
        trigger={<IconButton label="Menu" icon={<MenuIcon />} />}
        entries={() => mainMenu([...actions.values()])}
      />
      <ActionButton id="view.leftDock" />
      <span className="contents max-sm:hidden">
        <ActionButton id="file.start" />
      </span>
      <h1 className="min-w-0 shrink">
        <DocumentName />
      </h1>
      <SaveState />
      <span className="contents max-sm:hidden">
        <ToolbarSeparator />
      </span>
      <Toolbar label="History">
        <ActionButton id="edit.undo" />
        <ActionButton id="edit.redo" />
      </Toolbar>
      <div className="grow" />
      <TargetSelect />
      <SearchButton />
      <Button variant="quiet" className="max-sm:hidden" onClick={() => void share.run()}>
        Share
      </Button>
      <Button variant="primary" className="max-sm:hidden" onClick={() => void exportAction.run()}>
        Export
      </Button>
    </header>
  )
}
