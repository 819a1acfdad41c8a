import { describe, expect, test } from 'vitest'
import type { AlterAction, Said } from '../statement'
import { readMysql } from './mysql'

async function read(text: string, dialect: 'mysql' | 'mariadb' = 'mysql') {
  const script = await readMysql(text, { dialect, sampleRows: 0 })
  return { said: script.statements.map(({ at: _at, ...said }): Said => said), remarks: script.remarks }
}

const kindsOf = async (text: string) => (await read(text)).said.map(({ kind }) => kind)

async function table(text: string, dialect: 'mysql' | 'mariadb' = 'mysql') {
  const { said, remarks } = await read(text, dialect)
  const made = said.find((one) => one.kind === 'createTable')
  if (made?.kind !== 'createTable') throw new Error(`no table in ${JSON.stringify(said)}`)
  expect(remarks).toEqual([])
  return made
}

async function actions(text: string): Promise<readonly AlterAction[]> {
  const { said } = await read(text)
  return said.flatMap((one) => (one.kind === 'alterTable' ? one.actions : []))
}

describe('a table of MySQL', () => {
  test('keeps what only MySQL says of a column', async () => {
    const { columns } = await table(`CREATE TABLE t (
      a int(10) unsigned zerofill NOT NULL AUTO_INCREMENT,
      b set('x','y''z') CHARACTER SET latin1 COLLATE latin1_bin DEFAULT 'x' COMMENT 'it''s, fine',
      c BINARY(16) DEFAULT 0x00, d timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
      e double AS ((\`a\` * 2)) STORED, f varchar(9) DEFAULT uuid() INVISIBLE, g point NOT NULL SRID 4326,
      h bit(1) DEFAULT b'0', KEY (a)) AUTO_INCREMENT=42`)
    const [a, b, c, d, e, f, g, h] = columns
    expect(a).toMatchObject({
      type: 'int(10) unsigned zerofill',
      identity: { style: 'autoIncrement', start: '42' },
    })
    expect(b).toMatchObject({
      type: "set('x','y''z')",
      charset: 'latin1',
      collation: 'latin1_bin',
      comment: "it's, fine",
    })
    expect(c).toMatchObject({ type: 'BINARY(16)', default: '0x00' })
    expect(d).toMatchObject({ default: 'CURRENT_TIMESTAMP(3)', onUpdate: 'CURRENT_TIMESTAMP(3)' })
    expect(e).toMatchObject({ generated: { expression: '`a` * 2', storage: 'stored' } })
    expect(f).toMatchObject({ default: 'uuid()', invisible: true })
    expect(g?.options).toEqual([{ dialect: 'mysql', name: 'SRID', value: '4326' }])
    expect(h?.default).toBe("b'0'")
  })

  test('keeps what only MySQL says of an index', async () => {
    const { constraints } = await table(`CREATE TABLE t (a int, PRIMARY KEY USING BTREE (a),
      UNIQUE u (b(4) DESC, c) COMMENT 'k', FULLTEXT KEY f (d) WITH PARSER ngram, SPATIAL INDEX (e),
      KEY x ((lower(b)), (cast(c as char(10))) desc) USING BTREE /*!80000 INVISIBLE */)`)
    expect(constraints.map((one) => (one.kind === 'index' ? one.index : one))).toMatchObject([
      { kind: 'primaryKey', name: '', parts: [{ column: 'a' }] },
      {
        kind: 'unique',
        name: 'u',
        parts: [{ column: 'b', length: 4, sort: 'desc' }, { column: 'c' }],
        comment: 'k',
      },
      { name: 'f', method: 'fulltext', options: [{ name: 'WITH PARSER', value: 'ngram' }] },
      { name: '', method: 'spatial' },
      {
        name: 'x',
        parts: [
          { on: { expression: 'lower(b)' } },
          { on: { expression: 'cast(c as char(10))' }, sort: 'desc' },
        ],
        invisible: true,
      },
    ])
  })

  test('reads options with and without signs between them, and partitions word for word', async () => {
    const made = await table(
      "CREATE TABLE t (a int) ENGINE InnoDB, DEFAULT CHARACTER SET = 'utf8' COLLATE utf8_bin COMMENT 'x;y' /*!50100 PARTITION BY LIST COLUMNS(a) (PARTITION p VALUES IN (1,2)) */;",
    )
    expect(made.options?.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'ENGINE=InnoDB',
      'DEFAULT CHARSET=utf8',
      'COLLATE=utf8_bin',
    ])
    expect(made.comment).toBe('x;y')
    expect(made.partitioning).toEqual({
      method: 'list columns',
      parts: [{ on: { column: 'a' } }],
      definition: '(PARTITION p VALUES IN (1,2))',
    })
  })

  test('of MariaDB says JSON where a dump says LONGTEXT with a check', async () => {
    const made = await table(
      'CREATE TABLE t (j longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`j`)))',
      'mariadb',
    )
    expect(made.columns[0]?.type).toBe('json')
    expect(made.constraints).toEqual([])
  })

  test('is told apart from its database when the script is about one', async () => {
    const one = await table(
      'CREATE DATABASE shop CHARACTER SET latin1; USE `shop`; CREATE TABLE shop.a (b int REFERENCES x.y (z))',
    )
    expect(one.name).toEqual({ name: 'a' })
    expect(one.options).toEqual([{ dialect: 'mysql', name: 'DEFAULT CHARSET', value: 'latin1' }])
    expect(one.constraints[0]).toMatchObject({ parent: { schema: 'x', name: 'y' } })
    expect(await kindsOf('CREATE DATABASE a;\nUSE a;\nCREATE DATABASE b;\nUSE b;')).toEqual([
      'createSchema',
      'useSchema',
      'createSchema',
      'useSchema',
    ])
  })
})

describe('ALTER TABLE', () => {
  test('completes the tables of phpMyAdmin', async () => {
    expect(
      await actions(
        'ALTER TABLE `t` ADD PRIMARY KEY (`a`), ADD KEY `k` (`b`), MODIFY `a` int NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=6;',
      ),
    ).toMatchObject([
      { do: 'addConstraint', constraint: { kind: 'primaryKey' } },
      { do: 'addConstraint', constraint: { kind: 'index', index: { name: 'k' } } },
      { do: 'redefineColumn', column: 'a', to: { identity: { start: '6' } } },
    ])
  })

  test('takes actions of every kind, each by itself', async () => {
    const all =
      await actions(`ALTER TABLE t ADD (a int, b text), ADD c int FIRST, CHANGE old neu varchar(10) DEFAULT 'a,b' AFTER zz,
      DROP q, DROP FOREIGN KEY fk, DROP INDEX i, DROP PRIMARY KEY, RENAME COLUMN a TO d, RENAME KEY e TO f, RENAME tt,
      ALTER COLUMN c SET DEFAULT (1 + 1), ALTER INDEX i INVISIBLE, CONVERT TO CHARACTER SET utf8mb4, ENGINE=InnoDB ROW_FORMAT=DYNAMIC,
      ORDER BY a, b DESC, ADD PARTITION (PARTITION p3 VALUES LESS THAN (5)), ALGORITHM=INPLACE`)
    expect(all.map((one) => one.do)).toEqual([
      ...[
        'addColumn',
        'addColumn',
        'addColumn',
        'redefineColumn',
        'dropColumn',
        'dropConstraint',
        'dropConstraint',
      ],
      ...[
        'dropConstraint',
        'renameColumn',
        'renameConstraint',
        'rename',
        'alterColumn',
        'alterIndex',
        'convertText',
      ],
      ...['options', 'options', 'nothing', 'keep', 'nothing'],
    ])
    expect(all[2]).toMatchObject({ position: 'first' })
    expect(all[3]).toMatchObject({
      column: 'old',
      to: { name: 'neu', default: "'a,b'" },
      position: { after: 'zz' },
    })
    expect(all.find((one) => one.do === 'keep')).toMatchObject({
      text: 'ALTER TABLE t ADD PARTITION (PARTITION p3 VALUES LESS THAN (5))',
    })
  })
})

describe('a dump', () => {
  test('opens version comments, also around the words of a trigger', async () => {
    const { said } = await read(
      '/*!50003 CREATE*/ /*!50017 DEFINER=`r`@`h`*/ /*!50003 TRIGGER `t` BEFORE INSERT ON `c` FOR EACH ROW BEGIN SET NEW.a = 1; END */;;\nCREATE TABLE a (b int);',
    )
    expect(said.map(({ kind }) => kind)).toEqual(['createTrigger', 'createTable'])
    expect(said[0]).toMatchObject({
      definition:
        'CREATE  DEFINER=`r`@`h`  TRIGGER `t` BEFORE INSERT ON `c` FOR EACH ROW BEGIN SET NEW.a = 1; END',
    })
  })

  test('leaves out what MariaDB leaves out', async () => {
    const made = await table(
      'CREATE TABLE a (b int /*!80023 INVISIBLE */ /*M!100301 COMMENT "x" */)',
      'mariadb',
    )
    expect(made.columns[0]).toMatchObject({ comment: 'x' })
    expect(made.columns[0]?.invisible).toBeUndefined()
  })

  test('ends statements where DELIMITER says', async () => {
    expect(
      await kindsOf(
        'DELIMITER $$\nCREATE PROCEDURE p() BEGIN IF 1 THEN SELECT 1; END IF; END$$\ndelimiter ;\nCREATE TABLE a (b int); INSERT INTO a VALUES (1)',
      ),
    ).toEqual(['createRoutine', 'createTable', 'data'])
  })

  test('needs no DELIMITER where blocks tell', async () => {
    expect(
      await kindsOf(
        'CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW BEGIN CASE NEW.b WHEN 1 THEN DELETE FROM c; END CASE; END; CREATE TABLE a (b int)',
      ),
    ).toEqual(['createTrigger', 'createTable'])
  })

  test('says views with what stands before the word', async () => {
    const { said } = await read(
      'CREATE ALGORITHM=MERGE DEFINER=`root`@`%` SQL SECURITY INVOKER VIEW v (a) AS select 1 WITH CHECK OPTION',
    )
    expect(said[0]).toMatchObject({
      kind: 'createView',
      query: 'select 1 WITH CHECK OPTION',
      columns: [{ name: 'a' }],
      options: [
        { name: 'ALGORITHM', value: 'MERGE' },
        { name: 'DEFINER', value: '`root`@`%`' },
        { name: 'SQL SECURITY', value: 'INVOKER' },
      ],
    })
  })
})
