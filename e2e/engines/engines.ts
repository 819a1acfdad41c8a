// The engines that tests can ask, and which of them this machine has.
import { ENGINE_IDS, type Availability, type Engine, type EngineId } from './engine'
import { mariadb, mysql9 } from './on/mysqlLike'
import { postgres14 } from './on/postgres14'
import { postgres18 } from './on/postgres18'
import { sqlite } from './on/sqlite'
import { SERVERS } from './servers/host'

export const ENGINES: Readonly<Record<EngineId, Engine>> = { postgres18, postgres14, sqlite, mariadb, mysql9 }

/** Looks, but starts nothing. */
export function availableEngines(): readonly Availability[] {
  return ENGINE_IDS.map(availability)
}

export function availability(id: EngineId): Availability {
  return id === 'postgres18' || id === 'sqlite' ? { id, available: true } : SERVERS[id].availability()
}
