// Numbers that the database gives by itself.
import { setIdentity } from '../../../core/commands/column'
import type { Identity } from '../../../core/model/records'
import { perform } from '../../../state/perform'
import { called } from '../current'
import { CheckProperty, SelectProperty, TextProperty } from '../fields/fields'
import { Held } from '../fields/Held'
import type { ColumnPartProps } from './ColumnDetails'

type Mode = 'none' | Identity['mode']

const modes = [
  { value: 'none', label: 'No' },
  { value: 'byDefault', label: 'By default', detail: 'A number may be given' },
  { value: 'always', label: 'Always', detail: 'The database alone gives it' },
] as const

const wholeNumber = /^[+-]?\d+$/

type NumberField = 'start' | 'step' | 'min' | 'max' | 'cache'

const numbers: Readonly<Record<NumberField, string>> = {
  start: 'Starts at',
  step: 'Step',
  min: 'Least',
  max: 'Most',
  cache: 'Cache',
}

/** What few databases know, and fewer people set. */
const bounds: readonly NumberField[] = ['min', 'max', 'cache']

/** An identity without a field that was emptied: absent, not empty. */
export function withNumber(identity: Identity, field: NumberField, text: string): Identity {
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
      {identity && (
        <>
          {(['start', 'step'] as const).map((field) => (
            <IdentityNumber key={field} {...{ identity, field, name, set }} />
          ))}
          <Held
            by="identityBounds"
            isSet={identity.cycle === true || bounds.some((field) => identity[field] !== undefined)}
          >
            {bounds.map((field) => (
              <IdentityNumber key={field} {...{ identity, field, name, set }} />
            ))}
            <CheckProperty
              label="Begins anew at its end"
              isChecked={identity.cycle ?? false}
              onChange={(is) => {
                const { cycle: _before, ...rest } = identity
                set(is ? { ...rest, cycle: true } : rest, `Set what follows the last number of ${name}`)
              }}
            />
          </Held>
        </>
      )}
    </>
  )
}

interface IdentityNumberProps {
  readonly identity: Identity
  readonly field: NumberField
  readonly name: string
  readonly set: (next: Identity, label: string) => void
}

function IdentityNumber({ identity, field, name, set }: IdentityNumberProps) {
  return (
    <TextProperty
      label={numbers[field]}
      value={identity[field] ?? ''}
      placeholder={field === 'start' || field === 'step' ? '1' : 'As the database'}
      onCommit={(text) => {
        if (text.trim() === '' || wholeNumber.test(text.trim()))
          set(withNumber(identity, field, text), `Set ${numbers[field].toLowerCase()} of ${name}`)
      }}
    />
  )
}
