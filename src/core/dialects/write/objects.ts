// The standard's statements for everything beside tables. A dialect takes them or says that it has no such thing.
import type {
  Composite,
  Domain,
  Enum,
  Grant,
  Namespace,
  Role,
  Routine,
  Sample,
  Sequence,
  Trigger,
  Verbatim,
  View,
} from '../../model/records'
import { isIdOf } from '../../model/id'
import type { AnyId } from '../../model/schema'
import type { DialectId } from '../../model/target'
import { tellOptions } from './dialectOptions'
import { lacking, tellLack } from './lacking'
import { homes } from './naming'
import type { Pen } from './pen'
import type { TablePlan } from './plan'
import { said } from './planColumn'
import { planIndex } from './planTable'
import { printType } from './printType'
import type { Answer, Loss, Step } from './rules'
import { line } from './some'
import { wrapped } from './clauses'

export const step = (sql: string): Step => ({ sql })

/** The target has no such thing: `remedy` says what to do instead. */
export const notSupported =
  (what: string, remedy: string, level: Loss['level'] = 'loss') =>
  (row: { readonly id: string; readonly name?: string }, pen: Pen): Answer => ({
    notSupported: {
      level,
      code: 'notSupported',
      message: `${pen.rules.label} has no ${what}${row.name ? `: ${row.name} is left out` : ''}.`,
      remedy,
    },
  })

/** What people said of a thing whose kind has no comments here. */
function lost(row: { readonly id: string; readonly comment: string }, owner: AnyId, pen: Pen): void {
  if (row.comment === '' || !pen.options.comments) return
  tellLack('objectComments', row.id === owner ? { about: owner } : { about: owner, part: row.id }, pen)
}

/** Nothing of its own: what it holds is part of the columns that use it. */
export function dissolved(row: Enum | Domain | Composite | Sequence, pen: Pen): Answer {
  lost(row, row.id, pen)
  if ('values' in row) for (const value of row.values) lost(value, row.id, pen)
  if ('fields' in row) for (const field of row.fields) lost(field, row.id, pen)
  return []
}

const ifNew = (pen: Pen): string | undefined => (pen.options.ifNotExists ? 'IF NOT EXISTS' : undefined)

export function standardNamespace(row: Namespace, pen: Pen): Answer {
  if (pen.flattens && !homes.has(row.name.toLowerCase())) {
    const message = `${pen.rules.label} keeps it as part of the names: ${row.name}_….`
    pen.tell({ about: row.id }, { level: 'info', code: 'namespaceFlattened', message })
  }
  const home = pen.home(row.id)
  if (home === undefined || home === pen.rules.home) return []
  return [step(line('CREATE SCHEMA', ifNew(pen), pen.spell(home)))]
}

export const comment = (on: string, text: string, pen: Pen): Step =>
  step(`COMMENT ON ${on} IS ${pen.string(text)}`)

export const commentSteps = (on: string, text: string, pen: Pen): readonly Step[] =>
  text === '' || !pen.options.comments ? [] : [comment(on, text, pen)]

/** One COMMENT for each column that has something to say. */
export function columnComments(plan: TablePlan, pen: Pen): Step[] {
  const steps: Step[] = []
  if (!pen.options.comments) return steps
  for (const column of plan.columns) {
    if (column.comment === '') continue
    steps.push(comment(`COLUMN ${plan.sql}.${column.sql}`, column.comment, pen))
  }
  return steps
}

const number = (word: string, value: string | undefined) =>
  value !== undefined && /^-?\d+$/.test(value) ? `${word} ${value}` : undefined

/** MariaDB keeps the last of its whole numbers to itself (Knowledge Base, "CREATE SEQUENCE"); unsaid, it is the same end. */
const mostOf = (max: string | undefined, pen: Pen): string | undefined =>
  pen.rules.id === 'mariadb' && max === '9223372036854775807' ? undefined : max

export function standardSequence(row: Sequence, pen: Pen, type?: string): Step {
  return step(
    line(
      'CREATE SEQUENCE',
      ifNew(pen),
      pen.object(row),
      type && `AS ${type}`,
      number('START WITH', row.start),
      number('INCREMENT BY', row.step),
      number('MINVALUE', row.min),
      number('MAXVALUE', mostOf(row.max, pen)),
      number('CACHE', row.cache),
      row.cycle ? 'CYCLE' : undefined,
    ),
  )
}

export const isSpoken = (dialect: DialectId, pen: Pen): boolean => pen.rules.family.includes(dialect)

/** What cannot be said in the target's words and has to be written by a person. */
export function byHand(what: string, why: string, pen: Pen): Answer {
  const message = `The ${what} is left out for ${pen.rules.label}: ${why}.`
  return { notSupported: { level: 'loss', code: 'leftOut', message, remedy: 'Write it by hand.' } }
}

/** Statements of one database only: they go out word for word to their own. */
export const ownStatement =
  (what: 'trigger' | 'statement') =>
  (row: Routine | Trigger | Verbatim, pen: Pen): Answer =>
    ownWords(what, row, pen)

/** A routine in its own words; its comment is lost where there is no statement for it. */
export function ownRoutine(row: Routine, pen: Pen): Answer {
  const made = ownWords('routine', row, pen)
  if (!('notSupported' in made)) lostComment(row, pen)
  return made
}

export function ownWords(what: string, row: Routine | Trigger | Verbatim, pen: Pen): Answer {
  const name = 'name' in row ? row.name : ''
  if (!isSpoken(row.dialect, pen))
    return byHand(`${what} ${name}`.trim(), `it is written for ${row.dialect}`, pen)
  const sql = pen
    .text('definition' in row ? row.definition : row.text)
    .trim()
    .replace(/;\s*$/, '')
  return sql === '' ? [] : [step(sql)]
}

export function viewQuery(view: View, pen: Pen): string | Answer {
  const told = pen.query(view.query, view.dialect)
  if (!('sql' in told)) return byHand(`view ${view.name}`, told.why, pen)
  const sql = told.sql.trim().replace(/;\s*$/, '')
  return sql === '' ? byHand(`view ${view.name}`, 'it has no query yet', pen) : sql
}

/** CREATE VIEW; `create` are the words before the name, `options` those behind the columns. */
// eslint-disable-next-line @typescript-eslint/max-params -- the words around the name
export function standardView(view: View, pen: Pen, create: string, options = ''): Answer {
  const query = viewQuery(view, pen)
  if (typeof query !== 'string') return query
  if (view.options.length > 0) tellOptions('view', view.options, { at: { about: view.id }, pen })
  const columns =
    view.namesColumns && view.columns.length > 0
      ? ` (${view.columns.map(({ id }) => pen.part(id)).join(', ')})`
      : ''
  return [step(`${create} ${pen.object(view)}${columns}${options} AS\n${query}`)]
}

export function viewIndexes(view: View, pen: Pen): readonly Step[] {
  const columns = new Map(
    view.columns.map((column) => {
      const plan = { id: column.id, sql: pen.part(column.id), name: pen.naming.of(column.id) ?? '' }
      return [column.id, plan]
    }),
  )
  return view.indexes.flatMap((index) => {
    // An index asks no more of a column than its name.
    const plan = planIndex(index, { owner: view, columns: columns as never, pen })
    return plan ? [step(pen.rules.clauses.index(plan, pen))] : []
  })
}

const privilege = /^(?:[A-Za-z][A-Za-z ]*)$/
const everywhere: ReadonlySet<string> = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'REFERENCES'])

/** The grantee as SQL, or undefined for one that only its own database knows. */
function grantee({ to }: Grant, pen: Pen): string | undefined {
  if ('role' in to) {
    const role = pen.schema.role.get(to.role)
    return role && pen.spell(role.name)
  }
  const word = to.name.toUpperCase()
  return word === 'PUBLIC' || word === 'CURRENT_USER' || word === 'SESSION_USER' ? word : pen.spell(to.name)
}

export function standardGrant(grant: Grant, pen: Pen, onWords: Readonly<Record<string, string>>): Answer {
  const own = isSpoken(grant.dialect, pen)
  const privileges = grant.privileges.map((word) => word.toUpperCase())
  if (
    privileges.length === 0 ||
    privileges.some((word) => !privilege.test(word) || !(own || everywhere.has(word)))
  ) {
    return byHand(`grant of ${grant.privileges.join(', ')}`, 'its privileges mean nothing there', pen)
  }
  const on = grantedObject(grant, pen, onWords)
  const to = grantee(grant, pen)
  if (on === undefined || to === undefined)
    return byHand(`grant of ${privileges.join(', ')}`, 'it cannot be given there', pen)
  const columns = grant.columns.length > 0 ? ` (${grant.columns.map((id) => pen.part(id)).join(', ')})` : ''
  const option = grant.withGrantOption ? ' WITH GRANT OPTION' : ''
  return [step(`GRANT ${privileges.map((word) => word + columns).join(', ')} ON ${on} TO ${to}${option}`)]
}

function grantedObject({ on }: Grant, pen: Pen, words: Readonly<Record<string, string>>): string | undefined {
  const { schema } = pen
  const said = (word: string | undefined, name: string) => (word === undefined ? undefined : line(word, name))
  if (isIdOf('namespace', on))
    return said(words['namespace'], pen.spell(schema.namespace.get(on)?.name ?? ''))
  if (isIdOf('routine', on)) {
    const routine = schema.routine.get(on)
    return (
      routine &&
      said(words['routine'], `${pen.qualified(routine.namespace, routine.name)}(${routine.signature})`)
    )
  }
  if (isIdOf('sequence', on)) {
    const row = schema.sequence.get(on)
    return row && said(words['sequence'], pen.object(row))
  }
  if (isIdOf('table', on) || isIdOf('view', on)) {
    const row = isIdOf('table', on) ? schema.table.get(on) : schema.view.get(on)
    return row && said(words['table'], pen.object(row))
  }
  const type = isIdOf('enum', on)
    ? schema.enum.get(on)
    : isIdOf('domain', on)
      ? schema.domain.get(on)
      : schema.composite.get(on)
  return type && said(words['type'], pen.object(type))
}

export function standardRole(role: Role, pen: Pen): Answer {
  const own = isSpoken(role.dialect, pen)
  if (!own && role.attributes.length > 0) {
    const message = `What the role ${role.name} may do by itself (${role.attributes.join(', ')}) is left out.`
    pen.tell(
      { about: role.id },
      { level: 'warning', code: 'roleAttributes', message, remedy: 'Give it the like by hand.' },
    )
  }
  const memberships = role.memberOf.flatMap((id) => {
    const group = pen.schema.role.get(id)
    return group ? [step(`GRANT ${pen.spell(group.name)} TO ${pen.spell(role.name)}`)] : []
  })
  const attributes = own ? role.attributes.filter((word) => /^[A-Za-z0-9 _'":.-]+$/.test(word)) : []
  return [step(line('CREATE ROLE', pen.spell(role.name), ...attributes)), ...memberships]
}

function sampleValue(value: Sample['rows'][number][number], pen: Pen): string {
  if (value === null) return 'NULL'
  if (typeof value === 'boolean')
    return pen.rules.phrases.meaning[value ? 'true' : 'false'](undefined) ?? (value ? '1' : '0')
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'NULL'
  if (typeof value === 'string') return pen.string(value)
  const told = pen.expression({ parts: [value.expression] })
  return 'sql' in told && told.sql !== '' ? told.sql : 'NULL'
}

/** Example rows are for reading; the others go out as data. */
export function standardSample(sample: Sample, pen: Pen, between = ''): Answer {
  const table = pen.schema.table.get(sample.table)
  if (!table || sample.example || sample.rows.length === 0 || sample.columns.length === 0) return []
  const columns = sample.columns.map((id) => pen.part(id)).join(', ')
  const rows = sample.rows.map(
    (row) => `(${sample.columns.map((_id, i) => sampleValue(row[i] ?? null, pen)).join(', ')})`,
  )
  return [step(`INSERT INTO ${pen.object(table)} (${columns})${between} VALUES\n  ${rows.join(',\n  ')}`)]
}

export function standardDomain(domain: Domain, pen: Pen): Answer {
  const at = { about: domain.id }
  const printed = printType(domain, at, { pen, keyed: false, counts: false })
  const value =
    domain.default && said({ what: 'default', text: domain.default, type: printed.stored }, at, pen)
  const checks = domain.checks.flatMap((check) => {
    const sql = said({ what: 'check', text: check.expression }, { ...at, part: check.id }, pen)
    return sql === undefined
      ? []
      : [line(check.name && `CONSTRAINT ${pen.spell(check.name)}`, `CHECK ${wrapped(sql)}`)]
  })
  const collate =
    domain.collation !== '' && pen.isOwn ? `COLLATE ${pen.rules.names.quote(domain.collation)}` : undefined
  const head = line(
    'CREATE DOMAIN',
    pen.object(domain),
    'AS',
    printed.sql,
    collate,
    value && `DEFAULT ${value}`,
  )
  const sql = [
    line(head, domain.nullable ? undefined : 'NOT NULL'),
    ...checks.map((check) => `  ${check}`),
  ].join('\n')
  return [step(sql)]
}

export function standardComposite(composite: Composite, pen: Pen): Answer {
  const fields = composite.fields.map((field) => {
    const { sql } = printType(
      field,
      { about: composite.id, part: field.id },
      { pen, keyed: false, counts: false },
    )
    const collate =
      field.collation !== '' && pen.isOwn ? ` COLLATE ${pen.rules.names.quote(field.collation)}` : ''
    return `  ${pen.spell(pen.rules.names.fit(field.name))} ${sql}${collate}`
  })
  return [step(`CREATE TYPE ${pen.object(composite)} AS (\n${fields.join(',\n')}\n)`)]
}

/** Comments of the kinds that no statement of the target can carry are told once each. */
export function lostComment(row: { readonly id: AnyId; readonly comment: string }, pen: Pen): void {
  lost(row, row.id, pen)
}

/** A view's comment, and those of its columns. */
export function lostViewComments(view: View, pen: Pen): void {
  lost(view, view.id, pen)
  for (const column of view.columns) lost(column, view.id, pen)
}

/** A trigger in its own words, then the statement that turns it off. */
export function ownTrigger(trigger: Trigger, pen: Pen, disable?: () => string): Answer {
  const made = ownStatement('trigger')(trigger, pen)
  if ('notSupported' in made) return made
  if (!pen.features.objectComments) lostComment(trigger, pen)
  if (!trigger.disabled || lacking('disabledTriggers', { about: trigger.id }, pen) || !disable) return made
  return [...made, step(disable())]
}
