// Files and folders that are only read: chosen, or dropped on the page. Their content is taken by whoever reads them.
import type { PickedFile, SourceFiles } from './types'

/** More than this is no schema, but somebody's disk. */
const most = 5000

/** Folders that hold other people's files. */
const skipped = /^(?:node_modules|\.git|\.svn|\.hg|dist|vendor)$/

const picked = (file: File, name = file.name): PickedFile => ({ name, file })

function choose(isFolder: boolean): Promise<readonly PickedFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.webkitdirectory = isFolder
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])]
      resolve(files.map((file) => picked(file, file.webkitRelativePath || file.name)).filter(isWanted))
    })
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}

const isWanted = ({ name }: PickedFile): boolean => !name.split('/').some((part) => skipped.test(part))

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject))

/** A folder answers with some of its entries at a time, until there are none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

async function walk(entry: FileSystemEntry, into: PickedFile[], path = ''): Promise<void> {
  if (into.length >= most || skipped.test(entry.name)) return
  const name = path === '' ? entry.name : `${path}/${entry.name}`
  if (isFile(entry)) into.push(picked(await fileOf(entry), name))
  else if (isFolder(entry)) for (const inner of await entriesOf(entry)) await walk(inner, into, name)
}

interface Held {
  readonly entry: FileSystemEntry | null
  readonly file: File | null
  readonly handle: Promise<FileSystemHandle | null> | undefined
}

/** The items are gone after the first wait: everything is asked of them at once. */
function held(item: DataTransferItem): Held {
  const withHandle = item as { readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> }
  return {
    entry: item.webkitGetAsEntry(),
    file: item.getAsFile(),
    handle: withHandle.getAsFileSystemHandle?.(),
  }
}

async function dropped(data: DataTransfer): Promise<readonly PickedFile[]> {
  const items = [...data.items].filter(({ kind }) => kind === 'file').map(held)
  const files: PickedFile[] = []
  for (const { entry, file, handle } of items) {
    if (entry && isFolder(entry)) await walk(entry, files)
    else if (file) {
      // Without a handle it is read just as well, and only saved elsewhere.
      const own = await handle?.catch(() => null)
      files.push(own?.kind === 'file' ? { ...picked(file), handle: own } : picked(file))
    }
  }
  return files
}

export const browserSourceFiles = (): SourceFiles => ({
  choose: () => choose(false),
  chooseFolder: () => choose(true),
  dropped,
})
