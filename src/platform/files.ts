// Files on disk: the pickers of the File System Access API where the browser has them, upload and download elsewhere.
import { fail, ok, type Result } from '../core/lib/result'
import type { FileHandle, FileKind, Files, FilesProblem, FileToSave, OpenedFile } from './types'

/** Bytes. What is larger is no schema, and would only freeze the page. */
export const fileSizeLimit = 200_000_000

interface Picker {
  readonly showOpenFilePicker?: (options: object) => Promise<readonly FileSystemFileHandle[]>
  readonly showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>
}

/** The parts of the page that saving and opening need. */
export interface FilesPage {
  readonly pickers: Picker
  /** Opens the browser's own file dialog; `undefined` when it was closed. */
  readonly choose: (accept: string) => Promise<File | undefined>
  readonly download: (name: string, blob: Blob) => void
}

export const isAbort = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError'

export function problemOf(error: unknown): FilesProblem {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError' || name === 'NoModificationAllowedError') {
    return { kind: 'refused' }
  }
  if (name === 'NotFoundError') return { kind: 'gone' }
  return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
}

async function attempt<T>(
  work: () => Promise<Result<T, FilesProblem>>,
): Promise<Result<T | undefined, FilesProblem>> {
  try {
    return await work()
  } catch (error) {
    return isAbort(error) ? ok(undefined) : fail(problemOf(error))
  }
}

const typesOf = (kinds: readonly FileKind[]): readonly object[] =>
  kinds.map(({ label, mime, extensions }) => ({ description: label, accept: { [mime]: extensions } }))

const isHandle = (handle: FileHandle): handle is FileSystemFileHandle =>
  'getFile' in handle && 'createWritable' in handle

async function contentOf(file: File, handle?: FileHandle): Promise<Result<OpenedFile, FilesProblem>> {
  if (file.size > fileSizeLimit) return fail({ kind: 'tooLarge', size: file.size, limit: fileSizeLimit })
  const text = await file.text()
  return ok({ name: file.name, text, changedAt: file.lastModified, ...(handle && { handle }) })
}

export async function writeTo(handle: FileSystemFileHandle, content: string | Blob): Promise<void> {
  const stream = await handle.createWritable()
  try {
    await stream.write(content)
  } catch (error) {
    // The file on disk stays as it was.
    await stream.abort()
    throw error
  }
  await stream.close()
}

async function readHandle(handle: FileHandle): Promise<Result<OpenedFile, FilesProblem>> {
  if (!isHandle(handle)) return fail({ kind: 'gone' })
  return contentOf(await handle.getFile(), handle)
}

async function droppedFile(item: DataTransferItem): Promise<Result<OpenedFile, FilesProblem> | undefined> {
  const file = item.getAsFile()
  const withHandle = item as { readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> }
  const handle = await withHandle.getAsFileSystemHandle?.()
  if (handle?.kind === 'file') return readHandle(handle)
  return file ? contentOf(file) : undefined
}

interface Permitted {
  readonly queryPermission?: (wish: { readonly mode: 'readwrite' }) => Promise<PermissionState>
  readonly requestPermission?: (wish: { readonly mode: 'readwrite' }) => Promise<PermissionState>
}

/** A handle from an earlier session is asked for again; one that knows no permission was given with it. */
async function allow(handle: FileHandle, how: 'ask' | 'look'): Promise<boolean> {
  const given = handle as FileHandle & Permitted
  const mode = { mode: 'readwrite' } as const
  if (!given.queryPermission) return true
  if ((await given.queryPermission(mode)) === 'granted') return true
  return how === 'ask' && (await given.requestPermission?.(mode)) === 'granted'
}

interface Observer {
  readonly observe: (handle: FileHandle, options: { readonly recursive: boolean }) => Promise<void>
  readonly disconnect: () => void
}

type ObserverMaker = new (onChange: () => void) => Observer

function watch(handle: FileHandle, onChange: () => void): () => void {
  // Chromium only so far.
  const { FileSystemObserver } = globalThis as { readonly FileSystemObserver?: ObserverMaker }
  if (!FileSystemObserver) return () => undefined
  const observer = new FileSystemObserver(onChange)
  // Where it may not look, coming back to the window looks.
  observer.observe(handle, { recursive: true }).catch(() => undefined)
  return () => observer.disconnect()
}

export function createFiles({ pickers, choose, download }: FilesPage): Files {
  const { showOpenFilePicker, showSaveFilePicker } = pickers
  return {
    canSaveInPlace: showSaveFilePicker !== undefined,
    open: (kinds) =>
      attempt<OpenedFile | undefined>(async () => {
        if (showOpenFilePicker) {
          const [handle] = await showOpenFilePicker({ types: typesOf(kinds), multiple: false })
          return handle ? readHandle(handle) : ok(undefined)
        }
        const file = await choose(kinds.flatMap(({ extensions }) => extensions).join(','))
        return file ? contentOf(file) : ok(undefined)
      }),
    saveAs: ({ name, content, kind }: FileToSave) =>
      attempt(async () => {
        if (showSaveFilePicker) {
          const handle = await showSaveFilePicker({ suggestedName: name, types: typesOf([kind]) })
          await writeTo(handle, content)
          return ok({ handle })
        }
        download(name, content instanceof Blob ? content : new Blob([content], { type: kind.mime }))
        return ok({})
      }),
    save: async (handle, content) => {
      if (!isHandle(handle)) return fail({ kind: 'gone' })
      try {
        await writeTo(handle, content)
        return ok(undefined)
      } catch (error) {
        return fail(isAbort(error) ? { kind: 'refused' } : problemOf(error))
      }
    },
    allow,
    watch,
    reread: async (handle) => {
      try {
        return await readHandle(handle)
      } catch (error) {
        return fail(problemOf(error))
      }
    },
    dropped: async (data) => {
      // The items are gone after the first wait: ask all of them at once.
      const items = [...data.items].filter(({ kind }) => kind === 'file')
      const files = await Promise.all(
        items.map((item) =>
          droppedFile(item).catch((error: unknown): Result<OpenedFile, FilesProblem> =>
            fail(problemOf(error)),
          ),
        ),
      )
      return files.filter((file) => file !== undefined)
    },
  }
}

const chooseByInput = (accept: string): Promise<File | undefined> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })

/** Long enough for any browser to have taken hold of the data. */
const downloadGraceMs = 60_000

function downloadByLink(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), downloadGraceMs)
}

/** Pickers must be called on the window; a frame of another origin has them and may not use them. */
function windowPickers(): Picker {
  const { showOpenFilePicker, showSaveFilePicker } = window as Window & Picker
  return {
    ...(showOpenFilePicker && { showOpenFilePicker: showOpenFilePicker.bind(window) }),
    ...(showSaveFilePicker && { showSaveFilePicker: showSaveFilePicker.bind(window) }),
  }
}

export const browserFiles = (): Files =>
  createFiles({ pickers: windowPickers(), choose: chooseByInput, download: downloadByLink })
