// The documents of this browser: listed, made, opened, put away. One at a time is open in a tab.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { read, writeSteps } from '../core/file'
import { newSchema } from '../core/model/factory'
import { projectOf, type Schema } from '../core/model/schema'
import type { Target } from '../core/model/target'
import { transact } from '../core/model/transact'
import type { DocumentInfo, LoadedDocument, LogEntry, Platform, StorageProblem } from '../platform/types'
import { aboutOf, reasonOf } from './autosave'
import { tell } from './feedback'
import { gently } from './gently'
import { Miniatures } from './miniatures'
import { replay } from './replay'
import { fileName, saveFile } from './saving'
import { openDialog, screens } from './screens'
import { noSelection } from './selection'
import { lockName, Session } from './session'

export interface WorkspaceState {
  readonly documents: readonly DocumentInfo[]
  readonly isLoaded: boolean
  /** Documents live only as long as this tab does. */
  readonly isFleeting: boolean
  /** Why the documents could not be listed. */
  readonly problem?: string | undefined
}

export const workspace = createStore<WorkspaceState>(() => ({
  documents: [],
  isLoaded: false,
  isFleeting: false,
}))
export const useWorkspace = <T>(selector: (state: WorkspaceState) => T): T => useStore(workspace, selector)

/** How the browser keeps the documents. */
export interface StorageRoom {
  /** They outlive the window. */
  readonly isDurable: boolean
  /** The browser promised never to throw them away by itself. */
  readonly isPersisted: boolean
  /** Bytes, where the browser tells. */
  readonly used?: number
  readonly allowed?: number
}

export interface Workspace {
  readonly refresh: () => Promise<void>
  readonly create: (name: string, target: Target) => Promise<void>
  /** A document that came from elsewhere: a file, a template. */
  readonly adopt: (schema: Schema) => Promise<void>
  /** The same with its text written already: a large one would be felt while it is written and read here. */
  readonly adoptWritten: (schema: Schema, text: string) => Promise<void>
  readonly open: (id: string) => Promise<void>
  /** To be looked at, with the reason why it cannot be changed. */
  readonly view: (schema: Schema, why: string) => Promise<void>
  /** What stands in the browser of a document, to be mended by hand. */
  readonly saveRaw: (id: string, name: string) => Promise<void>
  readonly room: () => Promise<StorageRoom>
  /** Asks the browser never to throw the documents away; its answer. */
  readonly askToKeep: () => Promise<boolean>
  readonly duplicate: (info: DocumentInfo) => Promise<void>
  readonly rename: (info: DocumentInfo, name: string) => Promise<void>
  readonly remove: (info: DocumentInfo) => Promise<void>
  /** Back to the list; what is open is saved first. */
  readonly leave: () => Promise<void>
  readonly flush: () => Promise<void>
  /** Fetches what a document looks like, for `useMiniature`. */
  readonly askPicture: (id: string) => void
}

function renameEntry(loaded: LoadedDocument, stored: Schema, name: string): LogEntry {
  const { entries, snapshot } = loaded
  const { schema } = replay(stored, snapshot.history, entries)
  const since = entries.at(-1)?.revision ?? snapshot.revision
  const { edits } = transact(schema, (tx) => {
    tx.update('project', projectOf(schema).id, (project) => ({ ...project, name }))
  })
  const at = loaded.info.openedAt
  const step = { label: `Rename the document to ${name}`, at, before: noSelection, after: noSelection }
  return { since, revision: since + 1, at, edits, move: 'step', meta: step }
}

export function createWorkspace(platform: Platform): Workspace {
  return new Documents(platform)
}

class Documents implements Workspace {
  private readonly platform: Platform
  private readonly miniatures: Miniatures
  private readonly session: Session

  constructor(platform: Platform) {
    this.platform = platform
    this.miniatures = new Miniatures(platform.documents)
    this.session = new Session(platform, this.miniatures)
  }

  private complain(what: string, problem: StorageProblem): void {
    tell({ tone: 'danger', text: `${what}: ${reasonOf(problem)}.` })
  }

  readonly refresh = async (): Promise<void> => {
    const [list, isDurable] = await Promise.all([
      this.platform.documents.list(),
      this.platform.documents.isDurable(),
    ])
    const problem = list.ok ? undefined : reasonOf(list.error)
    workspace.setState({ isLoaded: true, isFleeting: !isDurable, problem })
    // What was listed before stays in sight while the list cannot be read.
    if (list.ok) workspace.setState({ documents: list.value })
  }

  readonly create = (name: string, target: Target): Promise<void> =>
    this.adopt(newSchema(this.platform.newId, name, target))

  readonly adopt = async (schema: Schema): Promise<void> =>
    this.adoptWritten(schema, await gently(writeSteps(schema)))

  readonly adoptWritten = async (schema: Schema, text: string): Promise<void> => {
    const made = await this.platform.documents.create({
      ...aboutOf(schema),
      snapshot: { revision: 0, text },
    })
    if (made.ok) {
      await this.session.openFresh(made.value.id, schema, text)
      return
    }
    this.complain('Could not store the new document', made.error)
    await this.session.openUnstored(schema, reasonOf(made.error))
  }

  readonly view = (schema: Schema, why: string): Promise<void> => this.session.view(schema, why)

  readonly open = async (id: string): Promise<void> => {
    const opened = await this.session.open(id)
    if (opened.ok) return
    // What stood open before is closed by now: nothing of it may go on being edited.
    screens.setState({ screen: 'start', dialog: undefined, isSearching: false })
    await this.refresh()
    if (opened.error.kind !== 'corrupt') this.complain('Could not open the document', opened.error)
    else {
      const info = workspace.getState().documents.find((one) => one.id === id)
      openDialog({ kind: 'damaged', id, name: info?.name ?? '' })
    }
  }

  readonly saveRaw = async (id: string, name: string): Promise<void> => {
    const raw = await this.platform.documents.raw(id)
    if (!raw.ok) {
      this.complain('Could not read the records', raw.error)
      return
    }
    const kind = { label: 'JSON', mime: 'application/json', extensions: ['.json'] }
    const file = { name: fileName(`${name} records`, '.json'), content: raw.value, kind }
    await saveFile(this.platform.files, file)
  }

  readonly room = async (): Promise<StorageRoom> => {
    const { documents } = this.platform
    const [usage, isPersisted, isDurable] = await Promise.all([
      documents.usage(),
      documents.isPersisted(),
      documents.isDurable(),
    ])
    return { isPersisted, isDurable, ...usage }
  }

  readonly askToKeep = (): Promise<boolean> => this.platform.documents.persist()

  readonly askPicture = (id: string): void => void this.miniatures.ask(id)

  readonly leave = async (): Promise<void> => {
    await this.session.close()
    await this.refresh()
    screens.setState({ screen: 'start', dialog: undefined, isSearching: false })
  }

  readonly flush = (): Promise<void> => this.session.flush()

  /** The name is part of the document: it changes as any edit does, and can be undone there. */
  private async renameStored(id: string, name: string): Promise<boolean> {
    const lock = await this.platform.locks.take(lockName(id))
    if (!lock) {
      tell({ tone: 'warning', text: 'This document is open in another tab. Rename it there.' })
      return false
    }
    const loaded = await this.platform.documents.load(id)
    const text = loaded.ok ? read(loaded.value.snapshot.text) : undefined
    if (loaded.ok && text?.ok) {
      const entry = renameEntry(loaded.value, text.value.schema, name)
      await this.platform.documents.append(id, [entry])
      await this.platform.documents.rename(id, name)
    }
    lock.release()
    return loaded.ok && text?.ok === true
  }

  readonly duplicate = async (info: DocumentInfo): Promise<void> => {
    const name = `${info.name} copy`
    const made = await this.platform.documents.duplicate(info.id, name)
    if (made.ok) {
      this.miniatures.copy(info.id, made.value.id)
      await this.renameStored(made.value.id, name)
    } else this.complain('Could not duplicate the document', made.error)
    await this.refresh()
  }

  readonly rename = async (info: DocumentInfo, name: string): Promise<void> => {
    await this.renameStored(info.id, name)
    await this.refresh()
  }

  readonly remove = async (info: DocumentInfo): Promise<void> => {
    const removed = await this.platform.documents.remove(info.id)
    if (!removed.ok) this.complain('Could not delete the document', removed.error)
    else {
      const restore = () => void this.platform.documents.restore(info.id).then(() => this.refresh())
      tell({
        tone: 'info',
        text: `Deleted ${info.name || 'the document'}`,
        actions: [{ label: 'Undo', run: restore }],
      })
    }
    await this.refresh()
  }
}
