import { describe, expect, test } from 'vitest'
import type { Said } from '../statement'
import { readSqlite } from './sqlite'

async function read(text: string) {
  const script = await readSqlite(text, { dialect: 'sqlite', sampleRows: 5 })
  return { said: script.statements.map(({ at: _at, ...said }): Said => said), remarks: script.remarks }
}

async function table(text: string) {
  const { said } = await read(text)
  const [first] = said
  if (first?.kind !== 'createTable') throw new Error(`no table in ${JSON.stringify(said)}`)
  return first
}

describe('SQLite as its authors write it', () => {
  test('takes clauses in any order, names in any quotes and columns without a type', async () => {
    const made = await table(
      `create table [a b] (id integer not null primary key autoincrement, "x""y", \`z\` decimal (10, 2) default -1.5 not null,
        w text collate nocase check (w <> ')') unique, constraint u unique (id, "x""y" desc) on conflict ignore) strict, without rowid`,
    )
    expect(made.name).toEqual({ name: 'a b' })
    expect(made.columns.map(({ name, type, nullable }) => [name, type, nullable])).toEqual([
      ['id', 'integer', false],
      ['x"y', '', undefined],
      ['z', 'decimal (10, 2)', false],
      ['w', 'text', undefined],
    ])
    expect(made.columns[0]?.identity).toEqual({ mode: 'byDefault', style: 'autoincrement' })
    expect(made.columns[2]?.default).toBe('-1.5')
    expect(made.constraints.map(({ kind }) => kind)).toEqual(['primaryKey', 'check', 'unique', 'unique'])
    expect(made.options?.map(({ name }) => name)).toEqual(['STRICT', 'WITHOUT ROWID'])
  })

  test('keeps the statements of a trigger together', async () => {
    const { said } = await read(
      'CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET n = CASE WHEN n > 1 THEN 2 ELSE 3 END; DELETE FROM c; END; CREATE TABLE d (x)',
    )
    expect(said.map(({ kind }) => kind)).toEqual(['createTrigger', 'createTable'])
  })

  test('counts rows and reads the wanted ones', async () => {
    const { said } = await read("INSERT INTO a(x, y) VALUES (1, 'it''s; (2)'), (NULL, -2.50), (x'00', now())")
    expect(said).toEqual([
      {
        kind: 'data',
        table: { name: 'a' },
        count: 3,
        columns: ['x', 'y'],
        rows: [
          [1, "it's; (2)"],
          [null, { expression: '-2.50' }],
          [{ expression: "x'00'" }, { expression: 'now()' }],
        ],
      },
    ])
  })
})

describe('what no grammar knows', () => {
  test('costs the line it stands in, and is told', async () => {
    const { said, remarks } = await read(
      'CREATE TABLE a (x int, ) , y text FOO BAR not null); CREATE TABLE b (z)',
    )
    expect(said.map((one) => one.kind)).toEqual(['createTable', 'createTable'])
    expect(remarks.length).toBeGreaterThan(0)
  })

  test('is told when a script is cut off', async () => {
    const { said, remarks } = await read('CREATE TABLE a (x int); CREATE TABLE b (y int, z varch')
    expect(said).toHaveLength(2)
    expect(remarks.map(({ code }) => code)).toEqual(['unclosed'])
  })

  test('is kept when it is a whole statement', async () => {
    const { said } = await read('FROBNICATE everything; CREATE TABLE b (z)')
    expect(said.map((one) => one.kind)).toEqual(['keep', 'createTable'])
  })

  test('does not swallow the rest when a quotation mark is missing', async () => {
    const { said, remarks } = await read(
      'CREATE TABLE a (x text DEFAULT \'never closed);\nCREATE TABLE b (z);\nCREATE TABLE c ("half (id int);\nCREATE TABLE d (z)',
    )
    expect(said.flatMap((one) => (one.kind === 'createTable' ? [one.name.name] : []))).toEqual(
      expect.arrayContaining(['a', 'b', 'd']),
    )
    expect(remarks.filter(({ code }) => code === 'unended')).toHaveLength(2)
  })
})
