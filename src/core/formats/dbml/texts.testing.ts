// DBML as people write it: every construct, odd shapes, hostile names.

export const everyConstruct = `// A shop, with everything
Project "my shop" {
  database_type: 'PostgreSQL'
  owner: 'me'
  Note: '''
    # Shop
      indented
  '''
}

/* kinds */
Enum kind {
  a [note: 'first']
  "A+"
  "it's" // odd
}
Enum s."order state" { created
  done }

TablePartial base [headerColor: #f00, note: 'shared'] {
  id int [pk, increment]
  created_at timestamp [not null, default: \`now()\`]
  by int [ref: > users.id]
  indexes {
    created_at [type: brin]
    (id, by) [unique]
  }
  checks {
    \`id > 0\` [name: 'positive']
  }
}
TablePartial named { name varchar(255) [unique] }

Table users as U [headercolor: #3498DB, note: 'people', owner: 'crm', pii class: 'high'] {
  id int [pk]
  "full name" varchar(40) [not null, note: 'as on the passport', pii: 'yes']
  email text [unique,
    note: '''
      several
      lines
    ''']
  kind kind [default: kind.a]
  "order" s."order state"
  states kind[]
  balance numeric(10, 2) [default: 0.10]
  big bigint [default: 12345678901234567890]
  score real [default: -1.5]
  flag boolean [default: true]
  nothing int [null, default: null]
  quote text [default: 'it\\'s']
  slash text [default: 'a\\\\b']
  made timestamptz [default: \`now() at time zone 'utc'\`]
  "double" "double precision"
  se set('a','b')
  manager_id int [ref: > users.id]
  checked int [check: \`checked > 0\`, check: \`checked < 10\`]

  indexes {
    ("full name", email) [unique, name: 'u_name', note: 'both']
    email [type: hash]
    \`lower(email)\` [name: "ix_lower"]
    (\`lower(email)\`, id)
    kind [unique]
  }
  checks {
    \`length(email) > 3\` [name: 'long enough']
    \`balance >= 0\`
  }
  Note: 'the people'
}

Table s.orders {
  ~base
  user_id int [not null, ref: > U.id]
  parent int [ref: ?-? s.orders.id]
  total money

  indexes {
    (user_id, total)
  }
  records (id, user_id) {
    1, 2
    3, null
    4, \`f()\`
  }
}
Table order_items [headercolor: #abc] {
  order_id int
  line int
  note text [note: 'the word note']
  indexes { (order_id, line) [pk, name: 'items_pk'] }
}
Table tags { ~named
  id int [pk] }
Table item_tags { order_id int [pk]
  line int [pk]
  tag_id int [pk] }
Table "weird. table" { "a.b" int [pk]
  "c d" int }
Table public.settings { key text [pk]
  value text [dep: <- users.email] }

Ref items: order_items.order_id > s.orders.id [delete: cascade, update: no action, color: #aabbcc]
Ref {
  item_tags.(order_id, line) > order_items.(order_id, line) [inactive]
}
Ref: item_tags.tag_id >? tags.id
Ref many: users.id ?<>? tags.id
Ref: "weird. table"."a.b" - users.id

TableGroup sales [note: 'money', color: #345, team: 'x'] {
  s.orders
  order_items
}
TableGroup "the rest" { tags
  Note: 'others' }

Note hello [color: #F4D03F] {
  '''
  Hello
    world
  '''
}
Note "two words" [color: none, by: 'me'] { 'x' }

records users(id, "full name", kind, made, balance) {
  1, 'Ann', kind.a, '2024-01-01 10:00:00', 0.10
  2, 'O\\'Neil', 'A+', \`now()\`, -1
}
records tags(id, name) [example] {
  1, ''
}

DiagramView everything { * }
DiagramView some {
  Tables { users
    s.orders }
  Notes { hello }
  TableGroups { * }
}
DiagramView schemas { Schemas { s } }

Dep: users.email -> order_items.note
Dep flow [color: #123] {
  users -> tags
  note: 'copied'
  owner: 'etl'
  tries: 3
}
Dep { s.orders.user_id -> order_items.order_id
  s.orders.total -> order_items.line }

Metadata Table s.orders { note: 'placed'
  tier: 'gold' }
Metadata Column users.email { pii: 'no'
  checked: '''
    by hand
  ''' }
Metadata TableGroup sales { color: #678 }
Metadata Note hello { by: 'you' }
`
