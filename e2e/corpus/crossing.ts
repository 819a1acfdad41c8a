// A schema of one database, written for another: does its engine take all of the script?
import { dialects } from '../../src/core/dialects'
import { defaultDdlOptions } from '../../src/core/dialects/options'
import { ddlWriters, retargeted } from '../../src/core/dialects/writers'
import type { Kind, Row, Schema } from '../../src/core/model/schema'
import type { Target } from '../../src/core/model/target'
import type { EngineId, RunError, Session } from '../engines/engine'

/** What each engine is written for. */
export const engineTargets: Readonly<Record<EngineId, Target>> = {
  postgres18: { dialect: 'postgres', version: '18' },
  postgres14: { dialect: 'postgres', version: '14' },
  sqlite: { dialect: 'sqlite', version: '3' },
  mariadb: { dialect: 'mariadb', version: '10.11' },
  mysql9: { dialect: 'mysql', version: '9' },
}

/** As when a person changes the target of the open document. */
function inWordsOf(target: Target, schema: Schema): Schema {
  const { rows } = retargeted(schema, { target, untold: 'keep' })
  const maps = new Map<Kind, Map<string, Row>>()
  for (const { kind, row } of rows) {
    const map = maps.get(kind) ?? new Map<string, Row>(schema[kind])
    maps.set(kind, map.set(row.id, row))
  }
  // Each record replaces one of its own kind.
  return { ...schema, ...(Object.fromEntries(maps) as Partial<Schema>) }
}

export interface Crossing {
  readonly statements: number
  readonly errors: readonly RunError[]
  readonly notices: number
}

/** Views, routines and triggers are said in the words of their own database: what cannot run there is left out, told. */
export async function cross(schema: Schema, engine: EngineId, session: Session): Promise<Crossing> {
  const target = engineTargets[engine]
  const written = ddlWriters[dialects[target.dialect].id](
    inWordsOf(target, schema),
    target,
    defaultDdlOptions,
  )
  const { done, errors } = await session.run(written.text, { onError: 'continue' })
  return { statements: done + errors.length, errors, notices: written.notices.length }
}
