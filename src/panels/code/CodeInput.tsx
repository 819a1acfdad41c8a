import { useEffect } from 'react'
import { cx } from '../../ui'
import type { CodeLanguage } from './languages'
import { Unfetched } from './Unfetched'
import { useEditor } from './useEditor'
import { useLatest } from './useLatest'

export interface CodeInputProps {
  readonly label: string
  readonly hint: string
  /** What stands there at first; afterwards the field has its own text. */
  readonly initialText: string
  readonly language: CodeLanguage
  readonly onEdit: (text: string) => void
  readonly onSubmit: () => void
  readonly className?: string
}

/** A field for a text in its language; it takes the focus once it is there. */
export function CodeInput({ initialText, className, ...props }: CodeInputProps) {
  const { label, hint, language } = props
  const latest = useLatest(props)
  const { host, editor, retry } = useEditor(async () => {
    const { createTextEditor } = await import('./textEditor')
    const given = { label, hint, language, text: initialText }
    return (element) =>
      createTextEditor({
        host: element,
        ...given,
        onEdit: (text) => latest.current.onEdit(text),
        onSubmit: () => latest.current.onSubmit(),
      })
  }, [label, hint, language].join('\n'))
  useEffect(() => editor?.focus(), [editor])
  if (retry) {
    return (
      <div className={cx('min-h-0', className)}>
        <Unfetched onRetry={retry} />
      </div>
    )
  }
  return <div ref={host} className={cx('min-h-0 font-mono', className)} />
}
