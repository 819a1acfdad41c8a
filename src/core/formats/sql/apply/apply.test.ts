import { describe, expect, it } from 'vitest'
import { nodePostgresParser } from '../../../../cli/postgresParser'
import { dialects } from '../../../dialects'
import type { Table } from '../../../model/records'
import { inOrder } from '../../../model/schema'
import { rawSql } from '../../../model/sqlText'
import type { DialectId } from '../../../model/target'
import type { ReadSchema } from '../../format'
import { readSql } from '../read'

async function read(
  sources: string | readonly string[],
  dialect: DialectId = 'postgres',
  sampleRows = 0,
): Promise<ReadSchema> {
  let last = 0
  const texts = typeof sources === 'string' ? [sources] : sources
  const result = await readSql(
    texts.map((text, i) => ({ name: `${String(i)}.sql`, text })),
    {
      newId: () => String((last += 1)),
      target: { dialect, version: dialects[dialect].versions.at(-1) ?? '' },
      engines: { postgres: nodePostgresParser },
      sampleRows,
    },
  )
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const tableNamed = ({ schema }: ReadSchema, name: string): Table | undefined =>
  [...schema.table.values()].find((table) => table.name === name)
const columns = (table: Table | undefined) => table?.columns.map(({ name }) => name)
const tables = ({ schema }: ReadSchema) => inOrder(schema.table).map(({ name }) => name)
const codes = ({ notices }: ReadSchema) => notices.map(({ code }) => code)
const relations = ({ schema }: ReadSchema) => [...schema.relation.values()]

describe('statements in order', () => {
  it('make what the last of them left', async () => {
    const result = await read(`
      CREATE TABLE a (id int PRIMARY KEY, old text CHECK (old <> ''), gone int UNIQUE);
      ALTER TABLE a RENAME COLUMN old TO new;
      ALTER TABLE a DROP COLUMN gone;
      ALTER TABLE a ADD COLUMN more int NOT NULL DEFAULT 1;
      ALTER TABLE a ALTER COLUMN more DROP DEFAULT;
      ALTER TABLE a RENAME TO b;
      CREATE TABLE c (id int);
      DROP TABLE c;`)
    const table = tableNamed(result, 'b')
    expect(tables(result)).toEqual(['b'])
    expect(columns(table)).toEqual(['id', 'new', 'more'])
    expect(table?.uniques).toEqual([])
    expect(table?.checks.map(({ expression }) => rawSql(expression))).toEqual(["new <> ''"])
    expect(table?.columns[2]).toMatchObject({ nullable: false })
    expect(table?.columns[2]?.default).toBeUndefined()
    expect(codes(result)).toEqual([])
  })

  it('come from several sources as migrations do, each notice with its own', async () => {
    const result = await read([
      'CREATE TABLE a (id int PRIMARY KEY);',
      '\r\n\r\nALTER TABLE b ADD COLUMN x int;',
    ])
    expect(result.notices).toMatchObject([{ code: 'missingTable', source: 1, line: 3, column: 1 }])
    expect(result.origins?.get([...result.schema.table.keys()][0] ?? 't_')).toMatchObject({
      source: 0,
      from: 0,
    })
  })
})

describe('a foreign key', () => {
  it('waits for a table that comes later and means its primary key', async () => {
    const result = await read(
      'CREATE TABLE c (p int REFERENCES p ON DELETE CASCADE); CREATE TABLE p (id int PRIMARY KEY);',
    )
    const [key] = relations(result)
    expect(key).toMatchObject({ kind: 'foreignKey', onDelete: 'cascade' })
    expect(key?.kind === 'foreignKey' && key.parent.columns).toEqual([
      tableNamed(result, 'p')?.columns[0]?.id,
    ])
  })

  it('to a table that never comes is told at its place and kept as a comment', async () => {
    const result = await read('CREATE TABLE c (\n  p int,\n  FOREIGN KEY (p) REFERENCES nowhere (id)\n);')
    expect(relations(result)).toEqual([])
    expect(result.notices).toMatchObject([{ code: 'missingTable', level: 'loss', line: 3 }])
    expect([...result.schema.verbatim.values()].map(({ text }) => rawSql(text))[0]).toMatch(
      /^-- .*\n-- ALTER TABLE c ADD/,
    )
  })

  it('with a wrong number of columns is told', async () => {
    expect(
      codes(
        await read('CREATE TABLE p (a int, b int, PRIMARY KEY (a, b)); CREATE TABLE c (x int REFERENCES p);'),
      ),
    ).toEqual(['wrongArity'])
  })

  it('follows a table that is made anew under its name', async () => {
    const result = await read(
      `CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (x INTEGER REFERENCES p (id));
       CREATE TABLE p2 (id INTEGER PRIMARY KEY, n TEXT); DROP TABLE p; ALTER TABLE p2 RENAME TO p;`,
      'sqlite',
    )
    const [key] = relations(result)
    expect(key?.kind === 'foreignKey' && key.parent.table).toBe(tableNamed(result, 'p')?.id)
  })

  it('has the index that MySQL makes for it, unless another serves', async () => {
    const ddl = (more: string) =>
      `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (x int, y int${more}, CONSTRAINT fk FOREIGN KEY (x) REFERENCES p (id));`
    const names = async (more: string) =>
      tableNamed(await read(ddl(more), 'mysql'), 'c')?.indexes.map(({ name }) => name)
    expect(await names('')).toEqual(['fk'])
    expect(await names(', KEY both_of_them (x, y)')).toEqual(['both_of_them'])
  })
})

describe('the same said in other words', () => {
  const identity = (result: ReadSchema) => tableNamed(result, 't')?.columns[0]

  it('is one model: serial and the sequence that a dump makes of it', async () => {
    const serial = await read('CREATE TABLE t (id serial);')
    const dumped = await read(`CREATE TABLE public.t (id integer NOT NULL);
      CREATE SEQUENCE public.t_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
      ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
      ALTER TABLE ONLY public.t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);`)
    for (const result of [serial, dumped]) {
      expect(identity(result)).toMatchObject({
        nullable: false,
        identity: { mode: 'byDefault', style: 'serial' },
      })
      expect(identity(result)?.default).toBeUndefined()
      expect(result.schema.sequence.size).toBe(0)
    }
  })

  it('keeps a sequence that says more than serial does', async () => {
    const result =
      await read(`CREATE SEQUENCE t_id_seq START 100; CREATE TABLE t (id int DEFAULT nextval('t_id_seq'));
      ALTER SEQUENCE t_id_seq OWNED BY t.id;`)
    expect(identity(result)?.identity).toBeUndefined()
    expect([...result.schema.sequence.values()]).toMatchObject([{ name: 't_id_seq', start: '100' }])
  })

  it('leaves the home of all names unsaid', async () => {
    const result = await read('CREATE TABLE public.a (id int); CREATE TABLE s.a (id int);')
    expect([...result.schema.namespace.values()].map(({ name }) => name)).toEqual(['s'])
    expect([...result.schema.table.values()].filter(({ namespace }) => namespace === undefined)).toHaveLength(
      1,
    )
  })

  it('points columns at types, through renames of the type', async () => {
    const result = await read(`CREATE TYPE mood AS ENUM ('a', 'b'); CREATE TABLE t (m mood[] DEFAULT '{}');
      ALTER TYPE mood RENAME TO feeling; ALTER TYPE feeling ADD VALUE 'c' BEFORE 'b';`)
    const [row] = result.schema.enum.values()
    expect(identity(result)?.type).toEqual({ raw: 'feeling[]', base: 'user', of: row?.id, array: 1 })
    expect(row?.values.map(({ name }) => name)).toEqual(['a', 'c', 'b'])
  })
})

describe('what cannot be', () => {
  it.each([
    ['CREATE TABLE a (id int); CREATE TABLE a (x int);', 'duplicateTable'],
    ['CREATE TABLE a (id int, id text);', 'duplicateColumn'],
    ['CREATE TABLE a (id int PRIMARY KEY, b int, PRIMARY KEY (b));', 'duplicatePrimaryKey'],
    [
      'CREATE TABLE a (id int CONSTRAINT c CHECK (id > 0), CONSTRAINT c CHECK (id > 1));',
      'duplicateConstraint',
    ],
    ['CREATE TABLE a (id int); CREATE INDEX i ON a (nothing);', 'missingColumn'],
    ['CREATE TABLE a (id int); DROP TABLE b;', 'unknownDropped'],
    ["CREATE TABLE a (id int); COMMENT ON TABLE b IS 'x';", 'unknownCommented'],
  ])('is told, and the first stays: %s', async (ddl, code) => {
    const result = await read(ddl)
    expect(codes(result)).toEqual([code])
    expect(tables(result)).toEqual(['a'])
    expect(columns(tableNamed(result, 'a'))?.[0]).toBe('id')
  })

  it('makes no name special', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'length', 'hasOwnProperty']
    const result = await read(
      names.map((name) => `CREATE TABLE "${name}" ("${name}" int PRIMARY KEY);`).join('\n'),
    )
    expect(tables(result)).toEqual(names)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('rows', () => {
  const ddl =
    "CREATE TABLE a (id int, n text); INSERT INTO a VALUES (1, 'x'), (2, 'y'); INSERT INTO a (id) VALUES (3);"

  it('are counted in one notice', async () => {
    const result = await read(ddl)
    expect(result.notices).toMatchObject([{ code: 'dataRows', level: 'info' }])
    expect(result.notices[0]?.message).toMatch(/^3 rows of data for 1 table/)
    expect(result.schema.sample.size).toBe(0)
  })

  it('become samples up to the limit', async () => {
    const result = await read(ddl, 'postgres', 2)
    expect([...result.schema.sample.values()].map(({ rows }) => rows)).toEqual([
      [
        [1, 'x'],
        [2, 'y'],
      ],
    ])
  })
})

describe('partitions', () => {
  it('have what their parent has, whichever way they are said', async () => {
    const parent = 'CREATE TABLE p (id int, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);'
    const made = await read(
      `${parent} CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');`,
    )
    const attached = await read(`${parent} CREATE TABLE p1 (id int NOT NULL, at date NOT NULL);
      ALTER TABLE p ATTACH PARTITION p1 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');`)
    for (const result of [made, attached]) {
      const partition = tableNamed(result, 'p1')
      expect(columns(partition)).toEqual(['id', 'at'])
      expect(partition?.primaryKey?.parts).toHaveLength(2)
      expect(partition?.partitionOf).toMatchObject({ table: tableNamed(result, 'p')?.id })
    }
  })
})

describe('a text that is no script', () => {
  const refusal = async (text: string) => {
    const result = await readSql([{ name: 'a.sql', text }], {
      newId: () => 'x',
      target: { dialect: 'sqlite', version: '3' },
    })
    return result.ok ? undefined : result.error.message
  }

  it.each([
    ['', /no tables found/i],
    ['-- nothing\n;;\n', /no tables found/i],
    ['\u0089PNG\r\n\u001a\n\u0000\u0000\u0000', /not a text file/],
    ['SQLite format 3\u0000', /\.schema/],
  ])('is refused in plain words: %j', async (text, words) => {
    expect(await refusal(text)).toMatch(words)
  })
})
