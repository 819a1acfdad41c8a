// The script that makes what a catalogue holds.
import type { DialectId } from '../../../model/target'
import { textOf, type Facts } from '../facts'
import { mysqlScript } from './mysql'
import { homeOf } from './mysqlWords'
import { oracleScript } from './oracle'
import { postgresScript } from './postgres'
import { redshiftScript } from './redshift'
import { sqliteScript } from './sqlite'
import { sqlserverScript } from './sqlserver'
import type { Rebuilt } from './words'

interface Answer {
  readonly dialect: DialectId
  readonly head: Facts
  /** Where each row of the answer is one object. */
  readonly rows: readonly Facts[]
}

const mysqlOf = ({ head, dialect }: Answer): Rebuilt =>
  mysqlScript(head, homeOf(textOf(head, 'database'), dialect === 'mariadb'))

/** Bodies hold semicolons of their own: MySQL's clients are told another end for them. */
const delimited = (sql: string): string =>
  /^CREATE (?:TRIGGER|FUNCTION|PROCEDURE|PACKAGE|EVENT)\b/.test(sql)
    ? `DELIMITER ;;\n${sql}\n;;\nDELIMITER ;\n`
    : `${sql};\n`

/** The mark stands on a line of its own, for a statement may end in a comment. */
function closed(text: string): string {
  const sql = text.replace(/;$/, '')
  return /--[^\n]*$/.test(sql) ? `${sql}\n;\n` : `${sql};\n`
}

interface Tongue {
  readonly rebuild: (answer: Answer) => Rebuilt
  readonly end: (sql: string) => string
}

const postgres: Tongue = { rebuild: ({ head }) => postgresScript(head), end: closed }
const mysql: Tongue = { rebuild: mysqlOf, end: delimited }

const tongues: Readonly<Record<DialectId, Tongue>> = {
  postgres,
  'aurora-postgres': postgres,
  redshift: { rebuild: ({ rows }) => redshiftScript(rows), end: closed },
  mysql,
  'aurora-mysql': mysql,
  mariadb: mysql,
  sqlite: { rebuild: ({ head }) => sqliteScript(head), end: closed },
  sqlserver: { rebuild: ({ head }) => sqlserverScript(head), end: (sql) => `${sql}\nGO\n` },
  oracle: { rebuild: ({ head }) => oracleScript(head), end: (sql) => `${sql}\n/\n` },
}

export function scriptOf(answer: Answer): { readonly text: string; readonly unread: readonly string[] } {
  const { rebuild, end } = tongues[answer.dialect]
  const { statements, unread } = rebuild(answer)
  return { text: statements.map((sql) => end(sql.trimEnd())).join('\n'), unread }
}
