import { describe, expect, it } from 'vitest'
import type { Script } from '../statement'
import { readSqlServer } from './sqlserver'

const reading = { dialect: 'sqlserver', sampleRows: 0 } as unknown as Parameters<typeof readSqlServer>[1]
const read = async (text: string): Promise<Script> => readSqlServer(text, reading)
const said = async (text: string) => (await read(text)).statements.map(({ at: _at, ...one }) => one)

const ssms = `USE [Shop]
GO
/****** Object:  Table [dbo].[Orders] ******/
SET ANSI_NULLS ON
GO
CREATE TABLE [dbo].[Orders](
	[OrderID] [int] IDENTITY(1,1) NOT FOR REPLICATION NOT NULL,
	[No] "nvarchar" (20) COLLATE Latin1_General_CI_AS NOT NULL,
	[Total] [decimal](10, 2) NULL CONSTRAINT [DF_Total] DEFAULT ((0)),
	[Twice]  AS ([Total]*(2)) PERSISTED,
	[Body] [nvarchar](MAX) NULL,
	[Name] [dbo].[Name] NOT NULL,
	[Guid] [uniqueidentifier] ROWGUIDCOL NOT NULL,
 CONSTRAINT [PK_Orders] PRIMARY KEY CLUSTERED 
(
	[OrderID] ASC
)WITH (PAD_INDEX = OFF, FILLFACTOR = 80) ON [PRIMARY],
 CONSTRAINT [UQ] UNIQUE NONCLUSTERED ([No] DESC)
) ON [PRIMARY] TEXTIMAGE_ON [PRIMARY]
GO
ALTER TABLE [dbo].[Orders] ADD  CONSTRAINT [DF_Guid]  DEFAULT (newid()) FOR [Guid]
GO
ALTER TABLE [dbo].[Orders]  WITH NOCHECK ADD  CONSTRAINT [FK_X] FOREIGN KEY([OrderID])
REFERENCES [sales].[X] ([ID])
ON DELETE CASCADE
GO
ALTER TABLE [dbo].[Orders] CHECK CONSTRAINT [FK_X]
GO
CREATE UNIQUE NONCLUSTERED INDEX [IX_No] ON [dbo].[Orders] ([No] ASC, [Total] DESC) INCLUDE ([Guid]) WHERE ([Total]>(0)) WITH (SORT_IN_TEMPDB = OFF, ONLINE = OFF) ON [PRIMARY]
GO
EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'It''s an order' , @level0type=N'SCHEMA',@level0name=N'dbo', @level1type=N'TABLE',@level1name=N'Orders', @level2type=N'COLUMN',@level2name=N'No'
GO
`

describe('a script of SQL Server Management Studio', () => {
  it('is a table with its columns, keys and options', async () => {
    const table = (await said(ssms)).find((one) => one.kind === 'createTable')
    if (table?.kind !== 'createTable') throw new Error('no table')
    expect(table.name).toEqual({ schema: 'dbo', name: 'Orders' })
    const columns = table.columns.map(({ name, type, nullable }) => [name, type, nullable])
    expect(columns).toEqual([
      ['OrderID', 'int', false],
      ['No', 'nvarchar(20)', false],
      ['Total', 'decimal(10,2)', true],
      ['Twice', '', undefined],
      ['Body', 'nvarchar(max)', true],
      ['Name', '[dbo].[Name]', false],
      ['Guid', 'uniqueidentifier', false],
    ])
    const [id, no, total, twice] = table.columns
    expect(id?.identity).toEqual({ mode: 'always', style: 'identity', start: '1', step: '1' })
    expect(no?.collation).toBe('Latin1_General_CI_AS')
    expect(total).toMatchObject({ default: '0', defaultName: 'DF_Total' })
    expect(twice?.generated).toEqual({ expression: '[Total]*(2)', storage: 'stored' })
    expect(table.constraints).toMatchObject([
      {
        kind: 'primaryKey',
        name: 'PK_Orders',
        parts: [{ column: 'OrderID' }],
        options: [{ name: 'FILLFACTOR', value: '80' }],
      },
      { kind: 'unique', name: 'UQ', parts: [{ column: 'No', sort: 'desc' }] },
    ])
  })

  it('adds what stands behind the table, and loses nothing', async () => {
    const { statements, remarks } = await read(ssms)
    expect(remarks).toEqual([])
    expect(statements.filter(({ kind }) => kind === 'keep')).toEqual([])
    const rest = (await said(ssms)).filter(({ kind }) => kind !== 'nothing' && kind !== 'createTable')
    expect(rest).toMatchObject([
      { actions: [{ column: 'Guid', change: { set: 'default', default: 'newid()', name: 'DF_Guid' } }] },
      {
        actions: [
          {
            constraint: {
              kind: 'foreignKey',
              parent: { schema: 'sales', name: 'X' },
              onDelete: 'cascade',
              state: 'notValidated',
            },
          },
        ],
      },
      { actions: [{ do: 'nothing' }] },
      {
        kind: 'createIndex',
        index: {
          unique: true,
          parts: [{ on: { column: 'No' } }, { on: { column: 'Total' }, sort: 'desc' }],
          include: ['Guid'],
          where: '([Total]>(0))',
        },
      },
      { kind: 'comment', on: { kind: 'column', column: 'No' }, text: "It's an order" },
    ])
  })
})

describe('Transact-SQL by hand', () => {
  it('needs no mark between statements', async () => {
    const text = `CREATE TABLE a (id int PRIMARY KEY)
CREATE INDEX i ON a (id)
ALTER TABLE a
ADD b int NULL,
    CONSTRAINT c CHECK (b > 0)
ALTER TABLE a
ALTER COLUMN b bigint NOT NULL
ALTER TABLE a
DROP CONSTRAINT c
INSERT INTO a VALUES (1)
INSERT INTO a VALUES (2), (3)
DROP TABLE a
print 'done'`
    expect(await said(text)).toMatchObject([
      { kind: 'createTable' },
      { kind: 'createIndex' },
      { actions: [{ do: 'addColumn' }, { do: 'addConstraint', constraint: { name: 'c' } }] },
      { actions: [{ do: 'redefineColumn', to: { type: 'bigint', nullable: false } }] },
      { actions: [{ do: 'dropConstraint', name: 'c' }] },
      { kind: 'data', count: 1 },
      { kind: 'data', count: 2 },
      { kind: 'drop' },
      { kind: 'nothing' },
    ])
  })

  it('carries out what stands behind a condition', async () => {
    const text = `IF OBJECT_ID(N'dbo.a', N'U') IS NOT NULL DROP TABLE dbo.a;
GO
if exists (select * from sysobjects where id = object_id('dbo.b'))
	drop table "dbo"."b"
GO
IF NOT EXISTS (SELECT * FROM sys.schemas WHERE name = 'x') EXEC('CREATE SCHEMA [x]')
GO
IF NOT EXISTS (SELECT 1)
BEGIN
  CREATE TABLE x.t (a int)
END
GO
EXEC dbo.sp_executesql @statement = N'CREATE VIEW [x].[v] AS SELECT a FROM x.t'`
    const rest = (await said(text)).filter(({ kind }) => kind !== 'nothing')
    expect(rest).toMatchObject([
      { kind: 'drop', ifExists: true, what: [{ name: { schema: 'dbo', name: 'a' } }] },
      { kind: 'drop', ifExists: true, what: [{ name: { schema: 'dbo', name: 'b' } }] },
      { kind: 'createSchema', name: 'x' },
      { kind: 'createTable', name: { schema: 'x', name: 't' } },
      { kind: 'createView', name: { schema: 'x', name: 'v' }, query: 'SELECT a FROM x.t' },
    ])
  })

  it('keeps the bodies of routines whole, up to their GO', async () => {
    const text = `CREATE PROCEDURE dbo.p @a int AS
BEGIN
  SELECT 1;
  CREATE TABLE #t (x int);
END;
GO
CREATE TRIGGER dbo.tr ON dbo.t AFTER INSERT AS UPDATE t SET a = 1;
GO
CREATE TYPE dbo.Flag FROM bit NOT NULL
GO
CREATE SEQUENCE s AS int START WITH 5 INCREMENT BY 2 NO CACHE`
    expect(await said(text)).toMatchObject([
      { kind: 'createRoutine', routine: 'procedure', definition: text.slice(0, text.indexOf('\nGO')) },
      { kind: 'createTrigger', on: { schema: 'dbo', name: 't' } },
      { kind: 'createDomain', type: 'bit', nullable: false },
      { kind: 'createSequence', sequence: { type: 'int', start: '5', step: '2', cache: null } },
    ])
  })
})
