import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from './Button'
import { ToneIcon } from './tones'

export interface ErrorBoundaryProps {
  /** The region as a person would name it: "The inspector". */
  readonly region: string
  readonly onError?: (error: unknown, info: ErrorInfo) => void
  /** When this changes (another document, another selection) the region tries again by itself. */
  readonly resetKey?: unknown
  readonly children: ReactNode
}

interface State {
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
    this.setState({ failure: undefined })
  }

  private readonly copy = () => {
    const { failure } = this.state
    void navigator.clipboard.writeText(errorDetails(this.props.region, failure?.error, failure?.stack))
  }

  override render() {
    if (!this.state.failure) return this.props.children
    return (
      <div role="alert" className="flex h-full flex-col items-center justify-center gap-1 p-4 text-center">
        <ToneIcon tone="danger" className="mb-1" />
        <p className="font-medium">{this.props.region} stopped working</p>
        <p className="max-w-80 text-row text-muted">
          Your work is safe. Try again, or go on elsewhere on the screen.
        </p>
        <div className="mt-2 flex flex-wrap justify-center gap-2">
          <Button variant="primary" onClick={this.retry}>
            Try again
          </Button>
          <Button onClick={this.copy}>Copy details</Button>
        </div>
      </div>
    )
  }
}
