// Earlier states of the document: those that somebody named, and those that were kept by themselves.
import { Bookmark, GitCommitVertical } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useVersions, type VersionDesk } from '../../state/versions/desk'
import { Banner, Button, Dialog, EmptyState, Spinner, TextField } from '../../ui'
import { VersionDetail } from './VersionDetail'
import { VersionList } from './VersionList'

export interface VersionsDialogProps {
  readonly desk: VersionDesk
  readonly onClose: () => void
}

function Keep({
  desk,
  onKept,
}: Pick<VersionsDialogProps, 'desk'> & { readonly onKept: (at: number) => void }) {
  const [name, setName] = useState('')
  const keep = async () => {
    const at = await desk.keep(name.trim() || 'Unnamed')
    setName('')
    if (at !== undefined) onKept(at)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
      className="flex items-end gap-2 border-b border-border p-3"
    >
      <TextField
        label="Keep this state as"
        value={name}
        placeholder="Before the migration"
        onChange={setName}
        className="min-w-0 flex-1"
      />
      <Button icon={<Bookmark />} onClick={() => void keep()}>
        Keep
      </Button>
    </form>
  )
}

const about =
  'Kept in this browser beside the document. Named ones stay; of the others all of the last hour, then one an hour, then one a day, up to 40 MB.'

export function VersionsDialog({ desk, onClose }: VersionsDialogProps) {
  const { list, isLoaded, problem } = useVersions()
  const [chosen, setChosen] = useState<number>()
  const [now] = useState(Date.now)
  useEffect(() => {
    void desk.open()
  }, [desk])
  const info = list.find(({ at }) => at === chosen) ?? list[0]
  return (
    <Dialog isOpen onClose={onClose} title="Versions" description={about} size="wide">
      <div className="flex h-full min-h-96 overflow-hidden rounded-card border border-border max-sm:h-auto max-sm:flex-col">
        <div className="flex w-72 shrink-0 flex-col border-r border-border max-sm:max-h-64 max-sm:w-full max-sm:border-r-0 max-sm:border-b">
          <Keep desk={desk} onKept={setChosen} />
          {problem !== undefined && (
            <Banner tone="danger" title="The versions cannot be listed" className="m-2">
              {problem}
            </Banner>
          )}
          {isLoaded ? (
            <VersionList list={list} chosen={info?.at} now={now} onChoose={setChosen} />
          ) : (
            <Spinner label="Looking for versions" className="m-auto" />
          )}
        </div>
        {info ? (
          <VersionDetail key={info.at} info={info} list={list} now={now} desk={desk} />
        ) : (
          isLoaded && (
            <EmptyState
              icon={<GitCommitVertical aria-hidden />}
              title="No versions yet"
              text="While you work, one is kept every ten minutes. Give this state a name to come back to it at any time."
              className="m-auto p-4"
            />
          )
        )}
      </div>
    </Dialog>
  )
}
