// Catalogues of servers that are not at hand, forks, and what is no answer at all.
import { describe, expect, it } from 'vitest'
import { asNames } from '../../../../e2e/corpus/asNames'
import { nodePostgresParser } from '../../../cli/postgresParser'
import { countingIds } from '../../model/testing/factories'
import { projectOf } from '../../model/schema'
import type { DialectId } from '../../model/target'
import { readCatalogue } from './read'
import { oracleAnswer, redshiftAnswer, sqlserverAnswer } from './testing/servers.data'

const reading = (text: string, dialect: DialectId = 'postgres') =>
  readCatalogue([{ name: 'Pasted text', text }], {
    newId: countingIds('cq'),
    target: { dialect, version: '' },
    engines: { postgres: nodePostgresParser },
  })

async function read(answer: unknown, dialect?: DialectId) {
  const result = await reading(typeof answer === 'string' ? answer : JSON.stringify(answer), dialect)
  if (!result.ok) throw new Error(result.error.message)
  const { schema, notices, texts } = result.value
  const lines = asNames(schema, (sql) => sql)
  return { lines: Object.fromEntries(lines), project: projectOf(schema), notices, script: texts?.[0] ?? '' }
}

async function problem(text: string) {
  const result = await reading(text)
  if (result.ok) throw new Error('It was read')
  return result.error
}

const losses = (notices: readonly { readonly level: string; readonly message: string }[]) =>
  notices.filter(({ level }) => level !== 'info').map(({ message }) => message)

const unread = (what: string) => expect.stringContaining(`it is missing: ${what}.`) as unknown

describe('the catalogue of SQL Server', () => {
  it('gives tables, keys, indexes, checks, views, triggers and comments', async () => {
    const { lines, project, notices } = await read(sqlserverAnswer)
    expect(project).toMatchObject({ name: 'Shop', target: { dialect: 'sqlserver', version: '2019' } })
    expect(lines).toMatchObject({
      'table .Customer.comment': 'Who buys',
      'table .Customer.columns[Id].identity.start': '10',
      'table .Customer.columns[Name].type.raw': 'nvarchar(40)',
      'table .Customer.columns[Name].collation': 'Latin1_General_BIN2',
      'table .Customer.columns[Name].default': "N'it''s'",
      'table .Customer.columns[Name].defaultName': 'DF_Name',
      'table .Customer.columns[Name].comment': 'As on the card; it’s short',
      'table .Customer.columns[Active].type.of': 'Flag',
      'table .Customer.columns[Shout].generated.storage': 'stored',
      'table .Customer.columns[Notes].type.raw': 'varchar(max)',
      'table .Customer.uniques[0].parts[0].column': 'Customer.Name',
      'table sales.Order.columns[Made].type.raw': 'datetime2(3)',
      'table sales.Order.primaryKey.parts[1].column': 'Order.No',
      'table sales.Order.checks[CK_Total].state': 'notValidated',
      'table sales.Order.checks[CK_Total].comment': 'Nothing is bought back',
      'table sales.Order.indexes[IX_Made].parts[0].sort': 'desc',
      'table sales.Order.indexes[IX_Made].include': 'Order.Total',
      'table sales.Order.indexes[IX_Made].comment': 'The newest first',
      'table sales.Line.options[0].value': '[Since], [Until]',
      'relation Order(Order.CustomerId) Customer FK_Order_Customer.onDelete': 'setNull',
      'relation Order(Order.CustomerId) Customer FK_Order_Customer.onUpdate': 'cascade',
      'relation Line(Line.Region,Line.OrderNo) Order FK_Line_Order.parent.columns': 'Order.Region, Order.No',
      'sequence sales.Ticket.cycle': 'true',
      'view sales.Open.query': 'SELECT o.No FROM sales.[Order] o',
      'trigger Order Touch.disabled': 'true',
      'namespace .sales.comment': 'What is sold',
    })
    // Rows of the past are kept by the server in a table of its own.
    expect(Object.keys(lines)).not.toContain('table sales.LineHistory.name')
    expect(losses(notices)).toEqual([
      unread('table type dbo.Ids'),
      unread('the XML, spatial or hash index IX_Xml'),
      unread('the encrypted text of Secret'),
    ])
  })
})

describe('the catalogue of Oracle', () => {
  it('gives what dbms_metadata prints, without the name of its owner', async () => {
    const { lines, project, notices, script } = await read(oracleAnswer)
    expect(project).toMatchObject({ name: 'HR', target: { dialect: 'oracle', version: '19c' } })
    expect(lines).toMatchObject({
      'sequence .TICKET.step': '5',
      'table .EMPLOYEES.comment': 'Who works here',
      'table .EMPLOYEES.columns[EMPLOYEE_ID].identity.mode': 'always',
      'table .EMPLOYEES.columns[LAST_NAME].notNullName': 'EMP_LAST_NAME_NN',
      'table .EMPLOYEES.columns[LAST_NAME].default': `'of "HR".x'`,
      'table .EMPLOYEES.columns[SALARY].comment': 'A month; it’s gross',
      'table .EMPLOYEES.columns[SHOUT].generated.storage': 'virtual',
      'table .EMPLOYEES.indexes[EMP_NAME_IX].parts[1].sort': 'desc',
      'relation EMPLOYEES(EMPLOYEES.DEPARTMENT_ID,EMPLOYEES.SITE) DEPARTMENTS EMP_DEPT_FK.onDelete':
        'setNull',
      'view .NAMES.query': 'SELECT last_name FROM employees',
      'trigger EMPLOYEES KEEP.definition':
        'CREATE OR REPLACE TRIGGER "KEEP" \nBEFORE INSERT ON employees FOR EACH ROW\nBEGIN\n  :new.last_name := trim(:new.last_name);\nEND;',
      'grant EMPLOYEES CLERK false.withGrantOption': 'true',
    })
    expect(script).not.toContain('"HR"."')
    expect(losses(notices)).toEqual([unread('FUNCTION WRAPPED')])
  })

  it('keeps the numbers of an identity that are not the usual ones', async () => {
    const sql = `CREATE TABLE "HR"."T" ("ID" NUMBER GENERATED BY DEFAULT AS IDENTITY MINVALUE 1 MAXVALUE ${'9'.repeat(28)} INCREMENT BY 5 START WITH 100 CACHE 20 NOORDER  NOCYCLE  NOKEEP  NOSCALE  NOT NULL ENABLE)`
    const { lines, notices } = await read({
      ...oracleAnswer,
      statements: [{ kind: 'TABLE', name: 'T', sql }],
      comments: [],
      grants: [],
    })
    expect(lines).toMatchObject({
      'table .T.columns[ID].identity.start': '100',
      'table .T.columns[ID].identity.step': '5',
    })
    expect(losses(notices)).toEqual([])
  })
})

describe('the catalogue of Redshift', () => {
  const rows = redshiftAnswer.map((row) => JSON.stringify(row))

  it('gives keys, distribution, order and encodings from rows', async () => {
    const { lines, notices } = await read(rows.join('\n'))
    expect(lines).toMatchObject({
      'table web.visitor.options[0].value': 'ALL',
      'table web.visitor.columns[id].identity.start': '10',
      'table web.visitor.primaryKey.name': 'visitor_pkey',
      'table web.hit.options[1].value': 'visitor',
      'table web.hit.options[2].value': 'at',
      'table web.hit.columns[at].options[0].value': 'none',
      'table web.hit.columns[at].comment': 'When; in UTC',
      'relation hit(hit.visitor) visitor hit_visitor.kind': 'foreignKey',
      'view web.recent.query': 'SELECT hit.at FROM web.hit',
    })
    expect(losses(notices)).toEqual([])
  })

  it('says so when its last rows are missing', async () => {
    expect((await problem(rows.slice(0, -1).join('\n'))).message).toMatch(/last rows .* missing/)
  })
})

describe('an answer', () => {
  const shop = {
    relataCatalogue: 1,
    dialect: 'sqlite',
    server: '3.45.1',
    database: '/home/me/shop.db',
    probe: `"\\\n'`,
    statements: [
      { kind: 'table', name: 'words', sql: 'CREATE VIRTUAL TABLE words USING fts5 (body)' },
      {
        kind: 'table',
        name: 'words_data',
        sql: "CREATE TABLE 'words_data'(id INTEGER PRIMARY KEY, block BLOB)",
      },
      { kind: 'table', name: 'a', sql: 'CREATE TABLE a (id integer primary key) -- the last word' },
      { kind: 'view', name: 'v', sql: 'CREATE VIEW v AS SELECT id FROM a' },
    ],
  }

  it('of SQLite is its own statements, without what virtual tables keep beside themselves', async () => {
    const { lines, project } = await read(shop)
    expect(project.name).toBe('shop')
    expect(Object.keys(lines).filter((line) => /^(?:table|view) \.\w+\.name$/.test(line))).toEqual([
      'table .a.name',
      'view .v.name',
    ])
  })

  it('is of the fork that was meant, where the fork answers the same query', async () => {
    const empty = {
      relataCatalogue: 1,
      dialect: 'mysql',
      server: '8.0.36',
      database: 'd',
      probe: `"\\\n'`,
      tables: [{ name: 't', type: 'BASE TABLE' }],
    }
    expect((await read(empty, 'aurora-mysql')).project.target).toEqual({
      dialect: 'aurora-mysql',
      version: '8.0',
    })
    expect((await read(empty, 'postgres')).project.target).toEqual({ dialect: 'mysql', version: '8.0' })
    expect((await problem(JSON.stringify({ ...empty, database: null }))).remedy).toMatch(/USE name/)
  })

  it('whose escapes were changed on the way is read with a warning', async () => {
    const { notices } = await read({ ...shop, probe: '"n' })
    expect(notices[0]).toMatchObject({ level: 'warning', code: 'catalogueEscapes' })
  })

  it('that was cut is told with its end and the way around it', async () => {
    const text = JSON.stringify(shop)
    expect(await problem(text.slice(0, 80))).toMatchObject({
      message: expect.stringContaining('ends in the middle') as unknown,
      remedy: expect.stringContaining('SET LONG') as unknown,
      line: 1,
      column: 81,
    })
    expect((await problem(`${text.slice(0, 300)}...`)).remedy).toMatch(/only the beginning/)
    const long = text.replace('the last word', 'x'.repeat(70_000))
    expect((await problem(long.slice(0, 65_535))).remedy).toMatch(/Management Studio/)
    const longer = text.replace('the last word', 'x'.repeat(1_100_000))
    expect((await problem(longer.slice(0, 1_048_576))).remedy).toMatch(/one million/)
  })

  it('that is none says what it is', async () => {
    expect((await problem('[{"a": 1}]')).message).toMatch(/JSON, but not the answer/)
    expect((await problem('ERROR 1046 (3D000): No database selected')).message).toMatch(/not the answer/)
    expect((await problem(JSON.stringify({ ...shop, relataCatalogue: 7 }))).message).toMatch(/newer query/)
    expect((await problem(JSON.stringify({ ...shop, relataCatalogue: 0 }))).message).toMatch(/older query/)
    expect((await problem(JSON.stringify({ ...shop, dialect: 'db2' }))).message).toMatch(/db2/)
  })
})
