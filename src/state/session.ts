// The document that is open in this tab: written here, or read along while another tab writes it. Never two writers:
// a lock says who may, and the log refuses whoever does not follow on it.
import { read } from '../core/file'
import { fail, ok, type Result } from '../core/lib/result'
import type { Schema } from '../core/model/schema'
import type { LoadedDocument, Lock, LogEntry, Platform, StorageProblem } from '../platform/types'
import { snapshotOf, startAutosave, type Autosave } from './autosave'
import { document } from './document'
import { tell } from './feedback'
import { sayLosses, sayPutBack } from './losses'
import type { Miniatures } from './miniatures'
import { replay, takeIn, takeWhole } from './replay'
import { saveStatus } from './save'
import { screens } from './screens'
import { showDocument } from './showDocument'
import { joinTabs, type Tabs } from './tabs'
import { AutoVersions } from './versions/automatic'
import { view } from './view'

/** A tab that has not let go by then does not hear any more. */
const answerMs = 2500
/** Who let go stands back for so long, that the other one gets it. */
const stepBackMs = 2000

interface Writer {
  readonly kind: 'writer'
  readonly id: string
  readonly lock: Lock
  readonly autosave: Autosave
  readonly versions: AutoVersions
  readonly tabs: Tabs
}

interface Reader {
  readonly kind: 'reader'
  readonly id: string
  readonly waiting: AbortController
  readonly tabs: Tabs
}

/** Why a document does not open: its records, or the text in them. */
export type Unopened = StorageProblem

export const lockName = (id: string): string => `relata-document-${id}`

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

interface Opened {
  readonly schema: Schema
  readonly history: ReturnType<typeof replay>['history']
  readonly revision: number
  readonly isMended: boolean
}

export class Session {
  private readonly platform: Platform
  private readonly miniatures: Miniatures
  private role: Writer | Reader | undefined
  private turn: Promise<unknown> = Promise.resolve()

  constructor(platform: Platform, miniatures: Miniatures) {
    this.platform = platform
    this.miniatures = miniatures
  }

  /** Opening and closing go one after the other: a double click opens once. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.turn.then(work)
    this.turn = next.catch(() => undefined)
    return next
  }

  readonly open = (id: string): Promise<Result<void, Unopened>> =>
    this.inTurn(async () => {
      if (this.role?.id === id && document.getState().id === id) {
        screens.setState({ screen: 'editor', dialog: undefined, isSearching: false })
        return ok(undefined)
      }
      await this.rest()
      const lock = await this.platform.locks.take(lockName(id))
      const loaded = await this.platform.documents.load(id, lock ? 'toWrite' : 'toRead')
      const shown = loaded.ok ? this.show(loaded.value, lock === undefined) : loaded
      if (!shown.ok || !loaded.ok || saveStatus.getState().status.kind === 'viewed') {
        lock?.release()
        return shown.ok ? ok(undefined) : shown
      }
      if (lock) this.write(id, lock, { ...loaded.value, isMended: shown.value.isMended })
      else this.follow(id)
      return ok(undefined)
    })

  /** A document that was stored just now, without reading it again. */
  readonly openFresh = (id: string, schema: Schema, text: string): Promise<void> =>
    this.inTurn(async () => {
      await this.rest()
      const lock = await this.platform.locks.take(lockName(id))
      showDocument({ id, schema })
      if (lock) this.write(id, lock, { entries: [], snapshot: { revision: 0, text } })
    })

  /** The work goes on in memory: nothing is refused because the disk is full. */
  readonly openUnstored = (schema: Schema, why: string): Promise<void> =>
    this.inTurn(async () => {
      await this.rest()
      showDocument({ id: 'memory', schema })
      this.sayUnstored(why)
    })

  /** To be looked at, not written. */
  readonly view = (schema: Schema, why: string): Promise<void> =>
    this.inTurn(async () => {
      await this.rest()
      showDocument({ id: 'viewed', schema, isReadOnly: true })
      saveStatus.setState({ status: { kind: 'viewed', why } })
    })

  private sayUnstored(why: string): void {
    const retry = () => void this.inTurn(() => this.store(why))
    saveStatus.setState({ status: { kind: 'failed', why, retry } })
  }

  private async store(why: string): Promise<void> {
    const state = document.getState()
    if (state.id !== 'memory') return
    const given = await snapshotOf(state)
    const made = await this.platform.documents.create(given)
    if (!made.ok) {
      this.sayUnstored(why)
      return
    }
    const { id } = made.value
    const lock = await this.platform.locks.take(lockName(id))
    // What was done while it was stored is not in there: the next snapshot takes it along.
    document.setState({ id })
    const isMended = document.getState().revision !== given.snapshot.revision
    if (lock) this.write(id, lock, { entries: [], snapshot: given.snapshot, isMended })
  }

  private show(loaded: LoadedDocument, isReadOnly: boolean): Result<Opened, Unopened> {
    const { id } = loaded.info
    const content = read(loaded.snapshot.text)
    if (!content.ok && content.error.kind === 'newer') {
      // A newer Relata wrote it: it is shown, and what this one does not understand stays as it is.
      showDocument({ id, schema: content.error.readable.schema, isReadOnly: true })
      const why = 'Made by a newer Relata: reload to change it'
      saveStatus.setState({ status: { kind: 'viewed', why } })
      return ok({ ...document.getState(), isMended: false })
    }
    if (!content.ok) return fail({ kind: 'corrupt', id })
    saveStatus.setState({ status: { kind: 'saved' } })
    const { schema, history, left } = replay(content.value.schema, loaded.snapshot.history, loaded.entries)
    const revision = loaded.entries.at(-1)?.revision ?? loaded.snapshot.revision
    showDocument({ id, schema, history, revision, isReadOnly })
    const { notices } = content.value
    sayLosses(this.platform.files, { loaded, left, notices })
    return ok({ schema, history, revision, isMended: left.length > 0 })
  }

  private write(
    id: string,
    lock: Lock,
    from: Pick<LoadedDocument, 'entries' | 'snapshot'> & { readonly isMended?: boolean },
  ): void {
    const { documents, broadcast } = this.platform
    const versions = new AutoVersions(this.platform.versions, id)
    const tabs = joinTabs(broadcast, id, ({ kind }) => {
      if (kind === 'wish' && this.role === role) void this.handOver(role)
    })
    const autosave = startAutosave(documents, {
      id,
      appended: from.entries.length,
      isMended: from.isMended ?? false,
      onWritten: (entries) => {
        tabs.say({ kind: 'wrote', entries: [...entries] })
        versions.worked()
      },
      onSnapshot: (text) => void this.miniatures.draw(id, text),
      onConflict: () => void this.rescue(id),
      onPutBack: sayPutBack,
    })
    const role: Writer = { kind: 'writer', id, lock, autosave, versions, tabs }
    this.role = role
    this.miniatures.follow(id, from.snapshot.text)
    void lock.lost.then(() => {
      if (this.role === role) void this.ousted(role)
    })
  }

  private follow(id: string, standBackMs = 0): Reader {
    const waiting = new AbortController()
    const tabs = joinTabs(this.platform.broadcast, id, (message) => {
      if (message.kind === 'wrote') this.readAlong(role, message.entries)
      if (message.kind === 'cannot') this.sayElsewhere(role, false)
    })
    const role: Reader = { kind: 'reader', id, waiting, tabs }
    this.role = role
    this.sayElsewhere(role, false)
    void this.waitForLock(role, standBackMs)
    return role
  }

  private readAlong(role: Reader, entries: readonly LogEntry[]): void {
    if (this.role !== role) return
    for (const entry of entries) {
      if (takeIn(entry)) continue
      void this.inTurn(() => this.catchUp(role))
      return
    }
  }

  private async catchUp(role: Reader, isOther = false): Promise<void> {
    const loaded = await this.platform.documents.load(role.id, 'toRead')
    if (this.role !== role || !loaded.ok) return
    this.takeLoaded(loaded.value, isOther)
  }

  /** What stands on disk, unless it stands here already (`isOther`: it does not). True when it had to be mended. */
  private takeLoaded({ snapshot, entries }: LoadedDocument, isOther = false): boolean {
    const revision = entries.at(-1)?.revision ?? snapshot.revision
    if (revision === document.getState().revision && !isOther) return false
    const content = read(snapshot.text)
    if (!content.ok) return false
    const { left, ...whole } = replay(content.value.schema, snapshot.history, entries)
    takeWhole(whole, revision)
    return left.length > 0
  }

  private sayElsewhere(role: Reader, isAsked: boolean): void {
    if (this.role !== role) return
    const takeOver = () => void this.takeOver(role)
    saveStatus.setState({ status: { kind: 'elsewhere', isAsked, takeOver } })
  }

  private async waitForLock(role: Reader, standBackMs: number): Promise<void> {
    if (standBackMs > 0) await sleep(standBackMs)
    if (role.waiting.signal.aborted) return
    const lock = await this.platform.locks.wait(lockName(role.id), role.waiting.signal)
    if (lock) await this.inTurn(() => this.promote(role, lock))
  }

  /** From reading along to writing, where one stands. */
  private async promote(role: Reader, lock: Lock): Promise<void> {
    if (this.role !== role || role.waiting.signal.aborted) {
      lock.release()
      return
    }
    const loaded = await this.platform.documents.load(role.id)
    role.tabs.leave()
    if (!loaded.ok) {
      // Nothing to go on from: what is on the screen can still be saved to a file.
      lock.release()
      this.role = undefined
      const why = 'Its records are gone: save a copy to keep it'
      saveStatus.setState({ status: { kind: 'viewed', why } })
      return
    }
    const isMended = this.takeLoaded(loaded.value)
    document.setState({ isReadOnly: false })
    this.write(role.id, lock, { ...loaded.value, isMended })
  }

  private async takeOver(role: Reader): Promise<void> {
    if (this.role !== role) return
    this.sayElsewhere(role, true)
    role.tabs.say({ kind: 'wish' })
    await sleep(answerMs)
    const { status } = saveStatus.getState()
    if (this.role !== role || status.kind !== 'elsewhere' || !status.isAsked) return
    // No answer: a tab that hangs, or that the browser froze.
    const lock = await this.platform.locks.take(lockName(role.id), 'steal')
    if (!lock) return
    await this.inTurn(async () => {
      await this.promote(role, lock)
      role.waiting.abort()
    })
  }

  /** Another tab wishes to write. What is waiting goes to the disk first. */
  private async handOver(role: Writer): Promise<void> {
    view.setState({ editing: undefined })
    document.setState({ isReadOnly: true })
    if (!(await role.autosave.flush())) {
      document.setState({ isReadOnly: false })
      role.tabs.say({ kind: 'cannot' })
      return
    }
    await this.inTurn(async () => {
      if (this.role !== role) return
      this.letGo(role)
      await this.catchUp(this.follow(role.id, stepBackMs))
    })
  }

  private letGo({ autosave, tabs, lock }: Writer): void {
    this.miniatures.rest()
    autosave.end()
    tabs.leave()
    lock.release()
  }

  /** Another tab took it without asking. What is not on disk yet may still follow on what is there. */
  private async ousted(role: Writer): Promise<void> {
    document.setState({ isReadOnly: true })
    const isSafe = await role.autosave.flush()
    if (this.role !== role) return
    if (!isSafe) {
      await this.rescue(role.id)
      return
    }
    this.letGo(role)
    await this.catchUp(this.follow(role.id))
  }

  /** Two tabs wrote: the other one was first. What was done here is kept as a document of its own. */
  private rescue(id: string): Promise<void> {
    return this.inTurn(async () => {
      const { role } = this
      if (role?.kind !== 'writer' || role.id !== id) return
      const { snapshot, name, ...about } = await snapshotOf(document.getState())
      const copy = `${name} (from another tab)`
      const made = await this.platform.documents.create({ ...about, name: copy, snapshot })
      if (!made.ok) {
        const retry = () => void this.rescue(id)
        saveStatus.setState({ status: { kind: 'failed', why: 'another tab has written to it', retry } })
        return
      }
      this.letGo(role)
      this.role = undefined
      document.setState({ isReadOnly: true })
      tell({
        tone: 'warning',
        text: `Another tab has written to ${name || 'this document'}. What was done here is kept as “${copy}”.`,
      })
      await this.catchUp(this.follow(id), true)
    })
  }

  private async rest(): Promise<void> {
    const { role } = this
    this.role = undefined
    if (role?.kind === 'reader') {
      role.waiting.abort()
      role.tabs.leave()
    }
    if (role?.kind !== 'writer') return
    this.miniatures.rest()
    role.versions.leave()
    await role.autosave.stop()
    this.letGo(role)
  }

  readonly close = (): Promise<void> => this.inTurn(() => this.rest())

  readonly flush = async (): Promise<void> => {
    if (this.role?.kind === 'writer') await this.role.autosave.flush()
  }
}
