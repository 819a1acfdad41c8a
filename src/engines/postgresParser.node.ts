// The same parser where there is a file system: in tests and on the command line.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { PostgresParser } from '../core/formats/sql/parser'
import { postgresParserOf } from './postgresParser'

let parser: Promise<PostgresParser> | undefined

export const nodePostgresParser = (): Promise<PostgresParser> =>
  (parser ??= readFile(createRequire(import.meta.url).resolve('libpg-query/wasm/libpg-query.wasm')).then(
    postgresParserOf,
  ))
