// A folder of ours among what was dropped or chosen, and in an archive.
import type { FolderFiles, PickedFile } from '../../platform/types'

const home = 'relata.json'

/** Of all files together; what is larger is no schema. */
const mostBytes = 100_000_000

/** What a folder of ours is made of; whatever else lies beside it is somebody else's. */
const own = /^(?:relata\.json$|(?:model|layout|texts)\/)/

export const ownFiles = (files: FolderFiles): FolderFiles =>
  new Map([...files].filter(([path]) => own.test(path)))

/** Texts below the folder that holds `relata.json`; undefined when there is none. */
function below(texts: ReadonlyMap<string, string>): FolderFiles | undefined {
  const found = [...texts.keys()].find((path) => path === home || path.endsWith(`/${home}`))
  if (found === undefined) return undefined
  const root = found.slice(0, -home.length)
  return ownFiles(
    new Map(
      [...texts].flatMap(([path, text]) => (path.startsWith(root) ? [[path.slice(root.length), text]] : [])),
    ),
  )
}

export async function folderIn(files: readonly PickedFile[]): Promise<FolderFiles | undefined> {
  if (!files.some(({ name }) => name === home || name.endsWith(`/${home}`))) return undefined
  const json = files.filter(({ name }) => name.endsWith('.json'))
  if (json.reduce((sum, { file }) => sum + file.size, 0) > mostBytes) return undefined
  const texts = await Promise.all(json.map(async ({ name, file }) => [name, await file.text()] as const))
  return below(new Map(texts))
}

/** What an archive says of its sizes bounds what is unpacked: more than that comes out of none. */
export async function folderInZip(bytes: Uint8Array): Promise<FolderFiles | undefined> {
  const { unzipSync, strFromU8 } = await import('fflate')
  let room = mostBytes
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!name.endsWith('.json') || originalSize > room) return false
        room -= originalSize
        return true
      },
    })
    return below(new Map(Object.entries(files).map(([name, data]) => [name, strFromU8(data)])))
  } catch (error) {
    // No archive after all, or a damaged one.
    if (error instanceof Error) return undefined
    throw error
  }
}

/** The folder form as one file, where the browser has no folders to write to. */
export async function zipOfFolder(files: FolderFiles): Promise<Blob> {
  const { strToU8, zipSync } = await import('fflate')
  const entries = Object.fromEntries(Array.from(files, ([path, text]) => [path, strToU8(text)]))
  // A fixed time: the same document makes the same archive.
  const bytes = zipSync(entries, { mtime: new Date(2000, 0, 1) })
  return new Blob([new Uint8Array(bytes)], { type: 'application/zip' })
}
