// When a constraint is checked, and whether at all.
import type { Feature } from '../../../core/dialects/write/features'
import type { Enforcement } from '../../../core/model/records'
import { SelectProperty } from './fields'
import { Held } from './Held'

export interface EnforcementPatch {
  readonly deferrable?: Enforcement['deferrable'] | undefined
  readonly state?: Enforcement['state'] | undefined
}

export interface EnforcementProps {
  readonly value: Enforcement
  /** Databases may defer one and not the other. */
  readonly of?: 'key' | 'foreignKey' | 'check'
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

const needs = {
  key: { deferrable: ['deferrableKeys'], state: ['notValid'] },
  check: { deferrable: ['deferrableKeys'], state: ['notValid', 'notEnforcedChecks'] },
  foreignKey: { deferrable: ['deferrableForeignKeys'], state: ['notValid', 'notEnforced'] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly Feature[]>>>>

export function EnforcementFields({ value, of = 'key', onChange }: EnforcementProps) {
  return (
    <>
      <Held by={needs[of].deferrable} isSet={value.deferrable !== undefined}>
        <SelectProperty
          label="Checked"
          value={value.deferrable ?? 'atOnce'}
          options={checked}
          onChange={(next) => {
            onChange({ deferrable: next === 'atOnce' ? undefined : next })
          }}
        />
      </Held>
      <Held by={needs[of].state} isSet={value.state !== undefined}>
        <SelectProperty
          label="Enforced"
          value={value.state ?? 'enforced'}
          options={states}
          onChange={(next) => {
            onChange({ state: next === 'enforced' ? undefined : next })
          }}
        />
      </Held>
    </>
  )
}
