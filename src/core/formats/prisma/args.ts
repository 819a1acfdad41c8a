// What an attribute was given, asked for by name or by place.
import type { Argument, Attribute, Value } from './parse'

export const attributeOf = (
  owner: { readonly attributes: readonly Attribute[] },
  name: string,
): Attribute | undefined => owner.attributes.find((one) => one.name === name)

export const argumentOf = (attribute: Attribute | undefined, name: string): Value | undefined =>
  attribute?.args.find((one) => one.name === name)?.value

/** The first argument without a name, or the one of this name. */
export const mainOf = (attribute: Attribute | undefined, name: string): Value | undefined =>
  argumentOf(attribute, name) ?? attribute?.args.find((one) => one.name === '')?.value

export function wordOf(value: Value | undefined): string | undefined {
  if (!value || value.kind === 'list') return undefined
  return value.kind === 'call' ? value.name : value.text
}

/** A field in `[a, b(sort: Desc, length: 10)]`. */
export interface FieldUse {
  readonly name: string
  readonly args: readonly Argument[]
}

export function fieldsOf(value: Value | undefined): readonly FieldUse[] {
  const items = value?.kind === 'list' ? value.items : value ? [value] : []
  return items.flatMap((item): FieldUse[] => {
    if (item.kind === 'list') return []
    return item.kind === 'call' ? [{ name: item.name, args: item.args }] : [{ name: item.text, args: [] }]
  })
}

/** As it was written, near enough: for properties that keep what no database holds. */
export function spelled(value: Value): string {
  const list = (args: readonly Argument[]) =>
    args.map((one) => (one.name === '' ? '' : `${one.name}: `) + spelled(one.value)).join(', ')
  switch (value.kind) {
    case 'string':
      return JSON.stringify(value.text)
    case 'word':
    case 'number':
      return value.text
    case 'list':
      return `[${value.items.map(spelled).join(', ')}]`
    case 'call':
      return `${value.name}(${list(value.args)})`
  }
}
