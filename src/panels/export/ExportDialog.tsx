import { Copy, Download, Share2 } from 'lucide-react'
import { useMemo } from 'react'
import { useDocument } from '../../state/document'
import type { ExportChoices } from '../../state/exportChoices'
import { exportName, previewOf, type Preview } from '../../state/exporting'
import { useLive } from '../../state/live'
import type { ClipboardPort, FilesPort } from '../../state/ports'
import { settings, useSettings } from '../../state/settings'
import { Banner, Button, Dialog, EmptyState, Spinner } from '../../ui'
import { Choices } from './Choices'
import { canShare, useDelivery } from './delivery'
import { PicturePreview } from './PicturePreview'
import { TextPreview } from './TextPreview'

export interface ExportDialogProps {
  readonly onClose: () => void
  readonly files: FilesPort
  readonly clipboard: ClipboardPort
}

const choose = (changed: Partial<ExportChoices>) => {
  settings.setState(({ exporting }) => ({ exporting: { ...exporting, ...changed } }))
}

interface PreviewPaneProps {
  readonly preview: Preview | undefined
  readonly problem: string | undefined
  readonly choices: ExportChoices
  readonly onLeave: () => void
}

function PreviewPane({ preview, problem, choices, onLeave }: PreviewPaneProps) {
  const isEmpty = useDocument(({ schema }) => schema.table.size + schema.view.size + schema.enum.size === 0)
  if (isEmpty && choices.what !== 'relata') {
    return (
      <EmptyState
        title="Nothing to export yet"
        text="Add a table to the canvas, and its script or picture shows here."
        action={{ label: 'Back to the canvas', onAction: onLeave }}
        className="my-auto"
      />
    )
  }
  return (
    <>
      {problem !== undefined && (
        <Banner tone="danger" title="This could not be written" className="m-2">
          {problem}
        </Banner>
      )}
      {!preview && problem === undefined && <Spinner label="Writing" className="m-auto" />}
      {preview?.kind === 'text' && <TextPreview preview={preview} onLeave={onLeave} />}
      {preview?.kind === 'picture' && <PicturePreview preview={preview} choices={choices} />}
    </>
  )
}

/** What leaves Relata, seen before it leaves. */
export function ExportDialog({ onClose, files, clipboard }: ExportDialogProps) {
  const choices = useSettings((state) => state.exporting)
  const name = useDocument(({ schema }) => exportName(choices, schema))
  const question = useMemo(() => previewOf(choices), [choices])
  const { value, isCurrent, problem } = useLive(question)
  // The last answer may be of another kind: then there is nothing to show yet.
  const preview = value?.what === choices.what ? value : undefined
  const { said, isBusy, copy, download, share } = useDelivery({ files, clipboard, preview, choices })
  const isWaiting = isBusy || !isCurrent || !preview

  const footer = (
    <>
      <span role="status" className="mr-auto min-w-0 self-center truncate text-muted">
        {said ?? name}
      </span>
      {canShare() && (
        <Button icon={<Share2 />} isBusy={isWaiting} onClick={share}>
          Share
        </Button>
      )}
      <Button icon={<Copy />} isBusy={isWaiting} onClick={copy}>
        {choices.what === 'png' ? 'Copy picture' : 'Copy'}
      </Button>
      <Button variant="primary" icon={<Download />} isBusy={isWaiting} onClick={download}>
        Download
      </Button>
    </>
  )

  return (
    <Dialog isOpen onClose={onClose} title="Export" size="wide" footer={footer}>
      <div className="flex h-full min-h-0 gap-4 pt-1 max-md:h-auto max-md:flex-col">
        <div className="w-72 shrink-0 overflow-y-auto pr-1 pb-2 max-md:w-auto">
          <Choices choices={choices} onChange={choose} />
        </div>
        <section
          aria-label="Preview"
          aria-busy={!isCurrent}
          className="flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden rounded-card border border-border bg-surface max-md:h-120 max-md:flex-none"
        >
          <PreviewPane {...{ preview, problem, choices }} onLeave={onClose} />
        </section>
      </div>
    </Dialog>
  )
}
