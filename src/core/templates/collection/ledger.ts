import { area, col, note, row, table, view, type Template } from '../template'

export const ledger: Template = {
  id: 'ledger',
  title: 'Bank and ledger',
  summary:
    'Double entry: every transfer is a journal entry whose postings add up to nothing. Accounts, customers, cards, standing orders.',
  enums: {
    account_class: 'asset liability equity income expense',
    account_status: 'open frozen closed',
    entry_status: 'pending posted reversed',
    card_status: 'issued active blocked expired',
  },
  tables: [
    table(
      'currencies',
      'Money of the world.',
      `
      code         char(3)
      name         text(80)
      minor_units  smallint = 2
      pk code
      check {minor_units} BETWEEN 0 AND 4
    `,
    ),
    table(
      'exchange_rates',
      'What one is worth in the other, day by day.',
      `
      from_code  ref -> currencies : converts from / is converted in
      to_code    ref -> currencies : converts to / is reached in
      valid_on   date
      rate       decimal(18,8)
      pk from_code, to_code, valid_on
      check {rate} > 0
    `,
    ),
    table(
      'customers',
      'People and companies with an account.',
      `
      id           id
      customer_no  text(20)
      legal_name   text(200)
      is_company   bool = false
      country      char(2)
      born_on      date?
      created_at   moment = now
      unique customer_no
    `,
    ),
    table(
      'identity_checks',
      'Who they are, as far as was proved. One row for each customer.',
      `
      customer_id   ref -> customers cascade : proves / is proved by
      document_no   text(60)
      risk_rating   smallint = 1
      checked_by    text(120)
      checked_at    moment = now
      renew_on      date
      pk customer_id
      check {risk_rating} BETWEEN 1 AND 5
      index renew_on
    `,
    ),
    table(
      'ledger_accounts',
      'The chart of accounts, as a tree.',
      `
      id           id
      parent_id    ref? -> ledger_accounts : rolls up into / is made of
      code         text(20)
      name         text(160)
      class        account_class
      is_postable  bool = true                                      -- Headings are not
      unique code
    `,
    ),
    table(
      'products',
      'What kinds of account there are.',
      `
      id             id
      code           text(20)
      name           text(120)
      ledger_id      ref -> ledger_accounts : is booked under / books
      interest_rate  decimal(7,4) = 0
      overdraft_max  decimal(18,4) = 0
      unique code
      check {overdraft_max} >= 0
    `,
    ),
    table(
      'accounts',
      'What a customer sees: one number, one currency.',
      `
      id             id
      iban           text(34)
      product_id     ref -> products : is / is opened as
      currency       ref -> currencies : is kept in / is used by
      status         account_status = 'open'
      overdraft      decimal(18,4) = 0
      opened_on      date
      closed_on      date?
      unique iban
      check {overdraft} >= 0
      check {closed_on} IS NULL OR {closed_on} >= {opened_on}
    `,
    ),
    table(
      'account_holders',
      'Who may use an account.',
      `
      account_id   ref -> accounts : may be used by / lets in
      customer_id  ref -> customers : is / holds through
      percentage decimal(5,2) = 100
      may_sign     bool = true
      pk account_id, customer_id
      check {percentage} > 0 AND {percentage} <= 100
      index customer_id
    `,
    ),
    table(
      'balances',
      'The sum of the postings, kept beside them so that it need not be added up.',
      `
      account_id   ref -> accounts : is that of / has
      booked       decimal(18,4) = 0
      available    decimal(18,4) = 0
      as_of_entry  ref? -> journal_entries : holds up to / is the last in
      updated_at   touched
      pk account_id
    `,
    ),
    table(
      'journal_entries',
      'Something happened. Its postings add up to nothing; entries are reversed, never changed.',
      `
      id             id
      reference      text(40)                                        -- Given by the caller, so that a repeat does nothing
      status         entry_status = 'pending'
      description    text(255)
      booked_on      date
      value_on       date
      reverses_id    ref? -> journal_entries : takes back / is taken back by
      created_at     moment = now
      unique reference
      unique reverses_id
      index booked_on
      index created_at where {status} = 'pending'
    `,
    ),
    table(
      'postings',
      'One side of an entry: more than nothing is a debit, less a credit.',
      `
      entry_id    ref -> journal_entries : is a side of / consists of
      line_no     smallint
      ledger_id   ref -> ledger_accounts : is booked on / collects
      account_id  ref? -> accounts : moves / is moved by                 -- Empty for the bank's own
      currency    ref -> currencies : is counted in / counts
      amount      decimal(18,4)
      pk entry_id, line_no
      check {amount} <> 0
      index account_id, entry_id desc
      index ledger_id
    `,
    ),
    table(
      'transfers',
      'What a customer asked for.',
      `
      id               id
      from_account_id  ref -> accounts : is taken from / pays by
      to_account_id    ref? -> accounts : is paid into / receives by
      to_iban          text(34)?                                     -- Elsewhere
      to_name          text(200)
      amount           decimal(18,4)
      purpose          text(140)?
      entry_id         ref? -> journal_entries : is booked as / books
      requested_at     moment = now
      executed_at      moment?
      unique entry_id
      check {amount} > 0
      check {to_account_id} IS NOT NULL OR {to_iban} IS NOT NULL
      index from_account_id, requested_at desc
      index requested_at where {executed_at} IS NULL
    `,
    ),
    table(
      'standing_orders',
      'Every month again.',
      `
      id               id
      account_id       ref -> accounts : is paid from / pays regularly by
      to_iban          text(34)
      to_name          text(200)
      amount           decimal(18,4)
      day_of_month     smallint
      starts_on        date
      ends_on          date?
      next_on          date
      check {amount} > 0
      check {day_of_month} BETWEEN 1 AND 28
      index next_on
    `,
    ),
    table(
      'cards',
      'Plastic, or a number in a telephone.',
      `
      id           id
      account_id   ref -> accounts : draws on / is reached by
      customer_id  ref -> customers : is carried by / carries
      token        text(64)                                         -- Never the number itself
      last_four    char(4)
      status       card_status = 'issued'
      expires_on   date
      daily_limit  decimal(18,4)?
      unique token
    `,
    ),
    table(
      'card_payments',
      'Promised at the till, booked a day later.',
      `
      id             id
      card_id        ref -> cards : is made by / makes
      merchant       text(160)
      category_code  char(4)?
      amount         decimal(18,4)
      currency       ref -> currencies : is counted in / counts
      authorised_at  moment = now
      entry_id       ref? -> journal_entries : is booked as / settles
      declined_for   text(120)?
      unique entry_id
      check {amount} > 0
      index card_id, authorised_at desc
    `,
    ),
    table(
      'fees',
      'What is charged for what.',
      `
      id           id
      product_id   ref -> products cascade : is charged on / charges
      name         text(120)
      amount       decimal(18,4)
      valid_from   date
      valid_to     date?
      unique product_id, name, valid_from
      check {amount} >= 0
    `,
    ),
  ],
  views: [
    view(
      'trial_balance',
      'What every account of the ledger stands at. All of it together is nothing, or something is wrong.',
      {
        columns: `
        code text(20)
        name text(160)
        currency char(3)
        balance decimal(18,4)
      `,
        query: `
        SELECT {ledger_accounts.code}, {ledger_accounts.name}, {postings.currency}, SUM({postings.amount}) AS balance
        FROM {postings}
        JOIN {ledger_accounts} ON {ledger_accounts}.id = {postings.ledger_id}
        JOIN {journal_entries} ON {journal_entries}.id = {postings.entry_id}
        WHERE {journal_entries.status} <> 'pending'
        GROUP BY {ledger_accounts.code}, {ledger_accounts.name}, {postings.currency}
      `,
      },
    ),
  ],
  page: row(
    area('Customers', {
      color: 'violet',
      comment: 'Whose money it is',
      of: col('account_holders', 'customers', 'identity_checks'),
    }),
    area('Accounts', {
      color: 'blue',
      comment: 'What they see',
      of: row(col('cards', 'transfers', 'standing_orders'), col('balances', 'accounts', 'products', 'fees')),
    }),
    area('Ledger', {
      color: 'green',
      comment: 'What is true',
      of: row(col('trial_balance', 'journal_entries', 'ledger_accounts'), col('card_payments', 'postings')),
    }),
    col(
      note(
        'It adds up to nothing',
        'The postings of an entry must sum to 0 in each currency. No single row can know that: post entries in one function and check it there.',
      ),
      area('Currencies', {
        color: 'amber',
        comment: 'What it is counted in',
        of: col('currencies', 'exchange_rates'),
      }),
    ),
  ),
}
