import { FileInput, FilePlus2, FolderOpen } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { TemplateInfo } from '../../core/templates'
import type { Action } from '../../state/action'
import { useUpdate } from '../../state/offline'
import { useWorkspace, type Workspace } from '../../state/workspace'
import { Banner, Button } from '../../ui'
import { Documents } from './Documents'
import { TargetChoice } from './TargetChoice'
import { TemplateDialog } from './TemplateDialog'
import { Templates, useTemplatePictures } from './Templates'

export interface StartProps {
  readonly workspace: Workspace
  readonly actions: ReadonlyMap<string, Action>
  readonly clock: { readonly now: () => number }
}

/** "5 minutes ago" grows old by itself. */
function useNow({ now }: StartProps['clock']): number {
  const [time, setTime] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => {
      setTime(now())
    }, 30_000)
    return () => {
      clearInterval(timer)
    }
  }, [now])
  return time
}

function followNetwork(onChange: () => void): () => void {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}

const useOnline = () => useSyncExternalStore(followNetwork, () => navigator.onLine)

function Begin({ actions }: Pick<StartProps, 'actions'>) {
  const run = (id: string) => () => void actions.get(id)?.run()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button variant="primary" icon={<FilePlus2 />} onClick={run('file.new')}>
        New document
      </Button>
      <TargetChoice label="Target of new documents" isQuiet />
      <Button icon={<FolderOpen />} onClick={run('file.open')}>
        Open a file…
      </Button>
      <Button icon={<FileInput />} onClick={run('file.import')}>
        Import…
      </Button>
    </div>
  )
}

function Notices({ actions }: Pick<StartProps, 'actions'>) {
  const update = useUpdate()
  const reload = actions.get('help.update')
  const isFleeting = useWorkspace((state) => state.isFleeting)
  const isOnline = useOnline()
  return (
    <>
      {update && reload && (
        <Banner
          title="A new version of Relata is ready"
          action={{ label: reload.label, onAction: () => void reload.run() }}
        />
      )}
      {isFleeting && (
        <Banner tone="warning" title="This window keeps nothing">
          Documents made here are gone when it closes. Save them to a file.
        </Banner>
      )}
      {!isOnline && (
        <Banner title="You are offline">
          Your documents are in this browser, and everything works as always.
        </Banner>
      )}
    </>
  )
}

/** The way in: what one worked on last, a new document, a file, a template. */
export function Start({ workspace, actions, clock }: StartProps) {
  const [chosen, setChosen] = useState<TemplateInfo>()
  const pictures = useTemplatePictures()
  const now = useNow(clock)
  useEffect(() => {
    void workspace.refresh()
  }, [workspace])
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-400 flex-col gap-8 px-4 py-8 sm:px-8 sm:py-10">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-heading font-semibold">Relata</h1>
          <p className="text-muted">Draw database schemas. Nothing leaves this browser.</p>
        </div>
        <Begin actions={actions} />
      </header>
      <Notices actions={actions} />
      <Documents workspace={workspace} now={now} />
      <section aria-labelledby="templates" className="flex flex-col gap-3">
        <h2 id="templates" className="text-title font-semibold">
          Start from a template
        </h2>
        <Templates pictures={pictures} onChoose={setChosen} />
      </section>
      {chosen && (
        <TemplateDialog
          template={chosen}
          picture={pictures[chosen.id]}
          workspace={workspace}
          onClose={() => {
            setChosen(undefined)
          }}
        />
      )}
    </main>
  )
}
