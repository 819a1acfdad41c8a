// A native PostgreSQL 14: a new database for each session, dropped at its end, and the roles with the last one.
import pg from 'pg'
import type { Engine, Row, Session } from '../engine'
import { once } from '../once'
import { serverSocket } from '../servers/host'
import { randomDatabaseName } from './names'
import { postgresSession } from './postgresSession'

const open = once('relata.postgres14', () => ({ sessions: 0 }))

export const postgres14: Engine = {
  id: 'postgres14',
  family: 'postgres',
  version: async () => {
    const rows = await onServer((client) => send(client, 'show server_version'))
    return String(rows[0]?.['server_version'])
  },
  fresh,
}

async function fresh(): Promise<Session> {
  const name = randomDatabaseName()
  await onServer(async (client) => {
    if (open.sessions === 0) await dropLeftovers(client)
    await client.query(`create database ${name} template template0`)
  })
  open.sessions += 1
  const client = await connect(name)
  return postgresSession({
    send: (sql) => send(client, sql),
    close: async () => {
      await client.end()
      open.sessions -= 1
      await onServer(async (other) => {
        await other.query(`drop database ${name} with (force)`)
        if (open.sessions === 0) await dropLeftovers(other)
      })
    },
  })
}

/** Of sessions that were never closed; and roles, which belong to the server and not to a database. */
async function dropLeftovers(client: pg.Client): Promise<void> {
  for (const row of await send(
    client,
    `select quote_ident(datname) as name from pg_database where datname like 'relata\\_%'`,
  )) {
    await client.query(`drop database ${String(row['name'])} with (force)`)
  }
  for (const row of await send(
    client,
    'select quote_ident(rolname) as name from pg_roles where oid >= 16384',
  )) {
    const name = String(row['name'])
    await client.query(`drop owned by ${name} cascade; drop role ${name}`)
  }
}

async function connect(database: string): Promise<pg.Client> {
  const host = await serverSocket('postgres14')
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ host, user: 'postgres', database })
    // Without a listener, the end of the server would end the tests.
    client.on('error', () => undefined)
    try {
      await client.connect()
      return client
    } catch (error) {
      // Its socket is there before the server takes anybody in.
      if (!isStartingUp(error) || tries >= 100) throw error
      await new Promise((wait) => setTimeout(wait, 100))
    }
  }
}

const isStartingUp = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '57P03'

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect('postgres')
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function send(client: pg.Client, sql: string): Promise<readonly Row[]> {
  // The driver answers a list when the text held several statements; its rows are objects of unknown keys.
  const result = (await client.query(sql)) as pg.QueryResult<Row> | pg.QueryResult<Row>[]
  const last = Array.isArray(result) ? result.at(-1) : result
  return last?.rows ?? []
}
