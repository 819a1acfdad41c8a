// Numbers that the database gives by itself.
import { setIdentity } from '../../../core/commands/column'
import type { Identity } from '../../../core/model/records'
import { perform } from '../../../state/perform'
import { called } from '../current'
import { SelectProperty, TextProperty } from '../fields/fields'
import type { ColumnPartProps } from './ColumnDetails'

type Mode = 'none' | Identity['mode']

const modes = [
  { value: 'none', label: 'No' },
  { value: 'byDefault', label: 'By default', detail: 'A number may be given' },
  { value: 'always', label: 'Always', detail: 'The database alone gives it' },
] as const

const wholeNumber = /^[+-]?\d+$/

/** An identity without a field that was emptied: absent, not empty. */
export function withNumber(identity: Identity, field: 'start' | 'step', text: string): Identity {
  const { [field]: _before, ...rest } = identity
  return text.trim() === '' ? rest : { ...rest, [field]: text.trim() }
}

export function ColumnIdentity({ table, column }: ColumnPartProps) {
  const { identity } = column
  const at = { table: table.id, column: column.id }
  const name = called(column.name)
  const set = (next: Identity | undefined, label: string) => perform(label, (cx) => setIdentity(cx, at, next))
  const setMode = (mode: Mode) => {
    if (mode === 'none') set(undefined, `Number ${name} by hand`)
    else set({ ...identity, mode }, `Number ${name} automatically`)
  }
  return (
    <>
      <SelectProperty<Mode>
        label="Identity"
        name="Identity: numbers given by the database"
        value={identity?.mode ?? 'none'}
        options={modes}
        onChange={setMode}
      />
      {identity &&
        (['start', 'step'] as const).map((field) => (
          <TextProperty
            key={field}
            label={field === 'start' ? 'Starts at' : 'Step'}
            value={identity[field] ?? ''}
            placeholder="1"
            onCommit={(text) => {
              if (text.trim() === '' || wholeNumber.test(text.trim()))
                set(withNumber(identity, field, text), `Set ${field} of ${name}`)
            }}
          />
        ))}
    </>
  )
}
