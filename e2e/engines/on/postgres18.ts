// PostgreSQL 18 in WebAssembly: one instance is kept per worker and emptied between sessions,
// for starting one takes seconds.
import { PGlite } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { citext } from '@electric-sql/pglite/contrib/citext'
import { cube } from '@electric-sql/pglite/contrib/cube'
import { earthdistance } from '@electric-sql/pglite/contrib/earthdistance'
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch'
import { hstore } from '@electric-sql/pglite/contrib/hstore'
import { intarray } from '@electric-sql/pglite/contrib/intarray'
import { isn } from '@electric-sql/pglite/contrib/isn'
import { ltree } from '@electric-sql/pglite/contrib/ltree'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { tablefunc } from '@electric-sql/pglite/contrib/tablefunc'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { uuid_ossp } from '@electric-sql/pglite/contrib/uuid_ossp'
import type { Engine, Row, Session } from '../engine'
import { once } from '../once'
import { postgresSession } from './postgresSession'

/** Started and empty, waiting for a session. On globalThis: test files of one worker share it. */
const idle = once('relata.pglite', (): PGlite[] => [])

export const postgres18: Engine = {
  id: 'postgres18',
  family: 'postgres',
  version: async () => {
    const db = idle.pop() ?? (await start())
    const rows = await send(db, 'show server_version')
    idle.push(db)
    return String(rows[0]?.['server_version'])
  },
  fresh: async (): Promise<Session> => {
    const db = idle.pop() ?? (await start())
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

/** The extensions that schemas ask for and that a native PostgreSQL has beside it. */
const EXTENSIONS = {
  btree_gin,
  btree_gist,
  citext,
  cube,
  earthdistance,
  fuzzystrmatch,
  hstore,
  intarray,
  isn,
  ltree,
  pg_trgm,
  pgcrypto,
  tablefunc,
  unaccent,
  uuid_ossp,
}

function start(): Promise<PGlite> {
  return PGlite.create({ extensions: EXTENSIONS })
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
