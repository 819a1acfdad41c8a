import { area, col, note, row, table, view, type Template } from '../template'

export const hospital: Template = {
  id: 'hospital',
  title: 'Hospital',
  summary:
    'Patients, wards and beds, encounters, diagnoses, prescriptions, laboratory orders and results, billing to insurers.',
  enums: {
    encounter_kind: 'outpatient inpatient emergency',
    appointment_status: 'booked arrived seen cancelled missed',
    lab_status: 'ordered collected resulted verified',
    claim_status: 'open sent paid refused',
  },
  tables: [
    table(
      'departments',
      'Where one is treated.',
      `
      id         id
      parent_id  ref? -> departments : is part of / contains
      code       text(20)
      name       text(160)
      unique code
    `,
    ),
    table(
      'staff',
      'Everybody who treats, nurses or examines.',
      `
      id             id
      department_id  ref -> departments : works in / employs
      licence_no     text(40)?
      first_name     text(80)
      last_name      text(80)
      profession     text(80)
      is_active      bool = true
      unique licence_no
      index last_name, first_name
    `,
    ),
    table(
      'wards',
      'A floor with beds.',
      `
      id             id
      department_id  ref -> departments : belongs to / runs
      name           text(120)
      unique department_id, name
    `,
    ),
    table(
      'beds',
      'A place for one patient.',
      `
      ward_id      ref -> wards cascade : stands in / has
      bed_no       text(10)
      is_isolated  bool = false
      is_usable    bool = true
      pk ward_id, bed_no
    `,
    ),
    table(
      'patients',
      'Whom we treat. Merged entries point at the one that is kept.',
      `
      id             id
      record_no      text(20)                                         -- On the wristband
      merged_into_id ref? -> patients : was merged into / took over
      first_name     text(80)
      last_name      text(80)
      born_on        date
      sex_at_birth   char(1)?
      phone          text(40)?
      blood_group    text(3)?
      died_on        date?
      created_at     moment = now
      unique record_no
      check {died_on} IS NULL OR {died_on} >= {born_on}
      index last_name, born_on
    `,
    ),
    table(
      'emergency_contacts',
      'Whom to call.',
      `
      patient_id  ref -> patients cascade : is called for / is reached through
      contact_no  smallint
      name        text(160)
      relation    text(60)
      phone       text(40)
      pk patient_id, contact_no
    `,
    ),
    table(
      'allergies',
      'What a patient must never be given.',
      `
      id           id
      patient_id   ref -> patients cascade : endangers / is allergic to
      substance    text(160)
      reaction     text(255)?
      is_severe    bool = false
      noted_by     ref? -> staff set null : was noted by / noted
      noted_at     moment = now
      unique patient_id, substance
    `,
    ),
    table(
      'appointments',
      'Who is expected when.',
      `
      id            id
      patient_id    ref -> patients : is for / has
      staff_id      ref -> staff : is with / sees in
      starts_at     moment
      ends_at       moment
      status        appointment_status = 'booked'
      reason        text(255)?
      check {ends_at} > {starts_at}
      unique staff_id, starts_at
      index patient_id, starts_at desc
    `,
    ),
    table(
      'encounters',
      'A visit or a stay, from the door in to the door out.',
      `
      id              id
      patient_id      ref -> patients : treats / is treated in
      appointment_id  ref? -> appointments set null : follows / leads to
      department_id   ref -> departments : happens in / handles
      lead_id         ref -> staff : is led by / leads
      kind            encounter_kind
      began_at        moment = now
      ended_at        moment?
      complaint       text(500)?
      unique appointment_id
      check {ended_at} IS NULL OR {ended_at} >= {began_at}
      index patient_id, began_at desc
      index department_id where {ended_at} IS NULL
    `,
    ),
    table(
      'bed_stays',
      'Which bed a patient lay in, and for how long.',
      `
      id            id
      encounter_id  ref -> encounters : is part of / moves through
      ward_id       ref
      bed_no        ref
      came_at       moment
      left_at       moment?
      fk ward_id, bed_no -> beds(ward_id, bed_no) : uses / is used in
      check {left_at} IS NULL OR {left_at} > {came_at}
      only one_in_bed: ward_id, bed_no where {left_at} IS NULL
    `,
    ),
    table(
      'diagnosis_codes',
      'The catalogue: ICD-10 with its chapters.',
      `
      code    text(10)
      title   text(255)
      chapter text(10)
      pk code
    `,
    ),
    table(
      'diagnoses',
      'What a patient has, as far as is known.',
      `
      encounter_id  ref -> encounters : is found in / finds
      code          ref -> diagnosis_codes : is / is diagnosed as
      is_main       bool = false
      certainty     text(20) = 'confirmed'
      made_by       ref -> staff : is made by / makes
      made_at       moment = now
      pk encounter_id, code
      only one_main: encounter_id where {+is_main}
      index code
    `,
    ),
    table(
      'vital_signs',
      'What was measured at the bed.',
      `
      id            id
      encounter_id  ref -> encounters : is measured in / records
      taken_by      ref? -> staff set null : is taken by / takes
      taken_at      moment = now
      pulse         smallint?
      systolic      smallint?
      diastolic     smallint?
      temperature   decimal(4,1)?
      oxygen        smallint?
      check {oxygen} IS NULL OR {oxygen} BETWEEN 0 AND 100
      check {systolic} IS NULL OR {systolic} > {diastolic}
      index encounter_id, taken_at desc
    `,
    ),
    table(
      'medications',
      'What the pharmacy has.',
      `
      id         id
      atc_code   text(10)
      name       text(160)
      strength   text(60)
      form       text(60)
      unique name, strength, form
      index atc_code
    `,
    ),
    table(
      'prescriptions',
      'What is to be given, how much and how often.',
      `
      id             id
      encounter_id   ref -> encounters : is written in / prescribes through
      medication_id  ref -> medications : gives / is prescribed in
      prescriber_id  ref -> staff : is signed by / signs
      dose           text(60)
      frequency      text(60)
      starts_on      date
      ends_on        date?
      check {ends_on} IS NULL OR {ends_on} >= {starts_on}
      index encounter_id
    `,
    ),
    table(
      'doses_given',
      'What was really given. Never changed, only crossed out.',
      `
      prescription_id  ref -> prescriptions : fulfils / is fulfilled by
      given_at         moment
      given_by         ref -> staff : is given by / gives
      amount           text(60)
      crossed_out_at   moment?
      pk prescription_id, given_at
    `,
    ),
    table(
      'lab_tests',
      'What the laboratory can tell.',
      `
      code      text(20)
      name      text(160)
      unit      text(30)?
      low       decimal(10,3)?
      high      decimal(10,3)?
      pk code
      check {low} IS NULL OR {high} IS NULL OR {low} <= {high}
    `,
    ),
    table(
      'lab_orders',
      'What was asked of the laboratory.',
      `
      id            id
      encounter_id  ref -> encounters : is asked in / asks through
      ordered_by    ref -> staff : is ordered by / orders
      sample_no     text(30)?                                          -- On the tube
      status        lab_status = 'ordered'
      ordered_at    moment = now
      unique sample_no
      index ordered_at where {status} <> 'verified'
    `,
    ),
    table(
      'lab_results',
      'One value of an order.',
      `
      order_id       ref -> lab_orders cascade : answers / is answered by
      test_code      ref -> lab_tests : measures / is measured in
      numeric_value  decimal(12,4)?
      text_value     text(255)?
      is_abnormal    bool = false
      verified_by    ref? -> staff set null : is verified by / verifies
      pk order_id, test_code
      check {numeric_value} IS NOT NULL OR {text_value} IS NOT NULL
      index test_code
    `,
    ),
    table(
      'insurers',
      'Who pays.',
      `
      id    id
      code  text(20)
      name  text(160)
      unique code
    `,
    ),
    table(
      'policies',
      'How a patient is insured.',
      `
      id          id
      patient_id  ref -> patients : insures / is insured by
      insurer_id  ref -> insurers : is held with / holds
      policy_no   text(40)
      valid_from  date
      valid_to    date?
      unique insurer_id, policy_no
      check {valid_to} IS NULL OR {valid_to} >= {valid_from}
      index patient_id
    `,
    ),
    table(
      'claims',
      'What we ask the insurer to pay for an encounter.',
      `
      id            id
      encounter_id  ref -> encounters : charges for / is charged by
      policy_id     ref -> policies : is paid from / pays
      status        claim_status = 'open'
      amount        decimal(12,2)
      paid_amount   decimal(12,2) = 0
      sent_at       moment?
      check {amount} >= 0
      check {paid_amount} >= 0 AND {paid_amount} <= {amount}
      index sent_at where {status} = 'sent'
    `,
    ),
  ],
  views: [
    view('occupied_beds', 'Who lies where right now.', {
      columns: `
        ward_id id
        bed_no text(10)
        record_no text(20)
        came_at moment
      `,
      query: `
        SELECT {bed_stays.ward_id}, {bed_stays.bed_no}, {patients.record_no}, {bed_stays.came_at}
        FROM {bed_stays}
        JOIN {encounters} ON {encounters}.id = {bed_stays.encounter_id}
        JOIN {patients} ON {patients}.id = {encounters.patient_id}
        WHERE {bed_stays.left_at} IS NULL
      `,
    }),
  ],
  page: row(
    col(
      note(
        'Two truths about medicines',
        'What was prescribed and what was given are kept apart. The second is never changed, only crossed out.',
      ),
      row(
        col(
          area('Billing', {
            color: 'magenta',
            comment: 'Who pays',
            of: col('claims', 'policies', 'insurers'),
          }),
        ),
        area('Treatment', {
          color: 'blue',
          comment: 'What happens between the door in and the door out',
          of: row(
            col('occupied_beds'),
            col('diagnosis_codes', 'bed_stays', 'vital_signs'),
            col('diagnoses', 'encounters', 'appointments'),
          ),
        }),
      ),
      area('Patients', {
        color: 'violet',
        comment: 'Whom we treat',
        of: row(col('patients', 'emergency_contacts'), col('allergies')),
      }),
    ),
    col(
      area('Laboratory', {
        color: 'amber',
        comment: 'What is measured',
        of: col('lab_tests', 'lab_results', 'lab_orders'),
      }),
      area('House', {
        color: 'slate',
        comment: 'Where, and by whom',
        of: row(col('staff', 'beds'), col('departments', 'wards')),
      }),
      area('Medicines', {
        color: 'green',
        comment: 'What is given',
        of: row(col('prescriptions'), col('doses_given', 'medications')),
      }),
    ),
  ),
}
