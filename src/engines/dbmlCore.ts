// @dbml/core as a second opinion: its parsers know other corners of SQL than ours. It is large, so it comes only when a
// text is asked about that ours found nothing in.
import { importer } from '@dbml/core'
import type { SecondOpinion } from '../core/formats/format'

/** What it calls its parsers; it has none for SQLite and Redshift. */
const parsers: Readonly<
  Partial<Record<Parameters<SecondOpinion>[1], Parameters<typeof importer.import>[1]>>
> = {
  postgres: 'postgres',
  'aurora-postgres': 'postgres',
  redshift: 'postgres',
  mysql: 'mysql',
  mariadb: 'mysql',
  'aurora-mysql': 'mysql',
  sqlserver: 'mssql',
  oracle: 'oracle',
  snowflake: 'snowflake',
}

export const dbmlCore: SecondOpinion = (text, language) => {
  const parser = parsers[language]
  if (parser === undefined) return undefined
  try {
    return importer.import(text, parser)
  } catch {
    // It throws at the first thing that it does not know: then it has no opinion.
    return undefined
  }
}
