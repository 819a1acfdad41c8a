import { area, col, note, row, table, view, type Template } from '../template'

export const inventory: Template = {
  id: 'inventory',
  title: 'Inventory and logistics',
  summary:
    'Items with lots and serial numbers, bins, every movement of stock, purchasing, sales orders, picking, shipments, carriers.',
  enums: {
    movement_kind: 'receipt putaway pick ship transfer count scrap',
    purchase_status: 'draft ordered partly_received received closed',
    sales_status: 'open allocated picked shipped cancelled',
  },
  tables: [
    table(
      'units',
      'How things are counted.',
      `
      code  text(10)
      name  text(60)
      pk code
    `,
    ),
    table(
      'items',
      'What lies in the warehouse.',
      `
      id             id
      sku            text(40)
      name           text(200)
      unit_code      ref -> units : is counted in / counts
      weight_kg      decimal(10,3)?
      tracks_lots    bool = false
      reorder_point  decimal(12,3) = 0
      is_active      bool = true
      unique sku
      check {reorder_point} >= 0
    `,
    ),
    table(
      'item_dimensions',
      'How large it is, where that is known.',
      `
      item_id    ref -> items cascade : measures / measures as
      length_mm  int
      width_mm   int
      height_mm  int
      pk item_id
      check {length_mm} > 0 AND {width_mm} > 0 AND {height_mm} > 0
    `,
    ),
    table(
      'item_components',
      'What an item is assembled from.',
      `
      assembly_id   ref -> items cascade : goes into / is made of
      component_id  ref -> items : uses / is used in
      quantity      decimal(12,3)
      pk assembly_id, component_id
      check {quantity} > 0
      index component_id
    `,
    ),
    table(
      'lots',
      'What was made together and expires together.',
      `
      id           id
      item_id      ref -> items : is a lot of / comes in
      lot_no       text(40)
      made_on      date?
      expires_on   date?
      is_blocked   bool = false
      unique item_id, lot_no
      index expires_on
    `,
    ),
    table(
      'warehouses',
      'Where things lie.',
      `
      id       id
      code     text(20)
      name     text(120)
      city     text(120)
      country  char(2)
      unique code
    `,
    ),
    table(
      'bins',
      'A place on a shelf. Zones hold aisles, aisles hold bins.',
      `
      warehouse_id  ref -> warehouses cascade : lies in / is divided into
      code          text(20)
      parent_code   text(20)?
      max_kg        decimal(10,2)?
      is_pickable   bool = true
      fk warehouse_id, parent_code -> bins(warehouse_id, code) : lies within / contains
      pk warehouse_id, code
    `,
    ),
    table(
      'stock',
      'What lies where now. The sum of the movements, kept beside them.',
      `
      id            id
      warehouse_id  ref
      bin_code      ref
      item_id       ref -> items : counts / is stocked as
      lot_id        ref? -> lots : is of / lies as
      on_hand       decimal(12,3) = 0
      allocated     decimal(12,3) = 0
      updated_at    touched
      fk warehouse_id, bin_code -> bins(warehouse_id, code) : lies in / holds
      unique warehouse_id, bin_code, item_id, lot_id
      check {on_hand} >= 0
      check {allocated} >= 0 AND {allocated} <= {on_hand}
      index item_id
    `,
    ),
    table(
      'movements',
      'Everything that was ever moved. Rows are added and never changed.',
      `
      id            id
      kind          movement_kind
      item_id       ref -> items : moves / is moved in
      lot_id        ref? -> lots : moves / is moved in
      warehouse_id  ref
      from_bin      ref?
      to_bin        ref?
      quantity      decimal(12,3)
      moved_by      text(120)
      moved_at      moment = now
      fk warehouse_id, from_bin -> bins(warehouse_id, code) : leaves / is emptied by
      fk warehouse_id, to_bin -> bins(warehouse_id, code) : enters / is filled by
      check {quantity} > 0
      check {from_bin} IS NOT NULL OR {to_bin} IS NOT NULL
      index item_id, moved_at desc
    `,
    ),
    table(
      'suppliers',
      'Whom we buy from.',
      `
      id        id
      code      text(20)
      name      text(200)
      country   char(2)
      lead_days smallint = 7
      unique code
    `,
    ),
    table(
      'supplier_items',
      'Who sells what, and for how much.',
      `
      supplier_id   ref -> suppliers cascade : is offered by / offers
      item_id       ref -> items cascade : offers / is offered by
      supplier_sku  text(60)?
      price         decimal(12,4)
      currency      char(3) = 'EUR'
      min_quantity  decimal(12,3) = 1
      is_preferred  bool = false
      pk supplier_id, item_id
      only one_preferred: item_id where {+is_preferred}
      check {price} >= 0
      index item_id
    `,
    ),
    table(
      'purchase_orders',
      'What is on its way to us.',
      `
      id            id
      po_no         text(20)
      supplier_id   ref -> suppliers : is sent to / receives
      warehouse_id  ref -> warehouses : goes to / awaits
      status        purchase_status = 'draft'
      ordered_on    date?
      expected_on   date?
      unique po_no
      check {expected_on} IS NULL OR {expected_on} >= {ordered_on}
      index expected_on where {status} = 'ordered'
    `,
    ),
    table(
      'purchase_lines',
      'What was ordered and what has come of it.',
      `
      purchase_id  ref -> purchase_orders cascade : is a line of / consists of
      line_no      smallint
      item_id      ref -> items : orders / is ordered in
      quantity     decimal(12,3)
      received     decimal(12,3) = 0
      unit_price   decimal(12,4)
      pk purchase_id, line_no
      check {quantity} > 0
      check {received} >= 0
      index item_id
    `,
    ),
    table(
      'customers',
      'Whom we deliver to.',
      `
      id       id
      code     text(20)
      name     text(200)
      street   text(200)
      city     text(120)
      country  char(2)
      unique code
    `,
    ),
    table(
      'sales_orders',
      'What has to go out.',
      `
      id            id
      order_no      text(20)
      customer_id   ref -> customers : is placed by / places
      warehouse_id  ref -> warehouses : is served from / serves
      status        sales_status = 'open'
      ordered_at    moment = now
      promised_on   date?
      unique order_no
      index promised_on where {status} = 'open'
    `,
    ),
    table(
      'sales_lines',
      'What was ordered.',
      `
      order_id    ref -> sales_orders cascade : is a line of / consists of
      line_no     smallint
      item_id     ref -> items : asks for / is asked for in
      quantity    decimal(12,3)
      shipped     decimal(12,3) = 0
      pk order_id, line_no
      check {quantity} > 0
      check {shipped} >= 0 AND {shipped} <= {quantity}
      index item_id
    `,
    ),
    table(
      'carriers',
      'Who drives.',
      `
      id    id
      code  text(20)
      name  text(120)
      unique code
    `,
    ),
    table(
      'shipments',
      'A lorry, a pallet, a parcel.',
      `
      id           id
      order_id     ref -> sales_orders : carries / is carried by
      carrier_id   ref -> carriers : is driven by / drives
      tracking_no  text(80)?
      weight_kg    decimal(10,3)?
      packed_at    moment?
      left_at      moment?
      arrived_at   moment?
      check {arrived_at} IS NULL OR {left_at} IS NOT NULL
      unique carrier_id, tracking_no
      index order_id
    `,
    ),
    table(
      'shipment_lines',
      'What lies in it, down to the lot.',
      `
      shipment_id  ref -> shipments cascade : lies in / contains
      pack_no      smallint
      order_id     ref
      line_no      ref
      lot_id       ref? -> lots : is of / leaves in
      quantity     decimal(12,3)
      fk order_id, line_no -> sales_lines(order_id, line_no) : delivers / is delivered by
      pk shipment_id, pack_no
      check {quantity} > 0
    `,
    ),
  ],
  views: [
    view('items_to_reorder', 'What runs low.', {
      columns: `
        item_id id
        sku text(40)
        reorder_point decimal(12,3)
        free_stock decimal(12,3)
      `,
      query: `
        SELECT {items}.id AS item_id, {items.sku}, {items.reorder_point}, COALESCE(SUM({stock.on_hand} - {stock.allocated}), 0) AS free_stock
        FROM {items}
        LEFT JOIN {stock} ON {stock.item_id} = {items}.id
        GROUP BY {items}.id, {items.sku}, {items.reorder_point}
        HAVING COALESCE(SUM({stock.on_hand} - {stock.allocated}), 0) < {items.reorder_point}
      `,
    }),
  ],
  page: row(
    area('Purchasing', {
      color: 'amber',
      comment: 'What comes in',
      of: col('purchase_orders', 'suppliers', 'supplier_items', 'purchase_lines'),
    }),
    area('Warehouse', {
      color: 'blue',
      comment: 'Where it lies and how it moved',
      of: row(col('warehouses', 'bins'), col('movements', 'stock')),
    }),
    area('Items', {
      color: 'teal',
      comment: 'What there is',
      of: row(col('items_to_reorder', 'lots', 'item_components', 'items', 'units'), col('item_dimensions')),
    }),
    col(
      area('Delivery', {
        color: 'green',
        comment: 'What goes out',
        of: row(col('sales_orders', 'shipments'), col('customers', 'shipment_lines', 'sales_lines')),
      }),
      area('Carriers', { color: 'slate', comment: 'Who drives', of: 'carriers' }),
      note(
        'Movements are the truth',
        'Stock can be added up from the movements at any time. The table beside them is there to be quick, and to be checked against them at night.',
      ),
    ),
  ),
}
