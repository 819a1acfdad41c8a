// The options of a script as words of the command line.
import { defaultDdlOptions } from '../core/dialects/options'
import type { DdlOptions } from '../core/dialects/dialect'
import { fail, ok, type Result } from '../core/lib/result'
import { placementsIn } from '../core/model/query'
import { inOrder, type AnyId, type Schema } from '../core/model/schema'
import type { DiagramId } from '../core/model/id'

export interface DdlFlags {
  readonly options: Omit<DdlOptions, 'scope'>
  /** Tables, views and other objects by name; empty: all. */
  readonly only: readonly string[]
  /** One file for each table, into a folder. */
  readonly perTable: boolean
  /** What was said, for a format that knows none of it. */
  readonly said: readonly string[]
}

type Switches = Partial<Omit<DdlOptions, 'scope'>>

const switches: ReadonlyMap<string, Switches> = new Map<string, Switches>([
  ['--if-not-exists', { ifNotExists: true }],
  ['--drop-first', { dropFirst: true }],
  ['--unqualified', { qualifiedNames: false }],
  ['--no-comments', { comments: false }],
  ['--transaction', { transaction: true }],
])

const choices = ['--foreign-keys', '--indexes'] as const
type Choice = (typeof choices)[number]

const isChoice = (word: string): word is Choice => choices.some((known) => known === word)

export const isDdlSwitch = (word: string): boolean => switches.has(word) || word === '--per-table'

export const isDdlValued = (word: string): boolean => isChoice(word) || word === '--only'

function placing(word: Choice, value: string): Result<Switches, string> {
  if (value !== 'inline' && value !== 'separate') return fail(`${word} is inline or separate, not ${value}`)
  return ok(word === '--indexes' ? { indexes: value } : { foreignKeys: value })
}

/** `words` are pairs: a flag and its value, which is empty for a switch. */
export function readDdlFlags(
  words: readonly (readonly [flag: string, value: string])[],
): Result<DdlFlags, string> {
  const { scope: _all, ...usual } = defaultDdlOptions
  let options = usual
  const only: string[] = []
  for (const [flag, value] of words) {
    if (flag === '--only') only.push(value)
    if (!isChoice(flag)) options = { ...options, ...switches.get(flag) }
    else {
      const placed = placing(flag, value)
      if (!placed.ok) return placed
      options = { ...options, ...placed.value }
    }
  }
  const said = words.map(([flag]) => flag)
  const perTable = said.includes('--per-table')
  // Files run one after the other: a table that comes later cannot be referred to yet, and no transaction spans them.
  if (perTable) options = { ...options, foreignKeys: 'separate', transaction: false }
  return ok({ options, only, perTable, said })
}

const named = ['table', 'view', 'enum', 'domain', 'composite', 'sequence', 'routine'] as const

/** Every object of that name, with or without its namespace. */
function idsNamed(schema: Schema, name: string): readonly AnyId[] {
  return named.flatMap((kind) =>
    inOrder<Schema[typeof kind] extends ReadonlyMap<string, infer R> ? R : never>(schema[kind]).flatMap(
      (row) => {
        const namespace = row.namespace && schema.namespace.get(row.namespace)?.name
        return row.name === name || `${namespace ?? ''}.${row.name}` === name ? [row.id] : []
      },
    ),
  )
}

/** What shall be in the script: what was named, else what stands on the diagram, else everything. */
export function scopeFor(
  schema: Schema,
  only: readonly string[],
  diagram: DiagramId | undefined,
): Result<DdlOptions['scope'], string> {
  if (only.length === 0) {
    if (diagram === undefined) return ok('all')
    const placed = [...placementsIn(schema, diagram).values()]
    return ok(new Set<AnyId>(placed.filter(({ hidden }) => !hidden).map(({ object }) => object)))
  }
  const ids = new Set<AnyId>()
  for (const name of only) {
    const found = idsNamed(schema, name)
    if (found.length === 0) return fail(`It has nothing called ${name}`)
    for (const id of found) ids.add(id)
  }
  return ok(ids)
}
