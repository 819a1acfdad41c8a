import { area, col, note, row, table, view, type Template } from '../template'

export const tracker: Template = {
  id: 'tracker',
  title: 'Project tracker',
  summary:
    'Projects with their own workflow, issues and sub-issues, sprints, versions, labels, time spent, history of every field.',
  enums: {
    issue_kind: 'story bug task epic',
    issue_priority: 'low normal high urgent',
    link_kind: 'blocks duplicates relates_to',
    status_class: 'todo doing done',
  },
  tables: [
    table(
      'people',
      'Everybody who works here.',
      `
      id          id
      handle      text(40)
      name        text(160)
      email       text(254)
      avatar_url  text(500)?
      is_active   bool = true
      unique handle
      unique email
    `,
    ),
    table(
      'projects',
      'What is being made.',
      `
      id           id
      code         text(10)                                         -- Stands before the numbers of its issues
      name         text(160)
      lead_id      ref -> people : is led by / leads
      description  longtext?
      created_at   moment = now
      archived_at  moment?
      unique code
    `,
    ),
    table(
      'project_members',
      'Who works on what.',
      `
      project_id  ref -> projects cascade : works on / is worked on by
      person_id   ref -> people cascade : is / takes part as
      may_edit    bool = true
      joined_at   moment = now
      pk project_id, person_id
      index person_id
    `,
    ),
    table(
      'statuses',
      'The columns of a board. Every project has its own.',
      `
      id          id
      project_id  ref -> projects cascade : is used in / works through
      name        text(40)
      class       status_class = 'todo'
      board_order smallint
      unique project_id, name
      unique project_id, id
    `,
    ),
    table(
      'transitions',
      'Which status may follow which.',
      `
      project_id  ref
      from_id     ref
      to_id       ref
      fk project_id, from_id -> statuses(project_id, id) cascade : leaves / is left by
      fk project_id, to_id -> statuses(project_id, id) : enters / is entered by
      pk from_id, to_id
    `,
    ),
    table(
      'sprints',
      'Two weeks with a goal.',
      `
      id          id
      project_id  ref -> projects cascade : is run in / runs
      name        text(80)
      goal        text(500)?
      starts_on   date
      ends_on     date
      unique project_id, name
      unique project_id, id
      check {ends_on} > {starts_on}
    `,
    ),
    table(
      'versions',
      'What is released.',
      `
      id           id
      project_id   ref -> projects cascade : is a release of / releases
      name         text(40)
      due_on       date?
      released_on  date?
      unique project_id, name
      unique project_id, id
    `,
    ),
    table(
      'issues',
      'Something to do.',
      `
      id            id
      project_id    ref -> projects : belongs to / has
      issue_no      int                                             -- Counts within the project: WEB-42
      kind          issue_kind = 'task'
      title         text(255)
      description   longtext?
      status_id     ref
      priority      issue_priority = 'normal'
      parent_id     ref? -> issues : is part of / is split into
      reporter_id   ref -> people : is reported by / reports
      assignee_id   ref? -> people set null : is done by / does
      sprint_id     ref?
      version_id    ref?
      estimate      decimal(6,2)?                                      -- Points
      due_on        date?
      created_at    moment = now
      updated_at    touched
      closed_at     moment?
      fk project_id, status_id -> statuses(project_id, id) : stands at / holds
      fk project_id, sprint_id -> sprints(project_id, id) : is planned for / plans
      fk project_id, version_id -> versions(project_id, id) : is fixed in / fixes
      unique project_id, issue_no
      check {estimate} IS NULL OR {estimate} >= 0
      index assignee_id, priority where {closed_at} IS NULL
      index project_id, updated_at desc
    `,
    ),
    table(
      'issue_links',
      'How issues hang together.',
      `
      from_id  ref -> issues cascade : begins at / leads out by
      to_id    ref -> issues : ends at / is reached by
      kind     link_kind = 'relates_to'
      pk from_id, to_id, kind
      index to_id
    `,
    ),
    table(
      'labels',
      'Words to find things by.',
      `
      id          id
      project_id  ref -> projects cascade : is used in / uses
      name        text(40)
      color       char(7) = '#7b8ea6'
      unique project_id, name
    `,
    ),
    table(
      'issue_labels',
      'Which words an issue goes by.',
      `
      issue_id  ref -> issues cascade : is marked by / is marked with
      label_id  ref -> labels cascade : marks with / marks
      pk issue_id, label_id
      index label_id
    `,
    ),
    table(
      'watchers',
      'Who wants to hear of it.',
      `
      issue_id   ref -> issues cascade : is watched by / is watched through
      person_id  ref -> people cascade : watches / watches through
      pk issue_id, person_id
      index person_id
    `,
    ),
    table(
      'comments',
      'What is said about it.',
      `
      id          id
      issue_id    ref -> issues cascade : is about / is discussed in
      author_id   ref -> people : is said by / says
      reply_to_id ref? -> comments : answers / is answered by
      body        longtext
      created_at  moment = now
      edited_at   moment?
      index issue_id, created_at
    `,
    ),
    table(
      'attachments',
      'Files, kept elsewhere.',
      `
      id           id
      issue_id     ref -> issues cascade : is attached to / has
      uploaded_by  ref -> people : is added by / adds
      file_name    text(255)
      storage_key  text(255)
      byte_count   bigint
      uploaded_at  moment = now
      unique storage_key
      check {byte_count} >= 0
    `,
    ),
    table(
      'work_logs',
      'Time that was spent.',
      `
      id          id
      issue_id    ref -> issues : was spent on / took
      person_id   ref -> people : was spent by / spent
      worked_on   date
      minutes     int
      remark      text(255)?
      check {minutes} > 0
      index person_id, worked_on
      index issue_id
    `,
    ),
    table(
      'issue_history',
      'Every change of every field.',
      `
      issue_id    ref -> issues cascade : is a change of / changed in
      change_no   int
      changed_by  ref? -> people set null : is made by / made
      field_name  text(60)
      old_value   text(500)?
      new_value   text(500)?
      changed_at  moment = now
      pk issue_id, change_no
    `,
    ),
  ],
  views: [
    view('open_issues', 'What is still to be done, as lists show it.', {
      columns: `
        code text(10)
        issue_no int
        title text(255)
        status text(40)
        assignee text(160)
      `,
      query: `
        SELECT {projects.code}, {issues.issue_no}, {issues.title}, {statuses.name} AS status, {people.name} AS assignee
        FROM {issues}
        JOIN {projects} ON {projects}.id = {issues.project_id}
        JOIN {statuses} ON {statuses}.id = {issues.status_id}
        LEFT JOIN {people} ON {people}.id = {issues.assignee_id}
        WHERE {issues.closed_at} IS NULL
      `,
    }),
  ],
  page: row(
    area('Planning', {
      color: 'teal',
      comment: 'What is made, how and when',
      of: row(col('transitions', 'sprints'), col('statuses', 'versions', 'projects', 'project_members')),
    }),
    area('Issues', {
      color: 'blue',
      comment: 'What is to be done',
      of: row(col('issue_labels', 'labels', 'open_issues'), col('issue_links', 'issues', 'issue_history')),
    }),
    col(
      area('Talk and time', {
        color: 'amber',
        comment: 'What is said, added and spent',
        of: row(col('work_logs', 'watchers'), col('attachments', 'comments')),
      }),
      row(
        area('People', { color: 'violet', comment: 'Who does it', of: 'people' }),
        note(
          'Two parts of a key',
          'Status, sprint and version are referred to together with the project: no issue ends up on the board of another one.',
        ),
      ),
    ),
  ),
}
