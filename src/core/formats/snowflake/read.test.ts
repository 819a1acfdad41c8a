import { describe, expect, it } from 'vitest'
import { defaultDdlOptions } from '../../dialects/options'
import { ddlWriters } from '../../dialects/writers'
import { rawSql } from '../../model/sqlText'
import { countingIds } from '../../model/testing/factories'
import { looksLikeSnowflake } from '../sql/guess'
import { readSnowflake } from './read'
import { spokenText } from './translate'
import { spokenType } from './types'

async function read(text: string) {
  const result = await readSnowflake([{ name: 'a.sql', text }], {
    newId: countingIds('sf'),
    target: { dialect: 'postgres', version: '18' },
  })
  if (!result.ok) throw new Error(result.error.message)
  const { schema, notices } = result.value
  const tables = new Map([...schema.table.values()].map((table) => [table.name, table]))
  const told = notices
    .filter(({ level }) => level !== 'info')
    .map(({ line, message }) => `${String(line)} ${message}`)
  const script = ddlWriters.postgres(schema, { dialect: 'postgres', version: '18' }, defaultDdlOptions).text
  return { schema, tables, told, script: script.replace(/\s+/g, ' ') }
}

const shop = `
// what the shop sells
USE DATABASE analytics; USE SCHEMA analytics.shop;
CREATE OR REPLACE TRANSIENT TABLE ANALYTICS.SHOP.CUSTOMERS (
  ID NUMBER(38,0) NOT NULL AUTOINCREMENT START 100 INCREMENT 10 ORDER,
  "Full Name" VARCHAR(16777216) COLLATE 'en-ci' COMMENT 'as it\\'s written',
  EMAIL STRING(200) WITH MASKING POLICY governance.hide USING (EMAIL, ID) WITH TAG (pii='yes', cost.centre='a'),
  PROFILE VARIANT, TAGS ARRAY, SEEN TIMESTAMP_NTZ(9) DEFAULT CURRENT_TIMESTAMP(), AT TIMESTAMP_LTZ,
  CONSTRAINT PK_C PRIMARY KEY (ID) NOT ENFORCED RELY,
  UNIQUE (EMAIL) NORELY
) CLUSTER BY (ID, TO_DATE(SEEN)) DATA_RETENTION_TIME_IN_DAYS = 1 CHANGE_TRACKING = TRUE COMMENT = 'people';
create table if not exists orders (
  id int identity(1,1) primary key, customer_id number references shop.customers (id), total decimal(12,2) default 0.0,
  key varchar default uuid_string(), n int default numbers.nextval
) with tag (area='sales') comment='bought';
ALTER TABLE orders ADD COLUMN note TEXT COMMENT 'free', paid BOOLEAN DEFAULT FALSE;
ALTER TABLE orders ADD CONSTRAINT fk_again FOREIGN KEY (n) REFERENCES customers (id) NOT ENFORCED;
ALTER TABLE orders ALTER COLUMN total SET DATA TYPE NUMBER(14,2);
COMMENT ON COLUMN orders.n IS 'a number';
CREATE SEQUENCE numbers START = 5 INCREMENT = 2 NOORDER;
CREATE SECURE VIEW late (id COMMENT 'of the order') COPY GRANTS COMMENT = 'too late' AS SELECT id FROM orders;
CREATE STAGE files URL = 's3://x;y' FILE_FORMAT = (TYPE = 'CSV');
CREATE STREAM changes ON TABLE orders;
CREATE TASK daily WAREHOUSE = w SCHEDULE = 'USING CRON 0 9 * * * UTC' AS INSERT INTO orders SELECT 1;
CREATE FUNCTION twice(a FLOAT) RETURNS FLOAT LANGUAGE JAVASCRIPT AS $$ return A * 2; // CREATE TABLE fake (a int);
$$;
CREATE ROLE reader;
GRANT SELECT, INSERT ON TABLE orders TO ROLE reader;
GRANT USAGE ON WAREHOUSE w TO ROLE reader;
INSERT INTO orders (id) VALUES (1), (2);
CREATE TABLE copies CLONE orders;
`

describe('Snowflake', () => {
  it('is read into a document for PostgreSQL: names, types, keys, comments and counting columns', async () => {
    const { tables, schema } = await read(shop)
    expect([...tables.keys()]).toEqual(['customers', 'orders', 'copies'])
    const customers = tables.get('customers')
    expect(customers?.comment).toBe('people')
    expect(customers?.columns.map(({ name, type }) => [name, type.raw])).toEqual([
      ['id', 'bigint'],
      ['Full Name', 'text'],
      ['email', 'varchar(200)'],
      ['profile', 'jsonb'],
      ['tags', 'jsonb'],
      ['seen', 'timestamp(6)'],
      ['at', 'timestamptz'],
    ])
    expect(customers?.columns[0]?.identity).toMatchObject({ start: '100', step: '10' })
    expect(customers?.columns[1]?.comment).toBe("as it's written")
    expect(customers?.columns[2]?.properties).toEqual([
      { key: 'masking policy', value: 'governance.hide USING (EMAIL, ID)' },
      { key: 'pii', value: 'yes' },
      { key: 'cost.centre', value: 'a' },
    ])
    expect(customers?.properties.map(({ key }) => key)).toEqual([
      'cluster by',
      'data_retention_time_in_days',
      'change_tracking',
    ])
    const orders = tables.get('orders')
    expect(orders?.columns.map(({ name }) => name)).toEqual([
      'id',
      'customer_id',
      'total',
      'key',
      'n',
      'note',
      'paid',
    ])
    expect(orders?.columns[2]?.type.raw).toBe('numeric(14,2)')
    expect(orders?.columns[4]?.comment).toBe('a number')
    expect([...schema.relation.values()].map(({ name }) => name)).toEqual([
      'orders_customer_id_fkey',
      'fk_again',
    ])
    expect([...schema.namespace.values()].map(({ name }) => name)).toEqual(['shop'])
    expect(tables.get('copies')?.columns).toHaveLength(7)
    expect([...schema.sequence.values()]).toMatchObject([{ name: 'numbers', start: '5', step: '2' }])
    expect([...schema.view.values()]).toMatchObject([{ name: 'late', comment: 'too late' }])
    expect(schema.grant.size).toBe(1)
  })

  it('keeps what only Snowflake runs as a comment, tells of it, and never looks into bodies', async () => {
    const { schema, told, tables } = await read(shop)
    const kept = [...schema.verbatim.values()].map(({ text }) => rawSql(text))
    for (const word of ['STAGE files', 'STREAM changes', 'TASK daily', 'FUNCTION twice', 'ON WAREHOUSE w'])
      expect(kept.filter((text) => text.includes(word))).toHaveLength(1)
    expect(kept.every((text) => text.split('\n').every((line) => line.startsWith('--')))).toBe(true)
    expect(tables.has('fake')).toBe(false)
    expect(told.filter((text) => /kept as text/.test(text))).toHaveLength(5)
    expect(told.join('\n')).toMatch(/VARIANT is read as jsonb/)
    expect(told.join('\n')).toMatch(/collation en-ci of Full Name is left out/)
  })

  it('writes defaults as PostgreSQL says them', async () => {
    const { script } = await read(shop)
    expect(script).toMatch(/seen timestamp\(6\)[^,]* DEFAULT current_timestamp/i)
    expect(script).toContain('DEFAULT gen_random_uuid()')
    expect(script).toMatch(/DEFAULT nextval\('(?:shop\.)?numbers'\)/)
    expect(spokenText("'it\\'s' || 'sysdate()' || SYSDATE()")).toBe("'it''s' || 'sysdate()' || now()")
  })

  it('has a word for every type', () => {
    const words =
      'NUMBER|NUMBER(10, 2)|INT|BYTEINT|FLOAT8|DOUBLE PRECISION|CHAR|STRING|TEXT(20)|NVARCHAR2(5)|BINARY(8)|BOOLEAN|DATE|TIME(3)|DATETIME|TIMESTAMP_TZ(3)|OBJECT|MAP(VARCHAR, NUMBER)|GEOGRAPHY|CHAR VARYING(3)'
    expect(words.split('|').map((word) => spokenType(word)?.type)).toEqual(
      'numeric(38,0)|numeric(10,2)|integer|smallint|double precision|double precision|char(1)|text|varchar(20)|varchar(5)|bytea|boolean|date|time(3)|timestamp|timestamptz(3)|jsonb|jsonb|geography|varchar(3)'.split(
        '|',
      ),
    )
    expect(spokenType('SOMETHING(1)')).toBeUndefined()
  })

  it('is told from its neighbours by its look', () => {
    expect(looksLikeSnowflake(shop, 'shop.sql')).toBe(true)
    expect(looksLikeSnowflake('CREATE TABLE a (id serial PRIMARY KEY, b jsonb);', 'a.sql')).toBe(false)
  })
})
