// One process owns the servers of a test run; its workers ask it over a socket. A worker (slot) gets servers of its
// own, because databases, roles and users are named per server: scripts of two workers would meet.
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from '../once'
import { mariadbServer } from './mariadb'
import { mysql9Server } from './mysql9'
import { isPosix } from './place'
import { postgres14Server } from './postgres14'
import { sweep } from './process'
import type { ServerId, ServerKind, StartedServer } from './server'

export const SERVERS: Readonly<Record<ServerId, ServerKind>> = {
  postgres14: postgres14Server,
  mariadb: mariadbServer,
  mysql9: mysql9Server,
}

const HOST_VARIABLE = 'RELATA_ENGINES_HOST'

/** Of this process, by server and slot. */
const started = once('relata.servers', () => new Map<string, Promise<StartedServer>>())

/** The socket of a running server, started on first need; by the run's host where there is one. */
export function serverSocket(id: ServerId): Promise<string> {
  const slot = process.env['VITEST_POOL_ID'] ?? '0'
  const host = process.env[HOST_VARIABLE]
  return host === undefined ? startHere(id, slot) : askHost(host, { id, slot })
}

async function startHere(id: ServerId, slot: string): Promise<string> {
  const key = `${id} ${slot}`
  const found = started.get(key) ?? SERVERS[id].start()
  started.set(key, found)
  return (await found).socket
}

/** Ends what this process started. */
async function stopServers(): Promise<void> {
  const servers = [...started.values()]
  started.clear()
  for (const server of await Promise.allSettled(servers)) {
    if (server.status === 'fulfilled') await server.value.stop()
  }
}

interface Question {
  readonly id: ServerId
  readonly slot: string
}

type Answer = { readonly socket: string } | { readonly error: string }

/** Opens the door for workers; the answer closes it and ends every server. */
export async function openHost(): Promise<() => Promise<void>> {
  if (isPosix()) sweep()
  const folder = mkdtempSync(join(tmpdir(), `relata-host-${process.pid}-`))
  const path = join(folder, 's')
  const server = createServer((worker) => listen(worker))
  await new Promise<void>((resolve) => server.listen(path, resolve))
  server.unref()
  process.env[HOST_VARIABLE] = path
  return async () => {
    Reflect.deleteProperty(process.env, HOST_VARIABLE)
    server.close()
    await stopServers()
    rmSync(folder, { recursive: true, force: true })
  }
}

function listen(worker: Socket): void {
  worker.once('data', (data) => {
    // Only our own workers know the socket.
    const { id, slot } = JSON.parse(data.toString()) as Question
    const answer = (reply: Answer): void => void worker.end(JSON.stringify(reply))
    startHere(id, slot).then(
      (socket) => answer({ socket }),
      (error: unknown) => answer({ error: String(error) }),
    )
  })
  // A worker that was ended while it waited.
  worker.on('error', () => worker.destroy())
}

function askHost(path: string, question: Question): Promise<string> {
  return new Promise((resolve, reject) => {
    const host = connect(path)
    let said = ''
    host.on('data', (data) => (said += data.toString()))
    host.on('error', reject)
    host.on('end', () => {
      const answer = JSON.parse(said) as Answer
      if ('socket' in answer) resolve(answer.socket)
      else reject(new Error(answer.error))
    })
    host.write(JSON.stringify(question))
  })
}
