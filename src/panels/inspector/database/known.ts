// Words that databases know, for the lists of the forms; any other may be written.
import { kindOfId } from '../../../core/model/id'
import type { Grantable } from '../../../core/model/records'
import type { DialectId } from '../../../core/model/target'
import type { ComboboxGroup } from '../../../ui'

/** PostgreSQL's own (appendix F of its manual) and the widest spread of the others. */
export const knownExtensions: readonly ComboboxGroup[] = [
  {
    label: 'Types',
    options: [
      { value: 'citext', detail: 'Text without regard to case' },
      { value: 'hstore', detail: 'Keys and values' },
      { value: 'ltree', detail: 'Paths in trees' },
      { value: 'cube', detail: 'Points in many dimensions' },
      { value: 'postgis', detail: 'Places and shapes' },
      { value: 'vector', detail: 'Embeddings' },
    ],
  },
  {
    label: 'Functions',
    options: [
      { value: 'pgcrypto', detail: 'Hashes and ciphers' },
      { value: 'uuid-ossp', detail: 'UUIDs' },
      { value: 'unaccent', detail: 'Text without accents' },
      { value: 'fuzzystrmatch', detail: 'Words that sound alike' },
      { value: 'tablefunc', detail: 'Pivot tables' },
      { value: 'intarray', detail: 'Arrays of numbers' },
    ],
  },
  {
    label: 'Indexes and keeping watch',
    options: [
      { value: 'pg_trgm', detail: 'Search in the middle of words' },
      { value: 'btree_gist', detail: 'Scalars in GiST, for exclusions' },
      { value: 'btree_gin', detail: 'Scalars in GIN' },
      { value: 'bloom', detail: 'Many columns at once' },
      { value: 'pg_stat_statements', detail: 'Which queries take long' },
      { value: 'postgres_fdw', detail: 'Tables of other servers' },
    ],
  },
]

const postgresAttributes = [
  'LOGIN',
  'NOLOGIN',
  'SUPERUSER',
  'CREATEDB',
  'CREATEROLE',
  'INHERIT',
  'NOINHERIT',
  'REPLICATION',
  'BYPASSRLS',
  'CONNECTION LIMIT 10',
]

/** What may stand behind CREATE ROLE name. */
export const roleAttributes: Partial<Readonly<Record<DialectId, readonly string[]>>> = {
  postgres: postgresAttributes,
  'aurora-postgres': postgresAttributes,
  oracle: ['NOT IDENTIFIED', 'IDENTIFIED EXTERNALLY'],
  sqlserver: ['AUTHORIZATION dbo'],
  mariadb: ['WITH ADMIN CURRENT_USER'],
}

const onTables = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']

const byKind: Readonly<Record<string, readonly string[]>> = {
  table: onTables,
  view: onTables,
  sequence: ['USAGE', 'SELECT', 'UPDATE'],
  namespace: ['USAGE', 'CREATE'],
  routine: ['EXECUTE'],
}

export const privilegesOn = (on: Grantable): readonly string[] => byKind[kindOfId(on) ?? ''] ?? ['USAGE']
