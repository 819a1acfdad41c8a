// A document as a folder: only what differs is written, and only what we wrote ourselves is ever removed.
import { fail, ok, type Result } from '../core/lib/result'
import { isAbort, problemOf, writeTo } from './files'
import type { FileHandle, FilesProblem, Folders } from './types'

interface Picker {
  readonly showDirectoryPicker?: (options: object) => Promise<FileSystemDirectoryHandle>
}

/** Deeper than this lies nothing of ours. */
const deepest = 3
/** More than this is not a folder of ours, but somebody's disk. */
const mostFiles = 20_000
/** In characters, of all files together. */
const mostText = 100_000_000

const isFolder = (handle: FileHandle): handle is FileSystemDirectoryHandle => 'getDirectoryHandle' in handle

class Walk {
  readonly files = new Map<string, string>()
  private size = 0

  async folder(folder: FileSystemDirectoryHandle, path: readonly string[]): Promise<void> {
    for await (const entry of folder.values()) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const here = [...path, entry.name]
      if (isFolder(entry)) {
        if (here.length < deepest) await this.folder(entry, here)
      } else if (entry.name.endsWith('.json') && this.files.size < mostFiles) {
        const file = await entry.getFile()
        this.size += file.size
        if (this.size > mostText) throw new Error('the folder is too large')
        this.files.set(here.join('/'), await file.text())
      }
    }
  }
}

async function attempt<T>(work: () => Promise<Result<T, FilesProblem>>): Promise<Result<T, FilesProblem>> {
  try {
    return await work()
  } catch (error) {
    return fail(problemOf(error))
  }
}

async function parentOf(root: FileSystemDirectoryHandle, path: string, create: boolean) {
  const names = path.split('/')
  const name = names.pop() ?? ''
  let folder = root
  for (const one of names) folder = await folder.getDirectoryHandle(one, { create })
  return { folder, name }
}

const isGone = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError'

async function removeFile(root: FileSystemDirectoryHandle, path: string): Promise<boolean> {
  try {
    const { folder, name } = await parentOf(root, path, false)
    await folder.removeEntry(name)
    return true
  } catch (error) {
    // Somebody else removed it already.
    if (isGone(error)) return false
    throw error
  }
}

async function writeIfOther(root: FileSystemDirectoryHandle, path: string, text: string): Promise<boolean> {
  const { folder, name } = await parentOf(root, path, true)
  const handle = await folder.getFileHandle(name, { create: true })
  if ((await (await handle.getFile()).text()) === text) return false
  await writeTo(handle, text)
  return true
}

export const createFolders = (pickers: Picker): Folders => ({
  canPick: pickers.showDirectoryPicker !== undefined,
  pick: async () => {
    if (!pickers.showDirectoryPicker) return ok(undefined)
    try {
      const handle = await pickers.showDirectoryPicker({ mode: 'readwrite', id: 'relata' })
      return ok({ name: handle.name, handle })
    } catch (error) {
      return isAbort(error) ? ok(undefined) : fail(problemOf(error))
    }
  },
  read: (handle) =>
    attempt(async () => {
      if (!isFolder(handle)) return fail({ kind: 'gone' })
      const walk = new Walk()
      await walk.folder(handle, [])
      return ok(walk.files)
    }),
  write: (handle, files, before) =>
    attempt(async () => {
      if (!isFolder(handle)) return fail({ kind: 'gone' })
      let written = 0
      let removed = 0
      for (const [path, text] of files) if (await writeIfOther(handle, path, text)) written += 1
      for (const path of before) {
        if (!files.has(path) && (await removeFile(handle, path))) removed += 1
      }
      return ok({ written, removed })
    }),
})

export function browserFolders(): Folders {
  const { showDirectoryPicker } = window as Window & Picker
  return createFolders(showDirectoryPicker ? { showDirectoryPicker: showDirectoryPicker.bind(window) } : {})
}
