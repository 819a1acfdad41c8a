// A small shop with one of everything that most schemas have.
import { sketch } from './sketch'

export const shop = sketch({
  namespaces: ['public', 'sales'],
  enums: { status: ['new', "it's", 'b\\c'] },
  tables: {
    users: {
      columns: {
        id: { type: 'bigint!', identity: { mode: 'always' } },
        email: { type: 'varchar(255)!', comment: "it's; --\nx" },
        created_at: { type: 'timestamptz!', default: 'now()' },
        tags: { type: 'text[]', default: "'{}'" },
        doc: { type: 'jsonb', default: "'{}'::jsonb" },
        uid: { type: 'uuid!', default: 'gen_random_uuid()' },
        active: { type: 'boolean!', default: 'true' },
      },
      pk: ['id'],
      uniques: [{ on: ['email'] }],
      comment: 'People',
    },
    orders: {
      namespace: 'sales',
      columns: {
        id: 'serial!',
        user_id: 'bigint',
        status: { type: 'status!', default: "'new'::{status}" },
        total: { type: 'numeric(10,2)!', default: '0' },
        gross: { type: 'numeric(12,2)', generated: '{total} * 1.2' },
        note: 'text',
      },
      pk: ['id'],
      checks: [{ is: '{total} > 0' }, { is: 'length({note}) < 100' }],
      indexes: [
        { on: ['user_id'], where: '{total} > 10' },
        { on: ['(lower({note}::text))'] },
        { on: ['note', 'user_id'], unique: true, where: '{total} > 10' },
      ],
    },
    a: { columns: { id: 'int!', b: 'int' }, pk: ['id'] },
    b: { columns: { id: 'int!', a: 'int' }, pk: ['id'] },
  },
  foreignKeys: [
    { from: 'orders.user_id', to: 'users.id', onDelete: 'cascade' },
    { from: 'a.b', to: 'b.id', onDelete: 'setNull' },
    { from: 'b.a', to: 'a.id' },
  ],
  views: { v: 'SELECT {users.id} FROM {users} JOIN {orders} ON true' },
})
