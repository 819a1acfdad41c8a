// The documents of this browser: listed, made, opened, put away. One at a time is open in a tab.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { read, write } from '../core/file'
import { applyEdits } from '../core/model/edit'
import { newSchema } from '../core/model/factory'
import { emptyHistory, positionOf, record, travel, type History, type Step } from '../core/model/history'
import { firstDiagram, projectOf, type Schema } from '../core/model/schema'
import type { Target } from '../core/model/target'
import { transact } from '../core/model/transact'
import type {
  DocumentInfo,
  LoadedDocument,
  Lock,
  LogEntry,
  Platform,
  StorageProblem,
} from '../platform/types'
import { aboutOf, reasonOf, startAutosave, type Autosave } from './autosave'
import { document, openDocument } from './document'
import { tell } from './feedback'
import { Miniatures } from './miniatures'
import { saveStatus } from './save'
import { fileName, saveFile } from './saving'
import { screens } from './screens'
import { noSelection, type Selection } from './selection'
import { view } from './view'

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

export interface Workspace {
  readonly refresh: () => Promise<void>
  readonly create: (name: string, target: Target) => Promise<void>
  /** A document that came from elsewhere: a file, a template. */
  readonly adopt: (schema: Schema) => Promise<void>
  /** The same with its text written already: a large one would be felt while it is written and read here. */
  readonly adoptWritten: (schema: Schema, text: string) => Promise<void>
  readonly open: (id: string) => Promise<void>
  readonly duplicate: (info: DocumentInfo) => Promise<void>
  readonly rename: (info: DocumentInfo, name: string) => Promise<void>
  readonly remove: (info: DocumentInfo) => Promise<void>
  /** Back to the list; what is open is saved first. */
  readonly leave: () => Promise<void>
  readonly flush: () => Promise<void>
  /** Fetches what a document looks like, for `useMiniature`. */
  readonly askPicture: (id: string) => void
}

/** How far an undo or redo went; entries of the first versions know of single steps only. */
function stepsOf({ move, meta }: LogEntry): number {
  const given = typeof meta === 'object' && meta !== null && 'count' in meta ? meta.count : 1
  const count = typeof given === 'number' ? given : 1
  return move === 'undo' ? -count : count
}

/** The log holds what was given to `record`, so replaying it makes the same history, merged steps and all. */
function replay(schema: Schema, stored: unknown, entries: readonly LogEntry[]) {
  // Written by autosave under the same version of the database; its shape is the history's own.
  let history = (stored as History<Selection> | undefined) ?? emptyHistory
  let now = schema
  for (const entry of entries) {
    now = applyEdits(now, entry.edits)
    if (entry.move === 'step') {
      const step = entry.meta as Omit<Step<Selection>, 'edits'>
      history = record(history, { ...step, edits: entry.edits })
    } else history = travel(history, positionOf(history) + stepsOf(entry))?.history ?? history
  }
  return { schema: now, history }
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

const lockName = (id: string): string => `relata-document-${id}`

export function createWorkspace(platform: Platform): Workspace {
  return new Documents(platform)
}

class Documents implements Workspace {
  private readonly platform: Platform
  private readonly miniatures: Miniatures
  private autosave: Autosave | undefined
  private lock: Lock | undefined
  private waitingForLock: AbortController | undefined

  constructor(platform: Platform) {
    this.platform = platform
    this.miniatures = new Miniatures(platform.documents)
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

  readonly adopt = async (schema: Schema): Promise<void> => {
    const made = await this.store(schema, write(schema))
    if (made.ok) await this.open(made.value.id)
    else await this.goOnInMemory(schema, made.error)
  }

  readonly adoptWritten = async (schema: Schema, text: string): Promise<void> => {
    const made = await this.store(schema, text)
    if (!made.ok) {
      await this.goOnInMemory(schema, made.error)
      return
    }
    await this.close()
    const { id } = made.value
    const lock = await this.platform.locks.take(lockName(id))
    this.show({ id, schema })
    if (lock) this.becomeWriter(id, lock, { entries: [], snapshot: { revision: 0, text } })
  }

  private async store(schema: Schema, text: string) {
    const made = await this.platform.documents.create({
      ...aboutOf(schema),
      snapshot: { revision: 0, text },
    })
    if (made.ok) void this.platform.documents.persist()
    return made
  }

  private async goOnInMemory(schema: Schema, problem: StorageProblem): Promise<void> {
    // The work goes on in memory: nothing is refused because the disk is full.
    await this.close()
    this.complain('Could not store the new document', problem)
    this.show({ id: 'memory', schema })
    saveStatus.setState({
      status: {
        kind: 'failed',
        why: reasonOf(problem),
        retry: () => void this.adopt(document.getState().schema),
      },
    })
  }

  private show(given: Parameters<typeof openDocument>[0]): void {
    openDocument(given)
    const diagram = firstDiagram(given.schema)
    view.setState({
      diagram,
      selection: noSelection,
      hovered: undefined,
      mode: { kind: 'select' },
      editing: undefined,
      focus: undefined,
    })
    screens.setState({ screen: 'editor', dialog: undefined, isSearching: false })
  }

  readonly open = async (id: string): Promise<void> => {
    await this.close()
    const loaded = await this.platform.documents.load(id)
    if (!loaded.ok) {
      this.complain('Could not open the document', loaded.error)
      await this.backToList()
      return
    }
    if (!read(loaded.value.snapshot.text).ok) {
      this.offerRemains(loaded.value)
      await this.backToList()
      return
    }
    const lock = await this.platform.locks.take(lockName(id))
    this.showLoaded(id, loaded.value, lock === undefined)
    if (lock) this.becomeWriter(id, lock, loaded.value)
    else void this.followUntilFree(id)
  }

  /** What stood open before is closed by now: nothing of it may go on being edited. */
  private async backToList(): Promise<void> {
    screens.setState({ screen: 'start', dialog: undefined, isSearching: false })
    await this.refresh()
  }

  /** A record that cannot be read is left as it is; its text may be saved, to be mended by hand. */
  private offerRemains({ info, snapshot }: LoadedDocument): void {
    const kind = { label: 'Relata document', mime: 'application/json', extensions: ['.relata'] }
    const file = { name: fileName(info.name, '.relata'), content: snapshot.text, kind }
    tell({
      tone: 'danger',
      text: `${info.name || 'This document'} cannot be read: its record is damaged. It stays as it is.`,
      actions: [{ label: 'Save its text', run: () => void saveFile(this.platform.files, file) }],
    })
  }

  private showLoaded(id: string, { snapshot, entries, lost }: LoadedDocument, isReadOnly: boolean): void {
    const result = read(snapshot.text)
    if (!result.ok) return
    const { schema, history } = replay(result.value.schema, snapshot.history, entries)
    const revision = entries.at(-1)?.revision ?? snapshot.revision
    this.show({ id, schema, history, revision, isReadOnly })
    if (lost > 0) {
      tell({
        tone: 'warning',
        text: `The last ${String(lost)} changes could not be read back. Everything before them is here.`,
      })
    }
  }

  private becomeWriter(
    id: string,
    lock: Lock,
    { entries, snapshot }: Pick<LoadedDocument, 'entries' | 'snapshot'>,
  ): void {
    this.lock = lock
    const onSnapshot = (text: string) => void this.miniatures.draw(id, text)
    this.autosave = startAutosave(this.platform.documents, { id, appended: entries.length, onSnapshot })
    this.miniatures.follow(id, snapshot.text)
    void lock.lost.then(() => {
      if (this.lock === lock) void this.open(id)
    })
  }

  /** Another tab writes this document: read along, and write once that tab is gone. */
  private async followUntilFree(id: string): Promise<void> {
    saveStatus.setState({ status: { kind: 'elsewhere' } })
    const waiting = new AbortController()
    this.waitingForLock = waiting
    const lock = await this.platform.locks.wait(lockName(id), waiting.signal)
    if (!lock) return
    lock.release()
    if (!waiting.signal.aborted && document.getState().id === id) await this.open(id)
  }

  private async close(): Promise<void> {
    this.waitingForLock?.abort()
    this.waitingForLock = undefined
    this.miniatures.rest()
    await this.autosave?.stop()
    this.autosave = undefined
    const { lock } = this
    this.lock = undefined
    lock?.release()
  }

  readonly askPicture = (id: string): void => void this.miniatures.ask(id)

  readonly leave = async (): Promise<void> => {
    await this.close()
    await this.refresh()
    screens.setState({ screen: 'start', dialog: undefined, isSearching: false })
  }

  readonly flush = async (): Promise<void> => {
    await this.autosave?.flush()
  }

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
