// Every edit is on disk within half a second: edits are appended as they come, a whole snapshot follows now and then.
import { writeSteps } from '../core/file'
import type { Edit } from '../core/model/edit'
import { projectOf, type Schema } from '../core/model/schema'
import type { About, DocumentStore, LogEntry, Snapshot, StorageProblem } from '../platform/types'
import { document, type DocumentState } from './document'
import { gently } from './gently'
import { saveStatus } from './save'

const appendAfterMs = 150
/** So many appended entries make replaying slower than a fresh snapshot. */
const entriesPerSnapshot = 300
/** A snapshot takes this much of the history along; all of it stays in the session. */
const storedSteps = 500

const reasons: Readonly<Record<StorageProblem['kind'], string>> = {
  quota: 'the browser has no room left',
  blocked: 'another tab runs an older Relata; close it',
  newer: 'the browser holds documents of a newer Relata; reload',
  unavailable: 'this browser window keeps nothing',
  corrupt: 'its record is damaged',
  missing: 'its record is gone',
  conflict: 'another tab has written to it',
}

export const reasonOf = (problem: StorageProblem): string => reasons[problem.kind]

function entryFor(state: DocumentState): LogEntry | undefined {
  const { lastMove, lastEdits, revision } = state
  if (lastMove.kind === 'open') return undefined
  const entry = { since: revision - 1, revision, at: Date.now(), edits: lastEdits, move: lastMove.kind }
  if (lastMove.kind === 'step') return { ...entry, meta: lastMove.step }
  return {
    ...entry,
    meta: lastMove.kind === 'amend' ? { position: lastMove.position } : { count: lastMove.count },
  }
}

/** What the list of documents tells of one. */
export function aboutOf(schema: Schema): About {
  const { name, target } = projectOf(schema)
  return { name, target, tables: schema.table.size }
}

const isRename = ({ kind, field }: Edit): boolean => kind === 'project' && field === 'name'

export interface Autosave {
  /** Writes what is waiting. False when some of it is not on disk after all, which was told. */
  readonly flush: () => Promise<boolean>
  /** Writes what is waiting and a snapshot, and stops. */
  readonly stop: () => Promise<void>
  /** Writes nothing more. */
  readonly end: () => void
}

export interface Saving {
  readonly id: string
  /** So many entries lie behind the snapshot already. */
  readonly appended: number
  /** What lies there led to no document as a whole: a snapshot takes its place at once. */
  readonly isMended?: boolean
  /** Hears what is on disk now. */
  readonly onWritten: (entries: readonly LogEntry[]) => void
  /** Hears the text of every snapshot that was kept. */
  readonly onSnapshot: (text: string) => void
  /** Somebody else wrote: what is here and not there has to find another place. */
  readonly onConflict: () => void
  /** Its records were gone, and are there again. */
  readonly onPutBack: () => void
}

/** The state of a document as a snapshot takes it along. */
export async function snapshotOf(state: Pick<DocumentState, 'schema' | 'history' | 'revision'>) {
  const { schema, history, revision } = state
  const kept = { done: history.done.slice(-storedSteps), undone: history.undone.slice(-storedSteps) }
  const text = await gently(writeSteps(schema))
  return { ...aboutOf(schema), snapshot: { revision, text, history: kept } }
}

/** The browser is asked once a session, and not before there is work that is worth it: some of them ask the person. */
let hasAskedToKeep = false

class Saver implements Autosave {
  private readonly store: DocumentStore
  private readonly saving: Saving
  private waiting: readonly LogEntry[] = []
  private appended: number
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> = Promise.resolve()
  private readonly unsubscribe: () => void

  constructor(store: DocumentStore, saving: Saving) {
    this.store = store
    this.saving = saving
    this.appended = saving.appended
    this.unsubscribe = document.subscribe((state, before) => {
      if (state.id === saving.id && state.revision !== before.revision) this.take(state)
    })
    saveStatus.setState({ status: { kind: 'saved' } })
    if (saving.isMended === true) void this.next(() => this.snapshot())
  }

  private take(state: DocumentState): void {
    const entry = entryFor(state)
    if (!entry) return
    this.waiting = [...this.waiting, entry]
    saveStatus.setState({ status: { kind: 'saving' } })
    this.timer ??= setTimeout(() => void this.flush(), appendAfterMs)
  }

  /** Writes go one after the other, so that the log never has a gap. */
  private next(work: () => Promise<unknown>): Promise<void> {
    this.running = this.running.then(async () => {
      await work()
    })
    return this.running
  }

  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.timer)
    this.timer = undefined
    await this.next(() => this.append())
    return this.waiting.length === 0
  }

  private async append(): Promise<void> {
    const entries = this.waiting
    if (entries.length === 0) return
    const result = await this.store.append(this.saving.id, entries)
    if (!result.ok && result.error.kind === 'missing') {
      await this.putBack()
      return
    }
    if (!result.ok) {
      this.fail(result.error)
      return
    }
    this.wrote(entries)
    if (entries.some(({ edits }) => edits.some(isRename))) {
      await this.store.rename(this.saving.id, projectOf(document.getState().schema).name)
    }
    this.askToKeep()
    if (this.appended >= entriesPerSnapshot) await this.snapshot()
    this.settle()
  }

  private settle(): void {
    if (this.waiting.length === 0) saveStatus.setState({ status: { kind: 'saved' } })
    // What came in while this was written.
    else this.timer ??= setTimeout(() => void this.flush(), appendAfterMs)
  }

  private wrote(entries: readonly LogEntry[]): void {
    const last = entries.at(-1)?.revision ?? 0
    this.waiting = this.waiting.filter(({ revision }) => revision > last)
    this.appended += entries.length
    this.saving.onWritten(entries)
  }

  private askToKeep(): void {
    if (hasAskedToKeep || document.getState().schema.table.size === 0) return
    hasAskedToKeep = true
    void this.store.persist()
  }

  private fail(problem: StorageProblem): void {
    if (problem.kind === 'conflict') {
      this.end()
      this.saving.onConflict()
      return
    }
    const retry = () => void this.flush()
    saveStatus.setState({ status: { kind: 'failed', why: reasonOf(problem), retry } })
  }

  /** The browser threw it away while it was open: here it is still whole. */
  private async putBack(): Promise<void> {
    const { snapshot, ...about } = await snapshotOf(document.getState())
    const made = await this.store.create({ ...about, snapshot }, this.saving.id)
    if (!made.ok) {
      this.fail(made.error)
      return
    }
    this.hold(snapshot)
    this.saving.onPutBack()
  }

  private async snapshot(): Promise<void> {
    const { id } = document.getState()
    if (id !== this.saving.id) return
    const { snapshot, ...about } = await snapshotOf(document.getState())
    const result = await this.store.snapshot(this.saving.id, snapshot, about)
    if (!result.ok) this.fail(result.error)
    else this.hold(snapshot)
  }

  /** What a snapshot holds is on disk, whether it was appended before or not. */
  private hold({ revision, text }: Pick<Snapshot, 'revision' | 'text'>): void {
    const held = this.waiting.filter((entry) => entry.revision <= revision)
    if (held.length > 0) this.wrote(held)
    this.appended = 0
    this.saving.onSnapshot(text)
    this.settle()
  }

  readonly stop = async (): Promise<void> => {
    this.unsubscribe()
    const isWhole = await this.flush()
    if (this.appended > 0 && isWhole) await this.next(() => this.snapshot())
    this.end()
  }

  readonly end = (): void => {
    this.unsubscribe()
    clearTimeout(this.timer)
    this.timer = undefined
  }
}

/** Saves the open document from now on. */
export const startAutosave = (store: DocumentStore, saving: Saving): Autosave => new Saver(store, saving)
