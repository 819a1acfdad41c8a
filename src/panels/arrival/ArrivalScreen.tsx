// What stands there until the document of a link does: the wait, the question for the passphrase, or what is wrong.
import { Link2Off, LockKeyhole } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { assertNever } from '../../core/lib/assertNever'
import { unlock, type Arrival, type ViewProblem } from '../../state/viewing'
import { Button, EmptyState, Spinner, TextField } from '../../ui'

/** What happened, and what to do. */
function textOf(problem: ViewProblem): string {
  switch (problem.kind) {
    case 'damaged':
      return 'It is cut off or was changed on its way; chats often cut long links. Ask for it again, or for the file.'
    case 'newer':
      return 'It was made by a newer Relata. Reload this page to get the newest version.'
    case 'tooLong':
    case 'tooLarge':
      return 'It holds more than any schema does, so it was not opened. Ask for the file instead.'
    case 'tooSlow':
      return 'Reading it took too long and was stopped. Ask for the file instead.'
    case 'noCrypto':
      return 'It has a passphrase, and browsers decrypt only on pages that came over HTTPS. This one came over plain HTTP.'
    case 'wrongPassphrase':
      return 'The passphrase does not open it.'
    case 'failed':
      return `It could not be read: ${problem.message}.`
    default:
      return assertNever(problem)
  }
}

function Locked({ isWrong, isBusy }: Extract<Arrival, { kind: 'locked' }>) {
  const [passphrase, setPassphrase] = useState('')
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!isBusy && passphrase !== '') void unlock(passphrase)
  }
  return (
    <EmptyState
      icon={<LockKeyhole aria-hidden />}
      title="This link has a passphrase"
      text="Whoever sent it can tell you."
    >
      <form onSubmit={handleSubmit} className="flex w-70 flex-col gap-3 text-left">
        <TextField
          label="Passphrase"
          type="password"
          value={passphrase}
          // The one thing to do on this screen.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          error={
            isWrong ? 'This passphrase does not open it, or the link was changed on its way.' : undefined
          }
          onChange={setPassphrase}
        />
        <Button variant="primary" type="submit" isBusy={isBusy}>
          Open
        </Button>
      </form>
    </EmptyState>
  )
}

export interface ArrivalScreenProps {
  readonly arrival: Exclude<Arrival, { kind: 'none' }>
  /** To one's own documents; absent where there are none, inside of another page. */
  readonly onLeave?: (() => void) | undefined
}

export function ArrivalScreen({ arrival, onLeave }: ArrivalScreenProps) {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-2" aria-label="Shared link">
      <h1 className="sr-only">Relata</h1>
      {arrival.kind === 'opening' && <Spinner label="Opening the link" />}
      {arrival.kind === 'locked' && <Locked {...arrival} />}
      {arrival.kind === 'failed' && (
        <EmptyState
          icon={<Link2Off aria-hidden />}
          title="This link cannot be opened"
          text={<span role="alert">{textOf(arrival.problem)}</span>}
        />
      )}
      {onLeave && arrival.kind !== 'opening' && (
        <Button variant="quiet" onClick={onLeave}>
          Go to my documents
        </Button>
      )}
    </main>
  )
}
