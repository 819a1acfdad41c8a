// The kit's fields as the inspector uses them: a label at the left, disabled while the document is read-only.
import { useState } from 'react'
import {
  Checkbox,
  Combobox,
  Select,
  TextArea,
  TextField,
  type ComboboxSource,
  type SelectProps,
} from '../../../ui'
import { useBlocked, useReadOnly } from '../current'
import { Property } from './Property'

interface Labelled {
  readonly label: string
  /** What a screen reader hears where the label alone says too little. */
  readonly name?: string
}

interface TextGiven extends Labelled {
  readonly value: string
  readonly onCommit: (value: string) => void
  readonly error?: string | undefined
  readonly hint?: string
  readonly placeholder?: string
  readonly isMono?: boolean
}

export function TextProperty({ label, name = label, ...given }: TextGiven) {
  const disabled = useReadOnly()
  return (
    <Property label={label}>
      <TextField label={name} isLabelHidden disabled={disabled} {...given} />
    </Property>
  )
}

interface AreaGiven extends TextGiven {
  readonly rows?: number
  readonly isLabelHidden?: boolean
}

/** Longer text: the label above, the whole width for the words. */
export function AreaProperty({ label, name, ...given }: AreaGiven) {
  const disabled = useReadOnly()
  return <TextArea label={name ?? label} disabled={disabled} spellCheck={!given.isMono} rows={2} {...given} />
}

interface SelectGiven<T extends string> extends Labelled {
  readonly value: T | undefined
  readonly options: SelectProps<T>['options']
  readonly onChange: (value: T) => void
  readonly placeholder?: string
  readonly error?: string | undefined
}

export function SelectProperty<T extends string>({ label, name = label, ...given }: SelectGiven<T>) {
  const disabled = useReadOnly()
  return (
    <Property label={label}>
      <Select<T> label={name} isLabelHidden disabled={disabled} {...given} />
    </Property>
  )
}

interface ComboGiven extends Labelled {
  readonly value: string
  readonly options: ComboboxSource
  readonly onCommit: (value: string) => void
  readonly placeholder?: string
  readonly isMono?: boolean
  readonly error?: string | undefined
}

export function ComboProperty({ label, name = label, onCommit, ...given }: ComboGiven) {
  const disabled = useReadOnly()
  return (
    <Property label={label}>
      <Combobox
        label={name}
        isLabelHidden
        disabled={disabled}
        {...given}
        onCommit={(value) => {
          if (value !== given.value) onCommit(value)
        }}
      />
    </Property>
  )
}

interface CheckGiven {
  readonly label: string
  readonly isChecked: boolean
  readonly isMixed?: boolean
  readonly hint?: string
  readonly disabledReason?: string | undefined
  readonly onChange: (isChecked: boolean) => void
}

export function CheckProperty({ disabledReason, ...given }: CheckGiven) {
  const blocked = useBlocked()
  return <Checkbox {...given} disabledReason={blocked ?? disabledReason} />
}

/** Words that belong to an object, written with commas between them. */
export function TagsProperty({
  tags,
  onCommit,
}: {
  readonly tags: readonly string[]
  readonly onCommit: (tags: readonly string[]) => void
}) {
  return (
    <TextProperty
      label="Tags"
      value={tags.join(', ')}
      placeholder="With commas between"
      onCommit={(text) => {
        onCommit(readTags(text))
      }}
    />
  )
}

export const readTags = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
]

/** A field whose last entry stays empty: what is entered goes to a list, and the field is free again. */
export function AddCombo({
  label,
  options,
  placeholder,
  isEager = true,
  onAdd,
}: {
  readonly label: string
  readonly options: ComboboxSource
  readonly placeholder: string
  /** What is typed counts as a beginning of what is listed. */
  readonly isEager?: boolean
  readonly onAdd: (value: string) => void
}) {
  const disabled = useReadOnly()
  // A fresh field for each entry: what was typed is gone with the old one.
  const [{ count, isByKey }, setEntered] = useState({ count: 0, isByKey: false })
  return (
    <Combobox
      key={count}
      label={label}
      isLabelHidden
      value=""
      isEager={isEager}
      disabled={disabled}
      options={options}
      placeholder={placeholder}
      // One after another: Enter stays here for the next, in the fresh field.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={isByKey}
      onCommit={(value, by) => {
        if (value.trim() === '') return
        setEntered({ count: count + 1, isByKey: by === 'enter' })
        onAdd(value)
      }}
    />
  )
}
