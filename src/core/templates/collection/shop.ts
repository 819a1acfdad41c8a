import { area, col, note, row, table, view, type Template } from '../template'

export const shop: Template = {
  id: 'shop',
  title: 'Online shop',
  summary:
    'Products with variants and stock, carts, orders that keep the price of their day, payments, shipments and returns.',
  enums: {
    order_status: 'pending paid packed shipped delivered cancelled',
    payment_status: 'authorised captured failed refunded',
    return_reason: 'damaged wrong_item unwanted other',
  },
  tables: [
    table(
      'brands',
      'Who makes a product.',
      `
      id         id
      name       text(120)
      website    text(255)?
      unique name
    `,
    ),
    table(
      'categories',
      'The tree that customers browse.',
      `
      id          id
      parent_id   ref?  -> categories : lies within / holds         -- Empty at the top of the tree
      name        text(120)
      slug        text(140)                                        -- As in the address of its page
      sort_order  int = 0
      unique slug
      index parent_id, sort_order
    `,
    ),
    table(
      'products',
      'What the shop sells, whatever its size and colour.',
      `
      id           id
      brand_id     ref?  -> brands set null : is made by / makes
      name         text(200)
      slug         text(220)
      description  longtext?
      is_published bool = false
      created_at   moment = now
      updated_at   touched
      unique slug
      index created_at desc where {+is_published}
    `,
    ),
    table(
      'product_categories',
      'A product may be found in several places of the tree.',
      `
      product_id   ref -> products cascade : is filed by / is filed in
      category_id  ref -> categories cascade : files under / lists
      pk product_id, category_id
      index category_id
    `,
    ),
    table(
      'product_images',
      'Pictures of a product, in the order in which they are shown.',
      `
      product_id  ref -> products cascade : shows / is shown by
      sort_order  smallint
      url         text(500)
      alt_text    text(255)?                                         -- Read aloud to those who do not see it
      pk product_id, sort_order
    `,
    ),
    table(
      'variants',
      'What can be put into a cart: one size and colour of a product.',
      `
      id           id
      product_id   ref -> products cascade : is a kind of / comes as
      sku          text(40)                                        -- Printed on the box; never reused
      name         text(120)
      price        decimal(12,2)
      currency     char(3) = 'EUR'
      weight_grams int?
      is_active    bool = true
      unique sku
      check {price} >= 0
      index product_id
    `,
    ),
    table(
      'warehouses',
      'Where goods lie.',
      `
      id        id
      code      text(20)
      name      text(120)
      country   char(2)
      unique code
    `,
    ),
    table(
      'stock_levels',
      'How much of a variant lies in a warehouse.',
      `
      warehouse_id  ref -> warehouses : lies in / stores
      variant_id    ref -> variants cascade : counts / is stocked as
      on_hand       int = 0
      reserved      int = 0                                          -- Promised to orders that are not packed yet
      updated_at    touched
      pk warehouse_id, variant_id
      check {on_hand} >= 0
      check {reserved} >= 0 AND {reserved} <= {on_hand}
      index variant_id
    `,
    ),
    table(
      'customers',
      'People with an account.',
      `
      id             id
      email          text(254)                                       -- Kept in lower case
      name           text(200)
      password_hash  text(255)?                                        -- Empty for those who sign in elsewhere
      wants_news     bool = false
      created_at     moment = now
      unique email
    `,
    ),
    table(
      'addresses',
      'Where a customer wants things sent.',
      `
      id           id
      customer_id  ref -> customers cascade : belongs to / has
      recipient    text(200)
      street       text(200)
      postal_code  text(20)
      city         text(120)
      country      char(2)
      is_default   bool = false
      only one_default: customer_id where {+is_default}
      index customer_id
    `,
    ),
    table(
      'carts',
      'What somebody is about to buy. Guests have one as well.',
      `
      id           id
      token        uuid = uuid                                       -- In the cookie of a guest
      customer_id  ref? -> customers cascade : is filled by / fills
      created_at   moment = now
      updated_at   touched
      unique token
      index updated_at
    `,
    ),
    table(
      'cart_items',
      'One line of a cart.',
      `
      cart_id     ref -> carts cascade : lies in / contains
      variant_id  ref -> variants cascade : wants / is wanted in
      quantity    int = 1
      pk cart_id, variant_id
      check {quantity} > 0
      index variant_id
    `,
    ),
    table(
      'orders',
      'What was bought, as it was agreed that day. Addresses are copied: customers move.',
      `
      id               id
      order_no         text(20)                                        -- What the customer reads on the invoice
      customer_id      ref? -> customers set null : is placed by / places
      status           order_status = 'pending'
      email            text(254)
      ship_to          longtext
      bill_to          longtext
      currency         char(3)
      shipping_cost    decimal(12,2) = 0
      grand_total      decimal(12,2)
      placed_at        moment = now
      unique order_no
      check {grand_total} >= 0
      index customer_id, placed_at desc
      index placed_at where {status} = 'pending'
    `,
    ),
    table(
      'order_items',
      'One line of an order, with the price of that day.',
      `
      order_id    ref -> orders cascade : is a line of / consists of
      line_no     smallint
      variant_id  ref -> variants : sells / is sold in
      title       text(200)                                          -- As it was called then
      quantity    int
      unit_price  decimal(12,2)
      tax_rate    decimal(5,2)
      line_total  decimal(14,2) := {quantity} * {unit_price}
      pk order_id, line_no
      check {quantity} > 0
      check {unit_price} >= 0
      index variant_id
    `,
    ),
    table(
      'payments',
      'Money asked for, taken and given back.',
      `
      id            id
      order_id      ref -> orders : pays for / is paid by
      provider      text(40)
      provider_ref  text(120)                                        -- What the provider calls it
      status        payment_status = 'authorised'
      amount        decimal(12,2)
      created_at    moment = now
      unique provider, provider_ref
      check {amount} > 0
      index order_id
    `,
    ),
    table(
      'shipments',
      'A parcel on its way.',
      `
      id            id
      order_id      ref -> orders : ships / is shipped as
      warehouse_id  ref -> warehouses : leaves / sends
      carrier       text(60)
      tracking_no   text(80)?
      shipped_at    moment?
      delivered_at  moment?
      check {delivered_at} IS NULL OR {shipped_at} IS NOT NULL
      index order_id
    `,
    ),
    table(
      'shipment_items',
      'Which lines of the order lie in the parcel.',
      `
      shipment_id  ref -> shipments cascade : lies in / contains
      order_id     ref
      line_no      ref
      quantity     int
      fk order_id, line_no -> order_items(order_id, line_no) : delivers / is delivered by
      pk shipment_id, order_id, line_no
      check {quantity} > 0
    `,
    ),
    table(
      'returns',
      'What came back, and why.',
      `
      id           id
      order_id     ref
      line_no      ref
      reason       return_reason
      quantity     int
      note         longtext?
      received_at  moment?
      fk order_id, line_no -> order_items(order_id, line_no) : takes back / is returned by
      check {quantity} > 0
      index order_id, line_no
    `,
    ),
  ],
  views: [
    view('available_stock', 'What can still be promised, over all warehouses.', {
      columns: `
        variant_id id
        sku text(40)
        available int
      `,
      query: `
        SELECT {variants}.id AS variant_id, {variants.sku}, SUM({stock_levels.on_hand} - {stock_levels.reserved}) AS available
        FROM {variants}
        JOIN {stock_levels} ON {stock_levels.variant_id} = {variants.id}
        GROUP BY {variants.id}, {variants.sku}
      `,
    }),
  ],
  page: row(
    col(
      note(
        'Prices of their day',
        'Order lines copy title, price and tax: an order must read the same when the catalogue has changed.',
      ),
      area('Delivery', { color: 'green', comment: 'Parcels', of: col('shipment_items', 'shipments') }),
      area('Stock', {
        color: 'amber',
        comment: 'What lies where',
        of: row(col('warehouses', 'available_stock'), col('stock_levels')),
      }),
    ),
    col(
      area('Orders', {
        color: 'blue',
        comment: 'What was agreed and what became of it',
        of: row(col('payments', 'orders'), col('returns', 'order_items')),
      }),
      area('Customers', {
        color: 'violet',
        comment: 'Who buys, and what they are about to',
        of: row(col('addresses'), col('customers'), col('cart_items', 'carts')),
      }),
    ),
    area('Catalogue', {
      color: 'teal',
      comment: 'What is for sale',
      of: row(
        col('product_categories', 'brands', 'variants'),
        col('categories', 'products', 'product_images'),
      ),
    }),
  ),
}
