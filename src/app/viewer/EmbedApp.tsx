// A diagram inside of somebody's page: the same canvas and inspector, with as little around them as that page wishes.
import { ExternalLink, Search as SearchIcon } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Canvas } from '../../canvas'
import { partsOf } from '../../core/file/link/address'
import type { Point } from '../../core/model/records'
import { projectOf } from '../../core/model/schema'
import type { Action } from '../../state/action'
import { useDocument } from '../../state/document'
import { useKeysOf, useRun } from '../../state/keymap'
import { closeDialog, screens, useScreens } from '../../state/screens'
import { useArrival, useViewing } from '../../state/viewing'
import { ContextMenu, ErrorBoundary, IconButton, Spinner, UiProvider, tip, type MenuEntry } from '../../ui'
import { RightPane, RightSheet } from '../Docks'
import { viewingContextEntries } from '../contextEntries'
import { toasts, useMessages, useShortcuts } from '../frame'
import { router } from '../router'
import { DiagramSelect } from './DiagramSelect'
import type { EmbedLook } from './embedLook'

const ArrivalScreen = lazy(() =>
  import('../../panels/arrival').then((module) => ({ default: module.ArrivalScreen })),
)
const Search = lazy(() => import('../../panels/palette').then((module) => ({ default: module.Search })))
const Shortcuts = lazy(() =>
  import('../../panels/shortcuts').then((module) => ({ default: module.Shortcuts })),
)

interface EmbedProps {
  readonly actions: ReadonlyMap<string, Action>
  readonly look: EmbedLook
}

/** The same link on a page of its own, where one can make it one's own. */
const ownPage = (): string => {
  const parts = partsOf(location.hash)
  return new URL(`./#view=${parts.get('view') ?? parts.get('copy') ?? ''}`, location.href).href
}

function Bar() {
  const name = useDocument((state) => projectOf(state.schema).name)
  const search = useRun('go.search')
  const keys = useKeysOf('go.search')
  return (
    <header className="flex h-9 shrink-0 items-center gap-1 border-b border-border bg-chrome pr-1 pl-3">
      <h1 className="min-w-0 grow truncate font-medium">{name || 'Untitled'}</h1>
      <DiagramSelect />
      <IconButton size="small" label="Search" icon={<SearchIcon />} shortcut={keys} onClick={search} />
      <a
        href={ownPage()}
        target="_blank"
        rel="noopener"
        {...tip('Open in Relata')}
        aria-label="Open in Relata"
        className="flex size-6 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-text pointer-coarse:size-11 [&_svg]:size-4"
      >
        <ExternalLink aria-hidden />
      </a>
    </header>
  )
}

interface OpenMenu {
  readonly at: Point
  readonly entries: readonly MenuEntry[]
}

function Diagram({ actions, look }: EmbedProps) {
  const id = useDocument((state) => state.id)
  const name = useDocument((state) => projectOf(state.schema).name)
  const [menu, setMenu] = useState<OpenMenu>()
  return (
    <div className="flex h-dvh flex-col">
      {look.controls === 'all' && <Bar />}
      <div className="flex min-h-0 grow">
        <main className="relative min-w-0 grow" aria-label="Diagram">
          {look.controls !== 'all' && <h1 className="sr-only">{name || 'Untitled'}</h1>}
          <ErrorBoundary region="The canvas" resetKey={id}>
            <Canvas
              key={id}
              router={router}
              isBare={look.controls === 'none'}
              onContextMenu={(at, target) => {
                setMenu({ at, entries: viewingContextEntries(actions, target) })
              }}
            />
          </ErrorBoundary>
        </main>
        {look.hasInspector && <RightPane />}
      </div>
      {look.hasInspector && <RightSheet />}
      <ContextMenu
        label="Actions"
        at={menu?.at}
        entries={menu?.entries ?? []}
        onClose={() => {
          setMenu(undefined)
        }}
      />
    </div>
  )
}

function Dialogs({ actions }: Pick<EmbedProps, 'actions'>) {
  const dialog = useScreens((state) => state.dialog)
  const isSearching = useScreens((state) => state.isSearching)
  const list = [...actions.values()]
  return (
    <ErrorBoundary region="What was opened" look="over" resetKey={dialog ?? isSearching}>
      <Suspense fallback={null}>
        {isSearching && (
          <Search
            actions={list}
            onClose={() => {
              screens.setState({ isSearching: false })
            }}
          />
        )}
        {dialog?.kind === 'shortcuts' && <Shortcuts actions={list} onClose={closeDialog} />}
      </Suspense>
    </ErrorBoundary>
  )
}

export function EmbedApp({ actions, look }: EmbedProps) {
  useMessages()
  useShortcuts(actions)
  const arrival = useArrival()
  const isViewing = useViewing()
  return (
    <UiProvider toasts={toasts}>
      <ErrorBoundary region="This page" resetKey={arrival}>
        <Suspense fallback={<Spinner label="Opening" className="m-auto" />}>
          {arrival.kind !== 'none' ? (
            <ArrivalScreen arrival={arrival} />
          ) : (
            isViewing && <Diagram actions={actions} look={look} />
          )}
        </Suspense>
      </ErrorBoundary>
      <Dialogs actions={actions} />
    </UiProvider>
  )
}
