// Files and folders may be dropped anywhere on the page. What hangs over it is told what letting go will do.
import { useEffect, useEffectEvent, useState } from 'react'
import { Suspense } from 'react'
import type { SourceFilesPort } from '../state/ports'
import { ErrorBoundary } from '../ui'
import { forgetFailures, piece } from './piece'
import { takeFiles, type Taker } from './takeFiles'

const DropOverlay = piece(() => import('../panels/import/DropOverlay').then((module) => module.DropOverlay))

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false

export interface DropFilesProps {
  readonly files: SourceFilesPort
  readonly disk: Taker
}

export function DropFiles({ files, disk }: DropFilesProps) {
  const [isOver, setIsOver] = useState(false)

  const take = useEffectEvent(async (data: DataTransfer) => {
    await takeFiles(await files.dropped(data), disk)
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
