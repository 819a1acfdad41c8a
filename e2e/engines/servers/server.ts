// A kind of server that tests can start: whether it can be had here, and how it is started.
import type { Availability } from '../engine'
import type { RunningServer } from './process'

export type ServerId = 'postgres14' | 'mariadb' | 'mysql9'

export interface ServerKind {
  readonly id: ServerId
  readonly availability: () => Availability
  readonly start: () => Promise<StartedServer>
}

export interface StartedServer extends RunningServer {
  /** A folder for PostgreSQL, a file for MySQL and MariaDB; the account that may do everything has no password. */
  readonly socket: string
}
