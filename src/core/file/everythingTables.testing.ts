// The types, roles and tables of the document that has everything.
import * as make from '../model/factory'
import { makeId, type NewId } from '../model/id'
import { orders } from '../model/order'
import type { SqlRef, SqlText } from '../model/sqlText'
import { userType } from '../model/type'

export const text = (...parts: readonly (string | SqlRef)[]): SqlText => ({ parts })
export const name = (to: SqlRef['to'], raw: string, more: Partial<SqlRef> = {}): SqlRef => ({
  to,
  raw,
  form: 'identifier',
  ...more,
})

const [a, b, c, d, e, f] = orders(6) as [string, string, string, string, string, string]

/** The types, namespaces and roles that the tables below use. */
export function basics(newId: NewId) {
  const project = make.makeProject(newId, {
    name: 'Shop "é" </script>',
    note: 'First line\nsecond line',
    target: { dialect: 'postgres', version: '18' },
    properties: [{ key: '__proto__', value: 'polluted?' }],
  })
  const sales = make.makeNamespace(newId, { name: 'sales', order: a, comment: 'What we sell' })
  const group = make.makeGroup(newId, {
    name: 'Orders',
    order: a,
    color: 'teal',
    comment: 'Money comes in here',
    properties: [{ key: 'team', value: 'blue' }],
  })
  const extension = make.makeExtension(newId, {
    name: 'pgcrypto',
    order: a,
    version: '1.3',
    comment: 'digest()',
    namespace: sales.id,
  })
  const group0 = make.makeRole(newId, { name: 'staff', order: a, dialect: 'postgres' })
  const role = make.makeRole(newId, {
    name: 'clerk',
    order: b,
    dialect: 'postgres',
    attributes: ['LOGIN', 'NOINHERIT'],
    memberOf: [group0.id],
    comment: 'At the till',
  })
  const state = make.makeEnum(newId, {
    name: 'order_state',
    order: a,
    namespace: sales.id,
    comment: 'Life of an order',
    values: [
      make.makeEnumValue(newId, { name: 'open', order: a, comment: 'not paid' }),
      make.makeEnumValue(newId, { name: "it's", order: b }),
    ],
  })
  const email = make.makeDomain(newId, {
    name: 'email',
    order: a,
    namespace: sales.id,
    comment: 'An address',
    type: { raw: 'citext', base: 'citext' },
    nullable: false,
    default: text("''"),
    collation: 'C',
    checks: [
      make.makeCheck(newId, {
        name: 'has_at',
        order: a,
        expression: text("VALUE LIKE '%@%'"),
        comment: 'roughly',
      }),
    ],
  })
  const money = make.makeComposite(newId, {
    name: 'price',
    order: a,
    namespace: sales.id,
    comment: 'Amount and currency',
    fields: [
      make.makeField(newId, {
        name: 'amount',
        order: a,
        type: { raw: 'numeric(12,2)', base: 'decimal', precision: 12, scale: 2 },
        comment: 'gross',
      }),
      make.makeField(newId, {
        name: 'currency',
        order: b,
        type: { raw: 'char(3)', base: 'char', length: 3 },
        collation: 'C',
      }),
    ],
  })
  return { project, sales, group, extension, group0, role, state, email, money }
}

export function partialOf(newId: NewId) {
  const made = make.makeColumn(newId, {
    name: 'made_at',
    order: a,
    type: { raw: 'timestamptz', base: 'datetime', zone: 'with' },
  })
  return make.makePartial(newId, {
    name: 'stamped',
    order: a,
    comment: 'Rows that know their age',
    color: '#3498DB',
    columns: [made],
    indexes: [make.makeIndex(newId, { name: '', order: a, parts: [{ on: { column: made.id } }] })],
    checks: [make.makeCheck(newId, { name: 'sane', order: a, expression: text("made_at > '2000-01-01'") })],
  })
}

export type Basics = ReturnType<typeof basics>

export function customers(newId: NewId, { sales, email, state, group }: Basics) {
  const owner = makeId('table', newId)
  const columns = [
    make.makeColumn(newId, {
      name: 'id',
      order: a,
      type: { raw: 'bigint', base: 'int64' },
      nullable: false,
      notNullName: 'customers_id_nn',
      identity: {
        mode: 'always',
        style: 'identity',
        start: '100',
        step: '-1',
        min: '-9223372036854775808',
        max: '9223372036854775807',
        cache: '20',
        cycle: true,
      },
      comment: 'A key\nof no meaning',
    }),
    make.makeColumn(newId, {
      name: 'email',
      order: b,
      type: userType(email.id, 'sales.email'),
      nullable: false,
      tags: ['personal', 'encrypted'],
      properties: [{ key: 'pii', value: 'yes' }],
    }),
    make.makeColumn(newId, {
      name: 'state',
      order: c,
      type: { ...userType(state.id, 'sales.order_state[]'), array: 1 },
      default: text("'{}'::", name(state.id, 'sales.order_state'), '[]'),
      defaultName: 'df_state',
    }),
    make.makeColumn(newId, {
      name: 'full name',
      order: d,
      type: { raw: 'varchar(80)', base: 'varchar', length: 80 },
      collation: 'de_DE',
      charset: 'utf8mb4',
      invisible: true,
      options: [{ dialect: 'postgres', name: 'STORAGE', value: 'EXTENDED' }],
    }),
    make.makeColumn(newId, {
      name: 'flags',
      order: e,
      type: { raw: "set('a','b')", base: 'set', values: ['a', 'b'] },
      onUpdate: text('CURRENT_TIMESTAMP'),
    }),
  ]
  const [id, mail] = columns as [(typeof columns)[number], (typeof columns)[number]]
  return make.makeTable(newId, {
    id: owner,
    name: 'customers',
    order: a,
    namespace: sales.id,
    group: group.id,
    comment: 'Who buys',
    columns,
    primaryKey: make.makeKey(newId, {
      name: 'customers_pkey',
      parts: [{ column: id.id }],
      comment: 'surrogate',
    }),
    uniques: [
      make.makeUniqueKey(newId, {
        name: 'one_mail',
        order: a,
        parts: [{ column: mail.id, sort: 'desc', length: 20 }],
        include: [id.id],
        nullsNotDistinct: true,
        withoutOverlaps: true,
        deferrable: 'initiallyDeferred',
        comment: 'one each',
        options: [{ dialect: 'postgres', name: 'fillfactor', value: '70' }],
      }),
    ],
    checks: [
      make.makeCheck(newId, {
        name: 'mail_long',
        order: a,
        // The column was renamed since: the text shows the name of today, the old spelling is kept beside it.
        expression: text(
          'length(',
          name(mail.id, 'mail', { owner }),
          ') > 3 AND ',
          name(mail.id, '"EMAIL"', { owner }),
          " <> 'email'",
        ),
        noInherit: true,
        state: 'notValidated',
        comment: 'no joke',
      }),
    ],
    tags: ['core'],
    options: [{ dialect: 'mysql', name: 'ENGINE', value: 'InnoDB' }],
    properties: [{ key: 'owner', value: 'me' }],
  })
}

export function orderTable(
  newId: NewId,
  base: Basics,
  more: { readonly partial: ReturnType<typeof partialOf>; readonly parent: ReturnType<typeof customers> },
) {
  const owner = makeId('table', newId)
  const number = make.makeColumn(newId, {
    name: 'number',
    order: a,
    type: { raw: 'integer', base: 'int32' },
    nullable: false,
    identity: { mode: 'byDefault', style: 'serial' },
  })
  const customer = make.makeColumn(newId, {
    name: 'customer_id',
    order: b,
    type: { raw: 'bigint', base: 'int64' },
  })
  const total = make.makeColumn(newId, {
    name: 'total',
    order: c,
    type: {
      raw: 'numeric(12,2) unsigned zerofill',
      base: 'decimal',
      precision: 12,
      scale: 2,
      unsigned: true,
      zerofill: true,
    },
    generated: { expression: text(name(number.id, 'number', { owner }), ' * 2'), storage: 'stored' },
  })
  const made = make.makeColumn(newId, {
    name: 'made_at',
    order: d,
    type: { raw: 'timestamptz', base: 'datetime', zone: 'with' },
    default: text('now()'),
    ...(more.partial.columns[0] && { fromPartial: more.partial.columns[0].id }),
  })
  const note = make.makeColumn(newId, {
    name: 'note',
    order: e,
    type: { raw: 'mediumtext', base: 'text', size: 'medium' },
  })
  const body = make.makeColumn(newId, {
    name: 'body',
    order: f,
    type: { raw: 'varchar(max)', base: 'varchar', length: 'max' },
  })
  return make.makeTable(newId, {
    id: owner,
    name: 'orders',
    order: b,
    namespace: base.sales.id,
    group: base.group.id,
    columns: [number, customer, total, made, note, body],
    primaryKey: make.makeKey(newId, {
      parts: [{ column: number.id }, { column: customer.id, sort: 'desc' }],
    }),
    indexes: [
      make.makeIndex(newId, {
        name: 'recent',
        order: a,
        unique: true,
        method: 'btree',
        parts: [
          { on: { column: made.id }, sort: 'desc', nulls: 'last', operatorClass: 'timestamptz_ops' },
          { on: { expression: text('lower(', name(note.id, 'note', { owner }), ')') }, collation: 'C' },
          { on: { column: body.id }, length: 10 },
        ],
        include: [total.id],
        where: text(name(total.id, 'total', { owner }), ' > 0'),
        nullsNotDistinct: true,
        invisible: true,
        comment: 'for the list',
        options: [{ dialect: 'postgres', name: 'fillfactor', value: '90' }],
      }),
    ],
    exclusions: [
      make.makeExclusion(newId, {
        name: 'no_overlap',
        order: a,
        method: 'spgist',
        parts: [{ on: { column: made.id }, operator: '&&' }],
        where: text(name(total.id, 'total', { owner }), ' > 0'),
        deferrable: 'initiallyImmediate',
        comment: 'one at a time',
      }),
    ],
    policies: [
      make.makePolicy(newId, {
        name: 'own rows',
        order: a,
        command: 'select',
        permissive: false,
        roles: ['PUBLIC', 'clerk'],
        using: text(name(customer.id, 'customer_id', { owner }), ' = 1'),
        check: text('true'),
        comment: 'privacy',
      }),
    ],
    rowSecurity: 'forced',
    partitioning: {
      method: 'range',
      parts: [
        { on: { column: made.id } },
        { on: { expression: text(name(number.id, 'number', { owner }), ' % 4') } },
      ],
      definition: text('PARTITIONS 4'),
      dialect: 'postgres',
    },
    persistence: 'unlogged',
    inherits: [more.parent.id],
    partials: [more.partial.id],
  })
}
