import { area, col, note, row, table, view, type Template } from '../template'

export const saas: Template = {
  id: 'saas',
  title: 'SaaS with tenants',
  summary:
    'Organisations that never see each other: the tenant is part of the keys. Memberships, roles, plans, invoices, API keys, audit log.',
  enums: {
    subscription_status: 'trialing active past_due cancelled',
    invoice_status: 'draft open paid void',
    billing_cycle: 'month year',
  },
  tables: [
    table(
      'organisations',
      'A tenant: one customer with all that is theirs.',
      `
      id          id
      slug        text(60)                                           -- As in its address
      name        text(200)
      region      text(20) = 'eu'                                    -- Where its data must stay
      created_at  moment = now
      deleted_at  moment?                                            -- Emptied for good thirty days later
      unique slug
      index deleted_at where {deleted_at} IS NOT NULL
    `,
    ),
    table(
      'users',
      'A person. One account, however many organisations.',
      `
      id             id
      email          text(254)                                       -- Kept in lower case
      name           text(200)
      password_hash  text(255)?                                        -- Empty for single sign-on
      is_verified    bool = false
      created_at     moment = now
      last_seen_at   moment?
      unique email
    `,
    ),
    table(
      'user_settings',
      'What a person likes. One row each, apart because it changes often.',
      `
      user_id    ref -> users cascade : belongs to / has
      locale     text(20) = 'en'
      time_zone  text(60) = 'UTC'
      theme      text(20) = 'system'
      updated_at touched
      pk user_id
    `,
    ),
    table(
      'roles',
      'What a member may do. Every organisation has its own.',
      `
      id               id
      organisation_id  ref -> organisations cascade : is defined by / defines
      name             text(60)
      is_built_in      bool = false                                    -- Cannot be changed or removed
      unique organisation_id, name
      unique organisation_id, id
    `,
    ),
    table(
      'capabilities',
      'Everything that can be allowed, as the code knows it.',
      `
      code         text(60)
      description  text(255)
      pk code
    `,
    ),
    table(
      'role_capabilities',
      'Which role allows what.',
      `
      role_id          ref -> roles cascade : is granted to / grants
      capability_code  ref -> capabilities cascade : allows / is allowed by
      pk role_id, capability_code
      index capability_code
    `,
    ),
    table(
      'memberships',
      'Who works in which organisation. Everything that a member does refers to this, not to the user.',
      `
      organisation_id  ref -> organisations cascade : works in / has
      user_id          ref -> users cascade : is / joins as
      role_id          ref
      joined_at        moment = now
      fk organisation_id, role_id -> roles(organisation_id, id) : acts as / is held by
      pk organisation_id, user_id
      index user_id
    `,
    ),
    table(
      'invitations',
      'Somebody is asked to join.',
      `
      id               id
      organisation_id  ref -> organisations cascade : asks into / sends
      email            text(254)
      role_id          ref
      invited_by       ref
      token            uuid = uuid
      expires_at       moment
      accepted_at      moment?
      fk organisation_id, role_id -> roles(organisation_id, id) : offers / is offered in
      fk organisation_id, invited_by -> memberships(organisation_id, user_id) : is sent by / invites through
      unique token
      only one_open: organisation_id, email where {accepted_at} IS NULL
    `,
    ),
    table(
      'teams',
      'Members who work together.',
      `
      id               id
      organisation_id  ref -> organisations cascade : is part of / is split into
      parent_id        ref?
      name             text(120)
      fk organisation_id, parent_id -> teams(organisation_id, id) : lies within / contains
      unique organisation_id, name
      unique organisation_id, id
    `,
    ),
    table(
      'team_members',
      'The tenant stands in both keys: nobody gets into the team of another organisation.',
      `
      organisation_id  ref
      team_id          ref
      user_id          ref
      is_lead          bool = false
      fk organisation_id, team_id -> teams(organisation_id, id) cascade : belongs to / consists of
      fk organisation_id, user_id -> memberships(organisation_id, user_id) cascade : is / serves as
      pk organisation_id, team_id, user_id
    `,
    ),
    table(
      'projects',
      'The work itself: here a plain project. Put your own tables in its place.',
      `
      id               id
      organisation_id  ref -> organisations cascade : is owned by / owns
      team_id          ref?
      name             text(200)
      settings         json?
      created_at       moment = now
      archived_at      moment?
      fk organisation_id, team_id -> teams(organisation_id, id) : is run by / runs
      unique organisation_id, id
      index organisation_id, created_at desc where {archived_at} IS NULL
    `,
    ),
    table(
      'plans',
      'What can be bought.',
      `
      id              id
      code            text(40)
      name            text(120)
      cycle           billing_cycle = 'month'
      price_per_seat  decimal(10,2)
      currency        char(3) = 'EUR'
      is_public       bool = true
      unique code
      check {price_per_seat} >= 0
    `,
    ),
    table(
      'subscriptions',
      'What an organisation pays for, and since when.',
      `
      id               id
      organisation_id  ref -> organisations : is held by / holds
      plan_id          ref -> plans : buys / is bought through
      status           subscription_status = 'trialing'
      seats            int = 1
      started_at       moment = now
      ends_at          moment?
      unique organisation_id, id
      only one_running: organisation_id where {status} <> 'cancelled'
      check {seats} > 0
      check {ends_at} IS NULL OR {ends_at} > {started_at}
    `,
    ),
    table(
      'invoices',
      'Numbered anew for every organisation.',
      `
      organisation_id  ref
      invoice_no       int
      subscription_id  ref
      status           invoice_status = 'draft'
      issued_on        date?
      due_on           date?
      total            decimal(12,2) = 0
      currency         char(3)
      fk organisation_id, subscription_id -> subscriptions(organisation_id, id) : bills / is billed by
      pk organisation_id, invoice_no
      check {due_on} IS NULL OR {due_on} >= {issued_on}
      index due_on where {status} = 'open'
    `,
    ),
    table(
      'invoice_lines',
      'What is asked for.',
      `
      organisation_id  ref
      invoice_no       ref
      line_no          smallint
      description      text(255)
      quantity         int = 1
      unit_price       decimal(12,2)
      amount           decimal(14,2) := {quantity} * {unit_price}
      fk organisation_id, invoice_no -> invoices(organisation_id, invoice_no) cascade : is a line of / consists of
      pk organisation_id, invoice_no, line_no
      check {quantity} > 0
    `,
    ),
    table(
      'api_keys',
      'Programs sign in with these. Only a hash is kept.',
      `
      id               id
      organisation_id  ref
      created_by       ref
      name             text(120)
      prefix           char(8)                                         -- The part that one may see again
      secret_hash      char(64)
      last_used_at     moment?
      revoked_at       moment?
      fk organisation_id, created_by -> memberships(organisation_id, user_id) : is made by / makes
      unique prefix
    `,
    ),
    table(
      'webhooks',
      'Addresses that want to hear what happens.',
      `
      id               id
      organisation_id  ref -> organisations cascade : informs / listens through
      url              text(500)
      secret           text(120)
      is_active        bool = true
      created_at       moment = now
    `,
    ),
    table(
      'webhook_deliveries',
      'What was told to them, and what they said.',
      `
      id             id
      webhook_id     ref -> webhooks cascade : is sent to / receives
      event          text(80)
      payload        json
      response_code  smallint?
      attempts       smallint = 0
      next_try_at    moment?
      created_at     moment = now
      index webhook_id, created_at desc
      index next_try_at where {response_code} IS NULL
    `,
    ),
    table(
      'audit_log',
      'Who did what. Rows are added and never changed.',
      `
      id               id
      organisation_id  ref -> organisations cascade : happened in / remembers
      user_id          ref? -> users set null : was done by / did               -- Empty for the system itself
      action           text(80)
      subject          text(160)                                       -- What it was done to, as kind and id
      details          json?
      ip_address       text(45)?
      created_at       moment = now
      index organisation_id, created_at desc
    `,
    ),
  ],
  views: [
    view('seats_in_use', 'Seats that are paid for beside seats that are taken.', {
      columns: `
        organisation_id id
        seats int
        taken int
      `,
      query: `
        SELECT {subscriptions.organisation_id}, {subscriptions.seats}, COUNT({memberships.user_id}) AS taken
        FROM {subscriptions}
        JOIN {memberships} ON {memberships.organisation_id} = {subscriptions.organisation_id}
        WHERE {subscriptions.status} <> 'cancelled'
        GROUP BY {subscriptions.organisation_id}, {subscriptions.seats}
      `,
    }),
  ],
  page: row(
    col(
      row(
        area('Access', {
          color: 'violet',
          comment: 'Who may do what',
          of: row(col('capabilities', 'api_keys'), col('role_capabilities', 'roles', 'invitations')),
        }),
        area('Tenants', {
          color: 'blue',
          comment: 'Who they are and who works there',
          of: row(
            col('team_members', 'memberships', 'user_settings'),
            col('teams', 'organisations', 'users'),
          ),
        }),
      ),
      area('Billing', {
        color: 'green',
        comment: 'What they pay',
        of: row(col('subscriptions', 'plans'), col('invoices'), col('invoice_lines', 'seats_in_use')),
      }),
    ),
    col(
      area('Work', { color: 'amber', comment: 'What they came for', of: 'projects' }),
      note(
        'The tenant in every key',
        'Children refer by organisation and id together. A row can then never point into another tenant, whatever the code forgets.',
      ),
    ),
    area('Traces', {
      color: 'slate',
      comment: 'What happened and who was told',
      of: row(col('webhook_deliveries', 'webhooks', 'audit_log')),
    }),
  ),
}
