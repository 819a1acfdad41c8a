// The question to a running database: one read-only statement for each kind of it, and how to run it.
import type { DialectId } from '../../../model/target'
import { mariadbQuery, mysqlQuery } from './mysql'
import { oracleQuery } from './oracle'
import { postgresQuery } from './postgres'
import { redshiftQuery } from './redshift'
import { sqliteQuery } from './sqlite'
import { sqlserverQuery } from './sqlserver'

/** What the answer says of the question that it answers. */
export const queryVersion = 1

/** The key that every answer begins with. */
export const queryMark = 'relataCatalogue'

export interface CatalogueQuery {
  readonly sql: string
  /** How to run it and take the answer along, in a line or two. */
  readonly hint: string
  /** The way that cannot cut a long answer. */
  readonly command: string
}

const postgresHint =
  'Run it in any client and copy the one value of the answer. In DBeaver and DataGrip export the result as JSON or CSV where it is large.'

const mysqlHint =
  'Choose the database first (USE name). Then run it and copy the one value; export the result as JSON or CSV where it is large.'

const postgres: CatalogueQuery = {
  sql: postgresQuery,
  hint: postgresHint,
  command: 'psql -At -d DATABASE -f catalogue.sql -o catalogue.json',
}

const mysql: CatalogueQuery = {
  sql: mysqlQuery,
  hint: mysqlHint,
  command: 'mysql -N --raw DATABASE < catalogue.sql > catalogue.json',
}

export const catalogueQueries: Readonly<Record<DialectId, CatalogueQuery>> = {
  postgres,
  'aurora-postgres': postgres,
  redshift: {
    sql: redshiftQuery,
    hint: 'Each row is one object: copy all rows, or export them as CSV. Turn off the limit of rows in the query editor.',
    command: 'psql -At -d DATABASE -f catalogue.sql -o catalogue.json',
  },
  mysql,
  'aurora-mysql': mysql,
  mariadb: {
    sql: mariadbQuery,
    hint: mysqlHint,
    command: 'mariadb -N --raw DATABASE < catalogue.sql > catalogue.json',
  },
  sqlite: {
    sql: sqliteQuery,
    hint: 'Run it in any client and copy the one value of the answer.',
    command: 'sqlite3 FILE < catalogue.sql > catalogue.json',
  },
  sqlserver: {
    sql: sqlserverQuery,
    hint: 'The answer may come in several rows: copy all of them. In Management Studio click the link of the result and copy what opens.',
    command: 'sqlcmd -d DATABASE -i catalogue.sql -y 0 -o catalogue.json',
  },
  oracle: {
    sql: oracleQuery,
    hint: 'It answers for the user that you are. SQL*Plus and SQL Developer cut long values: in them, SET LONG 100000000 LONGCHUNKSIZE 32767 LINESIZE 32767 PAGESIZE 0 comes first.',
    command: 'sqlplus -S USER@DATABASE < catalogue.sql > catalogue.json',
  },
}
