import { AlignLeft, CircleAlert, CircleCheck, Copy, Download, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { useDocument } from '../../state/document'
import { saveDbml } from '../../state/dbml/file'
import { dbml, useDbml, type DbmlPlaces } from '../../state/dbml/store'
import { dbmlSync } from '../../state/dbml/sync'
import { tell } from '../../state/feedback'
import type { FilesPort } from '../../state/ports'
import { Banner, Button, IconButton, Spinner, isMac } from '../../ui'
import { Unfetched } from '../code/Unfetched'
import { problemWords } from './problemWords'
import { useDbmlEditor, useDbmlOpen } from './useDbmlEditor'

export interface DbmlPanelProps {
  readonly files: FilesPort
}

async function copyText(): Promise<void> {
  try {
    await navigator.clipboard.writeText(dbml.getState().version.text)
    tell({ tone: 'info', text: 'Copied the DBML' })
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    tell({
      tone: 'warning',
      text: 'The browser did not allow it. Select the text and press Ctrl+C or ⌘C instead.',
    })
  }
}

interface Line {
  readonly number: number
  readonly text: string
  readonly from: number
  readonly to: number
}

function linesOf(text: string, { name, whole, uses }: DbmlPlaces): readonly Line[] {
  return [name ?? whole, ...uses].map(({ from, to }) => {
    const start = text.lastIndexOf('\n', from - 1) + 1
    const end = text.indexOf('\n', from)
    return {
      number: text.slice(0, from).split('\n').length,
      text: text.slice(start, end < 0 ? text.length : end).trim(),
      from,
      to,
    }
  })
}

interface ReferencesProps {
  readonly lines: readonly Line[]
  readonly onShow: (line: Line) => void
  readonly onClose: () => void
}

function References({ lines, onShow, onClose }: ReferencesProps) {
  return (
    <section aria-label="References" className="flex max-h-2/5 shrink-0 flex-col border-t border-border">
      <header className="flex items-center gap-1 px-2">
        <h3 className="mr-auto text-row font-medium">{`Named in ${lines.length === 1 ? '1 place' : `${lines.length} places`}`}</h3>
        <IconButton size="small" label="Close the references" icon={<X />} onClick={onClose} />
      </header>
      <ul className="min-h-0 overflow-y-auto px-1 pb-1">
        {lines.map((line) => (
          <li key={line.from}>
            <button
              type="button"
              className="flex w-full gap-2 rounded-control px-2 py-1 text-left text-row hover:bg-hover"
              onClick={() => onShow(line)}
            >
              <span className="shrink-0 text-muted tabular-nums">{line.number}</span>
              <span className="truncate font-mono">{line.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ProblemLine({ onNext }: { readonly onNext: () => void }) {
  const words = useDbml(({ problems }) => problemWords(problems))
  const first = useDbml(({ problems }) => problems.find(({ severity }) => severity !== 'info')?.message)
  return (
    <footer className="flex shrink-0 items-center gap-2 border-t border-border px-2 py-1 text-small">
      <p role="status" className="flex min-w-0 grow items-center gap-1.5">
        {words === undefined ? (
          <CircleCheck aria-hidden="true" className="size-3.5 shrink-0 text-success-text" />
        ) : (
          <CircleAlert aria-hidden="true" className="size-3.5 shrink-0 text-danger-text" />
        )}
        <span className="shrink-0">{words ?? 'No problems'}</span>
        {first !== undefined && <span className="truncate text-muted">{first}</span>}
      </p>
      {words !== undefined && (
        <Button size="small" onClick={onNext}>
          Next problem
        </Button>
      )}
    </footer>
  )
}

const tidyKeys = isMac ? '⇧⌥F' : 'Shift+Alt+F'

function Editor({ files }: DbmlPanelProps) {
  const isReadOnly = useDocument((state) => state.isReadOnly)
  const frame = useRef<HTMLDivElement>(null)
  const [lines, setLines] = useState<readonly Line[]>([])
  const { host, editor, retry } = useDbmlEditor({
    label: `DBML${isReadOnly ? ', to be read only' : ''}. Escape leaves.`,
    isReadOnly,
    onLeave: () => frame.current?.focus(),
    onReferences: (places) => setLines(places ? linesOf(dbml.getState().version.text, places) : []),
  })
  return (
    // Where Escape leads: Tab goes on from here.
    <div ref={frame} tabIndex={-1} role="group" aria-label="DBML" className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 items-center gap-1 border-b border-border px-2 py-1">
        <p className="mr-auto truncate px-2 text-small text-muted">
          {isReadOnly ? 'Open for reading only' : 'Type, and the canvas follows'}
        </p>
        <IconButton
          label={`Tidy the lines (${tidyKeys})`}
          icon={<AlignLeft />}
          disabledReason={isReadOnly ? 'This document is open for reading only' : undefined}
          onClick={() => editor?.tidy()}
        />
        <IconButton label="Copy DBML" icon={<Copy />} onClick={() => void copyText()} />
        <IconButton label="Save as DBML…" icon={<Download />} onClick={() => void saveDbml(files)} />
      </header>
      {retry ? (
        <Unfetched onRetry={retry} />
      ) : (
        <div ref={host} className="min-h-0 flex-1 overflow-hidden font-mono" />
      )}
      {lines.length > 0 && (
        <References lines={lines} onShow={(line) => editor?.goTo(line)} onClose={() => setLines([])} />
      )}
      <ProblemLine onNext={() => editor?.nextProblem()} />
    </div>
  )
}

/** The model as text, both ways. */
export function DbmlPanel(props: DbmlPanelProps) {
  useDbmlOpen()
  const phase = useDbml((state) => state.phase)
  const failure = useDbml((state) => state.failure)
  const isBusy = useDbml(({ checked, version }) => checked !== version.number)
  return (
    <section
      aria-label="DBML"
      aria-busy={phase === 'ready' && isBusy}
      className="flex min-h-0 min-w-0 flex-1 flex-col"
    >
      <h2 className="sr-only">DBML</h2>
      {phase === 'ready' && <Editor {...props} />}
      {phase === 'failed' && (
        <Banner tone="danger" title="The text could not be read" className="m-2">
          <p>{failure ?? 'The reader stopped.'}</p>
          <Button size="small" onClick={() => dbmlSync.close()}>
            Try again
          </Button>
        </Banner>
      )}
      {(phase === 'opening' || phase === 'off') && <Spinner label="Opening the DBML" className="m-auto" />}
    </section>
  )
}
