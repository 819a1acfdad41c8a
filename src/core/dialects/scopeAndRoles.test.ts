import { expect, it } from 'vitest'
import { makePolicy, makeRole } from '../model/factory'
import { sqlText } from '../model/sqlText'
import { defaultDdlOptions } from './options'
import { written } from './testing/claims'
import { shop } from './testing/shop'
import { sketch } from './testing/sketch'

it('a script of a view alone holds the tables that it reads', () => {
  const scope = new Set([...shop.view.keys()])
  const { text } = written(shop, 'postgres', { ...defaultDdlOptions, scope })
  expect(text).toMatch(/CREATE TABLE public\.users|CREATE TABLE users/)
  expect(text).toContain('CREATE VIEW')
  expect(text).not.toMatch(/CREATE TABLE a /)
})

it('a policy names roles as roles, and PUBLIC and CURRENT_USER as the words that they are', () => {
  const plain = sketch({ tables: { t: { columns: { id: 'int' } } } })
  const role = makeRole(() => 'x', { name: 'Night Shift', dialect: 'postgres' })
  const [table] = plain.table.values()
  if (!table) throw new Error('One table')
  const roles = ['Night Shift', 'public', 'Current_User', '"Quoted"', 'Clerk', 'two words']
  const policies = [makePolicy(() => 'p', { name: 'own', roles, using: sqlText('true') })]
  const schema = {
    ...plain,
    role: new Map([[role.id, role]]),
    table: new Map([[table.id, { ...table, policies }]]),
  }
  expect(written(schema, 'postgres').text).toContain(
    'TO "Night Shift", PUBLIC, CURRENT_USER, "Quoted", clerk, "two words" USING',
  )
})
