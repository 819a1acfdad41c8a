// A template as a document: written as the people of one database would have written it, laid out to be read.
import type { Dialect } from '../dialects/dialect'
import { faceOfContent } from '../layout/face'
import { contentOf } from '../layout/content'
import { text as textStyles } from '../layout/sizes'
import { wrap } from '../layout/wrap'
import {
  makeArea,
  makeEnum,
  makeEnumValue,
  makeForeignKey,
  makeGroup,
  makeNote,
  makePlacement,
  makeTable,
  makeView,
  makeViewColumn,
  newSchema,
} from '../model/factory'
import type { GroupId, NewId } from '../model/id'
import { orders } from '../model/order'
import type { Enum, ForeignKey, Group, Placeable, Size, Table, View } from '../model/records'
import { firstDiagram, projectOf, type Schema } from '../model/schema'
import type { Target } from '../model/target'
import { oneWayOnly } from './cascades'
import { columnsOf, viewColumn, type Ground } from './columns'
import { habits as habitsOf } from './habits'
import { isStack, layOut, type Page } from './page'
import { readTable, type RelationLine, type TableLines } from './readTable'
import { say, type Tongue } from './says'
import { withParts } from './tableParts'
import type { AreaBlock, Block, Template } from './template'

export interface BuildGiven {
  readonly newId: NewId
  readonly dialect: Dialect
  readonly target: Target
}

const mapOf = <T extends { readonly id: string }>(rows: Iterable<T>) =>
  new Map<T['id'], T>(Array.from(rows, (row) => [row.id, row]))

function enumsOf(template: Template, { newId, dialect }: BuildGiven): Ground['enums'] {
  const names = Object.entries(template.enums)
  const keys = orders(names.length)
  const hasTypes = habitsOf[dialect.id].enums === 'type'
  return new Map(
    names.map(([name, text], i) => {
      const values = text.split(' ')
      if (!hasTypes) return [name, { values }]
      const valueKeys = orders(values.length)
      const made = values.map((value, at) =>
        makeEnumValue(newId, { name: value, order: valueKeys[at] ?? '' }),
      )
      return [name, { values, row: makeEnum(newId, { name, values: made, order: keys[i] ?? '' }) }]
    }),
  )
}

function areasIn(block: Block): readonly AreaBlock[] {
  if (typeof block === 'string' || block.kind === 'note') return []
  if (isStack(block)) return block.items.flatMap((item) => (typeof item === 'number' ? [] : areasIn(item)))
  return [block, ...areasIn(block.of)]
}

function namesIn(block: Block): readonly string[] {
  if (typeof block === 'string') return [block]
  if (block.kind === 'note') return []
  if (isStack(block)) return block.items.flatMap((item) => (typeof item === 'number' ? [] : namesIn(item)))
  return namesIn(block.of)
}

interface Made {
  readonly groups: ReadonlyMap<AreaBlock, Group>
  readonly tables: ReadonlyMap<string, Table>
  readonly views: ReadonlyMap<string, View>
}

function groupsOf(template: Template, { newId }: BuildGiven): Made['groups'] {
  const blocks = areasIn(template.page)
  const keys = orders(blocks.length)
  return new Map(
    blocks.map((block, i) => {
      const { name, color, comment } = block
      return [block, makeGroup(newId, { name, color, comment, order: keys[i] ?? '' })]
    }),
  )
}

function groupOf(name: string, groups: Made['groups']): GroupId | undefined {
  for (const [block, group] of groups) if (namesIn(block).includes(name)) return group.id
  return undefined
}

function tablesOf(template: Template, ground: Ground, groups: Made['groups']): Made['tables'] {
  const keys = orders(template.tables.length)
  const bare = new Map(
    template.tables.map(({ name, comment }, i) => {
      const lines = ground.tables.get(name)
      const group = groupOf(name, groups)
      const columns = lines ? columnsOf(name, lines, ground) : []
      const order = keys[i] ?? ''
      return [name, makeTable(ground.newId, { name, comment, columns, order, ...(group && { group }) })]
    }),
  )
  const tongue: Tongue = { names: ground.dialect.names, habits: ground.habits, tables: bare }
  return new Map(
    [...bare].map(([name, table]) => {
      const lines = ground.tables.get(name)
      return [name, lines ? withParts(table, { ...ground, lines, tongue }) : table]
    }),
  )
}

interface Way {
  readonly child: string
  readonly parent: string
  readonly line: RelationLine
}

/** Which relations may act when their parent is deleted. */
function acting(ways: readonly Way[], { habits }: Ground): ReadonlySet<Way> {
  const all = ways.filter(({ line }) => line.onDelete !== undefined)
  if (habits.actions === 'none') return new Set()
  return habits.actions === 'all' ? new Set(all) : oneWayOnly(all)
}

function columnIds(table: Table, names: readonly string[]): ForeignKey['child']['columns'] {
  if (names.length === 0) return table.primaryKey?.parts.map(({ column }) => column) ?? []
  return names.map((name) => {
    const column = table.columns.find((one) => one.name === name)
    if (!column) throw new Error(`No column ${name} in ${table.name}`)
    return column.id
  })
}

function relationsOf(ground: Ground, tables: Made['tables']): readonly ForeignKey[] {
  const ways = [...ground.tables].flatMap(([child, { relations }]) =>
    relations.map((line): Way => ({ child, parent: line.parent, line })),
  )
  const acts = acting(ways, ground)
  const keys = orders(ways.length)
  return ways.map((way, i) => {
    const { line } = way
    const [child, parent] = [tables.get(way.child), tables.get(way.parent)]
    if (!child || !parent) throw new Error(`${way.child} refers to ${way.parent}, which is not there`)
    const [childToParent, parentToChild] = line.verbs
    return makeForeignKey(ground.newId, {
      child: { table: child.id, columns: columnIds(child, line.child) },
      parent: { table: parent.id, columns: columnIds(parent, line.parentColumns) },
      verbs: { childToParent, parentToChild },
      order: keys[i] ?? '',
      ...(line.onDelete && acts.has(way) && { onDelete: line.onDelete }),
    })
  })
}

function viewsOf(template: Template, ground: Ground, tables: Made['tables']): Made['views'] {
  const tongue: Tongue = { names: ground.dialect.names, habits: ground.habits, tables }
  const keys = orders(template.views.length)
  return new Map(
    template.views.map(({ name, comment, columns, query }, i) => {
      const lines = columns.trim().split('\n')
      const columnKeys = orders(lines.length)
      const made = lines.map((line, at) =>
        makeViewColumn(ground.newId, { ...viewColumn(line, ground), order: columnKeys[at] ?? '' }),
      )
      const said = say(query.trim().replace(/\n\s*/g, '\n'), undefined, tongue)
      const order = keys[i] ?? ''
      const dialect = ground.dialect.id
      return [name, makeView(ground.newId, { name, comment, dialect, query: said, columns: made, order })]
    }),
  )
}

function sizeOf(schema: Schema, object: Table | View): Size {
  return faceOfContent(contentOf(schema, object), { level: 'full', types: true })
}

/** Frames, places and notes of the one diagram. */
function drawn(schema: Schema, made: Made, given: { readonly page: Page; readonly newId: NewId }): Schema {
  const { page, newId } = given
  const diagram = firstDiagram(schema)
  if (!diagram) return schema
  const placements = [...page.objects].flatMap(([name, { x, y }]) => {
    const object: Placeable | undefined = made.tables.get(name)?.id ?? made.views.get(name)?.id
    return object ? [makePlacement(newId, { diagram, object, x, y })] : []
  })
  const areas = page.areas.flatMap(({ block, box }) => {
    const group = made.groups.get(block)
    return group ? [makeArea(newId, { diagram, group: group.id, ...box })] : []
  })
  const keys = orders(page.notes.length)
  const notes = page.notes.map(({ block: { name, text, color }, box }, i) =>
    makeNote(newId, { diagram, name, text, color, ...box, order: keys[i] ?? '' }),
  )
  return { ...schema, placement: mapOf(placements), area: mapOf(areas), note: mapOf(notes) }
}

export function build(template: Template, given: BuildGiven): Schema {
  const { newId, dialect, target } = given
  const enums = enumsOf(template, given)
  const lines = new Map<string, TableLines>(
    template.tables.map(({ name, lines: text }) => [name, readTable(text)]),
  )
  const ground: Ground = { newId, dialect, habits: habitsOf[dialect.id], tables: lines, enums }
  const groups = groupsOf(template, given)
  const tables = tablesOf(template, ground, groups)
  const made: Made = { groups, tables, views: viewsOf(template, ground, tables) }
  const start = newSchema(newId, template.title, target)
  const project = { ...projectOf(start), note: template.summary }
  const rows: readonly Enum[] = [...enums.values()].flatMap(({ row }) => row ?? [])
  const schema: Schema = {
    ...start,
    project: mapOf([project]),
    group: mapOf(groups.values()),
    enum: mapOf(rows),
    table: mapOf(tables.values()),
    view: mapOf(made.views.values()),
    relation: mapOf(relationsOf(ground, tables)),
  }
  const page = layOut(template.page, {
    sizeOf: (name) => {
      const object = tables.get(name) ?? made.views.get(name)
      if (!object) throw new Error(`${template.id} lays out ${name}, which is not there`)
      return sizeOf(schema, object)
    },
    linesOf: (text, width) => wrap(text, textStyles.note, { width, lines: 99 }).length,
  })
  return drawn(schema, made, { page, newId })
}
