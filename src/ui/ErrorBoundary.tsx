import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from './Button'
import { ToneIcon } from './tones'

export interface ErrorBoundaryProps {
  /** The region as a person would name it: "The inspector". */
  readonly region: string
  readonly onError?: (error: unknown, info: ErrorInfo) => void
  /** How it shows its fault: in its place, in one line of it, or over the page where it has no place of its own. */
  readonly look?: 'fill' | 'line' | 'over'
  /** When this changes (another document, another selection) the region tries again by itself. */
  readonly resetKey?: unknown
  /** For what lies over the page: gives up on it. */
  readonly onClose?: () => void
  readonly children: ReactNode
}

interface State {
  readonly copied?: 'done' | 'refused' | undefined
  readonly failure?:
    { readonly error: unknown; readonly resetKey: unknown; readonly stack?: string | undefined } | undefined
}

// Chrome's and Firefox's ways to write a place in the code; no line of a message looks like one unless it wants to.
const FRAME = /^\s*at .*:\d+:\d+\)?$|^\S*@\S+:\d+:\d+$/

function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error) || error.stack === undefined) return []
  const withoutMessage = error.message === '' ? error.stack : error.stack.replace(error.message, '')
  return withoutMessage.split('\n').filter((line) => FRAME.test(line))
}

/** What helps to find the fault and tells nothing of the person's schema: no message, only code places. */
export function errorDetails(region: string, error: unknown, componentStack = ''): string {
  const name = error instanceof Error ? error.name : typeof error
  return [
    `${region}: ${name}`,
    ...framesOf(error).map((line) => line.trim()),
    'in',
    componentStack.trim(),
  ].join('\n')
}

/** A piece of the program that never arrived: no network, or a newer version has taken its place. */
const isMissingPiece = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported module|module script failed|preload CSS/i.test(error.message)

const frames: Readonly<Record<NonNullable<ErrorBoundaryProps['look']>, string>> = {
  fill: 'flex h-full flex-col items-center justify-center gap-1 p-4 text-center',
  line: 'flex min-h-bar flex-wrap items-center gap-2 border-b border-border bg-chrome px-3 py-1',
  over: 'fixed inset-x-4 top-16 z-50 mx-auto flex max-w-100 flex-col items-center gap-1 rounded-dialog border border-border bg-raised p-4 text-center shadow-dialog',
}

const reload = () => {
  location.reload()
}

/** Keeps a fault inside its region: the rest of the screen goes on working. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = {}

  static getDerivedStateFromProps(props: ErrorBoundaryProps, { failure }: State): State | null {
    return failure && failure.stack !== undefined && failure.resetKey !== props.resetKey
      ? { failure: undefined }
      : null
  }

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error, resetKey: undefined } }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    this.setState({ failure: { error, resetKey: this.props.resetKey, stack: info.componentStack ?? '' } })
    this.props.onError?.(error, info)
  }

  private readonly retry = () => {
    this.setState({ failure: undefined, copied: undefined })
  }

  private details(): string {
    const { failure } = this.state
    return errorDetails(this.props.region, failure?.error, failure?.stack)
  }

  private readonly copy = () => {
    // Absent on plain HTTP, whatever the types say.
    const clipboard = navigator.clipboard as typeof navigator.clipboard | undefined
    if (!clipboard) {
      this.setState({ copied: 'refused' })
      return
    }
    clipboard.writeText(this.details()).then(
      () => {
        this.setState({ copied: 'done' })
      },
      () => {
        this.setState({ copied: 'refused' })
      },
    )
  }

  override render() {
    const { failure, copied } = this.state
    if (!failure) return this.props.children
    const isMissing = isMissingPiece(failure.error)
    const { region, look = 'fill', onClose } = this.props
    return (
      <div role="alert" className={frames[look]}>
        <ToneIcon tone="danger" className="mb-1" />
        <p className="font-medium">{`${region} ${isMissing ? 'could not be loaded' : 'stopped working'}`}</p>
        <p className="max-w-80 text-row text-muted">
          {isMissing
            ? 'Your work is safe. Look at the network and try again. If Relata was updated meanwhile, load the page again.'
            : 'Your work is safe. Try again, or go on elsewhere on the screen.'}
        </p>
        <div className="mt-2 flex flex-wrap justify-center gap-2">
          <Button variant="primary" onClick={this.retry}>
            Try again
          </Button>
          {isMissing && <Button onClick={reload}>Load the page again</Button>}
          {!isMissing && <Button onClick={this.copy}>{copied === 'done' ? 'Copied' : 'Copy details'}</Button>}
          {onClose && <Button onClick={onClose}>Close</Button>}
        </div>
        {copied === 'refused' && (
          // The browser gives no clipboard: the text is there to be selected.
          <pre className="mt-2 max-h-40 max-w-full overflow-auto rounded-control bg-sunken p-2 text-left font-mono text-small select-text">
            {this.details()}
          </pre>
        )}
      </div>
    )
  }
}
