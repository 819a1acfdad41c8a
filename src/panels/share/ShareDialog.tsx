// A link that is the document: what it opens as, what it carries, how long it is, and what that length means.
import { Copy, Download } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { excerptOf } from '../../core/commands/excerpt'
import { write } from '../../core/file'
import { projectOf } from '../../core/model/schema'
import { document, useDocument } from '../../state/document'
import { useLive } from '../../state/live'
import { currentDiagram } from '../../state/perform'
import type { ClipboardPort, FilesPort } from '../../state/ports'
import { fileName, saveFile } from '../../state/saving'
import {
  embedCode,
  leftOutWords,
  linkQuestion,
  reachOf,
  type ShareChoices,
  type Shared,
} from '../../state/sharing'
import { Banner, Button, cx, Dialog, TextField, ToggleGroup } from '../../ui'

export interface ShareDialogProps {
  readonly onClose: () => void
  readonly files: FilesPort
  readonly clipboard: ClipboardPort
}

/** Long enough for a word to be typed: every passphrase costs the machine half a second. */
const typingMs = 400

/** The address of the folder that Relata is served from. */
const base = (): string => new URL('.', window.location.href).href

const ways = [
  { value: 'view', label: 'Read-only view' },
  { value: 'copy', label: 'Editable copy' },
  { value: 'embed', label: 'Embed' },
] as const

const wayHints: Readonly<Record<ShareChoices['as'], string>> = {
  view: 'Opens to look around: pan, search, inspect. Who wants to change something makes a copy of their own.',
  copy: 'Becomes a document of whoever opens it. Your own stays as it is.',
  embed: 'A read-only view inside of another page, as HTML to paste there.',
}

/** The choices once typing has come to rest. */
function useSettled(choices: ShareChoices): ShareChoices {
  const [settled, setSettled] = useState(choices)
  const isTyped = settled.passphrase !== choices.passphrase
  useEffect(() => {
    if (settled === choices) return
    const timer = setTimeout(() => setSettled(choices), isTyped ? typingMs : 0)
    return () => clearTimeout(timer)
  }, [choices, settled, isTyped])
  return settled
}

interface ChoiceProps {
  readonly choices: ShareChoices
  readonly onChange: (changed: Partial<ShareChoices>) => void
}

function Ways({ choices, onChange }: ChoiceProps) {
  return (
    <div className="flex flex-col gap-1">
      <span className="text-row font-medium text-muted">Opens as</span>
      <ToggleGroup<ShareChoices['as']>
        label="Opens as"
        value={choices.as}
        options={ways}
        onChange={(as) => onChange({ as })}
        className="self-start"
      />
      <p className="text-row text-muted">{wayHints[choices.as]}</p>
    </div>
  )
}

function Scope({ choices, onChange }: ChoiceProps) {
  const diagram = useDocument(({ schema }) => schema.diagram.get(currentDiagram(schema)))
  const name = diagram?.name.trim() || 'unnamed'
  return (
    <div className="flex flex-col gap-1">
      <span className="text-row font-medium text-muted">Carries</span>
      <ToggleGroup<'all' | 'diagram'>
        label="Carries"
        value={choices.diagram ? 'diagram' : 'all'}
        options={[
          { value: 'all', label: 'The whole document' },
          {
            value: 'diagram',
            label: `Only the diagram ${name.length > 24 ? `${name.slice(0, 23)}…` : name}`,
          },
        ]}
        onChange={(scope) => onChange({ diagram: scope === 'diagram' ? diagram?.id : undefined })}
        className="self-start"
      />
    </div>
  )
}

function Passphrase({ choices, onChange }: ChoiceProps) {
  const hasCrypto = window.isSecureContext
  return (
    <TextField
      label="Passphrase (optional)"
      type="password"
      value={choices.passphrase}
      disabled={!hasCrypto}
      hint={
        hasCrypto
          ? 'Whoever opens the link is asked for it. Send it another way than the link. Without it nobody can read the link, not even you.'
          : 'Browsers encrypt only on pages that came over HTTPS; this one came over plain HTTP.'
      }
      onChange={(passphrase) => onChange({ passphrase })}
    />
  )
}

const reachLooks = {
  everywhere: 'text-success-text',
  mostly: 'text-muted',
  hardly: 'text-warning-text',
  nowhere: 'text-danger-text',
} as const

interface ResultProps {
  readonly link: Extract<Shared, { kind: 'link' }> | undefined
  readonly text: string
  readonly isEmbed: boolean
}

function Result({ link, text, isEmbed }: ResultProps) {
  const { reach, meaning } = reachOf(link?.address.length ?? 0)
  const leftOut = link && leftOutWords(link.leftOut)
  return (
    <section aria-label="The link" aria-busy={!link} className="flex flex-col gap-2">
      <TextField
        label={isEmbed ? 'HTML to paste' : 'Link'}
        value={link ? text : ''}
        placeholder="Packing the document"
        readOnly
        isMono
        onFocus={(event) => event.target.select()}
      />
      <p className="min-h-10 text-row text-muted" role="status">
        {link && (
          <>
            <strong className="font-medium text-text tabular-nums">
              {link.address.length.toLocaleString('en')} characters.
            </strong>{' '}
            <span className={cx(reachLooks[reach])}>{meaning}</span>
          </>
        )}
      </p>
      {leftOut !== undefined && (
        <Banner title="What this diagram does not show is left out">{`${leftOut}.`}</Banner>
      )}
    </section>
  )
}

export function ShareDialog({ onClose, files, clipboard }: ShareDialogProps) {
  const [choices, setChoices] = useState<ShareChoices>({ as: 'view', passphrase: '' })
  const [said, setSaid] = useState<string>()
  const settled = useSettled(choices)
  const question = useMemo(() => linkQuestion(settled, base()), [settled])
  const { value, isCurrent, problem } = useLive(question)
  const name = useDocument(({ schema }) => projectOf(schema).name)
  // Never the link of other choices: one without the passphrase that was just typed, above all.
  const isReady = isCurrent && value?.choices === choices
  const link = isReady && value.kind === 'link' ? value : undefined
  const text = link
    ? choices.as === 'embed'
      ? embedCode(link.address, name || 'Diagram')
      : link.address
    : ''
  const { reach } = reachOf(link?.address.length ?? 0)
  const isBetterAsFile = reach === 'hardly' || reach === 'nowhere'

  const change = (changed: Partial<ShareChoices>) => {
    setChoices((now) => ({ ...now, ...changed }))
    setSaid(undefined)
  }
  const copy = async () => {
    const isCopied = await clipboard.write({ text })
    setSaid(isCopied ? 'Copied' : 'The browser refused. Select the link and copy it by hand.')
  }
  const save = async () => {
    const { schema } = document.getState()
    const part = choices.diagram ? excerptOf(schema, choices.diagram).schema : schema
    const kind = { label: 'Relata document', mime: 'application/json', extensions: ['.relata'] }
    const saved = await saveFile(files, { name: fileName(name, '.relata'), content: write(part), kind })
    if (saved !== undefined) setSaid(`Saved ${saved}`)
  }

  const footer = (
    <>
      <span role="status" className="mr-auto min-w-0 self-center text-muted">
        {said}
      </span>
      <Button
        variant={isBetterAsFile ? 'primary' : 'secondary'}
        icon={<Download />}
        onClick={() => void save()}
      >
        Save as a file
      </Button>
      <Button
        variant={isBetterAsFile ? 'secondary' : 'primary'}
        icon={<Copy />}
        isBusy={!link && problem === undefined && value?.kind !== 'noCrypto'}
        disabledReason={reach === 'nowhere' ? 'Browsers refuse a link of this length' : undefined}
        onClick={() => void copy()}
      >
        {choices.as === 'embed' ? 'Copy HTML' : 'Copy link'}
      </Button>
    </>
  )

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Share a link"
      description="The link itself is the document: nothing is uploaded, and later changes need a new link."
      footer={footer}
    >
      <div className="flex flex-col gap-4 pt-2">
        <Ways choices={choices} onChange={change} />
        <Scope choices={choices} onChange={change} />
        <Passphrase choices={choices} onChange={change} />
        {problem !== undefined && (
          <Banner tone="danger" title="The link could not be made">
            {problem}
          </Banner>
        )}
        <Result link={link} text={text} isEmbed={choices.as === 'embed'} />
      </div>
    </Dialog>
  )
}
