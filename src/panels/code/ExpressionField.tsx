// An expression in a field. Plain until somebody is in it: a table of 500 columns shows 500 of them and makes one editor.
import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { DialectId } from '../../core/model/target'
import { TextArea, TextField } from '../../ui'
import { functionsOf } from './functions'
import type { createExpressionEditor, KnownName } from './expressionEditor'

export interface ExpressionFieldProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly value: string
  readonly language: DialectId
  /** What it may name. */
  readonly names: readonly KnownName[]
  readonly placeholder?: string | undefined
  readonly error?: string | undefined
  readonly rows?: number
  readonly disabled?: boolean
  readonly onCommit: (text: string) => void
}

interface Editing {
  readonly create: typeof createExpressionEditor
  readonly text: string
  readonly selection: { readonly from: number; readonly to: number }
}

interface RichProps extends ExpressionFieldProps {
  readonly editing: Editing
  readonly onDone: () => void
}

/** Where the plain field stood: the same place, the same text, the caret where it was. */
function Rich({
  label,
  isLabelHidden,
  value,
  language,
  names,
  placeholder,
  rows = 1,
  error,
  onCommit,
  onDone,
  editing,
}: RichProps) {
  const host = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const commit = useEffectEvent((text: string) => {
    if (text !== value) onCommit(text)
  })
  const done = useEffectEvent(onDone)
  const start = useEffectEvent((element: HTMLElement) => {
    const { create, text, selection } = editing
    const editor = create({
      host: element,
      label,
      hint: placeholder ?? '',
      language,
      text,
      selection,
      isMultiline: rows > 1,
      names,
      functions: functionsOf(language),
      onCommit: (typed) => commit(typed),
      onBlur: () => {
        commit(editor.text())
        done()
      },
      onLeave: () => frame.current?.focus(),
    })
    return editor
  })
  useLayoutEffect(() => {
    if (!host.current) return undefined
    const editor = start(host.current)
    return () => {
      commit(editor.text())
      editor.destroy()
    }
  }, [])
  return (
    <div ref={frame} tabIndex={-1} role="group" aria-label={label} className="flex min-w-0 flex-col gap-1">
      {!isLabelHidden && (
        <span aria-hidden="true" className="text-row font-medium text-muted">
          {label}
        </span>
      )}
      <div
        ref={host}
        className="min-h-control min-w-0 rounded-control border border-control font-mono"
        style={{ minHeight: rows > 1 ? rows * 20 + 8 : undefined }}
      />
      {error !== undefined && <p className="text-small text-danger-text">{error}</p>}
    </div>
  )
}

type Typed = HTMLInputElement | HTMLTextAreaElement

export function ExpressionField(props: ExpressionFieldProps) {
  const {
    label,
    isLabelHidden = false,
    value,
    placeholder,
    error,
    rows = 1,
    disabled = false,
    onCommit,
  } = props
  const [editing, setEditing] = useState<Editing>()
  const [draft, setDraft] = useState<string>()
  const field = useRef<HTMLDivElement>(null)

  const commit = () => {
    if (draft === undefined) return
    setDraft(undefined)
    if (draft !== value) onCommit(draft)
  }
  const enter = async (input: Typed) => {
    const { createExpressionEditor: create } = await import('./expressionEditor')
    // Whoever has left by then wants no editor.
    if (window.document.activeElement !== input) return
    const selection = { from: input.selectionStart ?? 0, to: input.selectionEnd ?? 0 }
    flushSync(() => {
      setEditing({ create, text: input.value, selection })
      setDraft(undefined)
    })
  }
  if (editing) {
    return (
      <Rich
        {...props}
        editing={editing}
        onDone={() => {
          setEditing(undefined)
        }}
      />
    )
  }
  const shared = {
    label,
    isLabelHidden,
    isMono: true,
    disabled,
    value: draft ?? value,
    error,
    onChange: setDraft,
    ...(placeholder !== undefined && { placeholder }),
  }
  return (
    // The field inside is what one types into; this only hears that somebody came or went.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={field}
      onFocus={({ target }) => {
        // Without the editor, as when the network is gone, the plain field does.
        enter(target as Typed).catch(() => undefined)
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (rows === 1 || event.ctrlKey || event.metaKey)) commit()
        if (event.key === 'Escape' && draft !== undefined) {
          event.stopPropagation()
          setDraft(undefined)
        }
      }}
    >
      {rows > 1 ? <TextArea {...shared} rows={rows} spellCheck={false} /> : <TextField {...shared} />}
    </div>
  )
}
