import { Suspense, useEffect, useMemo } from 'react'
import { closeDialog, screens, useScreens } from '../state/screens'
import { registerActions } from '../state/keymap'
import { giveUpLink, useArrival, useViewing } from '../state/viewing'
import { ErrorBoundary, Spinner, UiProvider } from '../ui'
import { AppContext, type AppContent } from './AppContext'
import { DropFiles } from './DropFiles'
import { fetchTheRest } from './fetchAhead'
import { forgetFailures, piece } from './piece'
import { ProgressList } from './ProgressList'
import { toasts, useMessages, useShortcuts } from './frame'
import { viewingActions } from './viewer/viewingActions'

/** The canvas comes in a piece of its own; fetched while one looks at the start page. */
const loadEditor = () => import('./Editor')
const Editor = piece(() => loadEditor().then((module) => module.Editor))
const Start = piece(() => import('../panels/start').then((module) => module.Start))
const InsertTemplate = piece(() => import('../panels/start').then((module) => module.InsertTemplate))
const Search = piece(() => import('../panels/palette').then((module) => module.Search))
const ExportDialog = piece(() => import('../panels/export').then((module) => module.ExportDialog))
const ImportDialog = piece(() => import('../panels/import').then((module) => module.ImportDialog))
const TargetDialog = piece(() => import('../panels/target').then((module) => module.TargetDialog))
const Settings = piece(() => import('../panels/settings').then((module) => module.Settings))
const StatementDialog = piece(() => import('../panels/statement').then((module) => module.StatementDialog))
const Shortcuts = piece(() => import('../panels/shortcuts').then((module) => module.Shortcuts))
const WayDialog = piece(() => import('../panels/large').then((module) => module.WayDialog))
const HideDialog = piece(() => import('../panels/large').then((module) => module.HideDialog))
const DamagedDialog = piece(() => import('../panels/versions').then((module) => module.DamagedDialog))
const VersionsDialog = piece(() => import('../panels/versions').then((module) => module.VersionsDialog))
const OutsideDialog = piece(() => import('../panels/versions').then((module) => module.OutsideDialog))

const ShareDialog = piece(() => import('../panels/share').then((module) => module.ShareDialog))
const ArrivalScreen = piece(() => import('../panels/arrival').then((module) => module.ArrivalScreen))

const closeEverything = () => {
  closeDialog()
  screens.setState({ isSearching: false })
}

function Dialogs({ actions, files, clipboard, sourceFiles, workspace, versions, disk }: AppContent) {
  const dialog = useScreens((state) => state.dialog)
  const isSearching = useScreens((state) => state.isSearching)
  const list = [...actions.values()]
  return (
    <ErrorBoundary
      onError={forgetFailures}
      region="What was opened"
      look="over"
      resetKey={dialog ?? isSearching}
      onClose={closeEverything}
    >
      <Suspense fallback={null}>
        {isSearching && (
          <Search
            actions={list}
            onClose={() => {
              screens.setState({ isSearching: false })
            }}
          />
        )}
        {dialog?.kind === 'export' && (
          <ExportDialog onClose={closeDialog} files={files} clipboard={clipboard} />
        )}
        {dialog?.kind === 'share' && (
          <ShareDialog onClose={closeDialog} files={files} clipboard={clipboard} />
        )}
        {dialog?.kind === 'import' && <ImportDialog workspace={workspace} files={sourceFiles} />}
        {dialog?.kind === 'target' && <TargetDialog target={dialog.target} onClose={closeDialog} />}
        {dialog?.kind === 'template' && <InsertTemplate onClose={closeDialog} />}
        {dialog?.kind === 'statement' && (
          <StatementDialog key={dialog.id} id={dialog.id} onClose={closeDialog} />
        )}
        {dialog?.kind === 'way' && <WayDialog {...dialog} onClose={closeDialog} />}
        {dialog?.kind === 'hide' && <HideDialog onClose={closeDialog} />}
        {dialog?.kind === 'settings' && <Settings workspace={workspace} onClose={closeDialog} />}
        {dialog?.kind === 'damaged' && (
          <DamagedDialog id={dialog.id} name={dialog.name} workspace={workspace} onClose={closeDialog} />
        )}
        {dialog?.kind === 'versions' && <VersionsDialog desk={versions} onClose={closeDialog} />}
        {dialog?.kind === 'outside' && <OutsideDialog onDecide={(decision) => void disk.decide(decision)} />}
        {dialog?.kind === 'shortcuts' && <Shortcuts actions={list} onClose={closeDialog} />}
      </Suspense>
    </ErrorBoundary>
  )
}

function Opening() {
  return (
    <div className="flex h-dvh">
      <Spinner label="Opening" className="m-auto" />
    </div>
  )
}

function useEditorAhead() {
  useEffect(() => {
    // A moment after the first picture, so that the start page is never in its way.
    const timer = setTimeout(
      () =>
        void loadEditor().then(() => {
          fetchTheRest()
        }),
      200,
    )
    return () => {
      clearTimeout(timer)
    }
  }, [])
}

function Screen({ content }: { readonly content: AppContent }) {
  const screen = useScreens((state) => state.screen)
  const arrival = useArrival()
  if (arrival.kind !== 'none') {
    return (
      <ErrorBoundary region="This page" resetKey={arrival}>
        <Suspense fallback={<Opening />}>
          <ArrivalScreen arrival={arrival} onLeave={giveUpLink} />
        </Suspense>
      </ErrorBoundary>
    )
  }
  return (
    <ErrorBoundary onError={forgetFailures} region="This page" resetKey={screen}>
      <Suspense fallback={<Opening />}>
        {screen === 'editor' ? (
          <Editor />
        ) : (
          <Start workspace={content.workspace} actions={content.actions} clock={content.clock} />
        )}
      </Suspense>
    </ErrorBoundary>
  )
}

/** Where one only looks, the registry itself is the smaller one: no menu, search or key knows of the rest. */
function useReduced(content: AppContent): AppContent {
  const isViewing = useViewing()
  const reduced = useMemo(
    () => (isViewing ? { ...content, actions: viewingActions(content.actions) } : content),
    [content, isViewing],
  )
  useEffect(() => {
    registerActions(reduced.actions)
  }, [reduced])
  return reduced
}

export function App({ content: whole }: { readonly content: AppContent }) {
  const content = useReduced(whole)
  useMessages()
  useShortcuts(content.actions)
  useEditorAhead()
  return (
    <UiProvider toasts={toasts}>
      <AppContext value={content}>
        <Screen content={content} />
        <Dialogs {...content} />
        <ProgressList />
        <DropFiles files={content.sourceFiles} disk={content.disk} />
      </AppContext>
    </UiProvider>
  )
}
