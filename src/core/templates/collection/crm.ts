import { area, col, note, row, table, view, type Template } from '../template'

export const crm: Template = {
  id: 'crm',
  title: 'CRM',
  summary:
    'Companies and contacts, leads that become deals, pipelines and stages, quotes, activities, campaigns.',
  enums: {
    lead_status: 'new contacted qualified lost',
    activity_kind: 'call email meeting task',
    quote_status: 'draft sent accepted declined',
  },
  tables: [
    table(
      'sales_reps',
      'Who sells, and to whom they report.',
      `
      id          id
      manager_id  ref? -> sales_reps : reports to / leads
      email       text(254)
      name        text(160)
      is_active   bool = true
      unique email
    `,
    ),
    table(
      'territories',
      'Whose customers are whose.',
      `
      id      id
      name    text(120)
      rep_id  ref? -> sales_reps set null : is served by / serves
      unique name
    `,
    ),
    table(
      'companies',
      'Organisations that we sell to, or would like to.',
      `
      id            id
      parent_id     ref? -> companies : is a branch of / has branches
      territory_id  ref? -> territories set null : lies in / holds
      owner_id      ref? -> sales_reps set null : is looked after by / looks after
      name          text(200)
      domain        text(120)?                                         -- Tells that two entries are the same company
      industry      text(80)?
      employees     int?
      country       char(2)?
      created_at    moment = now
      updated_at    touched
      unique domain
      check {employees} IS NULL OR {employees} >= 0
      index name
    `,
    ),
    table(
      'contacts',
      'People. They change companies; what was said stays with the deal.',
      `
      id           id
      company_id   ref? -> companies set null : works for / employs
      first_name   text(80)?
      last_name    text(80)
      email        text(254)?
      phone        text(40)?
      job_title    text(120)?
      may_contact  bool = true                                       -- False once they asked us not to
      created_at   moment = now
      unique email
      index last_name, first_name
    `,
    ),
    table(
      'campaigns',
      'What we do to be known.',
      `
      id         id
      name       text(160)
      channel    text(60)
      budget     decimal(12,2)?
      starts_on  date
      ends_on    date?
      unique name
      check {ends_on} IS NULL OR {ends_on} >= {starts_on}
    `,
    ),
    table(
      'campaign_members',
      'Whom a campaign reached, and whether they answered.',
      `
      campaign_id   ref -> campaigns cascade : is reached by / reaches
      contact_id    ref -> contacts cascade : reached / is reached through
      responded_at  moment?
      pk campaign_id, contact_id
      index contact_id
    `,
    ),
    table(
      'leads',
      'Somebody who may buy. Becomes a deal, or is let go.',
      `
      id            id
      contact_id    ref -> contacts : is / shows up as
      campaign_id   ref? -> campaigns set null : comes from / brings
      owner_id      ref? -> sales_reps set null : is followed by / follows
      status        lead_status = 'new'
      score         smallint = 0
      created_at    moment = now
      converted_at  moment?
      check {score} BETWEEN 0 AND 100
      index owner_id, created_at desc where {status} = 'new'
    `,
    ),
    table(
      'pipelines',
      'A way of selling: its stages, in order.',
      `
      id          id
      name        text(120)
      is_default  bool = false
      unique name
    `,
    ),
    table(
      'stages',
      'A step on the way, with the chance of winning from there.',
      `
      id           id
      pipeline_id  ref -> pipelines cascade : is a step of / consists of
      name         text(80)
      step_no      smallint
      probability  smallint = 0
      unique pipeline_id, step_no
      unique pipeline_id, id
      check {probability} BETWEEN 0 AND 100
    `,
    ),
    table(
      'deals',
      'Something that may be sold, and how far it is.',
      `
      id            id
      company_id    ref -> companies : is made with / makes
      lead_id       ref? -> leads set null : grew from / grew into          -- One lead, one deal
      pipeline_id   ref
      stage_id      ref
      owner_id      ref -> sales_reps : is owned by / owns
      title         text(200)
      amount        decimal(14,2)?
      currency      char(3) = 'EUR'
      closes_on     date?
      won_at        moment?
      lost_at       moment?
      lost_because  text(255)?
      created_at    moment = now
      fk pipeline_id, stage_id -> stages(pipeline_id, id) : stands at / holds
      unique lead_id
      check {won_at} IS NULL OR {lost_at} IS NULL
      check {amount} IS NULL OR {amount} >= 0
      index company_id, created_at desc
      index closes_on where {won_at} IS NULL AND {lost_at} IS NULL
    `,
    ),
    table(
      'stage_changes',
      'When a deal went from where to where: what forecasts are made of.',
      `
      deal_id     ref -> deals cascade : is a move of / moved in
      change_no   int
      stage_id    ref -> stages : led to / was entered by
      changed_by  ref? -> sales_reps set null : was made by / made
      changed_at  moment = now
      pk deal_id, change_no
    `,
    ),
    table(
      'deal_contacts',
      'Who has a say, and what it is.',
      `
      deal_id     ref -> deals cascade : is involved in / involves
      contact_id  ref -> contacts : involves / takes part in
      part        text(60)?                                          -- Decides, pays, uses
      is_main     bool = false
      pk deal_id, contact_id
      only one_main: deal_id where {+is_main}
      index contact_id
    `,
    ),
    table(
      'products',
      'What we sell.',
      `
      id          id
      sku         text(40)
      name        text(200)
      list_price  decimal(12,2)
      is_active   bool = true
      unique sku
      check {list_price} >= 0
    `,
    ),
    table(
      'quotes',
      'An offer, and the versions of it.',
      `
      id           id
      deal_id      ref -> deals : offers for / is offered in
      version_no   smallint = 1
      status       quote_status = 'draft'
      valid_until  date?
      total        decimal(14,2) = 0
      sent_at      moment?
      unique deal_id, version_no
      only one_accepted: deal_id where {status} = 'accepted'
    `,
    ),
    table(
      'quote_lines',
      'What is offered, at which price.',
      `
      quote_id    ref -> quotes cascade : is a line of / consists of
      line_no     smallint
      product_id  ref -> products : offers / is offered in
      quantity    decimal(10,2) = 1
      unit_price  decimal(12,2)
      discount    decimal(5,2) = 0                                    -- Percent
      pk quote_id, line_no
      check {quantity} > 0
      check {discount} BETWEEN 0 AND 100
      index product_id
    `,
    ),
    table(
      'activities',
      'Calls, letters, meetings and what must still be done.',
      `
      id          id
      kind        activity_kind
      subject     text(200)
      notes       longtext?
      company_id  ref? -> companies cascade : concerns / is spoken with in
      contact_id  ref? -> contacts set null : is held with / takes part in
      deal_id     ref? -> deals set null : moves / is moved by
      owner_id    ref -> sales_reps : is done by / does
      due_at      moment?
      done_at     moment?
      created_at  moment = now
      index owner_id, due_at where {done_at} IS NULL
    `,
    ),
  ],
  views: [
    view('open_pipeline', 'What is still open, stage by stage, weighed by its chance.', {
      columns: `
        stage_id id
        stage text(80)
        deals int
        expected decimal(14,2)
      `,
      query: `
        SELECT {stages}.id AS stage_id, {stages.name} AS stage, COUNT(*) AS deals, SUM({deals.amount} * {stages.probability} / 100) AS expected
        FROM {deals}
        JOIN {stages} ON {stages}.id = {deals.stage_id}
        WHERE {deals.won_at} IS NULL AND {deals.lost_at} IS NULL
        GROUP BY {stages}.id, {stages.name}
      `,
    }),
  ],
  page: row(
    area('Offers', {
      color: 'green',
      comment: 'What is offered',
      of: row(col('products'), col('quote_lines', 'quotes')),
    }),
    col(
      row(
        note(
          'A stage of its own pipeline',
          'Deals refer to pipeline and stage together, so that no deal can stand at a stage of another pipeline.',
        ),
      ),
      area('Deals', {
        color: 'teal',
        comment: 'What may be sold and how far it is',
        of: row(col('deal_contacts', 'stages'), col('stage_changes', 'deals', 'pipelines', 'open_pipeline')),
      }),
    ),
    area('Work', { color: 'amber', comment: 'What is done', of: 'activities' }),
    col(
      area('Customers', {
        color: 'blue',
        comment: 'Whom we sell to',
        of: row(col('companies'), col('contacts')),
      }),
      area('Team', { color: 'violet', comment: 'Who sells', of: row('sales_reps', 'territories') }),
      area('Marketing', {
        color: 'magenta',
        comment: 'How they come to us',
        of: row(col('leads'), col('campaign_members', 'campaigns')),
      }),
    ),
  ),
}
