// Where the documents are, how safe they are there, and how much room they take.
import { useEffect, useState } from 'react'
import type { StorageRoom, Workspace } from '../../state/workspace'
import { Button } from '../../ui'

export interface StoragePartProps {
  readonly workspace: Pick<Workspace, 'room' | 'askToKeep'>
}

const megabytes = (bytes: number): string => {
  const value = bytes / 1e6
  if (value >= 1000) return `${(value / 1000).toLocaleString('en', { maximumFractionDigits: 1 })} GB`
  return `${value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 })} MB`
}

function Keeping({ room, onAsk }: { readonly room: StorageRoom; readonly onAsk: () => void }) {
  if (!room.isDurable) {
    return <p>This window keeps nothing: documents are gone when it closes. Save them to files.</p>
  }
  if (room.isPersisted) return <p>The browser keeps your documents until you delete them.</p>
  return (
    <>
      <p>If the disk runs full the browser may delete your documents by itself.</p>
      <Button className="self-start" onClick={onAsk}>
        Ask the browser to keep them
      </Button>
    </>
  )
}

export function StoragePart({ workspace }: StoragePartProps) {
  const [room, setRoom] = useState<StorageRoom>()
  const [isRefused, setIsRefused] = useState(false)
  useEffect(() => {
    let isWanted = true
    void workspace.room().then((found) => {
      if (isWanted) setRoom(found)
    })
    return () => {
      isWanted = false
    }
  }, [workspace])
  const ask = async () => {
    setIsRefused(!(await workspace.askToKeep()))
    setRoom(await workspace.room())
  }
  if (!room) return null
  const { used, allowed } = room
  return (
    <>
      <Keeping room={room} onAsk={() => void ask()} />
      <div role="status" className="text-row text-muted empty:hidden">
        {isRefused && !room.isPersisted
          ? 'The browser said no. It may say yes once you have used Relata for a while or installed it.'
          : ''}
      </div>
      {used !== undefined && allowed !== undefined && (
        <p className="text-row text-muted tabular-nums">
          {megabytes(used)} used of {megabytes(allowed)}
        </p>
      )}
    </>
  )
}
