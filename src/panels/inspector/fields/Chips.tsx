// Several words, each of them from a list or one's own: roles, privileges, attributes.
import { X } from 'lucide-react'
import { IconButton, type ComboboxSource } from '../../../ui'
import { useReadOnly } from '../current'
import { AddCombo, readTags } from './fields'
import { Property } from './Property'

export interface ChipsProps {
  readonly label: string
  /** Whose they are, for a screen reader: "Roles of readers". */
  readonly name: string
  readonly values: readonly string[]
  readonly options: ComboboxSource
  readonly placeholder: string
  readonly addLabel: string
  readonly onChange: (values: readonly string[]) => void
}

export function Chips({ label, name, values, options, placeholder, addLabel, onChange }: ChipsProps) {
  const isReadOnly = useReadOnly()
  return (
    <Property label={label}>
      <div role="group" aria-label={name} className="flex flex-col gap-1">
        <ul className="flex flex-wrap gap-1 empty:hidden">
          {values.map((value) => (
            <li
              key={value}
              className="flex max-w-full items-center rounded-control border border-border pl-2 text-row"
            >
              <span className="min-w-0 truncate">{value}</span>
              {!isReadOnly && (
                <IconButton
                  size="small"
                  label={`Take ${value} out`}
                  icon={<X />}
                  onClick={() => {
                    onChange(values.filter((other) => other !== value))
                  }}
                />
              )}
            </li>
          ))}
        </ul>
        {!isReadOnly && (
          <AddCombo
            label={addLabel}
            options={options}
            placeholder={placeholder}
            onAdd={(text) => {
              onChange([...new Set([...values, ...readTags(text)])])
            }}
          />
        )}
      </div>
    </Property>
  )
}
