import { lazy, Suspense, useEffect, useMemo } from 'react'
import { closeDialog, screens, useScreens } from '../state/screens'
import { registerActions } from '../state/keymap'
import { giveUpLink, useArrival, useViewing } from '../state/viewing'
import { ErrorBoundary, Spinner, UiProvider } from '../ui'
import { AppContext, type AppContent } from './AppContext'
import { DropFiles } from './DropFiles'
import { fetchTheRest } from './fetchAhead'
import { ProgressList } from './ProgressList'
import { toasts, useMessages, useShortcuts } from './frame'
import { viewingActions } from './viewer/viewingActions'

/** The canvas comes in a piece of its own; fetched while one looks at the start page. */
const loadEditor = () => import('./Editor')
const Editor = lazy(() => loadEditor().then((module) => ({ default: module.Editor })))
const Start = lazy(() => import('../panels/start').then((module) => ({ default: module.Start })))
const InsertTemplate = lazy(() =>
  import('../panels/start').then((module) => ({ default: module.InsertTemplate })),
)
const Search = lazy(() => import('../panels/palette').then((module) => ({ default: module.Search })))
const ExportDialog = lazy(() =>
  import('../panels/export').then((module) => ({ default: module.ExportDialog })),
)
const ImportDialog = lazy(() =>
  import('../panels/import').then((module) => ({ default: module.ImportDialog })),
)
const TargetDialog = lazy(() =>
  import('../panels/target').then((module) => ({ default: module.TargetDialog })),
)
const Settings = lazy(() => import('../panels/settings').then((module) => ({ default: module.Settings })))
const StatementDialog = lazy(() =>
  import('../panels/statement').then((module) => ({ default: module.StatementDialog })),
)
const WayDialog = lazy(() => import('../panels/large').then((module) => ({ default: module.WayDialog })))
const HideDialog = lazy(() => import('../panels/large').then((module) => ({ default: module.HideDialog })))
const DamagedDialog = lazy(() =>
  import('../panels/versions').then((module) => ({ default: module.DamagedDialog })),
)
const VersionsDialog = lazy(() =>
  import('../panels/versions').then((module) => ({ default: module.VersionsDialog })),
)
const ShareDialog = lazy(() => import('../panels/share').then((module) => ({ default: module.ShareDialog })))
const ArrivalScreen = lazy(() =>
  import('../panels/arrival').then((module) => ({ default: module.ArrivalScreen })),
)
const Shortcuts = lazy(() => import('../panels/shortcuts').then((module) => ({ default: module.Shortcuts })))

function Dialogs({ actions, files, clipboard, sourceFiles, workspace, versions }: AppContent) {
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
    <ErrorBoundary region="This page" resetKey={screen}>
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
        <DropFiles files={content.sourceFiles} openDocumentFile={content.openDocumentFile} />
      </AppContext>
    </UiProvider>
  )
}
