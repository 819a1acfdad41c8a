import { describe, expect, it } from 'vitest'
import { parseJudges } from './index'

type Target = keyof typeof parseJudges

const GOOD: Record<Target, readonly string[]> = {
  sqlserver: [
    `CREATE SCHEMA [sales];
GO
CREATE TABLE [sales].[order] (
  [id] int IDENTITY(10, 2) NOT NULL,
  [state] nvarchar(20) NOT NULL CONSTRAINT [df_state] DEFAULT (N'new;'),
  [total] decimal(12, 2) NULL,
  [twice] AS ([total] * 2) PERSISTED,
  [doc] nvarchar(max) NULL,
  [at] datetime2(3) NOT NULL DEFAULT (sysutcdatetime()),
  CONSTRAINT [pk_order] PRIMARY KEY CLUSTERED ([id]),
  CONSTRAINT [uq_order] UNIQUE NONCLUSTERED ([state], [at]),
  CONSTRAINT [ck_doc] CHECK (ISJSON([doc]) = 1)
);
GO
ALTER TABLE [sales].[order] ADD CONSTRAINT [fk_self] FOREIGN KEY ([id]) REFERENCES [sales].[order] ([id]) ON DELETE NO ACTION;
GO
CREATE UNIQUE NONCLUSTERED INDEX [ix] ON [sales].[order] ([state] DESC, [at]) INCLUDE ([total]) WHERE [total] > 3;
GO
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'it''s', @level0type = N'SCHEMA', @level0name = N'sales',
  @level1type = N'TABLE', @level1name = N'order';
GO`,
    `CREATE VIEW [dbo].[v] AS SELECT 1 AS [x];
GO
CREATE TRIGGER [dbo].[t] ON [dbo].[a] AFTER INSERT AS BEGIN SET NOCOUNT ON; SELECT 1; END;
GO
CREATE SEQUENCE [dbo].[s] AS bigint START WITH 1 INCREMENT BY 1;
GO`,
  ],
  oracle: [
    `CREATE TABLE sales_order (
  id NUMBER(10) GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 2) NOT NULL,
  state VARCHAR2(20 CHAR) DEFAULT 'new' NOT NULL,
  "Mixed Case" CLOB,
  placed TIMESTAMP(3) WITH TIME ZONE DEFAULT SYSTIMESTAMP,
  raw_id RAW(16) DEFAULT SYS_GUID(),
  CONSTRAINT pk_order PRIMARY KEY (id),
  CONSTRAINT uq_order UNIQUE (state),
  CONSTRAINT ck_state CHECK (state IN ('new', 'it''s'))
);
CREATE INDEX ix_order ON sales_order (LOWER(state), id DESC);
ALTER TABLE line ADD CONSTRAINT fk_line FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
COMMENT ON TABLE sales_order IS 'What is sold';
COMMENT ON COLUMN sales_order.state IS 'Life; of it';
CREATE SEQUENCE ticket START WITH 100 INCREMENT BY 5 MAXVALUE 9000 CYCLE CACHE 3;`,
    `create or replace view open_orders as select id, state from sales_order where state <> 'gone';`,
    `CREATE OR REPLACE TRIGGER keep BEFORE INSERT ON sales_order FOR EACH ROW
BEGIN
  :NEW.state := LOWER(:NEW.state);
END;
/
CREATE INDEX after_trigger ON sales_order (state);`,
  ],
  redshift: [
    `CREATE TABLE sales.orders (
  id bigint IDENTITY(1, 1) NOT NULL ENCODE az64,
  state varchar(20) ENCODE zstd DEFAULT 'new',
  total numeric(12, 2) NULL,
  PRIMARY KEY (id)
) DISTSTYLE KEY DISTKEY (id) COMPOUND SORTKEY (state, total);
COMMENT ON TABLE sales.orders IS 'it''s';`,
    `CREATE TABLE a (x int REFERENCES b (x), y varchar(max)) DISTSTYLE ALL INTERLEAVED SORTKEY (x, y);`,
    `CREATE VIEW v AS SELECT x FROM a WITH NO SCHEMA BINDING;`,
  ],
}

const BROKEN: Record<Target, readonly string[]> = {
  sqlserver: [
    'CREATE TABLE a (x int NOT, y int);',
    'CREATE TABEL a (x int);',
    'CREATE TABLE a (x int;',
    // What its model refuses (a table that is not there) must not hide the mistake after it.
    'ALTER TABLE nowhere ADD CONSTRAINT f FOREIGN KEY (x) REFERENCES gone (y);\nGO\nCREATE TABEL a (x int);',
    `CREATE TABLE a (x nvarchar(20) DEFAULT 'it's');`,
  ],
  oracle: [
    'CREATE TABLE a (x NUMBER(10),, y DATE);',
    'CREATE TABEL a (x DATE);',
    'CREATE TABLE a (x DATE;',
    `CREATE TABLE a (x VARCHAR2(20) DEFAULT 'it's');`,
    'ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY x REFERENCES b (y);',
  ],
  redshift: [
    'CREATE TABLE a (x int,, y int);',
    'CREATE TABLE a (x int;',
    `CREATE TABLE a (x varchar(20) DEFAULT 'it's');`,
    'CREATE TABEL a (x int);',
  ],
}

/** By their first line. */
const named = (scripts: readonly string[]): [string, string][] =>
  scripts.map((sql) => [sql.split('\n')[0] ?? '', sql])

describe.each(['sqlserver', 'oracle', 'redshift'] as const)('the judge of %s', (target) => {
  it.each(named(GOOD[target]))('accepts %s', async (_name, sql) => {
    expect(await parseJudges[target](sql)).toEqual([])
  })

  it.each(named(BROKEN[target]))('rejects %s', async (_name, sql) => {
    expect(await parseJudges[target](sql)).not.toEqual([])
  })

  it('says where', async () => {
    const [problem] = await parseJudges[target]('CREATE TABLE a (\n  x int,\n  , y int\n);')
    expect(problem?.line).toBe(3)
  })
})
