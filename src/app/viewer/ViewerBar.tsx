// The bar over a document that one only looks at: what it is, the way to its diagrams, and the way to have it.
import { Eye, Menu as MenuIcon } from 'lucide-react'
import { projectOf } from '../../core/model/schema'
import { useDocument } from '../../state/document'
import { IconButton, Menu, tip } from '../../ui'
import { ActionButton } from '../ActionButton'
import { useActions } from '../AppContext'
import { mainMenu } from '../actionMenus'
import { SearchButton } from '../TopBar'
import { DiagramSelect } from './DiagramSelect'
import { TakeButton } from './TakeButton'

export function ViewerBar() {
  const actions = useActions()
  const name = useDocument((state) => projectOf(state.schema).name)
  return (
    <header className="flex h-bar shrink-0 items-center gap-2 border-b border-border bg-chrome px-2 max-sm:gap-1 max-sm:px-1">
      <Menu
        trigger={<IconButton label="Menu" icon={<MenuIcon />} />}
        entries={() => mainMenu([...actions.values()])}
      />
      <ActionButton id="view.leftDock" />
      <h1 className="min-w-0 shrink truncate px-1 font-medium">{name || 'Untitled'}</h1>
      <span
        className="flex shrink-0 items-center gap-1 text-small text-muted [&_svg]:size-3"
        {...tip('Nothing of it is kept here, and nothing in it can be changed.')}
      >
        <Eye aria-hidden />
        <span className="max-sm:sr-only">Read-only view</span>
      </span>
      <div className="grow" />
      <DiagramSelect />
      <SearchButton />
      <TakeButton />
    </header>
  )
}
