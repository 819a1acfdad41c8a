// Files and folders may be dropped anywhere on the page. What hangs over it is told what letting go will do.
import { useEffect, useEffectEvent, useState } from 'react'
import { Suspense } from 'react'
import { desk } from '../state/import/desk'
import { sourcesOf } from '../state/import/sources'
import { modelInPicture } from '../state/import/picture'
import type { PickedFile, SourceFilesPort } from '../state/ports'
import type { Disk } from '../state/disk/disk'
import { ErrorBoundary } from '../ui'
import { forgetFailures, piece } from './piece'

const DropOverlay = piece(() => import('../panels/import/DropOverlay').then((module) => module.DropOverlay))

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false

const isDocument = ({ name }: PickedFile): boolean => name.toLowerCase().endsWith('.relata')

export interface DropFilesProps {
  readonly files: SourceFilesPort
  readonly disk: Pick<Disk, 'openFile' | 'openDropped'>
}

export function DropFiles({ files, disk }: DropFilesProps) {
  const [isOver, setIsOver] = useState(false)

  const take = useEffectEvent(async (data: DataTransfer) => {
    const dropped = await files.dropped(data)
    const [picture] = dropped
    const model = picture && dropped.length === 1 ? await modelInPicture(picture.file) : undefined
    if (picture && model !== undefined) await disk.openFile({ name: picture.name, text: model })
    else if (dropped.length > 0 && dropped.every(isDocument)) {
      // Each becomes a document of this browser; the last one is what is shown.
      for (const { name, file, handle } of dropped)
        await disk.openFile({ name, text: await file.text(), ...(handle && { handle }) })
    } else if (!(await disk.openDropped(dropped))) desk.receive(sourcesOf(dropped))
  })

  useEffect(() => {
    // Every element that is entered is left again: outside is where all of them were left.
    let depth = 0
    const setDepth = (next: number) => {
      depth = Math.max(0, next)
      setIsOver(depth > 0)
    }
    const handleEnter = (event: DragEvent) => {
      if (holdsFiles(event)) setDepth(depth + 1)
    }
    const handleOver = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault()
    }
    const handleLeave = (event: DragEvent) => {
      if (holdsFiles(event)) setDepth(depth - 1)
    }
    const handleDrop = (event: DragEvent) => {
      setDepth(0)
      if (!holdsFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      void take(event.dataTransfer)
    }
    window.addEventListener('dragenter', handleEnter)
    window.addEventListener('dragover', handleOver)
    window.addEventListener('dragleave', handleLeave)
    window.addEventListener('drop', handleDrop)
    return () => {
      window.removeEventListener('dragenter', handleEnter)
      window.removeEventListener('dragover', handleOver)
      window.removeEventListener('dragleave', handleLeave)
      window.removeEventListener('drop', handleDrop)
    }
  }, [])

  return isOver ? (
    <ErrorBoundary onError={forgetFailures} region="What dropping does" look="over">
      <Suspense fallback={null}>
        <DropOverlay />
      </Suspense>
    </ErrorBoundary>
  ) : null
}
