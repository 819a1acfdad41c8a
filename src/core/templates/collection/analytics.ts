import { area, col, note, row, table, view, type Template } from '../template'

export const analytics: Template = {
  id: 'analytics',
  title: 'Analytics star schema',
  summary:
    'Sales, stock and web visits as facts around shared dimensions: dates, customers with history, products, stores, promotions.',
  enums: {},
  tables: [
    table(
      'dim_date',
      'One row for every day, made once for decades. The key reads like the day: 20260131.',
      `
      date_key      int
      full_date     date
      day_name      text(10)
      day_of_week   smallint
      week_of_year  smallint
      month_no      smallint
      month_name    text(10)
      quarter_no    smallint
      calendar_year smallint
      fiscal_year   smallint
      is_weekend    bool = false
      is_holiday    bool = false
      pk date_key
      unique full_date
      check {month_no} BETWEEN 1 AND 12
    `,
    ),
    table(
      'dim_time',
      'One row for every minute of a day.',
      `
      time_key     smallint
      hour_no      smallint
      minute_no    smallint
      part_of_day  text(20)
      pk time_key
      check {hour_no} BETWEEN 0 AND 23
    `,
    ),
    table(
      'dim_customer',
      'Customers as they were: a change of segment or place adds a row (type 2).',
      `
      customer_key  id
      customer_no   text(20)                                         -- As in the shop
      name          text(200)
      segment       text(40)
      city          text(120)?
      country       char(2)?
      valid_from    date
      valid_to      date?                                            -- Empty for the row that holds now
      is_current    bool = true
      only one_current: customer_no where {+is_current}
      check {valid_to} IS NULL OR {valid_to} > {valid_from}
      index customer_no, valid_from
    `,
    ),
    table(
      'dim_product',
      'What is sold, with its place in the tree spelled out.',
      `
      product_key  id
      sku          text(40)
      name         text(200)
      brand        text(120)?
      category     text(120)
      department   text(120)
      unit_cost    decimal(12,2)
      valid_from   date
      valid_to     date?
      is_current   bool = true
      only one_current: sku where {+is_current}
      index category
    `,
    ),
    table(
      'dim_store',
      'Where it is sold; the web shop is a store as well.',
      `
      store_key   id
      parent_key  ref? -> dim_store : is run by / runs                -- The region that it belongs to
      store_no    text(20)
      name        text(160)
      kind        text(20)
      city        text(120)?
      country     char(2)
      opened_on   date?
      unique store_no
    `,
    ),
    table(
      'dim_promotion',
      'Why it was cheaper. Row 1 says: no promotion.',
      `
      promotion_key  id
      name           text(160)
      channel        text(60)
      discount_kind  text(40)
      starts_on      date?
      ends_on        date?
      check {ends_on} IS NULL OR {ends_on} >= {starts_on}
    `,
    ),
    table(
      'dim_page',
      'The pages of the web shop.',
      `
      page_key   id
      path       text(300)
      title      text(255)?
      page_kind  text(40)
      unique path
    `,
    ),
    table(
      'bridge_product_bundle',
      'Which products a bundle is made of, with their share of its price.',
      `
      bundle_key   ref -> dim_product : is part of / consists of
      product_key  ref -> dim_product : contains / is contained in
      fraction decimal(6,5)
      pk bundle_key, product_key
      check {fraction} > 0 AND {fraction} <= 1
      index product_key
    `,
    ),
    table(
      'fact_sales',
      'One row for every line on a receipt.',
      `
      receipt_no     text(30)                                         -- A dimension without a table
      line_no        smallint
      date_key       ref -> dim_date : happened on / saw sales
      time_key       ref -> dim_time : happened at / saw sales
      customer_key   ref? -> dim_customer : was made to / bought in
      product_key    ref -> dim_product : sold / was sold in
      store_key      ref -> dim_store : happened in / sold through
      promotion_key  ref -> dim_promotion : was helped by / helped
      quantity       int
      gross_amount   decimal(14,2)
      discount       decimal(14,2) = 0
      net_amount     decimal(14,2) := {gross_amount} - {discount}
      cost_amount    decimal(14,2)
      pk receipt_no, line_no
      check {quantity} <> 0
      index date_key, store_key
      index date_key, product_key
    `,
    ),
    table(
      'fact_returns',
      'What came back, tied to the line that sold it.',
      `
      receipt_no   ref
      line_no      ref
      return_no    smallint
      date_key     ref -> dim_date : came back on / saw returns
      quantity     int
      amount       decimal(14,2)
      reason       text(60)
      fk receipt_no, line_no -> fact_sales(receipt_no, line_no) : takes back / was returned in
      pk receipt_no, line_no, return_no
      check {quantity} > 0
      index date_key
    `,
    ),
    table(
      'fact_inventory',
      'How much lay where at the end of each day. Adds up over stores, never over days.',
      `
      date_key     ref -> dim_date : was counted on / saw stock
      product_key  ref -> dim_product : counts / was counted in
      store_key    ref -> dim_store : lay in / held
      on_hand      int
      on_order     int = 0
      stock_value  decimal(14,2)
      pk date_key, product_key, store_key
      index product_key, date_key
    `,
    ),
    table(
      'fact_visits',
      'One row for every visit to the web shop.',
      `
      visit_id         id
      date_key         ref -> dim_date : happened on / saw visits
      time_key         ref -> dim_time : began at / saw visits
      customer_key     ref? -> dim_customer : was made by / visited in
      landing_key      ref -> dim_page : began on / began
      pages_seen       int = 1
      seconds_spent    int = 0
      has_bought       bool = false
      check {pages_seen} > 0
      index date_key, landing_key
    `,
    ),
    table(
      'fact_targets',
      'What was planned for each store and month.',
      `
      month_key      ref -> dim_date : is planned for / was planned             -- The first day of the month
      store_key      ref -> dim_store : is set for / must reach
      sales_target   decimal(14,2)
      margin_target  decimal(14,2)
      pk month_key, store_key
      check {sales_target} >= 0
    `,
    ),
    table(
      'load_runs',
      'When what was loaded, and how it went.',
      `
      run_id       id
      fact_name    text(60)
      started_at   moment = now
      finished_at  moment?
      rows_loaded  bigint = 0
      failed_with  longtext?
      check {finished_at} IS NULL OR {finished_at} >= {started_at}
      index fact_name, started_at desc
    `,
    ),
  ],
  views: [
    view('monthly_margin', 'Sales and what remained of them, by month and department.', {
      columns: `
        calendar_year smallint
        month_no smallint
        department text(120)
        net_sales decimal(14,2)
        margin decimal(14,2)
      `,
      query: `
        SELECT {dim_date.calendar_year}, {dim_date.month_no}, {dim_product.department},
          SUM({fact_sales.gross_amount} - {fact_sales.discount}) AS net_sales,
          SUM({fact_sales.gross_amount} - {fact_sales.discount} - {fact_sales.cost_amount}) AS margin
        FROM {fact_sales}
        JOIN {dim_date} ON {dim_date.date_key} = {fact_sales.date_key}
        JOIN {dim_product} ON {dim_product.product_key} = {fact_sales.product_key}
        GROUP BY {dim_date.calendar_year}, {dim_date.month_no}, {dim_product.department}
      `,
    }),
  ],
  page: row(
    area('Loading', { color: 'slate', comment: 'How it gets here', of: 'load_runs' }),
    area('Who and what', {
      color: 'teal',
      comment: 'Dimensions with a history',
      of: col('bridge_product_bundle', 'dim_product', 'dim_customer'),
    }),
    area('Facts', {
      color: 'blue',
      comment: 'What is counted',
      of: row(
        col('monthly_margin', 'fact_returns'),
        col('fact_targets', 'fact_inventory', 'fact_sales', 'fact_visits'),
      ),
    }),
    col(
      row(
        note(
          'Keys without meaning',
          'Facts hold the key of the row that was true that day. When a customer moves, a new row begins and old sales stay where they were.',
        ),
      ),
      area('Where and why', {
        color: 'amber',
        comment: 'Stores, promotions, pages',
        of: row(col('dim_store'), col('dim_promotion')),
      }),
      area('When', { color: 'violet', comment: 'Days and minutes', of: row('dim_date', 'dim_time') }),
      area('Web', { color: 'magenta', comment: 'Pages', of: 'dim_page' }),
    ),
  ),
}
