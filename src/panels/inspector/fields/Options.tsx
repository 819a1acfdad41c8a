// What only one database knows: ENGINE, fillfactor, STRICT… Those of the target are edited, the others kept.
import { X } from 'lucide-react'
import type { DialectOption } from '../../../core/model/records'
import { IconButton, TextField } from '../../../ui'
import { useDialect, useReadOnly } from '../current'
import { AddText } from './AddText'

export interface OptionsProps {
  readonly options: readonly DialectOption[]
  readonly onChange: (options: readonly DialectOption[]) => void
}

/** "fillfactor = 70" or a bare word. */
export function readOption(text: string): { readonly name: string; readonly value: string } {
  const [name = '', ...rest] = text.split('=')
  return { name: name.trim(), value: rest.join('=').trim() }
}

export function Options({ options, onChange }: OptionsProps) {
  const isReadOnly = useReadOnly()
  const dialect = useDialect()
  const others = options.filter((option) => option.dialect !== dialect.id)
  return (
    <div role="group" aria-label={`Options of ${dialect.label}`} className="flex flex-col gap-1">
      <ul className="flex flex-col gap-1 empty:hidden">
        {options.map((option, at) =>
          option.dialect === dialect.id ? (
            <li key={`${option.name} ${at}`} className="flex items-center gap-1">
              <span className="w-1/2 shrink-0 truncate font-mono text-small text-muted">{option.name}</span>
              <TextField
                label={`Value of ${option.name}`}
                isLabelHidden
                isMono
                disabled={isReadOnly}
                value={option.value}
                placeholder="On"
                className="flex-1"
                onCommit={(value) => {
                  onChange(options.toSpliced(at, 1, { ...option, value: value.trim() }))
                }}
              />
              {!isReadOnly && (
                <IconButton
                  size="small"
                  label={`Take option ${option.name} away`}
                  icon={<X />}
                  onClick={() => {
                    onChange(options.toSpliced(at, 1))
                  }}
                />
              )}
            </li>
          ) : null,
        )}
      </ul>
      <AddText
        label="Add option"
        placeholder="Add option: name = value"
        onAdd={(text) => {
          const given = readOption(text)
          if (given.name !== '') onChange([...options, { dialect: dialect.id, ...given }])
        }}
      />
      {others.length > 0 && (
        <p className="text-small text-faint">
          {others.length === 1 ? 'One option' : `${others.length} options`} for other databases kept
        </p>
      )}
    </div>
  )
}
