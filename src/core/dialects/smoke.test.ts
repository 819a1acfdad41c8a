import { it } from 'vitest'
import { sketch } from './testing/sketch'
import { written } from './testing/claims'
it('smoke', () => {
  const s = sketch({
    namespaces: ['public', 'sales'],
    enums: { status: ['new', "it's", 'b\\c'] },
    tables: {
      users: { columns: { id: { type: 'bigint!', identity: { mode: 'always' } }, email: { type: 'varchar(255)!', comment: "it's; --\nx" }, created_at: { type: 'timestamptz!', default: 'now()' }, tags: { type: 'text[]', default: "'{}'" } }, pk: ['id'], uniques: [{ on: ['email'] }], comment: 'People' },
      orders: { namespace: 'sales', columns: { id: 'serial!', user_id: 'bigint', status: { type: 'status!', default: "'new'::{status}" }, total: { type: 'numeric(10,2)!', default: '0' }, gross: { type: 'numeric', generated: '{total} * 1.2' } }, pk: ['id'], checks: [{ is: '{total} > 0' }], indexes: [{ on: ['user_id'], where: '{total} > 10' }, { on: ['(lower({status}::text))'], unique: true }] },
      a: { columns: { id: 'int!', b: 'int' }, pk: ['id'] }, b: { columns: { id: 'int!', a: 'int' }, pk: ['id'] },
    },
    foreignKeys: [{ from: 'orders.user_id', to: 'users.id', onDelete: 'cascade' }, { from: 'a.b', to: 'b.id' }, { from: 'b.a', to: 'a.id' }],
    views: { v: 'SELECT {users.id} FROM {users} JOIN {orders} ON true' },
  })
  const w = written(s, (process.env['D'] ?? 'postgres') as 'postgres')
  console.log(w.text, w.notices)
})
