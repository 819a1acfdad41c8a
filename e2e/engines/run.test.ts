import { expect, it } from 'vitest'
import type { EngineId } from './engine'
import { ENGINE_IDS } from './engine'
import { onEngine } from './onEngine'

const GOOD_BAD_GOOD = `create table a (id int);
-- a comment; with a semicolon
create table b (
  name varchar(10),
  mistake no_such_type_(
);
create table c (id int);`

/** Line and column of the mistake in GOOD_BAD_GOOD as each engine points at it. */
const PLACE: Record<EngineId, readonly [number, number]> = {
  postgres18: [6, 1],
  postgres14: [6, 1],
  sqlite: [6, 1],
  mariadb: [6, 1],
  mysql9: [5, 1],
}

onEngine(ENGINE_IDS, (open, engine) => {
  it('stops at the statement that fails, and says which and where', async () => {
    const session = await open()
    const result = await session.run(GOOD_BAD_GOOD)
    expect(result).toMatchObject({ ok: false, done: 1 })
    expect(result.errors).toHaveLength(1)
    const [error] = result.errors
    expect(error?.statement).toMatch(/^create table b \([^]*\n\)$/)
    expect(error?.message).toMatch(/syntax/)
    expect([error?.line, error?.column]).toEqual(PLACE[engine.id])
    expect((await session.catalogue()).tables.map((table) => table.name)).toEqual(['a'])
  })

  it('goes on after an error when told to', async () => {
    const session = await open()
    const result = await session.run(GOOD_BAD_GOOD, { onError: 'continue' })
    expect([result.done, result.errors.length]).toEqual([2, 1])
    expect((await session.catalogue()).tables.map((table) => table.name)).toEqual(['a', 'c'])
  })

  it('throws when a question fails', async () => {
    await expect((await open()).query('select no_such_column')).rejects.toThrow()
  })

  it('finds a mistake behind letters of several bytes', async () => {
    const result = await (await open()).run(`create table t (a int);\nselect 'é😀' as x, from t;`)
    expect(result.errors[0]).toMatchObject({ line: 2, column: engine.family === 'mysql' ? 1 : 20 })
  })
})

onEngine(['postgres18', 'postgres14'], (open) => {
  it('tells all that the server says of an error', async () => {
    const result = await (
      await open()
    ).run(`create table p (id int); create table q (id int references p (id))`)
    expect(result.errors[0]).toMatchObject({
      code: '42830',
      message: expect.stringContaining('no unique constraint') as string,
    })
  })

  it('commits each statement on its own, and passes over psql commands and the rows of COPY', async () => {
    const session = await open()
    const dump = `\\restrict x;y
      set search_path = '';
      create type public.kind as enum ('a');
      alter type public.kind add value 'b';
      create table public.t (id int, k public.kind default 'b');
      COPY public.t (id, k) FROM stdin;
1;	'
2	\\N
\\.
      begin; drop table public.t; rollback;
      \\unrestrict x`
    expect((await session.run(dump)).errors).toEqual([])
    expect((await session.catalogue()).tables.map((table) => table.name)).toEqual(['t'])
  })
})

onEngine(['postgres18', 'postgres14'], (open) => {
  it('has the extensions that schemas ask for, and forgets them', async () => {
    const wants = `create extension "uuid-ossp"; create extension citext schema pg_catalog; create extension pg_trgm;
      create table t (id uuid default uuid_generate_v4(), name citext); create index i on t using gin (name gin_trgm_ops);`
    const session = await open()
    expect((await session.run(wants)).errors).toEqual([])
    expect((await session.catalogue()).extensions).toEqual(['citext', 'pg_trgm', 'uuid-ossp'])
    expect((await session.catalogue()).tables[0]?.indexes[0]?.parts[0]?.opclass).toBe('gin_trgm_ops')
    await session.close()
    expect((await (await open()).catalogue()).extensions).toEqual([])
  })
})
