import { describe, expect, it } from 'vitest'
import type { Family } from './engine'
import { splitScript } from './split'

const texts = (family: Family, sql: string): readonly string[] =>
  splitScript(family, sql).map((one) => one.text)

describe('a script is cut', () => {
  it('at semicolons outside of strings, names and comments, for every family', () => {
    const sql = `select ';' as ";" /* ; */ from a -- ;\n; ; \n-- last ; words\nselect 2`
    for (const family of ['postgres', 'mysql', 'sqlite'] as const) {
      expect(texts(family, sql)).toEqual([`select ';' as ";" /* ; */ from a -- ;`, 'select 2'])
    }
  })

  it('with the place of each statement', () => {
    const sql = ' \n/* x */ select 1;\n  select 2'
    expect(splitScript('postgres', sql).map((one) => sql.slice(one.offset, one.offset + 8))).toEqual([
      'select 1',
      'select 2',
    ])
  })

  it('into nothing when it says nothing', () => {
    expect(texts('mysql', ' ;; -- x\n# y\n/* z */')).toEqual([])
  })

  it('to the end where a quote or comment is never closed', () => {
    for (const open of [`select 'a; b`, 'select /* ; x', 'select $$ ; x'])
      expect(texts('postgres', open).at(0)).toContain('select')
  })
})

describe('as psql cuts it', () => {
  it('not in dollar quotes, escape strings, nested comments or a body of BEGIN ATOMIC', () => {
    const statements = [
      `create function f() returns int language sql as $a$ select $$;$$; $a$`,
      `select E'it\\';s' /* a /* ; */ ; */`,
      `create or replace procedure p() begin atomic select case when true then 1 end; select 2; end`,
      `create rule r as on insert to t do also (delete from a; delete from b)`,
    ]
    expect(texts('postgres', statements.join(';\n'))).toEqual(statements)
  })
})

describe('as mysql cuts it', () => {
  it('at the delimiter that the script names', () => {
    const sql = `create table a (x int);\nDELIMITER $$\ncreate trigger t begin select 1; end$$\ndelimiter ;\nselect 2;`
    expect(texts('mysql', sql)).toEqual([
      'create table a (x int)',
      'create trigger t begin select 1; end',
      'select 2',
    ])
  })

  it('not after a backslash in a string; and a minus needs a blank to make a comment', () => {
    expect(texts('mysql', `select 'it\\';s'; select 1--1; select "a;\\"b"`)).toEqual([
      `select 'it\\';s'`,
      'select 1--1',
      `select "a;\\"b"`,
    ])
  })

  it('with the comments that are code', () => {
    expect(texts('mysql', '/*!40101 SET NAMES utf8 */;\n/*M!100 select 1 */;/* no */')).toEqual([
      '/*!40101 SET NAMES utf8 */',
      '/*M!100 select 1 */',
    ])
  })
})

describe('as sqlite3 cuts it', () => {
  it('not within a trigger', () => {
    const trigger = `create temp trigger t after insert on a begin select case when 1 then 2 end; delete from a; end`
    expect(texts('sqlite', `.mode csv\n${trigger};\nselect [a;b]`)).toEqual([trigger, 'select [a;b]'])
  })
})
