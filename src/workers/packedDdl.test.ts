import { expect, test } from 'vitest'
import type { Ddl } from '../core/dialects/dialect'
import { packDdl, unpackDdl } from './packedDdl'

const statement = (text: string, sql: string, about?: `t_${string}`) => ({
  sql,
  from: text.indexOf(sql),
  to: text.indexOf(sql) + sql.length,
  ...(about && { about }),
})

test('a script arrives as it was sent, with what each statement is of', () => {
  const text = 'BEGIN;\n\nCREATE TABLE a ();\n\nCREATE TABLE b ();\n'
  const ddl: Ddl = {
    text,
    statements: [
      statement(text, 'BEGIN;'),
      statement(text, 'CREATE TABLE a ();', 't_1'),
      statement(text, 'CREATE TABLE b ();', 't_2'),
    ],
    notices: [{ level: 'info', code: 'x', message: 'y', line: 3 }],
  }
  expect(unpackDdl(structuredClone(packDdl(ddl)))).toEqual(ddl)
})

test('an empty script has no statements', () => {
  expect(unpackDdl(packDdl({ text: '', statements: [], notices: [] })).statements).toEqual([])
})
