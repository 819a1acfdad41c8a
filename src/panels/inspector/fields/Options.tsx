// What only one database knows: ENGINE, fillfactor, STRICT… Those of the target are edited, the others kept.
import { X } from 'lucide-react'
import { useMemo } from 'react'
import type { OptionPlace } from '../../../core/dialects/write/dialectOptions'
import type { DialectOption } from '../../../core/model/records'
import { Combobox, IconButton, type ComboboxGroup } from '../../../ui'
import { useDialect, useReadOnly } from '../current'
import { AddCombo } from './fields'
import { knownOptions, type KnownOption } from './known'

export interface OptionsProps {
  /** What they belong to: a table has other options than an index. */
  readonly of: OptionPlace
  readonly options: readonly DialectOption[]
  readonly onChange: (options: readonly DialectOption[]) => void
}

/** "fillfactor = 70" or a bare word. */
export function readOption(text: string): { readonly name: string; readonly value: string } {
  const [name = '', ...rest] = text.split('=')
  return { name: name.trim(), value: rest.join('=').trim() }
}

const valuesOf = (known: readonly KnownOption[], name: string): readonly ComboboxGroup[] => {
  const found = known.find((one) => one.name.toLowerCase() === name.toLowerCase())
  return [{ label: '', options: (found?.values ?? []).map((value) => ({ value })) }]
}

/** Those that are not set yet, each with its usual value. */
const toAdd = (known: readonly KnownOption[], set: readonly DialectOption[]): readonly ComboboxGroup[] => [
  {
    label: '',
    options: known
      .filter(({ name }) => !set.some((one) => one.name.toLowerCase() === name.toLowerCase()))
      .map(({ name, values: [first], hint }) => ({
        value: first === undefined ? name : `${name} = ${first}`,
        ...(hint !== undefined && { detail: hint }),
      })),
  },
]

function useKnown(of: OptionPlace, options: readonly DialectOption[]) {
  const { id } = useDialect()
  return useMemo(() => {
    const known = knownOptions(of, id)
    const own = options.filter(({ dialect }) => dialect === id)
    return {
      values: new Map(own.map(({ name }) => [name, valuesOf(known, name)])),
      others: toAdd(known, own),
    }
  }, [of, id, options])
}

const noValues: readonly ComboboxGroup[] = []

export function Options({ of, options, onChange }: OptionsProps) {
  const isReadOnly = useReadOnly()
  const dialect = useDialect()
  const known = useKnown(of, options)
  const others = options.filter((option) => option.dialect !== dialect.id)
  return (
    <div role="group" aria-label={`Options of ${dialect.label}`} className="flex flex-col gap-1">
      <ul className="flex flex-col gap-1 empty:hidden">
        {options.map((option, at) =>
          option.dialect === dialect.id ? (
            <li key={`${option.name} ${at}`} className="flex items-center gap-1">
              <span className="w-1/2 shrink-0 truncate font-mono text-small text-muted">{option.name}</span>
              <Combobox
                label={`Value of ${option.name}`}
                options={known.values.get(option.name) ?? noValues}
                isLabelHidden
                isMono
                disabled={isReadOnly}
                value={option.value}
                placeholder="On"
                className="flex-1"
                onCommit={(value) => {
                  if (value.trim() !== option.value)
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
      {!isReadOnly && (
        <AddCombo
          label="Add option"
          placeholder="Add option: name = value"
          options={known.others}
          isEager={false}
          onAdd={(text) => {
            const given = readOption(text)
            if (given.name !== '') onChange([...options, { dialect: dialect.id, ...given }])
          }}
        />
      )}
      {others.length > 0 && (
        <p className="text-small text-faint">
          {others.length === 1 ? 'One option' : `${others.length} options`} for other databases kept
        </p>
      )}
    </div>
  )
}
