// Text and model of the open document, kept the same. Document states are pairs of both: what is typed becomes a step
// once it was read, with the text and all that follows from it; what is done elsewhere gets its text a moment later, as
// part of its own step. One question to the worker is under way at a time.
import { applyEdits, squash, type Edits } from '../../core/model/edit'
import { positionOf } from '../../core/model/history'
import { spliceBetween } from '../../core/model/splice'
import type { Result } from '../../core/lib/result'
import type { Schema } from '../../core/model/schema'
import {
  changedText,
  dbmlClient,
  type Answered,
  type CallError,
  type DbmlMove,
  type DbmlRead,
  type TextChange,
  type TextMessage,
} from '../../workers/client'
import { amendStep, beforeChanges, commit, document, type DocumentState } from '../document'
import { currentDiagram } from '../perform'
import { SentModel } from '../sentModel'
import { view } from '../view'
import { labelOf } from './label'
import { dbmlSource, sourceEdits } from './source'
import { dbml, noDbml } from './store'

/** Keys that follow within this time are one burst, and one step. */
const burstMs = 500
/** Long enough to let a word be typed, short enough to be felt as at once. */
const typingMs = 120
/** So long a burst may go on before it is read anyway. */
const longestWaitMs = 600

/** Typed steps by their merge key: another tab, or the next session, knows by it that the text was ahead. */
const typedKey = 'dbml'

interface Burst {
  readonly key: string
  readonly at: number
  readonly edits: Edits
}

const noBurst: Burst = { key: '', at: 0, edits: [] }

/** A state of the model that the text does not say yet, and the step that led to it. */
interface Behind {
  readonly schema: Schema
  readonly position: number
}

type Client = ReturnType<typeof dbmlClient>

export class DbmlSync {
  private readonly start: () => Client
  private client: Client | undefined
  private readonly model = new SentModel()
  private ends: (() => void)[] = []
  private documentId: string | undefined
  private isOwn = false
  private isBusy = false
  private timer: ReturnType<typeof setTimeout> | undefined

  private text = ''
  private number = 0
  /** The text that the document has. */
  private committed = ''
  private isStored = false
  private unsent: (readonly TextChange[])[] = []
  private sentNumber = -1
  private next: DbmlMove | undefined
  private isTaken = false
  private queue: readonly Behind[] = []
  private burst: Burst = noBurst
  private bursts = 0
  private lastKeyAt = 0
  private waitingSince = 0
  /** A text that was recorded before it was read. */
  private unread: string | undefined

  constructor(start: () => Client) {
    this.start = start
  }

  /** Begins with the open document; nothing happens where it has begun. */
  readonly open = async (): Promise<void> => {
    const { id } = document.getState()
    if (this.documentId === id && dbml.getState().phase !== 'off') return
    this.close()
    this.documentId = id
    this.ends = [document.subscribe(this.follow), beforeChanges(this.finish)]
    dbml.setState({ ...noDbml, phase: 'opening', version: { ...noDbml.version, number: ++this.number } })
    await this.begin()
  }

  /** Nobody looks any more: a text that is part of the document goes on being kept up. */
  readonly rest = (): void => {
    if (!this.isStored) this.close()
  }

  readonly close = (): void => {
    clearTimeout(this.timer)
    for (const end of this.ends) end()
    this.ends = []
    this.documentId = undefined
    this.isStored = false
    this.unread = undefined
    this.forget()
    this.client?.close()
    this.client = undefined
    dbml.setState(noDbml)
  }

  /** The worker knows nothing of what is here. */
  private forget(): void {
    this.model.forget()
    this.unsent = []
    this.sentNumber = -1
    this.queue = []
    this.isTaken = false
    this.isBusy = false
  }

  private async begin(): Promise<void> {
    const { schema, history } = document.getState()
    const source = dbmlSource(schema)
    this.isStored = source !== undefined
    const text = source?.text ?? (await this.generated(schema))
    if (text === undefined) return
    const last = history.done.at(-1)
    // Closed before the last key was read: then the text is what is meant.
    const wasTyping =
      last?.mergeKey?.startsWith(typedKey) === true && last.edits.every(({ kind }) => kind === 'source')
    this.next = wasTyping ? 'typed' : 'opened'
    this.burst = { key: `${typedKey} of before`, at: Date.now(), edits: [] }
    this.unsent = []
    this.sentNumber = -1
    this.committed = text
    this.put(text, undefined, this)
    dbml.setState({ phase: 'ready' })
    this.runSoon(0)
  }

  private async generated(schema: Schema): Promise<string | undefined> {
    const { documentId } = this
    const result = await this.ask((client) => client.call('generate', this.model.messageFor(schema)))
    if (this.documentId !== documentId || !result) return undefined
    // What was done meanwhile is not in it.
    const now = document.getState()
    if (now.schema !== schema) this.queue = [{ schema: now.schema, position: positionOf(now.history) }]
    return result
  }

  /** What somebody typed; the text has it at once, the document once it was read. */
  readonly type = (changes: readonly TextChange[], by: unknown): void => {
    const now = Date.now()
    if (now - this.lastKeyAt > burstMs) {
      this.burst = { key: `${typedKey} ${String(now)} ${String(++this.bursts)}`, at: now, edits: [] }
    }
    if (this.next !== 'typed') this.waitingSince = now
    this.lastKeyAt = now
    this.next = 'typed'
    this.unsent.push(changes)
    this.put(changedText(this.text, changes), changes, by)
    this.runSoon(Math.max(0, Math.min(typingMs, this.waitingSince + longestWaitMs - now)))
  }

  private put(text: string, changes: readonly TextChange[] | undefined, by: unknown): void {
    this.text = text
    dbml.setState({ version: { number: ++this.number, text, changes, by } })
  }

  /** The same text with its changes told from the one before; another text is told whole. */
  private replace(text: string): void {
    if (text === this.text) return
    const change = wholeChange(this.text, text)
    this.unsent.push([change])
    this.put(text, [change], this)
  }

  private runSoon(delay: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.run(), delay)
  }

  private async run(): Promise<void> {
    if (this.isBusy || dbml.getState().phase !== 'ready') return
    this.isBusy = true
    const { documentId } = this
    while (this.documentId === documentId && (this.next || this.queue.length > 0)) {
      const isDone = this.next ? await this.read(this.next) : await this.patch()
      if (!isDone) break
    }
    if (this.documentId === documentId) this.isBusy = false
  }

  private textMessage(): TextMessage {
    const { unsent, sentNumber, number, text } = this
    this.unsent = []
    this.sentNumber = number
    return sentNumber < 0
      ? { kind: 'whole', version: number, text }
      : { kind: 'changes', since: sentNumber, version: number, lists: unsent }
  }

  /** Answers of another document's worker, and of one that broke, are no answers. */
  private async ask<T>(
    call: (client: Client) => Promise<Result<Answered<T>, CallError>>,
  ): Promise<T | undefined> {
    this.client ??= this.start()
    const { client, documentId } = this
    let result = await call(client)
    if (this.documentId !== documentId) return undefined
    if (result.ok && result.value.kind === 'unknownModel') {
      this.model.forget()
      this.sentNumber = -1
      result = await call(client)
    }
    if (this.documentId !== documentId) return undefined
    if (result.ok && result.value.kind === 'answer') return result.value.value
    this.fail(result.ok ? 'The worker lost the text' : result.error)
    return undefined
  }

  private fail(error: CallError | string): void {
    const failure = typeof error === 'string' ? error : error.kind === 'failed' ? error.message : undefined
    this.forget()
    dbml.setState({ phase: 'failed', failure })
  }

  private async read(how: DbmlMove): Promise<boolean> {
    const { revision, schema } = document.getState()
    const { number, text, isTaken } = this
    this.next = undefined
    this.isTaken = false
    const answer = await this.ask((client) =>
      client.call('read', {
        model: this.model.messageFor(schema),
        text: this.textMessage(),
        how,
        isTaken,
        diagram: currentDiagram(schema),
      }),
    )
    if (!answer) return false
    if (this.number === number) dbml.setState({ problems: answer.problems, checked: number })
    if (how === 'typed') this.hearTyped(answer, { revision, text })
    else if (answer.missing.length > 0 && this.number === number) this.complete(answer.missing)
    return true
  }

  /** The pair of what was read and what follows from it; where the document moved on meanwhile it is asked again. */
  private hearTyped(answer: DbmlRead, sent: { readonly revision: number; readonly text: string }): void {
    const state = document.getState()
    if (state.isReadOnly) return
    if (state.revision !== sent.revision) {
      this.next = 'typed'
      return
    }
    this.isTaken = true
    if (this.unread === sent.text) this.unread = undefined
    this.record(sent.text, answer.edits)
  }

  private record(text: string, edits: Edits): void {
    const { schema } = document.getState()
    const all = [...(text === this.committed ? [] : sourceEdits(schema, text)), ...edits]
    this.committed = text
    if (all.length === 0) return
    this.isStored = true
    const { key, at } = this.burst
    this.burst = { key, at, edits: squash(this.burst.edits, edits) }
    const { selection } = view.getState()
    this.asOwn(() => {
      const label = labelOf(this.burst.edits, applyEdits(schema, edits))
      commit(all, { label, before: selection, after: selection, mergeKey: key, at })
    })
    if (this.queue.length === 0 || edits.length === 0) return
    // What waits for its words was of a model without these: all of it is one with this step.
    const now = document.getState()
    this.queue = [{ schema: now.schema, position: positionOf(now.history) }]
  }

  private asOwn(work: () => void): void {
    this.isOwn = true
    work()
    this.isOwn = false
  }

  /** Half typed when something else is done: a step of its own, before that. It is read as soon as may be. */
  private readonly finish = (): void => {
    if (this.isOwn || this.text === this.committed || document.getState().isReadOnly) return
    this.unread = this.text
    this.next = 'typed'
    this.record(this.text, [])
    this.lastKeyAt = 0
    this.runSoon(0)
  }

  /** Records what is typed and not read yet, for a page that goes away. */
  readonly flush = (): void => this.finish()

  private async patch(): Promise<boolean> {
    const [behind] = this.queue
    if (!behind) return true
    const { number } = this
    const changes = await this.ask((client) => client.call('patch', this.model.messageFor(behind.schema)))
    if (!changes) return false
    // Typed meanwhile: that is read first, and this is asked again.
    if (this.number !== number || this.queue[0] !== behind) return true
    this.queue = this.queue.slice(1)
    this.complete(changes, behind.position)
    return true
  }

  /** The text says more of the model than before; it belongs to the step that made it so. */
  private complete(changes: readonly TextChange[], position = positionOf(document.getState().history)): void {
    if (changes.length === 0) return
    this.unsent.push(changes)
    this.put(changedText(this.text, changes), changes, this)
    this.next = 'followed'
    this.committed = this.text
    const { schema, history, isReadOnly } = document.getState()
    if (!this.isStored || isReadOnly) return
    const at = Math.min(position, positionOf(history))
    this.asOwn(() => amendStep(at, sourceEdits(schema, this.text)))
  }

  private readonly follow = (state: DocumentState, before: DocumentState): void => {
    if (
      state.id !== this.documentId ||
      (state.revision !== before.revision && state.lastMove.kind === 'open')
    ) {
      this.close()
      return
    }
    if (this.isOwn || state.schema === before.schema) return
    const isWithText = state.lastEdits.some(({ kind }) => kind === 'source')
    if (isWithText) this.followText(state)
    else this.followModel(state)
    this.runSoon(0)
  }

  private followText(state: DocumentState): void {
    const source = dbmlSource(state.schema)
    this.queue = []
    this.isStored = source !== undefined
    if (!source) {
      void this.begin()
      return
    }
    this.replace(source.text)
    this.committed = source.text
    const isUnread = this.unread === source.text && state.history.undone.length === 0
    this.next = isUnread ? 'typed' : 'followed'
  }

  private followModel({ schema, history, lastMove }: DocumentState): void {
    const behind = { schema, position: positionOf(history) }
    const isStep = lastMove.kind === 'step'
    // A step that goes on, such as a name that is typed, is one with what waits of it.
    const waiting = isStep ? this.queue.filter(({ position }) => position !== behind.position) : []
    this.queue = [...waiting, behind]
  }

  /** What a place of the text is of; undefined while the worker has another text. */
  readonly thingAt = async (offset: number) => {
    const result = await this.client?.call('at', { version: this.number, offset })
    return result?.ok === true ? result.value : undefined
  }

  readonly placesOf = async (id: string) => {
    const result = await this.client?.call('places', { version: this.number, id })
    return result?.ok === true ? result.value : undefined
  }
}

/** One change that makes one text the other. */
function wholeChange(before: string, after: string): TextChange {
  const { at, before: gone, after: insert } = spliceBetween(before, after)
  return { from: at, to: at + gone.length, insert }
}

export const dbmlSync = new DbmlSync(dbmlClient)
