// Files that the system opens with Relata: a double click on one, where Relata is installed.
import type { PickedFile } from './types'

interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void): void
}

export function followLaunches(onFiles: (files: readonly PickedFile[]) => void): void {
  const { launchQueue } = window as { readonly launchQueue?: LaunchQueue }
  launchQueue?.setConsumer(({ files = [] }) => {
    if (files.length === 0) return
    void Promise.all(
      files.map(async (handle) => ({ name: handle.name, file: await handle.getFile(), handle })),
    ).then(onFiles)
  })
}
