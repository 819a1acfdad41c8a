// PostgreSQL 18 in WebAssembly: one instance is kept per worker and emptied between sessions,
// for starting one takes seconds.
import { PGlite } from '@electric-sql/pglite'
import type { Engine, Row, Session } from '../engine'
import { once } from '../once'
import { postgresSession } from './postgresSession'

/** Started and empty, waiting for a session. On globalThis: test files of one worker share it. */
const idle = once('relata.pglite', (): PGlite[] => [])

export const postgres18: Engine = {
  id: 'postgres18',
  family: 'postgres',
  version: async () => {
    const db = idle.pop() ?? (await PGlite.create())
    const rows = await send(db, 'show server_version')
    idle.push(db)
    return String(rows[0]?.['server_version'])
  },
  fresh: async (): Promise<Session> => {
    const db = idle.pop() ?? (await PGlite.create())
    await reset(db)
    return postgresSession({
      send: (sql) => send(db, sql),
      close: async () => {
        await reset(db)
        idle.push(db)
      },
    })
  },
}

async function send(db: PGlite, sql: string): Promise<readonly Row[]> {
  const results = await db.exec(sql)
  return results.at(-1)?.rows ?? []
}

/** Removes whatever a session left: an open transaction, settings, extensions, schemas, roles. */
async function reset(db: PGlite): Promise<void> {
  await db.exec('rollback')
  await db.exec('reset session authorization')
  await db.exec('reset all')
  await db.exec('deallocate all')
  const schemas = await names(
    db,
    `select nspname as name from pg_namespace where nspname not like 'pg\\_%'
    and nspname <> 'information_schema'
    and not (nspname = 'public' and obj_description(oid, 'pg_namespace') = 'standard public schema' and oid < 16384
      and not exists (select from pg_depend d where d.refclassid = 'pg_namespace'::regclass and d.refobjid = pg_namespace.oid))`,
  )
  const extensions = await names(db, `select extname as name from pg_extension where extname <> 'plpgsql'`)
  for (const name of extensions) await db.exec(`drop extension if exists ${name} cascade`)
  for (const name of schemas) await db.exec(`drop schema if exists ${name} cascade`)
  if (schemas.length > 0) await db.exec(PUBLIC)
  const leftovers = await names(db, `select evtname as name from pg_event_trigger`)
  for (const name of leftovers) await db.exec(`drop event trigger if exists ${name} cascade`)
  const roles = await names(db, `select rolname as name from pg_roles where oid >= 16384`)
  for (const name of roles) await db.exec(`drop owned by ${name} cascade; drop role ${name}`)
}

/** As initdb makes it. */
const PUBLIC = `drop schema if exists public cascade; create schema public authorization pg_database_owner;
  grant usage on schema public to public; comment on schema public is 'standard public schema'`

async function names(db: PGlite, sql: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>(sql)
  return rows.map((row) => `"${row.name.replaceAll('"', '""')}"`)
}
