import { Check, Copy, FileInput } from 'lucide-react'
import { Fragment, useState, type ClipboardEvent } from 'react'
import { catalogueQueries } from '../../core/formats/catalogue/queries'
import { dialects } from '../../core/dialects'
import { dialectIds } from '../../core/model/target'
import { desk } from '../../state/import/desk'
import { useImporting } from '../../state/import/importing'
import { sourcesOf } from '../../state/import/sources'
import type { SourceFilesPort } from '../../state/ports'
import { Button, Select, TextArea } from '../../ui'
import { CodeView } from '../code/CodeView'

const options = dialectIds.map((dialect) => ({ value: dialect, label: dialects[dialect].label }))
const nothing: readonly never[] = []

function CopyButton({ text }: { readonly text: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    )
  }
  return (
    <div className="flex min-w-0 items-center gap-2">
      <span role="status" className="min-w-0 truncate text-row text-muted">
        {state === 'copied' && 'Copied'}
        {state === 'refused' && 'The browser did not allow it: select the query and copy it'}
      </span>
      <Button variant="primary" icon={state === 'copied' ? <Check /> : <Copy />} onClick={copy}>
        Copy query
      </Button>
    </div>
  )
}

function Query() {
  const database = useImporting((state) => state.database)
  const { sql } = catalogueQueries[database]
  return (
    <section
      aria-label="The query"
      className="flex min-w-0 shrink-0 flex-col gap-2 md:min-h-0 md:flex-3 md:shrink"
    >
      <div className="flex flex-wrap items-end justify-end gap-2">
        <Select
          label="1. Copy the query of your database"
          value={database}
          options={options}
          onChange={desk.setDatabase}
          className="min-w-60 flex-1"
        />
        <CopyButton key={database} text={sql} />
      </div>
      <CodeView
        label="Catalogue query"
        text={sql}
        language={database}
        marked={nothing}
        notes={nothing}
        className="h-40 shrink-0 overflow-hidden rounded-card border border-control md:h-auto md:min-h-40 md:flex-1"
      />
    </section>
  )
}

function Running() {
  const database = useImporting((state) => state.database)
  const { hint, command } = catalogueQueries[database]
  return (
    <section aria-labelledby="run-the-query" className="flex flex-col gap-1 text-pretty text-row text-muted">
      <h3 id="run-the-query" className="font-medium">
        2. Run it where your database is
      </h3>
      <p>It only reads, and none of your rows. {hint}</p>
      <p>
        In a terminal, with the query saved as catalogue.sql:{' '}
        <code className="font-mono text-text select-all">
          {command.split(' ').map((word, i) => (
            <Fragment key={`${word} ${String(i)}`}>
              {i > 0 && ' '}
              <span className="whitespace-nowrap">{word}</span>
            </Fragment>
          ))}
        </code>
      </p>
    </section>
  )
}

function Answer({ files }: { readonly files: SourceFilesPort }) {
  const [answer, setAnswer] = useState('')
  const isEmpty = answer.trim() === ''
  // An answer may be megabytes in one line: it is read at once instead of being shown.
  const handlePaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!isEmpty || text.trim() === '') return
    event.preventDefault()
    desk.readAnswer(text)
  }
  const choose = () => void files.choose().then((picked) => desk.receive(sourcesOf(picked), 'database'))
  return (
    <section aria-label="The answer" className="flex flex-col gap-2" onPaste={handlePaste}>
      <TextArea
        label="3. Paste its answer here"
        placeholder="JSON, CSV or the table that your client prints"
        hint="It is read as soon as you paste it. A saved answer can be dropped anywhere on this page."
        value={answer}
        onChange={setAnswer}
        isMono
        rows={10}
        spellCheck={false}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button icon={<FileInput />} onClick={choose}>
          Choose a file…
        </Button>
        <Button
          variant="primary"
          disabledReason={isEmpty ? 'Paste the answer first' : undefined}
          onClick={() => desk.readAnswer(answer)}
        >
          Preview
        </Button>
      </div>
      <p className="text-row text-muted">Everything is read in this browser. Nothing is sent anywhere.</p>
    </section>
  )
}

/** A schema without a dump: a query to copy, and a place for what it answers. */
export function AskDatabase({ files }: { readonly files: SourceFilesPort }) {
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto md:flex-row md:overflow-visible">
      <Query />
      <div className="flex min-w-0 shrink-0 flex-col gap-5 md:flex-2 md:shrink md:overflow-y-auto">
        <Running />
        <Answer files={files} />
      </div>
    </div>
  )
}
