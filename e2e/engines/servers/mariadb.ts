import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import type { Availability } from '../engine'
import { startMysqlLike } from './mysqlLike'
import { enginesDir, findProgram, isPosix, ONLY_SOCKETS } from './place'
import { runAsServer } from './process'
import type { ServerKind, StartedServer } from './server'

const HOW =
  'apt-get install mariadb-server (or brew install mariadb); a server elsewhere: RELATA_MARIADBD=/path/to/mariadbd'

export const mariadbServer: ServerKind = { id: 'mariadb', availability, start }

function program(): string | null {
  return process.env['RELATA_MARIADBD'] ?? findProgram('mariadbd')
}

function availability(): Availability {
  const id = 'mariadb'
  if (!isPosix())
    return {
      id,
      available: false,
      why: ONLY_SOCKETS,
      howToGet: 'run the tests under WSL',
    }
  if (program() === null) return { id, available: false, why: 'no mariadbd on this machine', howToGet: HOW }
  return { id, available: true }
}

async function start(): Promise<StartedServer> {
  const mariadbd = program()
  if (mariadbd === null) throw new Error(HOW)
  const version =
    /Ver (\S+)/.exec(execFileSync(mariadbd, ['--no-defaults', '--version'], { encoding: 'utf8' }))?.[1] ??
    'unknown'
  const install =
    findProgram('mariadb-install-db') ?? join(dirname(mariadbd), '..', 'scripts', 'mariadb-install-db')
  // As distributions configure it, and as version 11 has it; the bare server of 10 would say latin1.
  const unicode = ['--character-set-server=utf8mb4', '--collation-server=utf8mb4_general_ci']
  return startMysqlLike({
    id: 'mariadb',
    template: join(enginesDir(), `mariadb-${version}-data`),
    server: { program: mariadbd, args: ['--no-defaults', ...unicode, '--innodb-log-file-size=16M'] },
    initialize: async (datadir) => {
      const args = [
        '--no-defaults',
        `--datadir=${datadir}`,
        '--auth-root-authentication-method=normal',
        '--skip-test-db',
      ]
      await runAsServer({ program: install, args: [...args, '--innodb-log-file-size=16M'] }, dirname(datadir))
    },
  })
}
