// Everything beside tables and relations: the project, enums, groups, notes, records, views of the diagram.
import { dialects } from '../../dialects'
import { inOrder, kinds, projectOf, type Kind, type Row } from '../../model/schema'
import type { Enum, Group, Sample, SampleValue } from '../../model/records'
import { Taken } from './names'
import { block, braces, expression, identifier, isBlockKey, settings, string } from './spell'
import type { DbmlWriter } from './writer'

export function projectText(w: DbmlWriter): string {
  const project = projectOf(w.schema)
  const { dialect, version } = project.target
  return braces(`Project ${identifier(project.name === '' ? 'Untitled' : project.name)}`, [
    `database_type: ${string(`${dialects[dialect].label} ${version}`.trim())}`,
    ...w.properties(project.properties, { about: project.id }, isBlockKey),
    ...w.noteLine(project.note),
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
    return `${identifier(free)}${settings(w.note(comment))}`
  })
  return braces(`Enum ${w.names.object(row.id)}`, values)
}

export function groupTexts(w: DbmlWriter): readonly string[] {
  const taken = new Taken()
  return inOrder(w.schema.group).map((group: Group) => {
    const color = w.color(group.color)
    const list = [
      ...(color === undefined ? [] : [`color: ${color}`]),
      ...w.note(group.comment),
      ...w.properties(group.properties, { about: group.id }),
    ]
    const tables = inOrder(w.schema.table).filter(
      (table) => table.group === group.id && table.columns.length > 0,
    )
    const name = identifier(w.names.settle(taken, group.name, { about: group.id, what: 'group' }))
    return braces(
      `TableGroup ${name}${settings(list)}`,
      tables.map(({ id }) => w.names.object(id)),
    )
  })
}

export function noteTexts(w: DbmlWriter): readonly string[] {
  const taken = new Taken()
  return inOrder(w.schema.note).map((note) => {
    const color = w.color(note.color)
    const list = [
      ...(color === undefined ? [] : [`color: ${color}`]),
      ...w.properties(note.properties, { about: note.id }),
    ]
    // A sticky note needs no name; DBML wants one.
    const name = identifier(taken.take(note.name, 'note'))
    return braces(`Note ${name}${settings(list)}`, [block(note.text, '  ')])
  })
}

function valueText(value: SampleValue): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return string(value)
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'object') return expression(value.expression)
  const text = String(value)
  return /^-?[0-9]+(?:\.[0-9]+)?$/.test(text) ? text : expression(text)
}

/** One block for a table: DBML takes no second one. */
export function recordTexts(w: DbmlWriter): readonly string[] {
  const seen = new Set<string>()
  return inOrder(w.schema.sample).flatMap((sample: Sample) => {
    const table = w.schema.table.get(sample.table)
    if (!table || sample.columns.length === 0 || seen.has(sample.table)) {
      w.lost({ about: sample.id }, 'DBML takes one block of records for a table')
      return []
    }
    seen.add(sample.table)
    const columns = sample.columns.map((column) => w.names.column(column)).join(', ')
    const head = `records ${w.names.object(sample.table)}(${columns})${settings(sample.example ? ['example'] : [])}`
    return [
      braces(
        head,
        sample.rows.map((row) => row.map(valueText).join(', ')),
      ),
    ]
  })
}

export function viewTexts(w: DbmlWriter): readonly string[] {
  const diagrams = inOrder(w.schema.diagram)
  if (diagrams.length < 2) return []
  const taken = new Taken()
  return diagrams.map((diagram) => {
    const shown = new Set(
      [...w.schema.placement.values()]
        .filter((row) => row.diagram === diagram.id)
        .map((row): string => row.object),
    )
    const tables = inOrder(w.schema.table).filter(({ id, columns }) => shown.has(id) && columns.length > 0)
    const name = identifier(w.names.settle(taken, diagram.name, { about: diagram.id, what: 'diagram' }))
    return braces(`DiagramView ${name}`, [
      'Tables {',
      ...tables.map(({ id }) => `  ${w.names.object(id)}`),
      '}',
    ])
  })
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
