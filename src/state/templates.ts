// A template becomes a document, or part of the one that is open.
import { dialects } from '../core/dialects'
import { insertDocument } from '../core/commands/insert'
import { fail, ok, type Result } from '../core/lib/result'
import { dialectIds, type DialectId, type Target } from '../core/model/target'
import { projectOf, type Schema } from '../core/model/schema'
import { buildTemplate, type TemplateInfo } from '../core/templates'
import { newId } from '../platform/newId'
import { lookAt } from './camera'
import { document } from './document'
import { perform } from './perform'
import { select } from './selection'
import { settings } from './settings'

const isDialect = (id: string): id is DialectId => dialectIds.some((known) => known === id)

/** The database that new documents are written for: the last one chosen on this device. */
export function newTarget(): Target {
  const { dialect, version } = settings.getState().target
  if (!isDialect(dialect)) return { dialect: 'postgres', version: dialects.postgres.versions.at(-1) ?? '' }
  const { versions } = dialects[dialect]
  return { dialect, version: versions.includes(version) ? version : (versions.at(-1) ?? '') }
}

export const setNewTarget = (target: Target): void => {
  settings.setState({ target })
}

/** Fails when the template cannot be fetched: the network is away, or the server has a newer Relata. */
export async function documentFrom(
  info: TemplateInfo,
  target: Target = newTarget(),
): Promise<Result<Schema, 'unreachable'>> {
  try {
    return ok(await buildTemplate(info, { newId, dialect: dialects[target.dialect], target }))
  } catch (error) {
    // A module that cannot be fetched is a TypeError in every browser; anything else is a mistake of ours.
    if (error instanceof TypeError && /import|fetch|module/i.test(error.message)) return fail('unreachable')
    throw error
  }
}

/** Beside what is in the diagram, as one step. */
export async function insertTemplate(info: TemplateInfo): Promise<Result<void, 'unreachable' | 'refused'>> {
  const made = await documentFrom(info, projectOf(document.getState().schema).target)
  if (!made.ok) return made
  const done = perform(`Insert the template ${info.title}`, (cx) => insertDocument(cx, made.value), {
    select: ({ items }) => select(...items),
  })
  if (!done.ok) return fail('refused')
  lookAt({ kind: 'fit', items: new Set(done.value.items) })
  return ok(undefined)
}
