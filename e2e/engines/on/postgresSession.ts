// What PGlite and a native PostgreSQL have in common.
import type { Catalogue } from '../catalogue'
import type { Row, Session } from '../engine'
import { offsetOfCodePoint, type Complaint } from '../locate'
import { onlyOnce } from '../once'
import { readPostgres } from '../readers/postgres'
import { runScript } from '../runScript'

export interface PostgresConnection {
  /** Simple protocol, one statement. */
  readonly send: (sql: string) => Promise<readonly Row[]>
  readonly close: () => Promise<void>
}

export function postgresSession(connection: PostgresConnection): Session {
  return {
    run: (sql, options) => {
      const execute = (statement: string): Promise<Complaint | null> => executePostgres(connection, statement)
      return runScript({ family: 'postgres', execute }, sql, options)
    },
    query: connection.send,
    catalogue: () => readCatalogue(connection),
    close: onlyOnce(connection.close),
  }
}

async function executePostgres(connection: PostgresConnection, statement: string): Promise<Complaint | null> {
  // Rows are no part of a schema, and a client without rows to send would wait for ever.
  if (/^copy\b[^]*\bfrom\s+stdin\b/i.test(statement)) return null
  try {
    await connection.send(statement)
    return null
  } catch (error) {
    return toComplaint(statement, error)
  }
}

/** Both drivers throw the fields of the server's ErrorResponse as strings. */
function toComplaint(statement: string, error: unknown): Complaint {
  if (!(error instanceof Error)) throw error
  const field = (name: string): string | undefined => {
    const value: unknown = Reflect.get(error, name)
    return typeof value === 'string' ? value : undefined
  }
  const position = field('position')
  const code = field('code')
  if (code === undefined) throw error
  return {
    message: error.message,
    code,
    detail: field('detail'),
    hint: field('hint'),
    at: position === undefined ? undefined : offsetOfCodePoint(statement, Number(position)),
  }
}

/** An empty search_path, so that the engine qualifies every name that it prints, as pg_dump does. */
async function readCatalogue(connection: PostgresConnection): Promise<Catalogue> {
  const before = (await connection.send(`select current_setting('search_path') as path`))[0]?.['path']
  await connection.send(`select set_config('search_path', '', false)`)
  try {
    return await readPostgres(connection.send)
  } finally {
    await connection.send(
      `select set_config('search_path', '${String(before).replaceAll("'", "''")}', false)`,
    )
  }
}
