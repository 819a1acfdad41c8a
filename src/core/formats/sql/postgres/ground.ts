// What a reader of one statement stands on: its words, its node, and somebody to tell about what it had to leave aside.
import type { DialectId } from '../../../model/target'
import type { DialectOption } from '../../../model/records'
import type { Remark, Said, Spot } from '../statement'
import { bodies, flag, node, number, pathOf, strings, text, unwrap, type Node } from './nodes'
import type { Words } from './words'

export interface Ground {
  readonly words: Words
  readonly dialect: DialectId
  readonly tell: (remark: Remark) => void
}

/** A statement is about the whole text that it was read from, unless it names its own place. */
export type Reading = Said & { readonly at?: Spot }

export const keep = (why: string, about?: Extract<Said, { kind: 'keep' }>['about']): Reading =>
  about ? { kind: 'keep', why, about } : { kind: 'keep', why }

export const nothing = (what: string): Reading => ({ kind: 'nothing', what })

/** Fields with no value are left out: `undefined` says something else than absence. */
export const some = <K extends string, const V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V })

export const unlessEmpty = <T>(items: readonly T[]): readonly T[] | undefined =>
  items.length === 0 ? undefined : items

const queries = new Set(['SELECT', 'WITH', 'VALUES', 'TABLE'])

/** What the bracket at `open` holds, without the further brackets that only repeat it. */
export function bracketed(words: Words, open: number): string {
  let at = open
  while (words.upper(at + 1) === '(' && words.close(at + 1) === words.close(at) - 1) {
    if (queries.has(words.upper(at + 2))) break
    at++
  }
  return words.content(at)
}

/** Token range as the author wrote it, without brackets around the whole. */
export function bare(words: Words, from: number, to: number): string {
  const isWrapped = words.upper(from) === '(' && words.close(from) === to - 1
  return isWrapped && !queries.has(words.upper(from + 1)) ? bracketed(words, from) : words.slice(from, to)
}

const cleanValue = /^(?:-?[A-Za-z0-9_.]+)$/

/** The value of an option as SQL: `70`, `on`, `'a b'`. */
export function optionValue(option: Node): string {
  const [kind, body] = unwrap(option['arg'])
  if (kind === '') return 'true'
  if (kind === 'Integer') return String(number(body, 'ival'))
  if (kind === 'Float') return text(body, 'fval')
  if (kind === 'Boolean') return String(flag(body, 'boolval'))
  if (kind === 'TypeName') return strings(body, 'names').at(-1) ?? ''
  if (kind === 'List') return pathOf(option['arg']).join('.')
  const value = text(body, 'sval')
  return cleanValue.test(value) ? value : `'${value.replaceAll("'", "''")}'`
}

export const optionName = (option: Node): string => {
  const space = text(option, 'defnamespace')
  return (space === '' ? '' : `${space}.`) + text(option, 'defname')
}

/** WITH (fillfactor = 70): storage parameters. `oids` says nothing any more. */
export const storage = (at: Node, key: string, { dialect }: Ground): readonly DialectOption[] =>
  bodies(at, key, 'DefElem')
    .filter((option) => text(option, 'defname') !== 'oids')
    .map((option) => ({ dialect, name: optionName(option), value: optionValue(option) }))

const homes: ReadonlySet<string> = new Set(['public', 'pg_catalog'])

const plainName = /^[a-z_][a-z0-9_$]*$/
export const spelled = (name: string): string =>
  plainName.test(name) ? name : `"${name.replaceAll('"', '""')}"`

/** An operator class or a collation: a path where its home is not one that everybody sees. */
export function pathName(at: Node, key: string): string | undefined {
  const path = strings(at, key)
  const home = path.at(-2)
  const name = path.at(-1)
  if (name === undefined) return undefined
  return home === undefined || homes.has(home) ? name : `${spelled(home)}.${spelled(name)}`
}

export function collationOf(at: Node): string | undefined {
  const name = pathName(node(at, 'collClause'), 'collname')
  return name === 'default' ? undefined : name
}
