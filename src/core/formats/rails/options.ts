// Options of a call, as the kinds of value that one expects there.
import type { Call, Value } from './parse'

export type Options = ReadonlyMap<string, Value>

export function textOf(value: Value | undefined): string | undefined {
  if (!value || value.kind === 'list' || value.kind === 'hash') return undefined
  return value.kind === 'word' && value.text === 'nil' ? undefined : value.text
}

export const isTrue = (value: Value | undefined): boolean => value?.kind === 'word' && value.text === 'true'
export const isFalse = (value: Value | undefined): boolean => value?.kind === 'word' && value.text === 'false'
export const isNil = (value: Value | undefined): boolean => value?.kind === 'word' && value.text === 'nil'

export function numberOf(value: Value | undefined): number | undefined {
  const number = value?.kind === 'number' ? Number(value.text) : NaN
  return Number.isNaN(number) ? undefined : number
}

/** A list, or the one that stands for a list of one. */
export function textsOf(value: Value | undefined): readonly string[] {
  const items = value?.kind === 'list' ? value.items : value ? [value] : []
  return items.flatMap((item) => textOf(item) ?? [])
}

/** `order: { a: :desc }` or `order: :desc` for every column. */
export function perColumn(value: Value | undefined, column: string): Value | undefined {
  return value?.kind === 'hash' ? value.entries.get(column) : value
}

export const firstText = (call: Call): string | undefined => textOf(call.args[0])
