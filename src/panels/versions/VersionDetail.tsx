// One version: its name, what is other in it, and the ways back to it.
import { Copy, History as Restore, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useDocument } from '../../state/document'
import { closeDialog } from '../../state/screens'
import type { Difference, VersionDesk, VersionInfo } from '../../state/versions/desk'
import { Button, IconButton, Select, Spinner, TextField } from '../../ui'
import { DifferenceList } from './DifferenceList'
import { nameOf } from './words'

export interface VersionDetailProps {
  readonly info: VersionInfo
  readonly list: readonly VersionInfo[]
  readonly now: number
  readonly desk: VersionDesk
}

function useDifferences({ desk, info }: Pick<VersionDetailProps, 'desk' | 'info'>, other: string) {
  const schema = useDocument((state) => state.schema)
  const [found, setFound] = useState<readonly Difference[]>()
  const [isFailed, setFailed] = useState(false)
  const { at } = info
  useEffect(() => {
    let isWanted = true
    const isOlder = other !== 'now' && Number(other) < at
    const [from, to] = isOlder ? [Number(other), at] : [at, other === 'now' ? undefined : Number(other)]
    void desk.compare(from, to).then((result) => {
      if (!isWanted) return
      setFound(result)
      setFailed(result === undefined)
    })
    return () => {
      isWanted = false
    }
  }, [desk, at, other, schema])
  return { found, isFailed }
}

function Deeds({ info, now, desk }: Omit<VersionDetailProps, 'list'>) {
  const isReadOnly = useDocument((state) => state.isReadOnly)
  const called = nameOf(info, now)
  const leaveIf = (isDone: boolean) => {
    if (isDone) closeDialog()
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        variant="primary"
        icon={<Restore />}
        disabledReason={isReadOnly ? 'This document is open for reading only' : undefined}
        onClick={() => void desk.restore(info, called).then(leaveIf)}
      >
        Restore
      </Button>
      <Button icon={<Copy />} onClick={() => void desk.openCopy(info, called).then(leaveIf)}>
        Open as a copy
      </Button>
      <span className="grow" />
      <IconButton label="Delete this version" icon={<Trash2 />} onClick={() => void desk.remove(info)} />
    </div>
  )
}

export function VersionDetail({ info, list, now, desk }: VersionDetailProps) {
  const [other, setOther] = useState('now')
  const { found, isFailed } = useDifferences({ desk, info }, other)
  const options = [
    { value: 'now', label: 'now' },
    ...list
      .filter(({ at }) => at !== info.at)
      .map((one) => ({ value: String(one.at), label: nameOf(one, now) })),
  ]
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-3 p-3">
      <TextField
        label="Name"
        value={info.name ?? ''}
        placeholder="A name keeps it for good"
        onCommit={(name) => void desk.rename(info.at, name.trim())}
      />
      <Deeds info={info} now={now} desk={desk} />
      <section
        aria-label="What differs"
        className="flex min-h-48 flex-1 flex-col overflow-hidden rounded-card border border-border bg-surface"
      >
        <header className="flex flex-wrap items-center gap-2 border-b border-border px-3 py-2">
          <h3 className="mr-auto font-medium">What changed</h3>
          <span aria-hidden className="text-row text-muted">
            between this and
          </span>
          <Select
            label="Compare with"
            isLabelHidden
            isQuiet
            value={options.some(({ value }) => value === other) ? other : 'now'}
            options={options}
            onChange={setOther}
          />
        </header>
        {found ? (
          <DifferenceList found={found} />
        ) : isFailed ? (
          <p className="m-auto p-4 text-muted">This version cannot be read.</p>
        ) : (
          <Spinner label="Comparing" className="m-auto" />
        )}
      </section>
    </div>
  )
}
