// What leaves Relata: the question that each kind of export asks, and what comes back.
import type { Ddl, DdlOptions } from '../core/dialects/dialect'
import { dialects } from '../core/dialects'
import { ok, type Result } from '../core/lib/result'
import { placementsIn } from '../core/model/query'
import { projectOf, type AnyId, type Schema } from '../core/model/schema'
import { dialectIds, type DialectId, type Target } from '../core/model/target'
import type { CallError } from '../workers/client'
import type { ExportChoices, ExportScope } from './exportChoices'
import type { Question } from './live'
import { currentDiagram } from './perform'
import { texts } from './texts'
import { view } from './view'

const isDialectId = (id: string): id is DialectId => dialectIds.some((known) => known === id)

export const targetText = ({ dialect, version }: Target): string => `${dialect}/${version}`

/** What was chosen, if it still exists; else what the document is for. */
export function targetOf(chosen: string, schema: Schema): Target {
  const [dialect = '', version = ''] = chosen.split('/')
  const isKnown = isDialectId(dialect) && dialects[dialect].versions.includes(version)
  return isKnown ? { dialect, version } : projectOf(schema).target
}

/** Nothing selected: there is nothing to leave out. */
export function objectsIn(schema: Schema, scope: ExportScope): ReadonlySet<AnyId> | 'all' {
  const { items } = view.getState().selection
  if (scope === 'selection' && items.size > 0) return items
  if (scope !== 'diagram') return 'all'
  const placed = [...placementsIn(schema, currentDiagram(schema)).values()]
  return new Set(placed.filter(({ hidden }) => !hidden).map(({ object }) => object))
}

export const ddlOptions = (choices: ExportChoices, schema: Schema): DdlOptions => ({
  scope: objectsIn(schema, choices.scope),
  ifNotExists: choices.ifNotExists,
  dropFirst: choices.dropFirst,
  qualifiedNames: choices.qualifiedNames,
  // A file of its own for a table: a table that comes later cannot be referred to yet.
  foreignKeys: choices.onePerTable ? 'separate' : choices.foreignKeys,
  indexes: choices.indexes,
  comments: choices.comments,
  transaction: choices.transaction,
})

const plain = (text: string): Ddl => ({ text, statements: [], notices: [] })

async function relata(schema: Schema): Promise<Result<Ddl, CallError>> {
  const result = await texts.relata(schema)
  return result.ok ? ok(plain(result.value)) : result
}

/** The text of an export with its statements and notices; texts other than SQL have none. */
export function textQuestion(choices: ExportChoices): Question<Ddl> {
  if (choices.what === 'relata') return relata
  return (schema) => texts.sql(schema, targetOf(choices.target, schema), ddlOptions(choices, schema))
}
