// MariaDB and MySQL: a new database for each session. What scripts make beside it (other databases, users, roles)
// goes with the last session.
import { createConnection, type Connection } from 'mysql2/promise'
import type { Engine, Row, Session } from '../engine'
import { offsetOfLine, type Complaint } from '../locate'
import { once, onlyOnce } from '../once'
import { readMysql } from '../readers/mysql'
import { runScript } from '../runScript'
import { serverSocket } from '../servers/host'
import { isSessionDatabase, randomDatabaseName } from './names'

type Id = 'mariadb' | 'mysql9'

export const mariadb = mysqlLike('mariadb')
export const mysql9 = mysqlLike('mysql9')

function mysqlLike(id: Id): Engine {
  return {
    id,
    family: 'mysql',
    version: async () => String((await onServer(id, 'select version() as v'))[0]?.['v']),
    fresh: () => fresh(id),
  }
}

async function fresh(id: Id): Promise<Session> {
  const open = once(`relata.${id}`, () => ({ sessions: 0 }))
  const database = randomDatabaseName()
  if (open.sessions === 0) await dropLeftovers(id)
  await onServer(id, `create database ${database}`)
  open.sessions += 1
  const connection = await connect(id, database)
  const query = (sql: string): Promise<readonly Row[]> => send(connection, sql)
  return {
    run: (sql, options) => {
      const execute = (statement: string): Promise<Complaint | null> => executeMysql(connection, statement)
      return runScript({ family: 'mysql', execute }, sql, options)
    },
    query,
    catalogue: () =>
      readMysql(async (sql) => (await query(sql)).filter((row) => isVisible(row, database)), database),
    close: onlyOnce(async () => {
      await connection.end()
      open.sessions -= 1
      if (open.sessions === 0) await dropLeftovers(id)
      else await onServer(id, `drop database if exists ${database}`)
    }),
  }
}

function isVisible(row: Row, database: string): boolean {
  const schema = row['schema']
  return typeof schema !== 'string' || schema === database || !isSessionDatabase(schema)
}

async function executeMysql(connection: Connection, statement: string): Promise<Complaint | null> {
  try {
    await connection.query(statement)
    return null
  } catch (error) {
    if (!(error instanceof Error) || !('errno' in error)) throw error
    const line = /at line (\d+)$/.exec(error.message)?.[1]
    const at = line === undefined ? undefined : offsetOfLine(statement, Number(line))
    return { message: error.message, code: String(error.errno), at }
  }
}

async function send(connection: Connection, sql: string): Promise<readonly Row[]> {
  const [rows] = await connection.query(sql)
  // A statement without rows answers a header object instead.
  return Array.isArray(rows) ? (rows as readonly Row[]) : []
}

async function connect(id: Id, database?: string): Promise<Connection> {
  const where = { socketPath: await serverSocket(id), user: 'root', charset: 'utf8mb4', dateStrings: true }
  return createConnection({
    ...where,
    supportBigNumbers: true,
    ...(database === undefined ? {} : { database }),
  })
}

/** One after the other on one connection; answers the rows of the last. */
async function onServer(id: Id, ...statements: readonly string[]): Promise<readonly Row[]> {
  const connection = await connect(id)
  try {
    let rows: readonly Row[] = []
    for (const sql of statements) rows = await send(connection, sql)
    return rows
  } finally {
    await connection.end()
  }
}

const SYSTEM_DATABASES = `'mysql', 'information_schema', 'performance_schema', 'sys'`
const LEFT_DATABASES = `select schema_name as name from information_schema.schemata
  where schema_name not in (${SYSTEM_DATABASES})`
const SYSTEM_USERS = `'root', 'mariadb.sys', 'mysql.sys', 'mysql.session', 'mysql.infoschema', 'PUBLIC', 'nobody', ''`
const LEFT_USERS = `select quote(user) as name, quote(host) as host from mysql.user where user not in (${SYSTEM_USERS})`

async function dropLeftovers(id: Id): Promise<void> {
  const databases = await onServer(id, LEFT_DATABASES)
  // Tables of one may refer to another.
  const drops = databases.map((row) => `drop database \`${String(row['name']).replaceAll('`', '``')}\``)
  const users = (await onServer(id, LEFT_USERS)).map((row) => {
    // MariaDB keeps its roles among the users, without a host.
    const isRole = id === 'mariadb' && row['host'] === "''"
    return isRole
      ? `drop role ${String(row['name'])}`
      : `drop user ${String(row['name'])}@${String(row['host'])}`
  })
  if (drops.length + users.length > 0) await onServer(id, 'set foreign_key_checks = 0', ...drops, ...users)
}
