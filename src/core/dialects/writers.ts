// The writers of DDL, apart from the rest of the dialects: names and types are needed at once, these only in a worker
// or on the command line.
import { projectOf, type Schema } from '../model/schema'
import { dialectIds, type DialectId, type Target } from '../model/target'
import type { Way } from '../model/ways'
import type { DdlWriter, SmartColumns } from './dialect'
import { mysqlRules } from './mysql/ddl'
import { auroraMysqlRules } from './mysql/aurora'
import { mariadbRules } from './mysql/mariadb'
import { mariadbSmart, mysqlSmart } from './mysql/smart'
import { oracleRules } from './oracle/ddl'
import { oracleSmart } from './oracle/smart'
import { auroraPostgresRules } from './postgres/aurora'
import { postgresRules } from './postgres/ddl'
import { redshiftRules } from './postgres/redshift'
import { postgresSmart, redshiftSmart } from './postgres/smart'
import { sqliteRules } from './sqlite/ddl'
import { sqliteSmart } from './sqlite/smart'
import { sqlserverRules } from './sqlserver/ddl'
import { sqlserverSmart } from './sqlserver/smart'
import { retarget, type Retargeted, type RetargetGiven } from './retarget/retarget'
import { defaultDdlOptions } from './options'
import { tongues } from './tongues'
import { joinOf } from './write/join'
import { Pen } from './write/pen'
import type { DdlRules, Features } from './write/rules'
import { makeWriter } from './writer'

interface Writing {
  /** Rules may differ by version. */
  readonly rules: (target: Target) => DdlRules
  readonly smart: SmartColumns
}

const writing: Readonly<Record<DialectId, Writing>> = {
  postgres: { rules: () => postgresRules, smart: postgresSmart },
  mysql: { rules: () => mysqlRules, smart: mysqlSmart },
  mariadb: { rules: () => mariadbRules, smart: mariadbSmart },
  sqlite: { rules: () => sqliteRules, smart: sqliteSmart },
  sqlserver: { rules: () => sqlserverRules, smart: sqlserverSmart },
  oracle: { rules: oracleRules, smart: oracleSmart },
  'aurora-postgres': { rules: () => auroraPostgresRules, smart: postgresSmart },
  'aurora-mysql': { rules: () => auroraMysqlRules, smart: mysqlSmart },
  redshift: { rules: () => redshiftRules, smart: redshiftSmart },
}

// The entries of a record that is exhaustive over the targets.
export const ddlWriters = Object.fromEntries(
  dialectIds.map((id) => [id, makeWriter(writing[id].rules, writing[id].smart)]),
) as Readonly<Record<DialectId, DdlWriter>>

/** What a target has and lacks, as its writer takes it. */
export const featuresOf = (target: Target): Features => writing[target.dialect].rules(target).features(target)

/** The document as it will be when it is written for another target, and all that changes by it. */
export const retargeted = (schema: Schema, given: RetargetGiven): Retargeted =>
  retarget(schema, given, {
    rules: writing[given.target.dialect].rules(given.target),
    writers: ({ dialect }) => ddlWriters[dialect],
  })

/** The query over a way of relations, for the document's own target. */
export function joinText(schema: Schema, way: Way): string | undefined {
  const { target } = projectOf(schema)
  const rules = writing[target.dialect].rules(target)
  const given = { schema, target, rules, options: defaultDdlOptions, included: 'all' } as const
  return joinOf(new Pen({ ...given, tongue: (id) => tongues[id] }), way)
}
