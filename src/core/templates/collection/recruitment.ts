import { area, col, note, row, table, view, type Template } from '../template'

export const recruitment: Template = {
  id: 'recruitment',
  title: 'Recruitment',
  summary:
    'Positions and openings, candidates and their skills, applications through stages, interviews, scorecards, offers, referrals.',
  enums: {
    opening_status: 'draft open paused filled closed',
    application_status: 'active hired rejected withdrawn',
    interview_status: 'planned held cancelled',
    verdict: 'strong_no no yes strong_yes',
  },
  tables: [
    table(
      'departments',
      'Who is looking for somebody.',
      `
      id         id
      parent_id  ref? -> departments : is part of / contains
      name       text(120)
      unique name
    `,
    ),
    table(
      'offices',
      'Where the work is done.',
      `
      id       id
      name     text(120)
      city     text(120)
      country  char(2)
      unique name
    `,
    ),
    table(
      'employees',
      'Who leads, interviews and refers.',
      `
      id             id
      department_id  ref -> departments : works in / employs
      manager_id     ref? -> employees : reports to / leads
      email          text(254)
      name           text(160)
      is_recruiter   bool = false
      unique email
    `,
    ),
    table(
      'jobs',
      'A seat in the plan, filled or not.',
      `
      id             id
      department_id  ref -> departments : belongs to / plans
      title          text(160)
      grade          text(20)?
      salary_min     decimal(12,2)?
      salary_max     decimal(12,2)?
      currency       char(3) = 'EUR'
      check {salary_max} IS NULL OR {salary_max} >= {salary_min}
    `,
    ),
    table(
      'openings',
      'A job that we advertise.',
      `
      id             id
      job_id    ref -> jobs : fills / is filled through
      office_id      ref? -> offices set null : is done in / hosts
      recruiter_id   ref -> employees : is run by / runs
      hiring_lead_id ref -> employees : is decided by / decides on
      status         opening_status = 'draft'
      seats          smallint = 1
      is_remote      bool = false
      description    longtext
      opened_on      date?
      closes_on      date?
      check {seats} > 0
      check {closes_on} IS NULL OR {closes_on} >= {opened_on}
      index opened_on where {status} = 'open'
    `,
    ),
    table(
      'stages',
      'The steps of an opening, in order.',
      `
      id          id
      opening_id  ref -> openings cascade : is a step of / goes through
      step_no     smallint
      name        text(80)
      is_final    bool = false
      unique opening_id, step_no
      unique opening_id, id
    `,
    ),
    table(
      'candidates',
      'People who may join us. Erased when the law says so.',
      `
      id            id
      first_name    text(80)
      last_name     text(80)
      email         text(254)
      phone         text(40)?
      city          text(120)?
      country       char(2)?
      erase_after   date
      created_at    moment = now
      unique email
      index erase_after
      index last_name, first_name
    `,
    ),
    table(
      'documents',
      'Letters and curricula, kept elsewhere.',
      `
      id            id
      candidate_id  ref -> candidates cascade : is about / hands in
      kind          text(40)
      file_name     text(255)
      storage_key   text(255)
      uploaded_at   moment = now
      unique storage_key
    `,
    ),
    table(
      'skills',
      'What one can be good at.',
      `
      id    id
      name  text(80)
      unique name
    `,
    ),
    table(
      'candidate_skills',
      'What a candidate is good at.',
      `
      candidate_id  ref -> candidates cascade : is shown by / shows
      skill_id      ref -> skills : is / is found in
      years         decimal(4,1)?
      pk candidate_id, skill_id
      check {years} IS NULL OR {years} >= 0
      index skill_id
    `,
    ),
    table(
      'opening_skills',
      'What an opening asks for.',
      `
      opening_id   ref -> openings cascade : is asked by / asks for
      skill_id     ref -> skills : is / is asked for in
      is_required  bool = true
      pk opening_id, skill_id
      index skill_id
    `,
    ),
    table(
      'sources',
      'Where applications come from.',
      `
      id        id
      name      text(80)
      is_paid   bool = false
      unique name
    `,
    ),
    table(
      'applications',
      'A candidate wants an opening.',
      `
      id            id
      candidate_id  ref -> candidates cascade : is made by / makes
      opening_id    ref -> openings : is for / receives
      stage_id      ref
      source_id     ref? -> sources set null : came through / brought
      status        application_status = 'active'
      applied_at    moment = now
      closed_at     moment?
      reason        text(255)?
      fk opening_id, stage_id -> stages(opening_id, id) : stands at / holds
      unique candidate_id, opening_id
      index opening_id, applied_at where {status} = 'active'
    `,
    ),
    table(
      'referrals',
      'Who recommended somebody. One for each application at most.',
      `
      application_id  ref -> applications cascade : speaks for / is recommended by
      employee_id     ref -> employees : is made by / recommends through
      bonus           decimal(10,2)?
      paid_on         date?
      pk application_id
      check {bonus} IS NULL OR {bonus} >= 0
    `,
    ),
    table(
      'stage_moves',
      'How long each step took is counted from these.',
      `
      application_id  ref -> applications cascade : is a move of / moved in
      move_no         smallint
      stage_id        ref -> stages : leads to / is entered by
      moved_by        ref? -> employees set null : is made by / made
      moved_at        moment = now
      pk application_id, move_no
    `,
    ),
    table(
      'interviews',
      'A talk that was planned.',
      `
      id              id
      application_id  ref -> applications cascade : is held for / is heard in
      stage_id        ref -> stages : belongs to / asks for
      status          interview_status = 'planned'
      starts_at       moment
      ends_at         moment
      place           text(200)?
      check {ends_at} > {starts_at}
      index starts_at where {status} = 'planned'
    `,
    ),
    table(
      'interviewers',
      'Who asks.',
      `
      interview_id  ref -> interviews cascade : asks in / is led by
      employee_id   ref -> employees : is / asks through
      pk interview_id, employee_id
      index employee_id
    `,
    ),
    table(
      'scorecards',
      'What an interviewer thinks, written before the others are read.',
      `
      interview_id  ref
      employee_id   ref
      verdict       verdict
      strengths     longtext?
      doubts        longtext?
      handed_in_at  moment = now
      fk interview_id, employee_id -> interviewers(interview_id, employee_id) cascade : is written by / writes
      pk interview_id, employee_id
    `,
    ),
    table(
      'offers',
      'What we would pay.',
      `
      id              id
      application_id  ref -> applications : is made for / leads to
      salary          decimal(12,2)
      currency        char(3) = 'EUR'
      starts_on       date
      approved_by     ref? -> employees set null : is approved by / approves
      sent_at         moment?
      accepted_at     moment?
      declined_at     moment?
      check {salary} > 0
      check {accepted_at} IS NULL OR {declined_at} IS NULL
      only one_accepted: application_id where {accepted_at} IS NOT NULL
    `,
    ),
  ],
  views: [
    view('funnel', 'How many stand at which step of each opening.', {
      columns: `
        opening_id id
        step_no smallint
        stage text(80)
        candidates int
      `,
      query: `
        SELECT {stages.opening_id}, {stages.step_no}, {stages.name} AS stage, COUNT({applications}.id) AS candidates
        FROM {stages}
        LEFT JOIN {applications} ON {applications.stage_id} = {stages}.id AND {applications.status} = 'active'
        GROUP BY {stages.opening_id}, {stages.step_no}, {stages.name}
      `,
    }),
  ],
  page: row(
    area('Candidates', {
      color: 'violet',
      comment: 'Who may join',
      of: row(col('candidate_skills', 'candidates', 'documents')),
    }),
    col(
      area('Applications', {
        color: 'blue',
        comment: 'Who wants what, and how far it is',
        of: row(col('offers', 'sources'), col('stage_moves', 'applications', 'referrals')),
      }),
      note(
        'Written before it is read',
        'A scorecard belongs to one interviewer. Show the others only once it is handed in.',
      ),
    ),
    col(
      area('Openings', {
        color: 'teal',
        comment: 'What is advertised',
        of: row(col('skills', 'stages', 'funnel'), col('opening_skills', 'openings')),
      }),
      area('Interviews', {
        color: 'amber',
        comment: 'What was asked and thought',
        of: row(col('interviews'), col('interviewers', 'scorecards')),
      }),
    ),
    area('Company', {
      color: 'slate',
      comment: 'Who is looking',
      of: col('offices', 'employees', 'departments', 'jobs'),
    }),
  ),
}
