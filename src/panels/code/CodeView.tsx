import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { cx } from '../../ui'
import type { CodeEditor, Shown } from './editor'
import { Unfetched } from './Unfetched'

export interface CodeViewProps extends Shown {
  readonly label: string
  /** Where to look; a new object looks again. */
  readonly target?: { readonly offset: number; readonly to?: number } | undefined
  readonly onPick?: (offset: number) => void
  readonly className?: string
}

/** A text in its language. The editor is fetched when the first one is shown. */
export function CodeView(props: CodeViewProps) {
  const { text, language, marked, notes, label, target, onPick, className } = props
  const host = useRef<HTMLDivElement>(null)
  const [isMissing, setMissing] = useState(false)
  const [editor, setEditor] = useState<CodeEditor>()
  const handlePick = useEffectEvent((offset: number) => onPick?.(offset))

  useEffect(() => {
    let made: CodeEditor | undefined
    let isGone = false
    if (isMissing) return undefined
    import('./editor').then(
      ({ createEditor }) => {
        if (isGone || !host.current) return
        made = createEditor({ host: host.current, label, onPick: handlePick })
        setEditor(made)
      },
      () => {
        if (!isGone) setMissing(true)
      },
    )
    return () => {
      isGone = true
      made?.destroy()
      setEditor(undefined)
    }
  }, [label, isMissing])

  useEffect(() => {
    editor?.show({ text, language, marked, notes })
  }, [editor, text, language, marked, notes])

  useEffect(() => {
    if (target) editor?.scrollTo(target.offset, target.to)
  }, [editor, target])

  if (isMissing) {
    return (
      <div className={cx('min-h-0', className)}>
        <Unfetched onRetry={() => setMissing(false)} />
      </div>
    )
  }
  return <div ref={host} className={cx('min-h-0 font-mono', className)} />
}
