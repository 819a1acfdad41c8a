import { area, col, note, row, table, view, type Template } from '../template'

export const school: Template = {
  id: 'school',
  title: 'School',
  summary:
    'Terms, courses with prerequisites, classes and their timetable, enrolments, attendance, assignments, grades, guardians.',
  enums: {
    enrolment_status: 'enrolled completed dropped failed',
    presence: 'present late excused absent',
  },
  tables: [
    table(
      'academic_years',
      'From summer to summer.',
      `
      id         id
      name       text(20)
      starts_on  date
      ends_on    date
      unique name
      check {ends_on} > {starts_on}
    `,
    ),
    table(
      'terms',
      'The halves of a year.',
      `
      id         id
      year_id    ref -> academic_years cascade : is part of / is divided into
      name       text(40)
      starts_on  date
      ends_on    date
      unique year_id, name
      check {ends_on} > {starts_on}
    `,
    ),
    table(
      'departments',
      'Languages, sciences, arts.',
      `
      id       id
      name     text(120)
      head_id  ref? -> teachers set null : is headed by / heads
      unique name
      unique head_id
    `,
    ),
    table(
      'teachers',
      'Who teaches.',
      `
      id             id
      department_id  ref -> departments : belongs to / employs
      staff_no       text(20)
      first_name     text(80)
      last_name      text(80)
      email          text(254)
      hired_on       date?
      unique staff_no
      unique email
    `,
    ),
    table(
      'courses',
      'What is taught, whatever the year.',
      `
      id             id
      department_id  ref -> departments : is taught by / teaches
      code           text(20)
      title          text(160)
      credits        decimal(4,1)
      description    longtext?
      unique code
      check {credits} > 0
    `,
    ),
    table(
      'course_prerequisites',
      'What must have been passed before.',
      `
      course_id    ref -> courses cascade : is asked by / asks for
      required_id  ref -> courses : requires / is required by
      pk course_id, required_id
      index required_id
    `,
    ),
    table(
      'classes',
      'A course in one term, with its teacher.',
      `
      id          id
      course_id   ref -> courses : teaches / is taught as
      term_id     ref -> terms : takes place in / holds
      teacher_id  ref -> teachers : is taught by / teaches
      section     text(10) = 'A'
      capacity    smallint
      unique course_id, term_id, section
      check {capacity} > 0
      index term_id
    `,
    ),
    table(
      'rooms',
      'Where lessons are.',
      `
      id        id
      building  text(60)
      room_no   text(10)
      seats     smallint
      unique building, room_no
      check {seats} > 0
    `,
    ),
    table(
      'timetable',
      'When and where a class meets, week by week.',
      `
      id         id
      class_id   ref -> classes cascade : is a lesson of / meets in
      room_id    ref -> rooms : takes place in / is used for
      weekday    smallint                                           -- 1 is Monday
      starts_at  time
      ends_at    time
      unique room_id, weekday, starts_at
      check {weekday} BETWEEN 1 AND 7
      check {ends_at} > {starts_at}
      index class_id
    `,
    ),
    table(
      'students',
      'Who learns.',
      `
      id          id
      student_no  text(20)
      first_name  text(80)
      last_name   text(80)
      born_on     date
      email       text(254)?
      grade_year  smallint
      joined_on   date
      left_on     date?
      unique student_no
      unique email
      check {left_on} IS NULL OR {left_on} >= {joined_on}
      index last_name, first_name
    `,
    ),
    table(
      'health_notes',
      'What one must know in an emergency. Few may read it: a table of its own.',
      `
      student_id  ref -> students cascade : is about / has
      allergies   longtext?
      medication  longtext?
      physician   text(160)?
      updated_at  touched
      pk student_id
    `,
    ),
    table(
      'guardians',
      'Parents and those in their place.',
      `
      id         id
      name       text(160)
      email      text(254)?
      phone      text(40)
      unique email
    `,
    ),
    table(
      'student_guardians',
      'Who speaks for whom.',
      `
      student_id        ref -> students cascade : speaks for / is spoken for by
      guardian_id       ref -> guardians cascade : is / stands as
      relation          text(40)
      may_pick_up       bool = true
      is_first_contact  bool = false
      pk student_id, guardian_id
      only one_first: student_id where {+is_first_contact}
      index guardian_id
    `,
    ),
    table(
      'enrolments',
      'Who sits in which class.',
      `
      class_id     ref -> classes cascade : is a place in / has
      student_id   ref -> students cascade : is taken by / takes
      status       enrolment_status = 'enrolled'
      enrolled_on  date
      final_grade  decimal(4,2)?
      pk class_id, student_id
      check {final_grade} IS NULL OR {final_grade} BETWEEN 0 AND 100
      index student_id
    `,
    ),
    table(
      'attendance',
      'Who was there on which day.',
      `
      class_id    ref
      student_id  ref
      held_on     date
      presence    presence = 'present'
      remark      text(255)?
      fk class_id, student_id -> enrolments(class_id, student_id) cascade : is checked for / is checked in
      pk class_id, student_id, held_on
      index held_on where {presence} = 'absent'
    `,
    ),
    table(
      'assignments',
      'What is to be done for a class.',
      `
      id          id
      class_id    ref -> classes cascade : is set in / sets
      title       text(200)
      details     longtext?
      due_at      moment?
      max_points  decimal(6,2) = 100
      weight      decimal(5,2) = 1
      unique class_id, id
      check {max_points} > 0
      index class_id, due_at
    `,
    ),
    table(
      'submissions',
      'What was handed in, and what it is worth.',
      `
      class_id       ref
      assignment_id  ref
      student_id     ref
      handed_in_at   moment?
      points         decimal(6,2)?
      feedback       longtext?
      graded_by      ref? -> teachers set null : is graded by / grades
      fk class_id, assignment_id -> assignments(class_id, id) cascade : answers / is answered by
      fk class_id, student_id -> enrolments(class_id, student_id) : is handed in by / hands in
      pk assignment_id, student_id
      check {points} IS NULL OR {points} >= 0
    `,
    ),
  ],
  views: [
    view('class_lists', 'How full each class is.', {
      columns: `
        class_id id
        title text(160)
        section text(10)
        capacity smallint
        enrolled int
      `,
      query: `
        SELECT {classes}.id AS class_id, {courses.title}, {classes.section}, {classes.capacity}, COUNT({enrolments.student_id}) AS enrolled
        FROM {classes}
        JOIN {courses} ON {courses}.id = {classes.course_id}
        LEFT JOIN {enrolments} ON {enrolments.class_id} = {classes}.id AND {enrolments.status} = 'enrolled'
        GROUP BY {classes}.id, {courses.title}, {classes.section}, {classes.capacity}
      `,
    }),
  ],
  page: row(
    note(
      'Only who is enrolled',
      'Attendance and submissions refer to the enrolment, so that nobody can hand in for a class that they do not take.',
    ),
    col(
      area('Students', {
        color: 'violet',
        comment: 'Who learns, and who stands behind them',
        of: row(col('health_notes', 'guardians'), col('students', 'student_guardians')),
      }),
      area('Curriculum', {
        color: 'teal',
        comment: 'What is taught and by whom',
        of: row(col('courses', 'departments'), col('course_prerequisites', 'teachers')),
      }),
    ),
    area('Learning', {
      color: 'amber',
      comment: 'Who takes part and how it goes',
      of: col('attendance', 'enrolments', 'assignments', 'submissions'),
    }),
    area('Classes', {
      color: 'blue',
      comment: 'What takes place this term',
      of: row(col('class_lists', 'classes', 'rooms'), col('academic_years', 'terms', 'timetable')),
    }),
  ),
}
