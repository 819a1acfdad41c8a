// Every edit is on disk within half a second: edits are appended as they come, a whole snapshot follows now and then.
import { write } from '../core/file'
import type { Edit } from '../core/model/edit'
import { projectOf, type Schema } from '../core/model/schema'
import type { About, DocumentStore, LogEntry, StorageProblem } from '../platform/types'
import { document, type DocumentState } from './document'
import { saveStatus } from './save'

const appendAfterMs = 150
/** So many appended entries make replaying slower than a fresh snapshot. */
const entriesPerSnapshot = 300
/** A snapshot takes this much of the history along; all of it stays in the session. */
const storedSteps = 500

const reasons: Readonly<Record<StorageProblem['kind'], string>> = {
  quota: 'the browser has no room left',
  blocked: 'another tab runs an older Relata; close it',
  newer: 'the browser holds documents of a newer Relata',
  unavailable: 'this browser window keeps nothing',
  corrupt: 'its record is damaged',
  missing: 'its record is gone',
  conflict: 'another tab has written to it; reload',
}

export const reasonOf = (problem: StorageProblem): string => reasons[problem.kind]

function entryFor(state: DocumentState): LogEntry | undefined {
  const { lastMove, lastEdits, revision } = state
  if (lastMove.kind === 'open') return undefined
  const entry = { since: revision - 1, revision, at: Date.now(), edits: lastEdits, move: lastMove.kind }
  return { ...entry, meta: lastMove.kind === 'step' ? lastMove.step : { count: lastMove.count } }
}

/** What the list of documents tells of one. */
export function aboutOf(schema: Schema): About {
  const { name, target } = projectOf(schema)
  return { name, target, tables: schema.table.size }
}

const isRename = ({ kind, field }: Edit): boolean => kind === 'project' && field === 'name'

export interface Autosave {
  /** Writes what is waiting. Resolves when it is durable or has failed and been told. */
  readonly flush: () => Promise<void>
  /** Writes what is waiting and a snapshot, and stops. */
  readonly stop: () => Promise<void>
}

export interface Saving {
  readonly id: string
  /** So many entries lie behind the snapshot already. */
  readonly appended: number
  /** Hears the text of every snapshot that was kept. */
  readonly onSnapshot: (text: string) => void
}

class Saver implements Autosave {
  private readonly store: DocumentStore
  private readonly id: string
  private waiting: LogEntry[] = []
  private appended = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> = Promise.resolve()
  private readonly unsubscribe: () => void

  private readonly onSnapshot: (text: string) => void

  constructor(store: DocumentStore, { id, appended, onSnapshot }: Saving) {
    this.store = store
    this.id = id
    this.appended = appended
    this.onSnapshot = onSnapshot
    this.unsubscribe = document.subscribe((state, before) => {
      if (state.id === id && state.revision !== before.revision) this.take(state)
    })
    saveStatus.setState({ status: { kind: 'saved' } })
  }

  private take(state: DocumentState): void {
    const entry = entryFor(state)
    if (!entry) return
    this.waiting.push(entry)
    saveStatus.setState({ status: { kind: 'saving' } })
    this.timer ??= setTimeout(() => void this.flush(), appendAfterMs)
  }

  /** Writes go one after the other, so that the log never has a gap. */
  readonly flush = (): Promise<void> => {
    clearTimeout(this.timer)
    this.timer = undefined
    this.running = this.running.then(() => this.append())
    return this.running
  }

  private async append(): Promise<void> {
    const entries = this.waiting
    if (entries.length === 0) return
    this.waiting = []
    const result = await this.store.append(this.id, entries)
    if (!result.ok) {
      this.waiting = [...entries, ...this.waiting]
      this.fail(result.error)
      return
    }
    this.appended += entries.length
    if (entries.some(({ edits }) => edits.some(isRename))) {
      await this.store.rename(this.id, projectOf(document.getState().schema).name)
    }
    if (this.appended >= entriesPerSnapshot) await this.snapshot()
    if (this.waiting.length === 0) saveStatus.setState({ status: { kind: 'saved' } })
  }

  private fail(problem: StorageProblem): void {
    const retry = () => void this.flush()
    saveStatus.setState({ status: { kind: 'failed', why: reasonOf(problem), retry } })
  }

  private async snapshot(): Promise<void> {
    const { schema, revision, history, id } = document.getState()
    if (id !== this.id) return
    const kept = { done: history.done.slice(-storedSteps), undone: history.undone.slice(-storedSteps) }
    const text = write(schema)
    const result = await this.store.snapshot(this.id, { revision, text, history: kept }, aboutOf(schema))
    if (!result.ok) {
      this.fail(result.error)
      return
    }
    this.appended = 0
    this.onSnapshot(text)
  }

  readonly stop = async (): Promise<void> => {
    this.unsubscribe()
    await this.flush()
    if (this.appended > 0 && this.waiting.length === 0) await this.snapshot()
  }
}

/** Saves the open document from now on. */
export const startAutosave = (store: DocumentStore, saving: Saving): Autosave => new Saver(store, saving)
