// The same parser in a browser's worker: its bytes are an asset of the build, fetched when a script is first read.
import wasm from 'libpg-query/wasm/libpg-query.wasm?url'
import type { PostgresParser } from '../core/formats/sql/parser'
import { postgresParserOf } from './postgresParser'

let parser: Promise<PostgresParser> | undefined

async function load(): Promise<PostgresParser> {
  const answer = await fetch(wasm)
  if (!answer.ok) throw new Error(`The parser of PostgreSQL could not be loaded (${answer.status})`)
  return postgresParserOf(await answer.arrayBuffer())
}

export function browserPostgresParser(): Promise<PostgresParser> {
  parser ??= load().catch((error: unknown) => {
    // Once more when it is asked for again: a network may come back.
    parser = undefined
    throw error
  })
  return parser
}
