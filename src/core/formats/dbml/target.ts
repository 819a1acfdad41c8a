// The databases as DBML calls them.
import { dialects } from '../../dialects'
import { dialectIds, type DialectId, type Target } from '../../model/target'

/** "PostgreSQL 18", "mysql", "MSSQL": the target that a project names. */
export function targetNamed(text: string): Target | undefined {
  const [, words = '', version = ''] = /^\s*(.*?)\s*(\d[\w.]*)?\s*$/s.exec(text) ?? []
  const plain = words.toLowerCase().replaceAll(/[^a-z]/g, '')
  const id = dialectIds.find((one) => dialects[one].label.toLowerCase().replaceAll(/[^a-z]/g, '') === plain)
  const dialect: DialectId | undefined = id ?? otherNames.get(plain)
  if (dialect === undefined) return undefined
  const { versions } = dialects[dialect]
  return { dialect, version: versions.includes(version) ? version : (versions.at(-1) ?? '') }
}

const otherNames: ReadonlyMap<string, DialectId> = new Map([
  ['postgres', 'postgres'],
  ['postgre', 'postgres'],
  ['pg', 'postgres'],
  ['psql', 'postgres'],
  ['mssql', 'sqlserver'],
  ['mssqlserver', 'sqlserver'],
  ['microsoftsqlserver', 'sqlserver'],
  ['tsql', 'sqlserver'],
  ['azuresql', 'sqlserver'],
  ['oracledatabase', 'oracle'],
  ['oraclesql', 'oracle'],
  ['sqlitethree', 'sqlite'],
  ['redshift', 'redshift'],
  ['auroramysql', 'aurora-mysql'],
  ['aurorapostgresql', 'aurora-postgres'],
])
