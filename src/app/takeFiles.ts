// Files that come by themselves, dropped or opened by the system: a document opens, anything else is imported.
import type { Disk } from '../state/disk/disk'
import { desk } from '../state/import/desk'
import { modelInPicture } from '../state/import/picture'
import { sourcesOf } from '../state/import/sources'
import type { PickedFile } from '../state/ports'

const isDocument = ({ name }: PickedFile): boolean => name.toLowerCase().endsWith('.relata')

export type Taker = Pick<Disk, 'openFile' | 'openDropped'>

export async function takeFiles(files: readonly PickedFile[], disk: Taker): Promise<void> {
  const [picture] = files
  const model = picture && files.length === 1 ? await modelInPicture(picture.file) : undefined
  if (picture && model !== undefined) await disk.openFile({ name: picture.name, text: model })
  else if (files.length > 0 && files.every(isDocument)) {
    // Each becomes a document of this browser; the last one is what is shown.
    for (const { name, file, handle } of files)
      await disk.openFile({ name, text: await file.text(), ...(handle && { handle }) })
  } else if (!(await disk.openDropped(files))) desk.receive(sourcesOf(files))
}
