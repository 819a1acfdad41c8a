// Which engine proves which target.
import type { EngineId } from '../../../../e2e/engines/engine'
import type { DialectId } from '../../model/target'

export const engineTargets: readonly (readonly [EngineId, DialectId])[] = [
  ['postgres18', 'postgres'],
  ['postgres14', 'postgres'],
  ['sqlite', 'sqlite'],
  ['mariadb', 'mariadb'],
  ['mysql9', 'mysql'],
]

export const versionOf: Readonly<Record<EngineId, string>> = {
  postgres18: '18',
  postgres14: '14',
  sqlite: '3',
  mariadb: '10.11',
  mysql9: '9',
}
