import { describe, expect, it } from 'vitest'
import {
  makeColumn,
  makeEnum,
  makeEnumValue,
  makeNamespace,
  makeRoutine,
  makeSequence,
  makeTable,
  makeView,
  makeViewColumn,
  newSchema,
} from '../factory'
import { orders as orderKeys } from '../order'
import type { Schema } from '../schema'
import { isSqlRef, rawSql, type SqlText } from '../sqlText'
import { ansi } from '../testing/ansi'
import { userType } from '../type'
import { analyseSql, resolveSql, type SqlScope } from './resolveSql'

let n = 0
const newId = () => String(++n)
const keys = orderKeys(20)
const columns = (...names: string[]) =>
  names.map((name, i) => makeColumn(newId, { name, order: keys[i] ?? '' }))

const sales = makeNamespace(newId, { name: 'sales' })
const status = makeEnum(newId, {
  name: 'order_status',
  values: ['open', 'paid', "it's odd"].map((name, i) => makeEnumValue(newId, { name, order: keys[i] ?? '' })),
})
const users = makeTable(newId, { name: 'users', columns: columns('id', 'name', 'email', 'parent_id') })
const orders = makeTable(newId, {
  name: 'orders',
  columns: columns('id', 'user_id', 'status', 'total', 'Weird "Name"').map((column) =>
    column.name === 'status' ? { ...column, type: userType(status.id, 'order_status') } : column,
  ),
})
const items = makeTable(newId, {
  name: 'items',
  namespace: sales.id,
  columns: columns('id', 'order_id', 'price'),
})
const big = makeView(newId, {
  name: 'big_orders',
  dialect: 'postgres',
  columns: [makeViewColumn(newId, { name: 'id' }), makeViewColumn(newId, { name: 'amount' })],
})
const sequence = makeSequence(newId, { name: 'order_seq' })
const touch = makeRoutine(newId, { name: 'touch', dialect: 'postgres', definition: { parts: [] } })

const mapOf = <T extends { readonly id: string }>(...rows: T[]) =>
  new Map<T['id'], T>(rows.map((row) => [row.id, row]))
const schema: Schema = {
  ...newSchema(newId, 'x', { dialect: 'postgres', version: '18' }),
  namespace: mapOf(sales),
  enum: mapOf(status),
  table: mapOf(users, orders, items),
  view: mapOf(big),
  sequence: mapOf(sequence),
  routine: mapOf(touch),
}

const marked = (text: SqlText): string =>
  text.parts.map((part) => (isSqlRef(part) ? `«${part.raw}»` : part)).join('')

const statement = (sql: string, more: Partial<SqlScope> = {}): string => {
  const text = resolveSql(sql, { schema, form: 'statement', ...more }, ansi)
  expect(rawSql(text)).toBe(sql)
  return marked(text)
}

const expression = (sql: string, more: Partial<SqlScope> = {}): string => {
  const text = resolveSql(sql, { schema, form: 'expression', on: orders.id, ...more }, ansi)
  expect(rawSql(text)).toBe(sql)
  return marked(text)
}

describe('an expression of a table', () => {
  it.each([
    ['total > 0 AND lower(name) <> 1', '«total» > 0 AND lower(name) <> 1'],
    ['"Weird ""Name""" IS NOT NULL', '«"Weird ""Name"""» IS NOT NULL'],
    ['orders.total > 0', '«orders».«total» > 0'],
    ["nextval('order_seq'::regclass)", "nextval('«order_seq»'::regclass)"],
    ["nextval('public.order_seq')", "nextval('public.«order_seq»')"],
    [
      "status = 'open' OR status IN ('paid', 'it''s odd')",
      "«status» = '«open»' OR «status» IN ('«paid»', '«it''s odd»')",
    ],
    ["'open' = status", "'«open»' = «status»"],
    ["'open'::order_status", "'«open»'::«order_status»"],
    ["CAST('paid' AS order_status)", "CAST('«paid»' AS «order_status»)"],
    [
      "status = ANY (ARRAY['open'::order_status, 'paid'::order_status])",
      "«status» = ANY (ARRAY['«open»'::«order_status», '«paid»'::«order_status»])",
    ],
    ["(status)::text = 'open'::text", "(«status»)::text = '«open»'::text"],
    [
      "CASE status WHEN 'open' THEN 1 WHEN 'paid' THEN 2 END",
      "CASE «status» WHEN '«open»' THEN 1 WHEN '«paid»' THEN 2 END",
    ],
    ["coalesce(status, 'open')", "coalesce(«status», '«open»')"],
    ["lower('status') -- status", "lower('status') -- status"],
    ['/* total /* nested */ */ total', '/* total /* nested */ */ «total»'],
    ['extract(day from total)', 'extract(day from «total»)'],
    ['touch(total)', '«touch»(«total»)'],
    [
      'EXISTS (SELECT 1 FROM users u WHERE u.id = user_id)',
      'EXISTS (SELECT 1 FROM «users» u WHERE u.«id» = «user_id»)',
    ],
  ])('%s', (sql, expected) => {
    expect(expression(sql)).toBe(expected)
  })

  it('takes a plain string in a default for a value of the column’s enum', () => {
    const column = orders.columns[2]?.id
    expect(expression("'open'", { column })).toBe("'«open»'")
    expect(expression("'unknown'", { column })).toBe("'unknown'")
  })
})

describe('a query', () => {
  it.each([
    [
      'SELECT o.id, u.name FROM orders o JOIN users AS u ON u.id = o.user_id',
      'SELECT o.«id», u.«name» FROM «orders» o JOIN «users» AS u ON u.«id» = o.«user_id»',
    ],
    ['SELECT total, email FROM orders, users', 'SELECT «total», «email» FROM «orders», «users»'],
    ['SELECT id FROM orders, users', 'SELECT id FROM «orders», «users»'],
    ['SELECT orders.* FROM orders', 'SELECT «orders».* FROM «orders»'],
    ['SELECT public.orders.total FROM public.orders', 'SELECT public.«orders».«total» FROM public.«orders»'],
    ['SELECT price FROM sales.items', 'SELECT «price» FROM «sales».«items»'],
    ['SELECT sales.items.price FROM sales.items', 'SELECT «sales».«items».«price» FROM «sales».«items»'],
    [
      'SELECT total AS name, count(*) email FROM orders ORDER BY name',
      'SELECT «total» AS name, count(*) email FROM «orders» ORDER BY name',
    ],
    [
      'WITH users AS (SELECT id, total AS t FROM orders) SELECT users.id, users.t, t FROM users',
      'WITH users AS (SELECT «id», «total» AS t FROM «orders») SELECT users.«id», users.t, t FROM users',
    ],
    [
      'SELECT s.total FROM (SELECT total FROM orders) s',
      'SELECT s.«total» FROM (SELECT «total» FROM «orders») s',
    ],
    [
      'SELECT s.total, total FROM (SELECT * FROM orders) s',
      'SELECT s.«total», «total» FROM (SELECT * FROM «orders») s',
    ],
    [
      'SELECT total FROM orders UNION ALL SELECT id FROM users',
      'SELECT «total» FROM «orders» UNION ALL SELECT «id» FROM «users»',
    ],
    [
      'SELECT a.name, b.name FROM users a LEFT JOIN users b ON b.id = a.parent_id',
      'SELECT a.«name», b.«name» FROM «users» a LEFT JOIN «users» b ON b.«id» = a.«parent_id»',
    ],
    ['SELECT amount FROM big_orders', 'SELECT «amount» FROM «big_orders»'],
    ['SELECT x.total FROM generate_series(1, 3) x', 'SELECT x.total FROM generate_series(1, 3) x'],
    [
      'SELECT extract(year FROM total) FROM orders WHERE total IS DISTINCT FROM 3',
      'SELECT extract(year FROM «total») FROM «orders» WHERE «total» IS DISTINCT FROM 3',
    ],
    [
      'SELECT DISTINCT ON (user_id) total FROM orders',
      'SELECT DISTINCT ON («user_id») «total» FROM «orders»',
    ],
    [
      'SELECT (SELECT max(total) FROM orders WHERE user_id = users.id) FROM users',
      'SELECT (SELECT max(«total») FROM «orders» WHERE «user_id» = «users».«id») FROM «users»',
    ],
    ['SELECT to_jsonb(orders) FROM orders', 'SELECT to_jsonb(«orders») FROM «orders»'],
    [
      'SELECT price FROM (sales.items JOIN orders o ON o.id = order_id)',
      'SELECT «price» FROM («sales».«items» JOIN «orders» o ON o.«id» = «order_id»)',
    ],
    [
      "SELECT 'open'::order_status, total::numeric FROM orders",
      "SELECT '«open»'::«order_status», «total»::numeric FROM «orders»",
    ],
  ])('%s', (sql, expected) => {
    expect(statement(sql)).toBe(expected)
  })
})

describe('statements', () => {
  it.each([
    [
      "INSERT INTO orders (user_id, status) VALUES (1, 'open'), (2, 'paid')",
      "INSERT INTO «orders» («user_id», «status») VALUES (1, '«open»'), (2, '«paid»')",
    ],
    [
      'INSERT INTO orders (id, total) SELECT id, 1 FROM users ON CONFLICT (id) DO UPDATE SET total = excluded.total + orders.total RETURNING status',
      'INSERT INTO «orders» («id», «total») SELECT «id», 1 FROM «users» ON CONFLICT («id») DO UPDATE SET «total» = excluded.«total» + «orders».«total» RETURNING «status»',
    ],
    [
      "UPDATE orders SET status = 'paid', total = total + 1 WHERE user_id = 3",
      "UPDATE «orders» SET «status» = '«paid»', «total» = «total» + 1 WHERE «user_id» = 3",
    ],
    [
      'UPDATE orders o SET total = u.id FROM users u WHERE u.id = o.user_id',
      'UPDATE «orders» o SET «total» = u.«id» FROM «users» u WHERE u.«id» = o.«user_id»',
    ],
    [
      'DELETE FROM orders USING users WHERE users.id = user_id',
      'DELETE FROM «orders» USING «users» WHERE «users».«id» = «user_id»',
    ],
    [
      "COMMENT ON COLUMN sales.items.price IS 'price'",
      "COMMENT ON COLUMN «sales».«items».«price» IS 'price'",
    ],
    [
      'ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0)',
      'ALTER TABLE «orders» ADD CONSTRAINT positive CHECK («total» > 0)',
    ],
    [
      'CREATE INDEX x ON orders USING btree (total, lower(status::text))',
      'CREATE INDEX x ON «orders» USING btree («total», lower(«status»::text))',
    ],
    ['GRANT SELECT (total), UPDATE ON orders TO bob', 'GRANT SELECT («total»), UPDATE ON «orders» TO bob'],
    ['ALTER SEQUENCE order_seq OWNED BY orders.id', 'ALTER SEQUENCE «order_seq» OWNED BY «orders».«id»'],
    [
      'ALTER TABLE sales.items ADD FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE SET NULL',
      'ALTER TABLE «sales».«items» ADD FOREIGN KEY («order_id») REFERENCES «orders» («id») ON DELETE SET NULL',
    ],
  ])('%s', (sql, expected) => {
    expect(statement(sql)).toBe(expected)
  })

  it('sees the rows of a trigger as its table’s, and its own function', () => {
    const sql = `CREATE TRIGGER t BEFORE INSERT OR UPDATE OF total, status ON orders
      FOR EACH ROW WHEN (NEW.total > OLD.total AND NEW.status = 'open') EXECUTE FUNCTION touch()`
    expect(statement(sql, { on: orders.id }))
      .toBe(`CREATE TRIGGER t BEFORE INSERT OR UPDATE OF «total», «status» ON «orders»
      FOR EACH ROW WHEN (NEW.«total» > OLD.«total» AND NEW.«status» = '«open»') EXECUTE FUNCTION «touch»()`)
  })

  it('reads the body of a function as SQL again', () => {
    const sql = `CREATE OR REPLACE FUNCTION touch(p_id bigint, OUT s order_status) RETURNS order_status LANGUAGE plpgsql AS $fn$
DECLARE
  v_total orders.total%TYPE := 0;
  r users%ROWTYPE;
BEGIN
  SELECT total, status INTO v_total, s FROM orders WHERE id = p_id;
  IF EXISTS (SELECT 1 FROM users WHERE email IS NULL) THEN
    UPDATE sales.items SET price = price * 2 WHERE order_id = p_id;
  END IF;
  FOR r IN SELECT * FROM users LOOP
    DELETE FROM orders WHERE user_id = r.id;
  END LOOP;
  RETURN 'open'::order_status;
END $fn$`
    expect(statement(sql, { self: touch.id }))
      .toBe(`CREATE OR REPLACE FUNCTION «touch»(p_id bigint, OUT s «order_status») RETURNS «order_status» LANGUAGE plpgsql AS $fn$
DECLARE
  v_total «orders».«total»%TYPE := 0;
  r «users»%ROWTYPE;
BEGIN
  SELECT «total», «status» INTO v_total, s FROM «orders» WHERE «id» = p_id;
  IF EXISTS (SELECT 1 FROM «users» WHERE «email» IS NULL) THEN
    UPDATE «sales».«items» SET «price» = «price» * 2 WHERE «order_id» = p_id;
  END IF;
  FOR r IN SELECT * FROM «users» LOOP
    DELETE FROM «orders» WHERE «user_id» = r.id;
  END LOOP;
  RETURN '«open»'::«order_status»;
END $fn$`)
  })
})

describe('what cannot be decided', () => {
  const openIn = (sql: string) =>
    analyseSql(sql, { schema, form: 'statement' }, ansi).open.map(({ name, from }) => [name, from])

  it('is a bare name that two tables have', () => {
    expect(openIn('SELECT id FROM orders, users')).toEqual([['id', 7]])
  })

  it('is a column that a join uses from both sides', () => {
    expect(openIn('SELECT 1 FROM orders JOIN users USING (id)')).toEqual([['id', 39]])
  })

  it('is a variable called like a column', () => {
    const sql = 'CREATE FUNCTION f(total int) RETURNS int AS $$ SELECT total FROM orders $$'
    expect(openIn(sql)).toEqual([['total', 54]])
  })
})
