// When a constraint is checked, and whether at all.
import type { Enforcement } from '../../../core/model/records'
import { SelectProperty } from './fields'

export interface EnforcementPatch {
  readonly deferrable?: Enforcement['deferrable'] | undefined
  readonly state?: Enforcement['state'] | undefined
}

export interface EnforcementProps {
  readonly value: Enforcement
  readonly onChange: (patch: EnforcementPatch) => void
}

const checked = [
  { value: 'atOnce', label: 'At once' },
  { value: 'initiallyImmediate', label: 'At once, can be deferred' },
  { value: 'initiallyDeferred', label: 'At the end' },
] as const

const states = [
  { value: 'enforced', label: 'Enforced' },
  { value: 'notValidated', label: 'New rows only', detail: 'Old rows were not checked' },
  { value: 'notEnforced', label: 'Not enforced', detail: 'A promise only' },
] as const

export function EnforcementFields({ value, onChange }: EnforcementProps) {
  return (
    <>
      <SelectProperty
        label="Checked"
        value={value.deferrable ?? 'atOnce'}
        options={checked}
        onChange={(next) => {
          onChange({ deferrable: next === 'atOnce' ? undefined : next })
        }}
      />
      <SelectProperty
        label="Enforced"
        value={value.state ?? 'enforced'}
        options={states}
        onChange={(next) => {
          onChange({ state: next === 'enforced' ? undefined : next })
        }}
      />
    </>
  )
}
