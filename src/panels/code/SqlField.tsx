// SQL to read and to write, highlighted as its database reads it. The editor is fetched when the first one is shown.
import { Maximize2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Dialog, IconButton, cx } from '../../ui'
import type { CodeLanguage } from './languages'
import { Unfetched } from './Unfetched'
import { useEditor } from './useEditor'
import { useLatest } from './useLatest'

export interface SqlFieldProps {
  readonly label: string
  readonly value: string
  readonly language: CodeLanguage
  readonly isReadOnly?: boolean
  readonly onCommit: (text: string) => void
  readonly className?: string
}

function SqlBox({ label, value, language, isReadOnly = false, onCommit, className }: SqlFieldProps) {
  const frame = useRef<HTMLDivElement>(null)
  const latest = useLatest((text: string) => {
    if (text !== value) onCommit(text)
  })
  const { host, editor, retry } = useEditor(
    async () => {
      const { createTextEditor } = await import('./textEditor')
      const handleCommit = (text: string) => latest.current(text)
      const given = { label, language, text: value, isReadOnly, onCommit: handleCommit }
      return (element) => createTextEditor({ host: element, ...given, onLeave: () => frame.current?.focus() })
    },
    [label, language, String(isReadOnly)].join('\n'),
  )
  useEffect(() => {
    editor?.show(value)
  }, [editor, value])
  if (retry) {
    return (
      <div className={cx('rounded-control border border-control', className)}>
        <Unfetched onRetry={retry} />
      </div>
    )
  }
  return (
    // Where Escape leads: Tab goes on from here.
    <div ref={frame} tabIndex={-1} role="group" aria-label={label} className={cx('flex min-h-0', className)}>
      <div
        ref={host}
        className="min-h-0 min-w-0 flex-1 overflow-hidden rounded-control border border-control font-mono"
      />
    </div>
  )
}

export function SqlField(props: SqlFieldProps) {
  const { label } = props
  const [isLarge, setLarge] = useState(false)
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <span aria-hidden="true" className="text-row font-medium text-muted">
          {label}
        </span>
        <IconButton
          size="small"
          label={`Open ${label.toLowerCase()} in a larger window`}
          icon={<Maximize2 />}
          onClick={() => {
            setLarge(true)
          }}
        />
      </div>
      {/* One at a time: two editors of one text would not know of each other's typing. */}
      {!isLarge && <SqlBox {...props} className={props.className ?? 'h-48'} />}
      {isLarge && (
        <Dialog
          isOpen
          onClose={() => {
            setLarge(false)
          }}
          title={label}
          size="wide"
        >
          <SqlBox {...props} className="h-[65dvh]" />
        </Dialog>
      )}
    </div>
  )
}
