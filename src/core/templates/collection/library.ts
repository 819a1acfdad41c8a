import { area, col, note, row, table, view, type Template } from '../template'

export const library: Template = {
  id: 'library',
  title: 'Library',
  summary:
    'Works, editions and copies, authors, subjects, branches, members, loans, renewals, holds in a queue, fines.',
  enums: {
    copy_state: 'available on_loan in_transit lost withdrawn',
    contribution: 'author editor translator illustrator narrator',
    hold_status: 'waiting ready collected expired',
  },
  tables: [
    table(
      'works',
      'A text as such, whatever its edition.',
      `
      id              id
      title           text(300)
      original_title  text(300)?
      lang_code       char(3)
      first_year      smallint?
      series_id       ref? -> series set null : is part of / consists of
      volume_no       smallint?
      index title
    `,
    ),
    table(
      'series',
      'Works that belong together.',
      `
      id     id
      title  text(300)
      unique title
    `,
    ),
    table(
      'editions',
      'What was printed: one ISBN.',
      `
      id            id
      work_id       ref -> works : prints / is printed as
      publisher_id  ref? -> publishers set null : is brought out by / brings out
      isbn          char(13)?
      format        text(40)
      pages         int?
      published_on  date?
      unique isbn
      check {pages} IS NULL OR {pages} > 0
      index work_id
    `,
    ),
    table(
      'publishers',
      'Who brings it out.',
      `
      id    id
      name  text(200)
      city  text(120)?
      unique name
    `,
    ),
    table(
      'people',
      'Authors and all who helped.',
      `
      id          id
      sort_name   text(200)                                         -- Surname first
      full_name   text(200)
      born_year   smallint?
      died_year   smallint?
      check {died_year} IS NULL OR {died_year} >= {born_year}
      index sort_name
    `,
    ),
    table(
      'contributions',
      'Who had which part in a work.',
      `
      work_id    ref -> works cascade : is made by / owes to
      person_id  ref -> people : is made by / made
      part       contribution = 'author'
      credit_no  smallint = 1
      pk work_id, person_id, part
      index person_id
    `,
    ),
    table(
      'subjects',
      'The tree of what books are about.',
      `
      id         id
      parent_id  ref? -> subjects : lies within / contains
      code       text(20)
      name       text(160)
      unique code
    `,
    ),
    table(
      'work_subjects',
      'What a work is about.',
      `
      work_id     ref -> works cascade : is told by / is about
      subject_id  ref -> subjects : is about / is treated in
      pk work_id, subject_id
      index subject_id
    `,
    ),
    table(
      'branches',
      'The houses.',
      `
      id       id
      name     text(120)
      street   text(200)
      city     text(120)
      phone    text(40)?
      unique name
    `,
    ),
    table(
      'shelves',
      'Where a book stands.',
      `
      branch_id  ref -> branches cascade : stands in / has
      code       text(20)
      floor_no   smallint = 0
      pk branch_id, code
    `,
    ),
    table(
      'copies',
      'A book that one can take along.',
      `
      id           id
      barcode      text(20)
      edition_id   ref -> editions : is a copy of / is owned as
      branch_id    ref
      shelf_code   ref
      state        copy_state = 'available'
      bought_on    date?
      price        decimal(8,2)?
      fk branch_id, shelf_code -> shelves(branch_id, code) : stands on / holds
      unique barcode
      index edition_id
    `,
    ),
    table(
      'member_kinds',
      'What a card allows.',
      `
      code         text(20)
      name         text(80)
      max_loans    smallint
      loan_days    smallint
      daily_fine   decimal(6,2)
      pk code
      check {max_loans} > 0 AND {loan_days} > 0
    `,
    ),
    table(
      'members',
      'Who borrows.',
      `
      id            id
      card_no       text(20)
      kind_code     ref -> member_kinds : is / is held by
      guardian_id   ref? -> members : is vouched for by / vouches for                -- For children
      name          text(160)
      email         text(254)?
      born_on       date?
      joined_on     date
      valid_until   date
      is_blocked    bool = false
      unique card_no
      unique email
    `,
    ),
    table(
      'loans',
      'Who has what. A book is lent once at a time.',
      `
      id           id
      copy_id      ref -> copies : lends / is lent in
      member_id    ref -> members : is taken by / takes
      lent_at      moment = now
      due_on       date
      returned_at  moment?
      only one_open: copy_id where {returned_at} IS NULL
      index member_id, lent_at desc
      index due_on where {returned_at} IS NULL
    `,
    ),
    table(
      'renewals',
      'A little longer.',
      `
      loan_id     ref -> loans cascade : extends / is extended by
      renewal_no  smallint
      renewed_at  moment = now
      new_due_on  date
      pk loan_id, renewal_no
      check {renewal_no} BETWEEN 1 AND 3
    `,
    ),
    table(
      'holds',
      'Who waits for a work, in the order in which they asked.',
      `
      id            id
      work_id       ref -> works : is wanted by / is waited for in
      member_id     ref -> members cascade : is placed by / places
      branch_id     ref -> branches : is collected at / hands out
      copy_id       ref? -> copies set null : is met by / meets
      status        hold_status = 'waiting'
      placed_at     moment = now
      expires_on    date?
      only one_waiting: work_id, member_id where {status} = 'waiting'
      index work_id, placed_at where {status} = 'waiting'
    `,
    ),
    table(
      'fines',
      'What is owed, and why. One for each loan at most.',
      `
      loan_id    ref -> loans : is for / costs
      amount     decimal(8,2)
      reason     text(60)
      issued_on  date
      paid_at    moment?
      waived_at  moment?
      pk loan_id
      check {amount} > 0
      check {paid_at} IS NULL OR {waived_at} IS NULL
    `,
    ),
  ],
  views: [
    view('overdue_loans', 'What should be back, and who has it.', {
      columns: `
        card_no text(20)
        name text(160)
        barcode text(20)
        title text(300)
        due_on date
      `,
      query: `
        SELECT {members.card_no}, {members.name}, {copies.barcode}, {works.title}, {loans.due_on}
        FROM {loans}
        JOIN {members} ON {members}.id = {loans.member_id}
        JOIN {copies} ON {copies}.id = {loans.copy_id}
        JOIN {editions} ON {editions}.id = {copies.edition_id}
        JOIN {works} ON {works}.id = {editions.work_id}
        WHERE {loans.returned_at} IS NULL
      `,
    }),
  ],
  page: row(
    area('Catalogue', {
      color: 'teal',
      comment: 'What has been written and printed',
      of: row(
        col('people', 'contributions', 'work_subjects', 'subjects'),
        col('series', 'works', 'editions', 'publishers'),
      ),
    }),
    area('Holdings', {
      color: 'amber',
      comment: 'What stands where',
      of: col('copies', 'shelves', 'branches'),
    }),
    area('Lending', {
      color: 'blue',
      comment: 'Who has it, and who waits',
      of: row(col('loans', 'overdue_loans', 'holds'), col('renewals', 'fines')),
    }),
    col(
      area('Members', { color: 'violet', comment: 'Who borrows', of: col('member_kinds', 'members') }),
      note(
        'Work, edition, copy',
        'One waits for a work, one cites an edition, one takes home a copy. Three tables, because people mean three things by a book.',
      ),
    ),
  ),
}
