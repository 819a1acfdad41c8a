// The versions of the open document: kept, named, compared, gone back to. All that it does can be undone.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { differences, type Difference } from '../../core/diff/differences'
import { applyEdits, diffSchemas } from '../../core/model/edit'
import { firstDiagram, projectOf, type Schema } from '../../core/model/schema'
import { transact } from '../../core/model/transact'
import type { Platform, VersionInfo } from '../../platform/types'
import { reasonOf } from '../autosave'
import { commit, document } from '../document'
import { tell } from '../feedback'
import { noSelection } from '../selection'
import { view } from '../view'
import type { Workspace } from '../workspace'
import { keepVersion, schemaOf } from './keeping'

export type { Difference } from '../../core/diff/differences'
export type { VersionInfo } from '../../platform/types'

export interface VersionsState {
  readonly list: readonly VersionInfo[]
  readonly isLoaded: boolean
  readonly problem: string | undefined
}

const empty: VersionsState = { list: [], isLoaded: false, problem: undefined }

const versions = createStore<VersionsState>(() => empty)
export const useVersions = (): VersionsState => useStore(versions)

/** Documents that are only shown, or could not be stored, have nothing beside them. */
export const hasVersions = (): boolean => {
  const { id } = document.getState()
  return id !== undefined && id !== 'memory' && id !== 'viewed'
}

export class VersionDesk {
  private readonly platform: Pick<Platform, 'versions'>
  private readonly workspace: Pick<Workspace, 'adopt'>

  constructor(platform: Pick<Platform, 'versions'>, workspace: Pick<Workspace, 'adopt'>) {
    this.platform = platform
    this.workspace = workspace
  }

  private get id(): string {
    return document.getState().id ?? ''
  }

  /** What was listed of another document is forgotten. */
  readonly open = async (): Promise<void> => {
    versions.setState(empty)
    await this.load()
  }

  private readonly load = async (): Promise<void> => {
    const list = await this.platform.versions.list(this.id)
    if (list.ok) versions.setState({ list: list.value, isLoaded: true, problem: undefined })
    else versions.setState({ isLoaded: true, problem: reasonOf(list.error) })
  }

  /** The time of the version, when it could be kept. */
  readonly keep = async (name: string): Promise<number | undefined> => {
    const { schema } = document.getState()
    const onPicture = () => void this.load()
    const kept = await keepVersion(this.platform.versions, this.id, { schema, name, onPicture })
    if (!kept.ok) tell({ tone: 'danger', text: `Could not keep the version: ${reasonOf(kept.error)}.` })
    await this.load()
    return kept.ok ? kept.value.at : undefined
  }

  readonly rename = async (at: number, name: string): Promise<void> => {
    await this.platform.versions.rename(this.id, at, name === '' ? undefined : name)
    await this.load()
  }

  readonly remove = async (info: VersionInfo): Promise<void> => {
    const { id } = this
    const { at, size: _size, ...about } = info
    const text = await this.platform.versions.text(id, at)
    const removed = await this.platform.versions.remove(id, at)
    await this.load()
    if (!removed.ok) tell({ tone: 'danger', text: `Could not delete it: ${reasonOf(removed.error)}.` })
    else if (text.ok) {
      const back = async () => {
        await this.platform.versions.keep(id, { ...about, at, text: text.value })
        await this.load()
      }
      const actions = [{ label: 'Undo', run: () => void back() }]
      tell({ tone: 'info', text: `Deleted the version ${info.name ?? ''}`.trim(), actions })
    }
  }

  private async schemaAt(at: number): Promise<Schema | undefined> {
    const schema = await schemaOf(this.platform.versions, this.id, at)
    if (!schema) tell({ tone: 'danger', text: 'This version cannot be read: its record is damaged.' })
    return schema
  }

  /** One step of the open document, after what is there now was kept. */
  readonly restore = async (info: VersionInfo, called: string): Promise<boolean> => {
    const wanted = await this.schemaAt(info.at)
    if (!wanted || document.getState().isReadOnly) return false
    const { schema } = document.getState()
    const edits = diffSchemas(schema, wanted)
    if (edits.length > 0) await keepVersion(this.platform.versions, this.id, { schema })
    if (document.getState().schema !== schema) return this.restore(info, called)
    const label = `Restore the version ${called}`
    commit(edits, { label, before: view.getState().selection, after: noSelection })
    const { diagram } = view.getState()
    if (!diagram || !wanted.diagram.has(diagram)) view.setState({ diagram: firstDiagram(wanted) })
    tell({ tone: 'success', text: edits.length > 0 ? `Restored the version ${called}` : 'Nothing differs' })
    return true
  }

  readonly openCopy = async (info: VersionInfo, called: string): Promise<boolean> => {
    const schema = await this.schemaAt(info.at)
    if (!schema) return false
    const { edits } = transact(schema, (tx) => {
      tx.update('project', projectOf(schema).id, (project) => ({
        ...project,
        name: `${project.name} (${called})`,
      }))
    })
    await this.workspace.adopt(applyEdits(schema, edits))
    return true
  }

  /** What was done from one state to another; `undefined` stands for now. */
  readonly compare = async (
    from: number,
    to: number | undefined,
  ): Promise<readonly Difference[] | undefined> => {
    const before = await this.schemaAt(from)
    const after = to === undefined ? document.getState().schema : await this.schemaAt(to)
    return before && after ? differences(before, after) : undefined
  }
}
