import { lazy, Suspense, useEffect } from 'react'
import { dismiss, feedback, type Message } from '../state/feedback'
import { closeDialog, screens, useScreens } from '../state/screens'
import { settings } from '../state/settings'
import { Spinner, UiProvider, createToastStore } from '../ui'
import { AppContext, type AppContent } from './AppContext'
import { ProgressList } from './ProgressList'
import { actionFor } from './shortcuts'

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
const TargetDialog = lazy(() =>
  import('../panels/target').then((module) => ({ default: module.TargetDialog })),
)
const Shortcuts = lazy(() => import('../panels/shortcuts').then((module) => ({ default: module.Shortcuts })))

const toasts = createToastStore()

function show({ id, tone, text, actions }: Message): void {
  const [action] = actions
  toasts.add({
    title: text,
    tone,
    ...(action ? { action: { label: action.label, onAction: action.run } } : {}),
  })
  dismiss(id)
}

/** Messages from state become toasts: state knows nothing of the screen. */
function useMessages() {
  useEffect(
    () =>
      feedback.subscribe(({ messages }) => {
        messages.forEach(show)
      }),
    [],
  )
}

function useShortcuts({ actions }: AppContent) {
  useEffect(() => {
    const all = [...actions.values()]
    const handleKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const action = actionFor(event, all, settings.getState().shortcuts)
      if (action?.when() !== true) return
      event.preventDefault()
      void action.run()
    }
    window.addEventListener('keydown', handleKey)
    return () => {
      window.removeEventListener('keydown', handleKey)
    }
  }, [actions])
}

function Dialogs({ actions, files }: AppContent) {
  const dialog = useScreens((state) => state.dialog)
  const isSearching = useScreens((state) => state.isSearching)
  const list = [...actions.values()]
  return (
    <Suspense fallback={null}>
      {isSearching && (
        <Search
          actions={list}
          onClose={() => {
            screens.setState({ isSearching: false })
          }}
        />
      )}
      {dialog?.kind === 'export' && <ExportDialog onClose={closeDialog} files={files} />}
      {dialog?.kind === 'target' && <TargetDialog target={dialog.target} onClose={closeDialog} />}
      {dialog?.kind === 'template' && <InsertTemplate onClose={closeDialog} />}
      {dialog?.kind === 'shortcuts' && <Shortcuts actions={list} onClose={closeDialog} />}
    </Suspense>
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
    const timer = setTimeout(() => void loadEditor(), 200)
    return () => {
      clearTimeout(timer)
    }
  }, [])
}

export function App({ content }: { readonly content: AppContent }) {
  const screen = useScreens((state) => state.screen)
  useMessages()
  useShortcuts(content)
  useEditorAhead()
  return (
    <UiProvider toasts={toasts}>
      <AppContext value={content}>
        <Suspense fallback={<Opening />}>
          {screen === 'editor' ? (
            <Editor />
          ) : (
            <Start workspace={content.workspace} actions={content.actions} clock={content.clock} />
          )}
        </Suspense>
        <Dialogs {...content} />
        <ProgressList />
      </AppContext>
    </UiProvider>
  )
}
