import { Copy, Download, Share2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Notice } from '../../core/dialects/dialect'
import { dialects } from '../../core/dialects'
import { projectOf } from '../../core/model/schema'
import { lookAt } from '../../state/camera'
import { useDocument } from '../../state/document'
import { previewOf, targetOf, targetText, type Preview } from '../../state/exporting'
import { useLive } from '../../state/live'
import type { ClipboardPort, FilesPort } from '../../state/ports'
import { reveal } from '../../state/reveal'
import type { Selectable } from '../../state/selection'
import { useSettings } from '../../state/settings'
import { useView } from '../../state/view'
import { Banner, EmptyState, IconButton, Section, Select, Spinner } from '../../ui'
import { CodeView } from '../code/CodeView'
import { lineNotesOf, offsetOfLine, selectableOf, spansOf, statementAt, statementsOf } from '../code/follow'
import { Notices } from '../code/Notices'
import { proofSentence } from '../code/proof'
import { canShare, useDelivery } from '../export/delivery'
import { targetGroups } from '../export/targets'
import { usePlace } from './place'
import { useShownTarget } from './target'

export interface SqlPanelProps {
  readonly files: FilesPort
  readonly clipboard: ClipboardPort
}

function show(object: Selectable, part?: string) {
  reveal.object(object, part)
  lookAt({ kind: 'flyTo', object, ...(part !== undefined && { part }) })
}

interface ScriptProps {
  readonly preview: Extract<Preview, { kind: 'text' }>
}

function Script({ preview: { ddl, schema, target } }: ScriptProps) {
  const items = useView(({ selection }) => selection.items)
  const [areNoticesOpen, setAreNoticesOpen] = useState(true)
  const marked = useMemo(
    () => spansOf(statementsOf({ schema, statements: ddl.statements }, items)),
    [schema, ddl, items],
  )
  const notes = useMemo(() => lineNotesOf(ddl.notices), [ddl])
  const { place, lookAt: scrollTo, setPicked } = usePlace({ items, marked })

  const handlePick = (offset: number) => {
    const object = selectableOf(schema, statementAt(ddl.statements, offset)?.about)
    if (!object) return
    setPicked(object)
    show(object)
  }

  const handleNotice = ({ line, about, part }: Notice) => {
    const object = selectableOf(schema, about)
    if (object) {
      setPicked(object)
      show(object, part)
    }
    if (line !== undefined) scrollTo({ offset: offsetOfLine(ddl.text, line) })
  }

  return (
    <>
      <h2 className="sr-only">SQL</h2>
      <CodeView
        label={`SQL for ${dialects[target.dialect].label}. Enter selects what the statement makes.`}
        text={ddl.text}
        language={target.dialect}
        marked={marked}
        notes={notes}
        target={place}
        onPick={handlePick}
        className="flex-1"
      />
      {ddl.notices.length > 0 && (
        <Section
          title="Notices"
          count={ddl.notices.length}
          isOpen={areNoticesOpen}
          onOpenChange={setAreNoticesOpen}
          className="max-h-2/5 shrink-0 overflow-y-auto border-t border-border"
        >
          <Notices notices={ddl.notices} onShow={handleNotice} className="-mx-2" />
        </Section>
      )}
    </>
  )
}

/** The script of the document, kept up with while one draws. */
export function SqlPanel({ files, clipboard }: SqlPanelProps) {
  const [shownTarget, showTarget] = useShownTarget()
  const own = useDocument(({ schema }) => projectOf(schema).target)
  const isEmpty = useDocument(({ schema }) => schema.table.size === 0)
  const options = useSettings((state) => state.exporting)
  const choices = useMemo(
    () => ({ ...options, what: 'sql', scope: 'all', onePerTable: false, target: shownTarget }) as const,
    [options, shownTarget],
  )
  const question = useMemo(() => previewOf(choices), [choices])
  const { value, isCurrent, problem } = useLive(question)
  const preview = value?.kind === 'text' ? value : undefined
  const { said, isBusy, copy, download, share } = useDelivery({ files, clipboard, preview, choices })
  const target = targetOf(shownTarget, own)
  const wait = isBusy || !preview ? 'Still writing' : undefined

  return (
    <section aria-label="SQL" aria-busy={!isCurrent} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex shrink-0 flex-col gap-1 border-b border-border px-2 py-1">
        <div className="flex items-center gap-1">
          <Select
            label="Database of the script"
            isLabelHidden
            isQuiet
            value={targetText(target)}
            options={targetGroups}
            onChange={(chosen) => showTarget(chosen === targetText(own) ? '' : chosen)}
            className="mr-auto min-w-0"
          />
          {canShare() && <IconButton label="Share" icon={<Share2 />} disabledReason={wait} onClick={share} />}
          <IconButton label="Copy SQL" icon={<Copy />} disabledReason={wait} onClick={copy} />
          <IconButton label="Download SQL" icon={<Download />} disabledReason={wait} onClick={download} />
        </div>
        <p role="status" className="px-2 text-small text-muted">
          {said ?? proofSentence(dialects[target.dialect])}
        </p>
      </header>
      {problem !== undefined && (
        <Banner tone="danger" title="This could not be written" className="m-2">
          {problem}
        </Banner>
      )}
      {isEmpty ? (
        <EmptyState
          title="No SQL yet"
          text="Add a table to the canvas, and its script shows here as you draw."
        />
      ) : (
        preview && <Script preview={preview} />
      )}
      {!isEmpty && !preview && problem === undefined && <Spinner label="Writing" className="m-auto" />}
    </section>
  )
}
