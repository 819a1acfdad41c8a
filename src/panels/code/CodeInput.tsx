import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { cx } from '../../ui'
import type { CodeInputEditor } from './input'
import type { CodeLanguage } from './languages'
import { Unfetched } from './Unfetched'

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
export function CodeInput(props: CodeInputProps) {
  const { label, hint, language, className } = props
  const host = useRef<HTMLDivElement>(null)
  const [isMissing, setMissing] = useState(false)
  const handleEdit = useEffectEvent((text: string) => props.onEdit(text))
  const handleSubmit = useEffectEvent(() => props.onSubmit())
  const startText = useEffectEvent(() => props.initialText)

  useEffect(() => {
    let made: CodeInputEditor | undefined
    let isGone = false
    if (isMissing) return undefined
    import('./input').then(
      ({ createCodeInput }) => {
        if (isGone || !host.current) return
        const given = { host: host.current, label, hint, language, text: startText() }
        made = createCodeInput({ ...given, onEdit: handleEdit, onSubmit: handleSubmit })
        made.focus()
      },
      () => {
        if (!isGone) setMissing(true)
      },
    )
    return () => {
      isGone = true
      made?.destroy()
    }
  }, [label, hint, language, isMissing])

  if (isMissing) {
    return (
      <div className={cx('min-h-0', className)}>
        <Unfetched onRetry={() => setMissing(false)} />
      </div>
    )
  }
  return <div ref={host} className={cx('min-h-0 font-mono', className)} />
}
