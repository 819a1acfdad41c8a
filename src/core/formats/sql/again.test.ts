// Scripts read and written again for the same database: what used to be lost on the way without a word.
import { describe, expect, it } from 'vitest'
import { nodePostgresParser } from '../../../cli/postgresParser'
import { defaultDdlOptions } from '../../dialects/options'
import { ddlWriters } from '../../dialects/writers'
import type { Target } from '../../model/target'
import { countingIds } from '../../model/testing/factories'
import { readSql } from './read'

async function again(text: string, target: Target, to: Target = target) {
  const read = await readSql([{ name: 'a.sql', text }], {
    newId: countingIds('ag'),
    target,
    engines: { postgres: nodePostgresParser },
  })
  if (!read.ok) throw new Error(read.error.message)
  const written = ddlWriters[to.dialect](read.value.schema, to, defaultDdlOptions)
  const told = [...read.value.notices, ...written.notices].filter(({ level }) => level !== 'info')
  return {
    script: written.text.replace(/\s+/g, ' '),
    told: told.map(({ message }) => message),
    read: read.value,
  }
}

const mariadb: Target = { dialect: 'mariadb', version: '10.11' }
const mysql: Target = { dialect: 'mysql', version: '9' }
const sqlite: Target = { dialect: 'sqlite', version: '3' }
const postgres: Target = { dialect: 'postgres', version: '18' }

describe('read and written again', () => {
  it('LIKE … INCLUDING INDEXES brings exclusion constraints along', async () => {
    const { script, told } = await again(
      'CREATE TABLE a (d daterange, EXCLUDE USING gist (d WITH &&));\nCREATE TABLE b (LIKE a INCLUDING INDEXES);',
      postgres,
    )
    expect(script.match(/EXCLUDE USING gist/g)).toHaveLength(2)
    expect(told).toEqual([])
  })

  it('MariaDB partitions by system time, and others are told that they cannot', async () => {
    const text =
      'CREATE TABLE t (a int) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME INTERVAL 1 MONTH PARTITIONS 3;'
    const { script, told } = await again(text, mariadb)
    expect(script).toContain('PARTITION BY SYSTEM_TIME INTERVAL 1 MONTH PARTITIONS 3')
    expect(told).toEqual([])
    expect((await again(text, mariadb, mysql)).told.join()).toMatch(/partitioning is not written/)
  })

  it('MySQL keeps the algorithm of a KEY partition', async () => {
    const text = 'CREATE TABLE t (a int PRIMARY KEY) PARTITION BY LINEAR KEY ALGORITHM=1 (a) PARTITIONS 4;'
    expect((await again(text, mysql)).script).toContain(
      'PARTITION BY LINEAR KEY ALGORITHM=1 (a) PARTITIONS 4',
    )
  })

  it('SQLite tells a descending INTEGER PRIMARY KEY, which is no rowid, from one that is', async () => {
    const { script } = await again('CREATE TABLE t (id INTEGER PRIMARY KEY DESC, x text);', sqlite)
    expect(script).toContain('id INTEGER PRIMARY KEY DESC')
    const rowid = await again('CREATE TABLE t (id INTEGER, x text, PRIMARY KEY (id DESC));', sqlite)
    expect(rowid.script).not.toContain('DESC')
  })

  it('a moment that changes with the row has the digits of its column in MySQL too', async () => {
    const text =
      'CREATE TABLE t (a timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(), b datetime(3) ON UPDATE current_timestamp(3));'
    const { script } = await again(text, mariadb, mysql)
    expect(script).toMatch(/a timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,/i)
    expect(script).toMatch(
      /b datetime\(3\) NULL ON UPDATE CURRENT_TIMESTAMP\(3\)|b datetime\(3\) ON UPDATE CURRENT_TIMESTAMP\(3\)/i,
    )
  })

  it("PostgreSQL's 'now'::text::date is today elsewhere", async () => {
    const text =
      "CREATE TABLE t (a date DEFAULT ('now'::text)::date, b timestamp DEFAULT 'now'::text::timestamp);"
    const { script } = await again(text, postgres, mariadb)
    expect(script).toMatch(/a date DEFAULT \(?CURRENT_DATE/i)
    expect(script).toMatch(/b datetime\(6\) DEFAULT \(?CURRENT_TIMESTAMP\(6\)/i)
  })

  it('a sequence ends where MariaDB lets it end', async () => {
    const text = 'CREATE SEQUENCE s START WITH 0 MINVALUE 0 MAXVALUE 9223372036854775807;'
    expect((await again(text, postgres, mariadb)).script).not.toContain('MAXVALUE')
    expect((await again(text, postgres)).script).toContain('CREATE SEQUENCE s')
  })

  it('a default may be made of several things in parentheses', async () => {
    for (const target of [mysql, mariadb, { dialect: 'sqlserver', version: '2022' } as const]) {
      const { read, told } = await again(
        "CREATE TABLE t (a varchar(9) DEFAULT ('x')+('y') NOT NULL, b int);",
        target,
      )
      const [table] = read.schema.table.values()
      expect(JSON.stringify(table?.columns[0]?.default)).toContain("('x')+('y')")
      expect(table?.columns[0]?.nullable).toBe(false)
      expect(told).toEqual([])
    }
  })

  it('a table whose columns only its query knows is kept as text, with a notice', async () => {
    for (const dialect of ['oracle', 'sqlserver', 'mysql'] as const) {
      const text = 'CREATE TABLE t (a, b) AS SELECT x, y FROM u'
      const { read, told } = await again(`${text};\nCREATE TABLE v (c int);`, { dialect, version: '' })
      expect([...read.schema.table.values()].map(({ name }) => name.toLowerCase())).toEqual(['v'])
      expect([...read.schema.verbatim.values()].map((row) => JSON.stringify(row.text)).join()).toContain(text)
      expect(told.join()).toMatch(/kept as text/)
    }
  })

  it('what a quote swallowed is set aside as a comment, so that the script still runs', async () => {
    const { read, told } = await again(
      "CREATE TABLE a (x text DEFAULT 'oops);\n\nCREATE TABLE b (y int);\n",
      postgres,
    )
    expect([...read.schema.table.values()].map(({ name }) => name)).toEqual(['b'])
    const [kept] = read.schema.verbatim.values()
    expect(JSON.stringify(kept?.text)).toMatch(/-- CREATE TABLE a/)
    expect(told.length).toBeGreaterThan(0)
  })
})
