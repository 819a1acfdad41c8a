// The contract: a real engine gives fresh, empty databases; a session runs a script as the engine's own
// command-line client would and reads the catalogue back.
import type { Catalogue } from './catalogue'

export type EngineId = 'postgres18' | 'postgres14' | 'sqlite' | 'mariadb' | 'mysql9'

export const ENGINE_IDS: readonly EngineId[] = ['postgres18', 'postgres14', 'sqlite', 'mariadb', 'mysql9']

export type Family = 'postgres' | 'mysql' | 'sqlite'

export interface Engine {
  readonly id: EngineId
  readonly family: Family
  /** As the engine spells it: '18.6', '10.11.19-MariaDB…'. */
  version(): Promise<string>
  /** An empty database of its own. Close it: everything that its scripts made goes with it. */
  fresh(): Promise<Session>
}

export type Row = Readonly<Record<string, unknown>>

export interface Session {
  /** Statement by statement; stops at the first error unless told to go on. */
  run(sql: string, options?: RunOptions): Promise<RunResult>
  query(sql: string): Promise<readonly Row[]>
  catalogue(): Promise<Catalogue>
  close(): Promise<void>
}

export interface RunOptions {
  readonly onError?: 'stop' | 'continue'
}

export interface RunResult {
  readonly ok: boolean
  /** How many statements succeeded. */
  readonly done: number
  readonly errors: readonly RunError[]
}

export interface RunError {
  /** The statement that failed, whole. */
  readonly statement: string
  readonly message: string
  readonly code: string | null
  readonly detail: string | null
  readonly hint: string | null
  /** Where in the script: offset in UTF-16 units, line and column from 1. The statement's start if the engine is silent. */
  readonly offset: number
  readonly line: number
  readonly column: number
}

export type Availability =
  | { readonly id: EngineId; readonly available: true }
  | { readonly id: EngineId; readonly available: false; readonly why: string; readonly howToGet: string }
