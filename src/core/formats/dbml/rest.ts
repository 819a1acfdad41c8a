// Everything beside tables and relations: the project, enums, groups, notes, records, views of the diagram.
import { dialects } from '../../dialects'
import { placementsIn } from '../../model/query'
import { inOrder, kinds, projectOf, type Kind, type Row } from '../../model/schema'
import type { Diagram, Enum, Group, Note, Project, Sample, SampleValue } from '../../model/records'
import { Taken } from './names'
import { said, settingsText, type Said } from './shape'
import { block, braces, expression, identifier, isBlockKey, string } from './spell'
import { targetNamed } from './target'
import type { DbmlWriter } from './writer'

const texts = (list: readonly Said[]): readonly string[] => list.map(({ text }) => text)

/** As the author called it, for as long as that is still true; a database that we do not know stays what it was. */
function databaseType({ properties, target: { dialect, version } }: Project): string {
  const kept = properties.find(({ key }) => key === 'database_type')?.value
  const named = kept === undefined ? undefined : targetNamed(kept)
  if (kept !== undefined && (named === undefined || named.dialect === dialect)) return kept
  return `${dialects[dialect].label} ${version}`.trim()
}

export function projectText(w: DbmlWriter, more: readonly string[] = []): string {
  const project = projectOf(w.schema)
  return braces(`Project ${identifier(project.name === '' ? 'Untitled' : project.name)}`, [
    `database_type: ${string(databaseType(project))}`,
    ...texts(
      w.properties(
        project.properties.filter(({ key }) => key !== 'database_type'),
        { about: project.id },
        isBlockKey,
      ),
    ),
    ...w.noteLine(project.note),
    ...more,
  ])
}

export function enumText(w: DbmlWriter, row: Enum): string {
  if (row.comment !== '') w.lost({ about: row.id }, `DBML has no comment on an enum: ${row.comment}`)
  if (row.values.length === 0) {
    w.lost({ about: row.id }, `DBML takes no enum without a value: "${row.name}" is left out`)
    return ''
  }
  const taken = new Taken()
  const values = row.values.map(({ id, name, comment }) => {
    const free = w.names.settle(taken, name, { about: row.id, part: id, what: 'value' })
    return `${identifier(free)}${settingsText(w.note(comment))}`
  })
  return braces(`Enum ${w.names.object(row.id)}`, values)
}

export const groupSettings = (w: DbmlWriter, group: Group): readonly Said[] => {
  const color = w.color(group.color)
  return [
    ...(color === undefined ? [] : [said('color', `color: ${color}`)]),
    ...w.note(group.comment),
    ...w.properties(group.properties, { about: group.id }),
  ]
}

export function groupText(w: DbmlWriter, group: Group, taken = new Taken()): string {
  const tables = inOrder(w.schema.table).filter(
    (table) => table.group === group.id && table.columns.length > 0,
  )
  const name = identifier(w.names.settle(taken, group.name, { about: group.id, what: 'group' }))
  return braces(
    `TableGroup ${name}${settingsText(groupSettings(w, group))}`,
    tables.map(({ id }) => w.names.object(id)),
  )
}

export function groupTexts(w: DbmlWriter): readonly string[] {
  const taken = new Taken()
  return inOrder(w.schema.group).map((group) => groupText(w, group, taken))
}

export function noteText(w: DbmlWriter, note: Note, taken = new Taken()): string {
  const color = note.color === 'none' ? 'none' : w.color(note.color)
  const list = [
    ...(color === undefined ? [] : [said('color', `color: ${color}`)]),
    ...w.properties(note.properties, { about: note.id }),
  ]
  // A sticky note needs no name; DBML wants one.
  const name = identifier(taken.take(note.name, 'note'))
  return braces(`Note ${name}${settingsText(list)}`, [block(note.text, '  ')])
}

export function noteTexts(w: DbmlWriter): readonly string[] {
  const taken = new Taken()
  return inOrder(w.schema.note).map((note) => noteText(w, note, taken))
}

const isNumber = (text: string): boolean => /^-?[0-9]+(?:\.[0-9]+)?$/.test(text)

function valueText(value: SampleValue): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return string(value)
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'object')
    return isNumber(value.expression) ? value.expression : expression(value.expression)
  const text = String(value)
  return isNumber(text) ? text : expression(text)
}

export function recordText(w: DbmlWriter, sample: Sample): string {
  const columns = sample.columns.map((column) => w.names.column(column)).join(', ')
  const settings = settingsText(sample.example ? [said('example')] : [])
  return braces(
    `records ${w.names.object(sample.table)}(${columns})${settings}`,
    sample.rows.map((row) => row.map(valueText).join(', ')),
  )
}

/** One block for a table: DBML takes no second one. */
export function recordTexts(w: DbmlWriter): readonly string[] {
  const seen = new Set<string>()
  return inOrder(w.schema.sample).flatMap((sample) => {
    if (!w.schema.table.has(sample.table) || sample.columns.length === 0 || seen.has(sample.table)) {
      w.lost({ about: sample.id }, 'DBML takes one block of records for a table')
      return []
    }
    seen.add(sample.table)
    return [recordText(w, sample)]
  })
}

/** What a view was said to show, as far as that is still there. */
function filterLines(w: DbmlWriter, filter: string): readonly string[] {
  if (filter === '*') return ['*']
  const known = new Map<string, (name: string) => boolean>([
    ['tables', (name) => w.names.isObject('table', name)],
    ['notes', (name) => w.names.isNote(name)],
    ['tablegroups', (name) => w.names.isGroup(name)],
    ['schemas', (name) => w.names.isNamespace(name)],
  ])
  return filter.split('\n').flatMap((line) => {
    const [, keyword = '', body = ''] = /^(\w+) \{ ?(.*?) ?\}$/.exec(line) ?? []
    const isThere = known.get(keyword.toLowerCase())
    if (!isThere) return []
    const names = body.split('; ').filter((name) => name === '*' || isThere(name))
    return [`${keyword} {`, ...names.map((name) => `  ${name}`), '}']
  })
}

function shownLines(w: DbmlWriter, diagram: Diagram): readonly string[] {
  const shown = new Set([...placementsIn(w.schema, diagram.id).keys()].map(String))
  if (shown.size === 0 && diagram.filter !== undefined) return filterLines(w, diagram.filter)
  const tables = inOrder(w.schema.table).filter(({ id, columns }) => shown.has(id) && columns.length > 0)
  return ['Tables {', ...tables.map(({ id }) => `  ${w.names.object(id)}`), '}']
}

export function viewText(w: DbmlWriter, diagram: Diagram, taken = new Taken()): string {
  const name = identifier(w.names.settle(taken, diagram.name, { about: diagram.id, what: 'diagram' }))
  return braces(`DiagramView ${name}`, shownLines(w, diagram))
}

/** The first diagram is the whole: the others are views of it. */
export function viewTexts(w: DbmlWriter): readonly string[] {
  const taken = new Taken()
  return inOrder(w.schema.diagram)
    .slice(1)
    .map((diagram) => viewText(w, diagram, taken))
}

/** What DBML has no word for, by kind. */
const unknownKinds: { readonly [K in Kind]?: string } = {
  extension: 'extension',
  role: 'role',
  domain: 'domain',
  composite: 'composite type',
  sequence: 'sequence',
  view: 'view',
  routine: 'routine',
  trigger: 'trigger',
  grant: 'grant',
  verbatim: 'statement kept word for word',
}

export function tellUnknownKinds(w: DbmlWriter): void {
  for (const kind of kinds) {
    const words = unknownKinds[kind]
    if (words === undefined) continue
    const rows: ReadonlyMap<string, Row> = w.schema[kind]
    for (const row of rows.values()) {
      const name = 'name' in row && row.name !== '' ? ` "${row.name}"` : ''
      w.lost({ about: row.id }, `DBML has no place for the ${words}${name}`)
    }
  }
  for (const { id, name, comment } of w.schema.namespace.values()) {
    if (comment !== '') w.lost({ about: id }, `DBML has no comment on a schema ("${name}")`)
  }
}
