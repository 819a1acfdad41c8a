// MySQL 9 from the machine itself, or from the folder that mysql9.sh fills with Debian's packages. That folder is
// no running system: the server is started from it with its own loader and libraries, without root and without chroot.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Availability } from '../engine'
import { startMysqlLike } from './mysqlLike'
import { enginesDir, findProgram, isPosix, ONLY_SOCKETS } from './place'
import { runAsServer, type Command } from './process'
import type { ServerKind, StartedServer } from './server'

const HOW =
  'sudo sh e2e/engines/mysql9.sh (Debian; a minute, 0.7 GB); a server elsewhere: RELATA_MYSQLD=/path/to/mysqld'

export const mysql9Server: ServerKind = { id: 'mysql9', availability, start }

function availability(): Availability {
  const id = 'mysql9'
  if (!isPosix())
    return {
      id,
      available: false,
      why: ONLY_SOCKETS,
      howToGet: 'run the tests under WSL',
    }
  if (findServer() === null) return { id, available: false, why: 'no MySQL 9 on this machine', howToGet: HOW }
  return { id, available: true }
}

function findServer(): Command | null {
  const folder = join(enginesDir(), 'mysql9')
  if (existsSync(join(folder, 'usr/sbin/mysqld'))) return fromFolder(folder)
  const mysqld = process.env['RELATA_MYSQLD'] ?? findProgram('mysqld')
  return mysqld !== null && isMysql9(mysqld) ? { program: mysqld, args: ['--no-defaults'] } : null
}

/** MariaDB installs a mysqld of its own. */
function isMysql9(mysqld: string): boolean {
  const said = spawnSync(mysqld, ['--no-defaults', '--version'], { encoding: 'utf8' })
  return said.status === 0 && /Ver 9\./.test(said.stdout) && !said.stdout.includes('MariaDB')
}

function fromFolder(folder: string): Command {
  const libraries = readdirSync(join(folder, 'usr/lib')).filter((name) => name.endsWith('-linux-gnu'))
  const searched = libraries.flatMap((name) => [
    join(folder, 'usr/lib', name),
    join(folder, 'usr/lib', name, 'mysql/private'),
  ])
  return {
    program: findLoader(folder, libraries),
    args: [
      '--library-path',
      searched.join(':'),
      join(folder, 'usr/sbin/mysqld'),
      '--no-defaults',
      `--basedir=${join(folder, 'usr')}`,
      `--lc-messages-dir=${join(folder, 'usr/share/mysql')}`,
      `--character-sets-dir=${join(folder, 'usr/share/mysql/charsets')}`,
    ],
  }
}

function findLoader(folder: string, libraries: readonly string[]): string {
  for (const place of ['usr/lib64', 'usr/lib', ...libraries.map((name) => join('usr/lib', name))]) {
    if (!existsSync(join(folder, place))) continue
    const loader = readdirSync(join(folder, place)).find((name) => /^ld-linux.*\.so\.\d+$/.test(name))
    if (loader !== undefined) return join(folder, place, loader)
  }
  throw new Error(`${folder} holds no program loader; remove it and get MySQL again: ${HOW}`)
}

async function start(): Promise<StartedServer> {
  const found = findServer()
  if (found === null) throw new Error(HOW)
  const server = { ...found, args: [...found.args, '--mysqlx=OFF', '--secure-file-priv=NULL'] }
  const initial = ['--initialize-insecure', '--innodb-redo-log-capacity=8M']
  const version = execFileSync(server.program, [...found.args, '--version'], { encoding: 'utf8' })
  return startMysqlLike({
    id: 'mysql9',
    template: join(enginesDir(), `mysql-${/Ver (\S+)/.exec(version)?.[1] ?? 'unknown'}-data`),
    server: { ...server, args: [...server.args, '--innodb-redo-log-capacity=8M'] },
    initialize: async (datadir) => {
      await runAsServer(
        { ...server, args: [...server.args, `--datadir=${datadir}`, ...initial] },
        dirname(datadir),
      )
    },
  })
}
