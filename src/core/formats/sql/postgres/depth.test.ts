import { expect, it } from 'vitest'
import { nodePostgresParser } from '../../../../cli/postgresParser'
import { rawSql } from '../../../model/sqlText'
import { countingIds } from '../../../model/testing/factories'
import { readSql } from '../read'

const read = async (text: string) => {
  const result = await readSql([{ name: 'deep.sql', text }], {
    newId: countingIds('dp'),
    target: { dialect: 'postgres', version: '18' },
    engines: { postgres: nodePostgresParser },
  })
  if (!result.ok) throw new Error(result.error.message)
  return result.value.schema
}

it('takes an expression of any depth into the document, word for word', async () => {
  const deep = `${'('.repeat(20_000)}a${')'.repeat(20_000)}`
  const schema = await read(`CREATE TABLE t (a int, b int DEFAULT ${deep}); CREATE TABLE after (id int);`)
  const [table, after] = schema.table.values()
  const text = table?.columns[1]?.default
  expect(text && rawSql(text)).toBe(deep)
  expect(after?.name).toBe('after')
})

it('reads the last word of a body in dollar quotes without the quotes', async () => {
  const body = 'CREATE FUNCTION f() RETURNS uuid LANGUAGE sql AS $$select null::uuid$$'
  const [routine] = (await read(`${body};`)).routine.values()
  expect(routine && rawSql(routine.definition)).toBe(body)
})
