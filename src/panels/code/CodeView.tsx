import { useEffect } from 'react'
import { cx } from '../../ui'
import type { Shown } from './editor'
import { Unfetched } from './Unfetched'
import { useEditor } from './useEditor'
import { useLatest } from './useLatest'

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
  const latest = useLatest(onPick)
  const { host, editor, retry } = useEditor(async () => {
    const { createEditor } = await import('./editor')
    return (element) => createEditor({ host: element, label, onPick: (offset) => latest.current?.(offset) })
  }, label)

  useEffect(() => {
    editor?.show({ text, language, marked, notes })
  }, [editor, text, language, marked, notes])

  useEffect(() => {
    if (target) editor?.scrollTo(target.offset, target.to)
  }, [editor, target])

  if (retry) {
    return (
      <div className={cx('min-h-0', className)}>
        <Unfetched onRetry={retry} />
      </div>
    )
  }
  return <div ref={host} className={cx('min-h-0 font-mono', className)} />
}
