// The work behind the import's screens: one worker that reads, one that lays out, and what the answers become.
import { dialects } from '../../core/dialects'
import { isIdOf, type TableId } from '../../core/model/id'
import { projectOf } from '../../core/model/schema'
import type { DialectId, Target } from '../../core/model/target'
import {
  layoutClient,
  readClient,
  RowsIn,
  slicesOf,
  type CallError,
  type ImportSource,
  type ReadQuestion,
  type TakeWish,
  type Taken,
} from '../../workers/client'
import type { Edits } from '../../core/model/edit'
import type { Result } from '../../core/lib/result'
import { lookAt } from '../camera'
import { commit, document, isSameModel } from '../document'
import { tell } from '../feedback'
import { currentDiagram } from '../perform'
import { closeDialog, openDialog, screens } from '../screens'
import { select } from '../selection'
import { view } from '../view'
import type { Workspace } from '../workspace'
import { importing, nothingYet, samplesKept, type ImportWay, type ShownPlace } from './importing'
import { documentName, moved, pastedSource } from './sources'

/** More tables than this are laid out the quick way: the fine one takes seconds. */
const finelyLaidOut = 150

const fallback = (): Target => {
  const { screen } = screens.getState()
  if (screen === 'editor') return projectOf(document.getState().schema).target
  return { dialect: 'postgres', version: dialects.postgres.versions.at(-1) ?? '' }
}

const counted = (count: number, word: string): string =>
  `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`

class Desk {
  private client: ReturnType<typeof readClient> | undefined
  private layout: ReturnType<typeof layoutClient> | undefined
  private abort = new AbortController()

  private get reader() {
    this.client ??= readClient()
    return this.client
  }

  /** A fresh import: the screen that asks for sources. */
  readonly open = (way: ImportWay): void => {
    this.reset()
    const into = canMerge() === true ? importing.getState().into : 'new'
    importing.setState({ ...nothingYet, way, into, database: fallback().dialect })
    openDialog({ kind: 'import' })
  }

  /** Files or a text that came from outside: straight to what they hold. */
  readonly receive = (sources: readonly ImportSource[], way: ImportWay = 'files'): void => {
    if (sources.length === 0) return
    this.reset()
    importing.setState({ ...nothingYet, way, sources, into: canMerge() === true ? 'open' : 'new' })
    openDialog({ kind: 'import' })
    void this.read()
  }

  readonly receiveText = (text: string, name?: string): void => {
    this.receive([pastedSource(text, name)], name === undefined ? 'paste' : 'files')
  }

  /** What was typed or pasted into the field. */
  readonly readPasted = (): void => {
    const { pasted, into } = importing.getState()
    importing.setState({ sources: [pastedSource(pasted)], into: canMerge() === true ? into : 'new' })
    void this.read()
  }

  /** The answer to the query of the database that is shown. */
  readonly readAnswer = (answer: string): void => {
    const { into, database } = importing.getState()
    importing.setState({
      sources: [pastedSource(answer, 'Catalogue')],
      format: 'catalogue',
      target: { dialect: database, version: dialects[database].versions.at(-1) ?? '' },
      into: canMerge() === true ? into : 'new',
    })
    void this.read()
  }

  readonly setDatabase = (database: DialectId): void => {
    importing.setState({ database })
  }

  readonly add = (sources: readonly ImportSource[]): void => {
    if (sources.length === 0) return
    importing.setState((state) => ({ sources: [...state.sources, ...sources] }))
    void this.read()
  }

  readonly setWay = (way: ImportWay): void => {
    importing.setState({ way })
  }

  readonly setTarget = (target: Target): void => {
    importing.setState({ target, format: 'sql' })
    void this.read()
  }

  /** A language that is read and not written. */
  readonly setFormat = (format: string): void => {
    importing.setState({ target: undefined, format })
    void this.read()
  }

  readonly setKeepsSamples = (keepsSamples: boolean): void => {
    importing.setState({ keepsSamples })
    void this.read()
  }

  readonly move = (id: string, by: number): void => {
    importing.setState(({ sources }) => ({ sources: moved(sources, id, by) }))
    void this.read()
  }

  readonly remove = (id: string): void => {
    const sources = importing.getState().sources.filter((source) => source.id !== id)
    importing.setState({ sources })
    if (sources.length === 0) this.back()
    else void this.read()
  }

  /** To the screen that asks for sources; what was typed there is still there. */
  readonly back = (): void => {
    this.reset()
    importing.setState(({ way, pasted, database }) => ({ ...nothingYet, way, pasted, database }))
  }

  /** Stops what is under way. Reading ends where it is, and nothing of it is kept. */
  readonly cancel = (): void => {
    const { phase } = importing.getState()
    this.abort.abort()
    if (phase === 'taking') importing.setState({ phase: 'ready', progress: undefined })
    else this.back()
  }

  readonly close = (): void => {
    this.reset()
    importing.setState(nothingYet)
    closeDialog()
  }

  private reset(): void {
    this.abort.abort()
    this.client?.close()
    this.client = undefined
  }

  private begin(): AbortSignal {
    this.abort.abort()
    this.abort = new AbortController()
    return this.abort.signal
  }

  private question(): ReadQuestion {
    const { sources, target, format, keepsSamples } = importing.getState()
    return {
      sources,
      fallback: fallback(),
      sampleRows: keepsSamples ? samplesKept : 0,
      ...(target && { target }),
      ...(format !== undefined && { format }),
    }
  }

  private async read(): Promise<void> {
    const signal = this.begin()
    importing.setState({
      phase: 'reading',
      progress: { label: 'Reading' },
      problem: undefined,
      place: undefined,
    })
    const result = await this.reader.call('read', this.question(), {
      signal,
      onProgress: (done, all) => {
        if (!signal.aborted)
          importing.setState({ progress: { label: 'Reading', share: done / Math.max(1, all) } })
      },
    })
    if (signal.aborted) return
    if (!result.ok) {
      this.fail(result.error)
      return
    }
    const answer = result.value
    if (answer.kind === 'unreadable') {
      const { fates, problem, target: triedAs } = answer
      importing.setState({
        phase: 'failed',
        fates,
        problem,
        triedAs,
        progress: undefined,
        overview: undefined,
      })
      return
    }
    const { overview } = answer
    const nothing = {
      leftOut: new Set<string>(),
      removed: new Set<string>(),
      renames: new Map(),
      survey: undefined,
    }
    importing.setState({ phase: 'ready', overview, fates: overview.fates, progress: undefined, ...nothing })
    if (importing.getState().into === 'open') await this.compare()
  }

  private fail(error: CallError): void {
    if (error.kind !== 'failed') return
    importing.setState({
      phase: 'failed',
      progress: undefined,
      overview: undefined,
      problem: { message: `It could not be read: ${error.message}.` },
    })
  }

  readonly setInto = (into: 'new' | 'open'): void => {
    importing.setState({ into, removed: new Set(), renames: new Map(), survey: undefined })
    if (into === 'open' && importing.getState().overview) void this.compare()
  }

  readonly setRename = (from: TableId, to: TableId, isOn: boolean): void => {
    const renames = new Map(importing.getState().renames)
    if (isOn) renames.set(from, to)
    else renames.delete(from)
    importing.setState({ renames })
    void this.surveyNow(this.begin())
  }

  /** Sends the open document over, a slice at a time, and asks what a merge would do. */
  private async compare(): Promise<void> {
    const signal = this.begin()
    const { schema } = document.getState()
    for (const [i, slice] of slicesOf(schema).entries()) {
      const held = await this.reader.call('hold', { isFirst: i === 0, slice }, { signal })
      if (!held.ok) return
    }
    await this.surveyNow(signal)
  }

  private async surveyNow(signal: AbortSignal): Promise<void> {
    const { renames } = importing.getState()
    const result = await this.reader.call('survey', { renames }, { signal })
    if (signal.aborted) return
    if (result.ok) importing.setState({ survey: result.value })
    else this.fail(result.error)
  }

  readonly detail = (id: Parameters<typeof this.reader.call<'detail'>>[1]) => this.reader.call('detail', id)

  readonly sourceText = (index: number) => this.reader.call('source', index)

  readonly show = (place: ShownPlace | undefined): void => {
    importing.setState({ place })
  }

  /** Carries it out: nothing of the open document or of the list is touched before everything is there. */
  readonly take = async (workspace: Workspace): Promise<void> => {
    const signal = this.begin()
    const { into, leftOut, removed, sources, overview } = importing.getState()
    const { schema } = document.getState()
    importing.setState({ phase: 'taking', progress: { label: 'Preparing' } })
    const wish: TakeWish = {
      into,
      leftOut,
      removed,
      name: overview?.name || documentName(sources),
      ...(into === 'open' && { diagram: currentDiagram(schema) }),
    }
    const taken = await this.laidOut(wish, signal)
    if (signal.aborted) return
    if (!taken.ok) {
      this.fail(taken.error)
      return
    }
    if (into === 'open' && !isSameModel(document.getState().schema, schema)) {
      importing.setState({ phase: 'ready', progress: undefined })
      tell({ tone: 'info', text: 'The document changed meanwhile, so nothing was merged. Try again.' })
      return
    }
    if (taken.value.kind === 'document') await this.adopt(workspace, taken.value, signal)
    else await this.merge(taken.value, signal)
  }

  private async laidOut(wish: TakeWish, signal: AbortSignal): Promise<Result<Taken, CallError>> {
    const prepared = await this.reader.call('prepare', wish, { signal })
    if (!prepared.ok) return prepared
    const { layout } = prepared.value
    const effort = layout.movable.size > finelyLaidOut ? 'quick' : 'fine'
    const options = { style: 'leftRight', where: wish.into === 'new' ? 'together' : 'near' } as const
    this.layout ??= layoutClient()
    importing.setState({ progress: { label: 'Placing the tables', share: 0 } })
    const arranged = await this.layout.call(
      'arrange',
      { ...layout, options, effort },
      {
        signal,
        onProgress: (done, all) => {
          if (signal.aborted) return
          importing.setState({ progress: { label: 'Placing the tables', share: done / Math.max(1, all) } })
        },
      },
    )
    if (!arranged.ok) return arranged
    return this.reader.call('take', { places: arranged.value.places }, { signal })
  }

  private async adopt(
    workspace: Workspace,
    taken: Extract<Taken, { kind: 'document' }>,
    signal: AbortSignal,
  ): Promise<void> {
    const rows = new RowsIn()
    for (let i = 0; i < taken.slices; i++) {
      const slice = await this.reader.call('rows', i, { signal })
      if (!slice.ok) {
        this.fail(slice.error)
        return
      }
      rows.add(slice.value)
    }
    await workspace.adoptWritten(rows.schema(), taken.text)
    this.reset()
    importing.setState(nothingYet)
    lookAt({ kind: 'fitAll' })
  }

  private async merge(taken: Extract<Taken, { kind: 'edits' }>, signal: AbortSignal): Promise<void> {
    const edits: Edits[number][] = []
    for (let i = 0; i < taken.slices; i++) {
      const slice = await this.reader.call('edits', i, { signal })
      if (!slice.ok) {
        this.fail(slice.error)
        return
      }
      edits.push(...slice.value)
    }
    const { sources } = importing.getState()
    const before = view.getState().selection
    const added = edits.flatMap(({ id, part, field, before: was }) =>
      isIdOf('table', id) && !part && field === undefined && was === undefined ? [id] : [],
    )
    const label = `Merge ${documentName(sources)}`
    commit(edits, { label, before, after: added.length > 0 ? select(...added) : before })
    this.close()
    if (added.length > 0) lookAt({ kind: 'fit', items: new Set(added) })
    tell({
      tone: 'success',
      text:
        edits.length === 0
          ? 'Everything was there already: nothing changed.'
          : `Merged: ${counted(added.length, 'new table')}.`,
    })
  }
}

/** Is there an open document that takes a merge? */
export function canMerge(): true | string {
  if (screens.getState().screen !== 'editor') return 'Open a document first'
  return !document.getState().isReadOnly || 'This document is open for reading only'
}

export const desk = new Desk()
