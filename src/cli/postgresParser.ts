// The same parser where there is a file system: in tests and on the command line.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { PostgresParser } from '../core/formats/sql/parser'
import { postgresParserOf } from '../engines/postgresParser'

/** The packed command line has it beside itself. */
function place(): string {
  const beside = fileURLToPath(new URL('./libpg-query.wasm', import.meta.url))
  return existsSync(beside)
    ? beside
    : createRequire(import.meta.url).resolve('libpg-query/wasm/libpg-query.wasm')
}

let parser: Promise<PostgresParser> | undefined

export const nodePostgresParser = (): Promise<PostgresParser> =>
  (parser ??= readFile(place()).then(postgresParserOf))
