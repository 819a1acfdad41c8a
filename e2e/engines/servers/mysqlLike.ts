// What starting MariaDB and MySQL have in common: a data directory of our own, a socket, no network, no durability.
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { copyOfTemplate, newServerFolder, startServer, type Command } from './process'
import type { ServerId, StartedServer } from './server'

export interface MysqlLike {
  readonly id: ServerId
  readonly template: string
  readonly server: Command
  readonly initialize: (datadir: string) => Promise<void>
}

/** Safe to lose: nothing is flushed to the disk. */
const QUICK = [
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
  '--innodb-flush-method=nosync',
  '--innodb-buffer-pool-size=64M',
  '--sync-binlog=0',
  '--skip-log-bin',
  '--performance-schema=OFF',
]

export async function startMysqlLike(kind: MysqlLike): Promise<StartedServer> {
  const folder = newServerFolder(kind.id)
  const datadir = join(folder, 'data')
  const socket = join(folder, 's')
  await copyOfTemplate(kind.template, datadir, kind.initialize)
  const args = [
    ...kind.server.args,
    `--datadir=${datadir}`,
    `--socket=${socket}`,
    `--pid-file=${join(folder, 'pid')}`,
    `--tmpdir=${folder}`,
    '--skip-networking',
    ...QUICK,
  ]
  const running = await startServer({
    command: { ...kind.server, args },
    folder,
    isReady: () => isListening(socket),
    stopSignal: 'SIGKILL',
  })
  return { ...running, socket }
}

export function isListening(socket: string): Promise<boolean> {
  if (!existsSync(socket)) return Promise.resolve(false)
  return new Promise((resolve) => {
    const trial = connect(socket)
    trial.once('connect', () => {
      trial.destroy()
      resolve(true)
    })
    trial.once('error', () => resolve(false))
  })
}
