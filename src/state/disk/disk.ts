// Documents on the disk: opened, saved where they lie, looked after when somebody else changes them there.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { differences, type Difference } from '../../core/diff/differences'
import { mergeChanges } from '../../core/diff/threeWay'
import {
  read,
  readFolder,
  writeFolder,
  writeSteps,
  type FileContent,
  type FileProblem,
} from '../../core/file'
import type { Result } from '../../core/lib/result'
import { diffSchemas, type Edits } from '../../core/model/edit'
import { projectOf, type Schema } from '../../core/model/schema'
import type { FileHandle, FileKind, FolderFiles, PickedFile, Place, Platform } from '../../platform/types'
import { commit, document } from '../document'
import { tell } from '../feedback'
import { gently } from '../gently'
import { desk } from '../import/desk'
import { markSaved } from '../savePoint'
import { fileName, saveFile, sayFilesProblem } from '../saving'
import { closeDialog, openDialog } from '../screens'
import { noSelection } from '../selection'
import { view } from '../view'
import type { Workspace } from '../workspace'
import { explain } from './explain'
import { folderIn, folderInZip, ownFiles, zipOfFolder } from './sources'

export const relataFile: FileKind = {
  label: 'Relata document',
  mime: 'application/json',
  extensions: ['.relata'],
}
const dbmlFile: FileKind = { label: 'DBML', mime: 'text/plain', extensions: ['.dbml'] }
const zipFile: FileKind = { label: 'Zip archive', mime: 'application/zip', extensions: ['.zip'] }

export interface DocumentFile {
  readonly name: string
  readonly text: string
  readonly handle?: FileHandle
}

/** What somebody else did to the document on the disk. */
export interface OutsideChange {
  readonly name: string
  readonly found: readonly Difference[]
  /** A save met it: it goes on once it is decided. */
  readonly isSaving: boolean
}

interface Outside extends OutsideChange {
  readonly id: string
  readonly place: Place
  readonly base: Schema
  readonly theirs: Schema
}

const outside = createStore<{ readonly change: Outside | undefined }>(() => ({ change: undefined }))
export const useOutsideChange = (): OutsideChange | undefined => useStore(outside, (state) => state.change)

export type Decision = 'reload' | 'merge' | 'keep'

type Given = Pick<Platform, 'files' | 'folders' | 'sourceFiles' | 'places'>

export class Disk {
  private readonly platform: Given
  private readonly workspace: Pick<Workspace, 'adopt' | 'view' | 'flush'>
  /** Of this tab: a handle that the browser would not store serves as long. */
  private readonly known = new Map<string, Place>()
  private watched: { readonly id: string; readonly end: () => void } | undefined
  /** What we write ourselves is no change from outside. */
  private isWriting = false
  /** A file's time of change when it was last looked at. */
  private seenAt: number | undefined

  constructor(platform: Given, workspace: Pick<Workspace, 'adopt' | 'view' | 'flush'>) {
    this.platform = platform
    this.workspace = workspace
  }

  // Opening

  readonly open = async (): Promise<void> => {
    const result = await this.platform.files.open([relataFile, dbmlFile])
    if (!result.ok) sayFilesProblem('Could not open the file', result.error)
    else if (result.value?.name.toLowerCase().endsWith('.dbml'))
      desk.receiveText(result.value.text, result.value.name)
    else if (result.value) await this.openFile(result.value)
  }

  /** A Relata file becomes the open document, wherever it came from. */
  readonly openFile = async ({ name, text, handle }: DocumentFile): Promise<void> => {
    const id = await this.show(name, read(text))
    if (id === undefined || !handle) return
    await this.bind(id, { kind: 'file', name, handle, base: await this.ownText(), paths: [] })
  }

  readonly openFolder = async (): Promise<void> => {
    const { folders, sourceFiles } = this.platform
    if (!folders.canPick) {
      const chosen = await sourceFiles.chooseFolder()
      if (chosen.length > 0 && !(await this.openDropped(chosen)))
        tell({ tone: 'danger', text: 'There is no Relata document in this folder: it has no relata.json.' })
      return
    }
    const picked = await folders.pick()
    if (!picked.ok) sayFilesProblem('Could not open the folder', picked.error)
    if (!picked.ok || !picked.value) return
    const { name, handle } = picked.value
    const files = await folders.read(handle)
    if (!files.ok) sayFilesProblem('Could not open the folder', files.error)
    else await this.openFolderFiles(name, ownFiles(files.value), handle)
  }

  private async openFolderFiles(name: string, files: FolderFiles, handle?: FileHandle): Promise<void> {
    const id = await this.show(name, readFolder(files))
    if (id === undefined || !handle) return
    // Only files that hold a part of a document are ever removed again.
    const paths = [...writeFolder(document.getState().schema).keys()].filter((path) => files.has(path))
    await this.bind(id, { kind: 'folder', name, handle, base: await this.ownText(), paths })
  }

  /** A folder of ours, or an archive of one. False when there is none among them. */
  readonly openDropped = async (dropped: readonly PickedFile[]): Promise<boolean> => {
    const [only] = dropped
    const isZip = dropped.length === 1 && only?.name.toLowerCase().endsWith('.zip') === true
    const files =
      isZip && only.file.size < 100_000_000
        ? await folderInZip(new Uint8Array(await only.file.arrayBuffer()))
        : await folderIn(dropped)
    if (!files) return false
    await this.openFolderFiles(only?.name.split('/')[0] ?? 'folder', files)
    return true
  }

  private async show(name: string, content: Result<FileContent, FileProblem>): Promise<string | undefined> {
    if (!content.ok && content.error.kind === 'newer') {
      await this.workspace.view(content.error.readable.schema, 'From a newer Relata: for reading only')
      tell({
        tone: 'warning',
        text: `${name} was saved by a newer Relata. It is shown as far as this one understands it; reload the page to change it.`,
      })
      return undefined
    }
    if (!content.ok) {
      tell({ tone: 'danger', text: `Could not open ${name}. ${explain(content.error)}` })
      return undefined
    }
    await this.workspace.adopt(content.value.schema)
    const { notices } = content.value
    if (notices.length > 0) {
      const records = notices.length === 1 ? '1 record' : `${String(notices.length)} records`
      tell({ tone: 'warning', text: `${name} was opened; ${records} in it could not be read.` })
    }
    return document.getState().id
  }

  // Saving

  private ownText(): Promise<string> {
    return gently(writeSteps(document.getState().schema))
  }

  private async placeOf(id: string | undefined): Promise<Place | undefined> {
    if (id === undefined) return undefined
    const known = this.known.get(id) ?? (await this.platform.places.of(id))
    if (known) this.known.set(id, known)
    return known
  }

  private async bind(id: string, place: Place): Promise<void> {
    this.known.set(id, place)
    this.seenAt = undefined
    this.watch(id, place)
    await this.platform.places.keep(id, place)
  }

  /** Where it lies, asking again for what the browser forgot; elsewhere when it lies nowhere yet. */
  readonly save = async (): Promise<void> => {
    await this.workspace.flush()
    const { id, isReadOnly } = document.getState()
    const place = isReadOnly ? undefined : await this.placeOf(id)
    if (!id || !place) return this.saveAs()
    if (!(await this.platform.files.allow(place.handle, 'ask'))) {
      sayFilesProblem(`Could not save ${place.name}`, { kind: 'refused' })
      return
    }
    const change = await this.look(id, place, true)
    if (change) this.offer(change)
    else await this.write(id, place)
  }

  private async write(id: string, place: Place): Promise<void> {
    this.isWriting = true
    try {
      await this.writeTo(id, place)
    } finally {
      this.isWriting = false
    }
  }

  private async writeTo(id: string, place: Place): Promise<void> {
    const { schema } = document.getState()
    const base = await gently(writeSteps(schema))
    const { files, folders } = this.platform
    const tree = place.kind === 'folder' ? writeFolder(schema) : undefined
    const saved = tree
      ? await folders.write(place.handle, tree, place.paths)
      : await files.save(place.handle, base)
    if (!saved.ok) {
      sayFilesProblem(`Could not save ${place.name}`, saved.error)
      return
    }
    await this.bind(id, { ...place, base, paths: [...(tree?.keys() ?? [])] })
    markSaved(place.name)
    tell({ tone: 'success', text: `Saved ${place.name}` })
  }

  readonly saveAs = async (): Promise<void> => {
    const { id, schema } = document.getState()
    const content = await this.ownText()
    const name = fileName(projectOf(schema).name, '.relata')
    const saved = await this.platform.files.saveAs({ name, content, kind: relataFile })
    if (!saved.ok) sayFilesProblem('Could not save the file', saved.error)
    if (!saved.ok || !saved.value) return
    const { handle } = saved.value
    if (id && handle)
      await this.bind(id, { kind: 'file', name: handle.name, handle, base: content, paths: [] })
    markSaved(handle?.name ?? name)
    tell({ tone: 'success', text: `Saved ${handle?.name ?? name}` })
  }

  readonly saveFolder = async (): Promise<void> => {
    const { id, schema } = document.getState()
    const { folders, files } = this.platform
    if (!folders.canPick || !id) {
      const name = fileName(projectOf(schema).name, '.zip')
      const content = await zipOfFolder(writeFolder(schema))
      const saved = await saveFile(files, { name, content, kind: zipFile })
      if (saved !== undefined) tell({ tone: 'success', text: `Saved ${saved}` })
      return
    }
    const picked = await folders.pick()
    if (!picked.ok) sayFilesProblem('Could not save the folder', picked.error)
    if (!picked.ok || !picked.value) return
    const { name, handle } = picked.value
    const before = await folders.read(handle)
    // What lies there of a document of ours is replaced; everything else stays.
    const old = before.ok ? readFolder(ownFiles(before.value)) : undefined
    const paths = old?.ok ? [...writeFolder(old.value.schema).keys()] : []
    await this.write(id, { kind: 'folder', name, handle, base: '', paths })
  }

  // Changes from outside

  private watch(id: string, place: Place): void {
    this.watched?.end()
    const end = this.platform.files.watch(place.handle, () => void this.check())
    this.watched = { id, end }
  }

  /** Whenever one comes back to the window, and when the browser says that something changed. */
  readonly check = async (): Promise<void> => {
    const { id, isReadOnly } = document.getState()
    if (!id || isReadOnly || this.isWriting || outside.getState().change) return
    const place = await this.placeOf(id)
    if (!place || !(await this.platform.files.allow(place.handle, 'look'))) return
    if (this.watched?.id !== id) this.watch(id, place)
    const change = await this.look(id, place, false)
    const isStill = document.getState().id === id && (await this.placeOf(id)) === place
    if (change && isStill && this.isIdle()) this.offer(change)
  }

  private isIdle(): boolean {
    return !this.isWriting
  }

  private async contentOf(
    place: Place,
    isSaving: boolean,
  ): Promise<Result<FileContent, FileProblem> | undefined> {
    if (place.kind === 'folder') {
      const files = await this.platform.folders.read(place.handle)
      return files.ok ? readFolder(ownFiles(files.value)) : undefined
    }
    const file = await this.platform.files.reread(place.handle)
    if (!file.ok || (!isSaving && file.value.changedAt === this.seenAt)) return undefined
    this.seenAt = file.value.changedAt
    return file.value.text === place.base ? undefined : read(file.value.text)
  }

  private async look(id: string, place: Place, isSaving: boolean): Promise<Outside | undefined> {
    const content = await this.contentOf(place, isSaving)
    const base = read(place.base)
    // Gone, damaged or in the middle of being written: a save puts it right.
    if (!content?.ok || !base.ok) return undefined
    const theirs = content.value.schema
    const found = differences(base.value.schema, theirs)
    if (found.length === 0) return undefined
    return { id, place, name: place.name, found, isSaving, base: base.value.schema, theirs }
  }

  private offer(change: Outside): void {
    outside.setState({ change })
    openDialog({ kind: 'outside' })
  }

  readonly decide = async (decision: Decision | undefined): Promise<void> => {
    const { change } = outside.getState()
    outside.setState({ change: undefined })
    closeDialog()
    if (!change || document.getState().id !== change.id || decision === undefined) return
    const { place, theirs, base, name } = change
    const { schema: mine } = document.getState()
    if (decision === 'reload') this.take(diffSchemas(mine, theirs), `Reload ${name}`)
    if (decision === 'merge') {
      const { edits, conflicts } = mergeChanges({ base, theirs, mine })
      this.take(edits, `Merge ${name}`)
      const both = conflicts === 1 ? '1 thing was' : `${String(conflicts)} things were`
      if (conflicts > 0)
        tell({
          tone: 'warning',
          text: `${both} changed here and there: the file's way was taken. Undo brings yours back.`,
        })
    }
    const next = { ...place, base: await gently(writeSteps(theirs)) }
    await this.bind(change.id, next)
    if (change.isSaving && decision !== 'reload') await this.write(change.id, next)
  }

  private take(edits: Edits, label: string): void {
    commit(edits, { label, before: view.getState().selection, after: noSelection })
  }
}
