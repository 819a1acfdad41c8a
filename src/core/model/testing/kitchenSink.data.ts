// One document with every kind of record and every kind of part, as a PostgreSQL shop might have it.
// Its names are all different words, so that a name found in a text says which object was meant.
import {
  makeArea,
  makeCheck,
  makeComposite,
  makeDiagram,
  makeDomain,
  makeEnum,
  makeEnumValue,
  makeExclusion,
  makeExtension,
  makeField,
  makeForeignKey,
  makeGrant,
  makeGroup,
  makeIndex,
  makeKey,
  makeLine,
  makeLineage,
  makeLogicalRelation,
  makeNamespace,
  makeNote,
  makePartial,
  makePlacement,
  makePolicy,
  makeProject,
  makeRole,
  makeRoutine,
  makeSample,
  makeSequence,
  makeSource,
  makeTrigger,
  makeUniqueKey,
  makeVerbatim,
  makeView,
  makeViewColumn,
} from '../factory'
import { orders as orderKeys } from '../order'
import { resolveSchema } from '../resolve'
import type { Speech } from '../lexis'
import type { Row, Schema } from '../schema'
import { sqlText } from '../sqlText'
import { userType } from '../type'
import { aColumn, aSchema, aTable, columnNamed, countingIds } from './factories'
import { ansi } from './ansi'

const dialect = 'postgres'

function rows(): readonly Row[] {
  const id = countingIds('ks')
  const order = orderKeys(24)
  const at = (i: number): string => order[i] ?? ''
  const sales = makeNamespace(id, { name: 'sales', comment: 'What we sell' })
  const group = makeGroup(id, {
    name: 'Ordering',
    color: 'teal',
    properties: [{ key: 'owner', value: 'team a' }],
  })
  const extension = makeExtension(id, { name: 'btree_gist', version: '1.7', namespace: sales.id })
  const clerk = makeRole(id, { name: 'clerk', attributes: ['NOLOGIN'], dialect })
  const chief = makeRole(id, {
    name: 'chief',
    attributes: ['NOLOGIN'],
    memberOf: [clerk.id],
    dialect,
    order: at(1),
  })
  const state = makeEnum(id, {
    name: 'order_state',
    values: ['opened', 'settled', "won't do"].map((name, i) => makeEnumValue(id, { name, order: at(i) })),
  })
  const email = makeDomain(id, {
    name: 'email_address',
    type: { raw: 'text', base: 'text' },
    nullable: false,
    checks: [makeCheck(id, { name: 'email_has_at', expression: sqlText("VALUE LIKE '%@%'") })],
  })
  const stateful = makeDomain(id, {
    name: 'stateful',
    type: userType(state.id, 'order_state'),
    default: sqlText("'opened'"),
    order: at(1),
  })
  const address = makeComposite(id, {
    name: 'postal_address',
    fields: [
      makeField(id, { name: 'street', type: { raw: 'text', base: 'text' } }),
      makeField(id, { name: 'mood', type: userType(state.id, 'order_state'), order: at(1) }),
    ],
  })
  const partial = makePartial(id, {
    name: 'stamped',
    columns: [aColumn('stamped_on timestamptz', { nullable: false, default: sqlText('now()') }, id)],
    color: '#336699',
  })
  const stamp = columnNamed(partial, 'stamped_on')

  const customers = aTable(
    {
      name: 'customers',
      comment: 'Who buys',
      group: group.id,
      columns: [
        aColumn(
          'cust_id bigint',
          { nullable: false, identity: { mode: 'always', start: '100', step: '1' } },
          id,
        ),
        aColumn(
          'mailbox x',
          { type: userType(email.id, 'email_address'), nullable: false, tags: ['personal data'] },
          id,
        ),
        aColumn('home x', { type: userType(address.id, 'postal_address') }, id),
        aColumn(
          'full_label text',
          { generated: { expression: sqlText("lower(mailbox) || ' '"), storage: 'stored' } },
          id,
        ),
        aColumn(
          'stamped_on timestamptz',
          { nullable: false, default: sqlText('now()'), fromPartial: stamp.id },
          id,
        ),
      ],
      key: ['cust_id'],
      partials: [partial.id],
      rowSecurity: 'enabled',
      options: [{ dialect, name: 'fillfactor', value: '80' }],
      tags: ['core'],
      properties: [{ key: 'steward', value: 'sales' }],
    },
    id,
  )
  const customer = (name: string) => columnNamed(customers, name).id
  const orderColumns = aTable(
    {
      columns: [
        aColumn(
          'ord_id bigint',
          { nullable: false, default: sqlText("nextval('sales.order_numbers'::regclass)") },
          id,
        ),
        aColumn('buyer_id bigint', { nullable: false }, id),
        aColumn(
          'progress x',
          {
            type: userType(state.id, 'order_state'),
            nullable: false,
            default: sqlText("'opened'::order_state"),
          },
          id,
        ),
        aColumn('net numeric', { nullable: false, default: sqlText('0') }, id),
        aColumn(
          'gross numeric',
          { generated: { expression: sqlText('net * tax_rate(net)'), storage: 'stored' } },
          id,
        ),
        aColumn('valid_during daterange', { collation: '' }, id),
        aColumn('previous_id bigint', {}, id),
        aColumn('Shelf "A" text', { name: 'Shelf "A"', type: { raw: 'text', base: 'text' } }, id),
      ],
      key: ['ord_id'],
    },
    id,
  )
  const order_ = (name: string) => columnNamed(orderColumns, name).id
  const purchases: typeof orderColumns = {
    ...orderColumns,
    name: 'purchases',
    namespace: sales.id,
    group: group.id,
    comment: 'One row per order',
    primaryKey: makeKey(id, {
      name: 'purchases_key',
      parts: [{ column: order_('ord_id') }],
      include: [order_('net')],
    }),
    uniques: [
      makeUniqueKey(id, {
        name: 'one_per_state',
        parts: [{ column: order_('buyer_id') }, { column: order_('progress') }],
        nullsNotDistinct: true,
      }),
    ],
    checks: [
      makeCheck(id, {
        name: 'net_counts',
        expression: sqlText("net >= 0 OR progress IN ('settled', 'won''t do')"),
      }),
      makeCheck(id, {
        name: 'shelf_said',
        expression: sqlText('"Shelf ""A""" IS NOT NULL OR purchases.net = 0'),
        order: at(1),
      }),
    ],
    exclusions: [
      makeExclusion(id, {
        name: 'no_overlap',
        method: 'gist',
        parts: [
          { on: { column: order_('buyer_id') }, operator: '=' },
          { on: { expression: sqlText('valid_during') }, operator: '&&' },
        ],
        where: sqlText("progress <> 'settled'"),
      }),
    ],
    indexes: [
      makeIndex(id, {
        name: 'purchases_by_net',
        parts: [
          { on: { column: order_('net') }, sort: 'desc', nulls: 'last' },
          { on: { expression: sqlText('round(net)') } },
        ],
        include: [order_('buyer_id')],
        where: sqlText("progress = 'opened'"),
      }),
    ],
    policies: [
      makePolicy(id, {
        name: 'own_rows',
        command: 'select',
        roles: ['clerk'],
        using: sqlText('buyer_id IN (SELECT cust_id FROM customers)'),
        check: sqlText('net > 0'),
      }),
    ],
  }
  const archive = aTable(
    {
      name: 'purchases_archive',
      columns: [aColumn('kept_id bigint', {}, id)],
      inherits: [customers.id],
      persistence: 'unlogged',
      order: at(2),
    },
    id,
  )
  const events = aTable({ name: 'happenings', columns: ['happened date', 'what text'], order: at(3) }, id)
  const happenings: typeof events = {
    ...events,
    partitioning: {
      method: 'range',
      parts: [{ on: { column: columnNamed(events, 'happened').id } }],
      dialect,
    },
  }
  const slice = aTable(
    {
      name: 'happenings_2026',
      columns: ['happened date', 'what text'],
      partitionOf: { table: events.id, bounds: sqlText("FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')") },
      order: at(4),
    },
    id,
  )
  const labels = aTable({ name: 'labels', columns: ['label_id bigint'], key: ['label_id'], order: at(5) }, id)

  const numbers = makeSequence(id, {
    name: 'order_numbers',
    namespace: sales.id,
    start: '1',
    step: '1',
    cache: '10',
    cycle: true,
    ownedBy: { table: purchases.id, column: order_('ord_id') },
  })
  const buys = makeForeignKey(id, {
    name: 'purchases_buyer',
    child: { table: purchases.id, columns: [order_('buyer_id')] },
    parent: { table: customers.id, columns: [customer('cust_id')] },
    onDelete: 'cascade',
    onUpdate: 'restrict',
    deferrable: 'initiallyDeferred',
    childMin: 1,
    verbs: { childToParent: 'is placed by', parentToChild: 'places' },
  })
  const follows = makeForeignKey(id, {
    child: { table: purchases.id, columns: [order_('previous_id')] },
    parent: { table: purchases.id, columns: [order_('ord_id')] },
    onDelete: 'setNull',
    onDeleteColumns: [order_('previous_id')],
    order: at(1),
  })
  const labelled = makeLogicalRelation(id, {
    name: 'labelled',
    from: { table: purchases.id, columns: [], min: 0, max: 'many' },
    to: { table: labels.id, columns: [], min: 1, max: 'many' },
    order: at(2),
  })
  const taxes = makeRoutine(id, {
    name: 'tax_rate',
    signature: 'numeric',
    dialect,
    definition: sqlText(
      'CREATE FUNCTION tax_rate(amount numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT 1.2 $$',
    ),
  })
  const settle = makeRoutine(id, {
    name: 'settle_up',
    namespace: sales.id,
    signature: 'bigint, order_state',
    dialect,
    order: at(1),
    definition:
      sqlText(`CREATE FUNCTION sales.settle_up(p_order bigint, p_state order_state) RETURNS numeric LANGUAGE plpgsql AS $fn$
DECLARE
  v_sum sales.purchases.net%TYPE;
  v_who customers%ROWTYPE;
BEGIN
  -- purchases and customers in a comment stay as they are
  UPDATE sales.purchases SET progress = 'settled', net = net + 1 WHERE ord_id = p_order;
  SELECT sum(p.net) INTO v_sum FROM sales.purchases p JOIN customers c ON c.cust_id = p.buyer_id WHERE c.mailbox IS NOT NULL;
  IF EXISTS (SELECT 1 FROM open_purchases WHERE owed > 10) THEN
    INSERT INTO sales.purchases (buyer_id, progress, net) VALUES (1, 'opened', tax_rate(2))
      ON CONFLICT ON CONSTRAINT one_per_state DO UPDATE SET net = excluded.net + purchases.net;
  END IF;
  PERFORM nextval('sales.order_numbers');
  RETURN v_sum;
END $fn$`),
  })
  const touch = makeRoutine(id, {
    name: 'touch_row',
    dialect,
    order: at(2),
    definition: sqlText(
      'CREATE FUNCTION touch_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
    ),
  })
  const touched = makeTrigger(id, {
    name: 'before_purchase',
    on: purchases.id,
    dialect,
    definition:
      sqlText(`CREATE TRIGGER before_purchase BEFORE INSERT OR UPDATE OF net, progress ON sales.purchases
  FOR EACH ROW WHEN (NEW.net > 0 AND NEW.progress = 'opened') EXECUTE FUNCTION touch_row()`),
  })
  const open = makeView(id, {
    name: 'open_purchases',
    dialect,
    comment: 'What is still owed',
    columns: [
      makeViewColumn(id, { name: 'ord', type: { raw: 'bigint', base: 'int64' } }),
      makeViewColumn(id, { name: 'owed', order: at(1) }),
    ],
    namesColumns: true,
    query:
      sqlText(`WITH recent AS (SELECT ord_id, net, buyer_id FROM sales.purchases WHERE progress = 'opened')
SELECT recent.ord_id, sum(recent.net) AS due FROM recent JOIN customers AS c ON c.cust_id = recent.buyer_id
WHERE c.mailbox LIKE '%@%' AND EXISTS (SELECT 1 FROM labels WHERE label_id = recent.ord_id)
GROUP BY recent.ord_id ORDER BY due`),
  })
  const totals = makeView(id, {
    name: 'totals',
    namespace: sales.id,
    materialized: true,
    dialect,
    order: at(1),
    columns: [makeViewColumn(id, { name: 'owed' })],
    indexes: [],
    query: sqlText('SELECT o.owed FROM open_purchases o'),
  })
  const owed = columnNamed({ name: 'totals', columns: totals.columns as never }, 'owed').id
  const totalsIndexed: typeof totals = {
    ...totals,
    indexes: [makeIndex(id, { name: 'totals_by_owed', unique: true, parts: [{ on: { column: owed } }] })],
  }
  const grant = makeGrant(id, {
    privileges: ['SELECT', 'UPDATE'],
    on: purchases.id,
    columns: [order_('net')],
    to: { role: clerk.id },
    withGrantOption: true,
    dialect,
  })
  const open2all = makeGrant(id, {
    privileges: ['SELECT'],
    on: open.id,
    to: { name: 'PUBLIC' },
    dialect,
    order: at(1),
  })
  const sample = makeSample(id, {
    table: labels.id,
    columns: [columnNamed(labels, 'label_id').id],
    rows: [[1], [{ expression: '1 + 1' }]],
    example: true,
  })
  const lineage = makeLineage(id, {
    name: 'owing',
    edges: [
      {
        from: { table: customers.id, columns: [customer('cust_id')] },
        to: { table: purchases.id, columns: [order_('buyer_id')] },
      },
    ],
    color: '#aa0000',
  })
  const comment = makeVerbatim(id, {
    dialect,
    after: purchases.id,
    text: sqlText(
      "COMMENT ON CONSTRAINT one_per_state ON sales.purchases IS 'one'; ALTER INDEX sales.purchases_by_net SET (fillfactor = 70); GRANT clerk TO chief;",
    ),
  })
  const rule = makeVerbatim(id, {
    dialect,
    order: at(1),
    text: sqlText(
      'ALTER TABLE sales.purchases ENABLE TRIGGER before_purchase; COMMENT ON COLUMN sales.purchases.gross IS NULL; DROP EXTENSION IF EXISTS btree_gist',
    ),
  })
  const source = makeSource(id, { name: 'shop.dbml', format: 'dbml', text: 'Table customers {\n' })
  const diagram = makeDiagram(id, {
    name: 'Ordering',
    note: 'Only the orders',
    notation: 'uml',
    level: 'keys',
    filter: 'x',
    order: 'b00',
  })
  return [
    sales,
    group,
    extension,
    clerk,
    chief,
    state,
    email,
    stateful,
    address,
    numbers,
    partial,
    customers,
    { ...purchases, order: at(1) },
    archive,
    happenings,
    slice,
    labels,
    buys,
    follows,
    labelled,
    open,
    totalsIndexed,
    taxes,
    settle,
    touch,
    touched,
    grant,
    open2all,
    sample,
    lineage,
    comment,
    rule,
    source,
    diagram,
    makePlacement(id, {
      diagram: diagram.id,
      object: purchases.id,
      x: 40,
      y: 40,
      width: 280,
      color: 'teal',
      collapsed: 'keys',
      locked: true,
    }),
    makePlacement(id, { diagram: diagram.id, object: open.id, x: 400, y: 40, hidden: true }),
    makePlacement(id, { diagram: diagram.id, object: state.id, x: 400, y: 400 }),
    makePlacement(id, { diagram: diagram.id, object: customers.id, x: 40, y: 400 }),
    makeArea(id, { diagram: diagram.id, group: group.id, x: 0, y: 0, width: 360, height: 900, locked: true }),
    makeNote(id, {
      diagram: diagram.id,
      name: 'Beware',
      text: 'A note',
      x: 800,
      y: 0,
      width: 200,
      height: 120,
      properties: [{ key: 'a', value: 'b' }],
    }),
    makeLine(id, { diagram: diagram.id, relation: buys.id, color: 'red', bends: [{ x: 100, y: 200 }] }),
  ]
}

/** The document, its texts resolved as this dialect reads them. */
export function kitchenSink(speech: Speech = ansi): Schema {
  const id = countingIds('kp')
  const schema = aSchema(rows(), id)
  const [project] = schema.project.values()
  const named = makeProject(id, {
    ...project,
    name: 'Kitchen sink',
    note: 'Everything at once',
    properties: [{ key: 'k', value: 'v' }],
    target: { dialect, version: '18' },
  })
  return resolveSchema({ ...schema, project: new Map([[named.id, named]]) }, speech)
}
