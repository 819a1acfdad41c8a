// The model as a list of lines: namespaces or subject areas, tables with their columns, views, enums, and what has no
// place in a diagram: domains, roles, SQL; what is folded is left out. Parts are listed only where they are shown: a model of thousands
// of tables is walked at every change.
import {
  isIdOf,
  type ColumnId,
  type DiagramId,
  type EnumValueId,
  type GroupId,
  type NamespaceId,
  type RoutineId,
  type VerbatimId,
} from '../../core/model/id'
import type { Ordered } from '../../core/model/order'
import { placementsIn } from '../../core/model/query'
import type { Placeable, Placement } from '../../core/model/records'
import { inOrder, type Schema } from '../../core/model/schema'
import { rawSql } from '../../core/model/sqlText'
import { databaseFaces, databaseObjectName } from '../../state/databaseObjects'
import type { Presence } from '../../state/placing'
import { databaseKinds, type DatabaseObject } from '../../state/selection'
import type { TreeRow } from '../../ui'

export interface HeadingRow extends TreeRow {
  readonly kind: 'heading'
  readonly count: number
  /** What it stands for, when that can be selected. */
  readonly object?: NamespaceId
}

export interface ObjectRow extends TreeRow {
  readonly kind: 'object'
  readonly object: Placeable
  readonly objectKind: 'table' | 'view' | 'enum'
  /** Where it is in the diagram in view. */
  readonly presence: Presence
  readonly count: number
}

export interface PartRow extends TreeRow {
  readonly kind: 'part'
  readonly object: Placeable
  readonly part: ColumnId | EnumValueId
  readonly type: string
  readonly isKey: boolean
}

/** A routine, or a statement that is kept word for word. */
export interface SqlRow extends TreeRow {
  readonly kind: 'sql'
  readonly sql: RoutineId | VerbatimId
  readonly detail: string
}

/** What no diagram shows: a domain, a sequence, a role… */
export interface DatabaseRow extends TreeRow {
  readonly kind: 'database'
  readonly object: DatabaseObject
  readonly detail: string
}

export type OutlineRow = HeadingRow | ObjectRow | PartRow | SqlRow | DatabaseRow

export interface OutlineView {
  readonly diagram: DiagramId
  readonly filter: string
  readonly groupBy: 'namespace' | 'area'
  /** Everything, what the diagram shows, or what it does not. */
  readonly shows: 'all' | 'here' | 'elsewhere'
  readonly opened: ReadonlySet<string>
  readonly closedHeadings: ReadonlySet<string>
}

interface Part {
  readonly id: ColumnId | EnumValueId
  readonly name: string
  readonly type: string
  readonly isKey: boolean
}

interface Member {
  readonly object: Placeable
  readonly objectKind: ObjectRow['objectKind']
  readonly name: string
  readonly count: number
  readonly parts: () => readonly Part[]
  /** What heads it. */
  readonly home: string | undefined
}

interface Section {
  readonly id: string
  readonly label: string
  readonly members: readonly Member[]
}

function membersOf(schema: Schema, groupBy: OutlineView['groupBy']): readonly Member[] {
  const homeOf = (row: { readonly namespace?: string; readonly group?: GroupId }) =>
    groupBy === 'area' ? row.group : row.namespace
  const tables = inOrder(schema.table).map((table): Member => ({
    object: table.id,
    objectKind: 'table',
    name: table.name,
    home: homeOf(table),
    count: table.columns.length,
    parts: () => {
      const keys = new Set(table.primaryKey?.parts.map((part) => part.column))
      return table.columns.map(({ id, name, type }) => ({ id, name, type: type.raw, isKey: keys.has(id) }))
    },
  }))
  const views = inOrder(schema.view).map((view): Member => ({
    object: view.id,
    objectKind: 'view',
    name: view.name,
    home: homeOf(view),
    count: view.columns.length,
    parts: () => view.columns.map(({ id, name, type }) => ({ id, name, type: type.raw, isKey: false })),
  }))
  const enums = inOrder(schema.enum).map((row): Member => ({
    object: row.id,
    objectKind: 'enum',
    name: row.name,
    home: homeOf(row),
    count: row.values.length,
    parts: () => row.values.map(({ id, name }) => ({ id, name, type: '', isKey: false })),
  }))
  return [...tables, ...views, ...enums]
}

const bareLabels: Readonly<Record<OutlineView['groupBy'], string>> = {
  namespace: 'Default schema',
  area: 'In no subject area',
}

/** Without anything to head them the objects stand at the outermost level. */
function sectionsOf(schema: Schema, groupBy: OutlineView['groupBy']): readonly Section[] {
  const byHome = new Map<string | undefined, Member[]>()
  for (const member of membersOf(schema, groupBy)) {
    const list = byHome.get(member.home)
    if (list) list.push(member)
    else byHome.set(member.home, [member])
  }
  const heads = inOrder<{ readonly id: string; readonly name: string; readonly order: string }>(
    groupBy === 'area' ? schema.group : schema.namespace,
  )
  const bare = byHome.get(undefined) ?? []
  if (heads.length === 0) return [{ id: '', label: '', members: bare }]
  const named = heads.map(({ id, name }) => ({
    id,
    label: name || 'Without a name',
    members: byHome.get(id) ?? [],
  }))
  return bare.length > 0 ? [{ id: 'default', label: bareLabels[groupBy], members: bare }, ...named] : named
}

const has = (text: string, filter: string): boolean => text.toLowerCase().includes(filter)

const presenceIn = (placement: Placement | undefined): Presence =>
  !placement ? 'absent' : placement.hidden ? 'hidden' : 'shown'

/** An object that fits shows all its parts when opened; one that fits by its parts shows those at once. */
interface Place extends OutlineView {
  readonly level: number
  readonly placements: ReadonlyMap<Placeable, Placement>
}

const isWanted = (presence: Presence, shows: OutlineView['shows']): boolean =>
  shows === 'all' || (presence === 'shown') === (shows === 'here')

function rowsOfMember(member: Member, place: Place): readonly OutlineRow[] {
  const { filter, opened, level } = place
  const { object, objectKind, name, count } = member
  const presence = presenceIn(place.placements.get(object))
  if (!isWanted(presence, place.shows)) return []
  const fitsItself = filter === '' || has(name, filter)
  const isExpanded = opened.has(object) || !fitsItself
  const fitting = !isExpanded
    ? []
    : fitsItself
      ? member.parts()
      : member.parts().filter((part) => has(part.name, filter))
  if (!fitsItself && fitting.length === 0) return []
  const head: ObjectRow = {
    kind: 'object',
    id: object,
    label: name,
    level,
    object,
    objectKind,
    presence,
    count,
    ...(count > 0 && { isExpanded }),
  }
  return [
    head,
    ...fitting.map((part): PartRow => ({
      kind: 'part',
      id: part.id,
      label: part.name,
      level: level + 1,
      object,
      part: part.id,
      type: part.type,
      isKey: part.isKey,
    })),
  ]
}

function headed(
  section: Pick<Section, 'id' | 'label'> & { readonly count: number },
  rows: readonly OutlineRow[],
  view: OutlineView,
): readonly OutlineRow[] {
  const isNarrowed = view.filter !== '' || view.shows !== 'all'
  if (rows.length === 0 && isNarrowed) return []
  const isExpanded = !view.closedHeadings.has(section.id) || view.filter !== ''
  const heading: HeadingRow = {
    kind: 'heading',
    id: section.id,
    label: section.label,
    level: 1,
    isExpanded,
    count: section.count,
    ...(isIdOf('namespace', section.id) && { object: section.id }),
  }
  return isExpanded ? [heading, ...rows] : [heading]
}

/** The first words of a statement: enough to know it by. */
const beginningOf = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, 80)

function sqlRows(schema: Schema, view: OutlineView): readonly OutlineRow[] {
  // They stand in no diagram.
  if (view.shows === 'here') return []
  const row = (sql: SqlRow['sql'], label: string, detail: string): SqlRow => ({
    kind: 'sql',
    id: sql,
    sql,
    label,
    level: 2,
    detail,
  })
  const routines = inOrder(schema.routine).map(({ id, name, routine }) => row(id, name, routine))
  const others = inOrder(schema.verbatim).map(({ id, text, dialect }) =>
    row(id, beginningOf(rawSql(text)) || 'Empty statement', dialect),
  )
  return [
    { id: 'routines', label: 'Routines', rows: routines },
    { id: 'statements', label: 'Other SQL', rows: others },
  ].flatMap(({ id, label, rows }) => {
    if (rows.length === 0) return []
    const fitting = rows.filter((one) => view.filter === '' || has(one.label, view.filter))
    return headed({ id, label, count: rows.length }, fitting, view)
  })
}

const listedKinds = databaseKinds.filter((kind) => kind !== 'namespace')

const detailOf = (schema: Schema, id: DatabaseObject): string => {
  if (isIdOf('domain', id)) return schema.domain.get(id)?.type.raw ?? ''
  if (isIdOf('composite', id)) return String(schema.composite.get(id)?.fields.length ?? 0)
  if (isIdOf('extension', id)) return schema.extension.get(id)?.version ?? ''
  return ''
}

/** By kind; namespaces head the tables above, unless these are grouped by area. */
function databaseRows(schema: Schema, view: OutlineView): readonly OutlineRow[] {
  if (view.shows === 'here') return []
  const kinds = view.groupBy === 'area' ? databaseKinds : listedKinds
  return kinds.flatMap((kind) => {
    const records: readonly { readonly id: DatabaseObject }[] = inOrder<
      Ordered & { readonly id: DatabaseObject }
    >(schema[kind])
    if (records.length === 0) return []
    const rows = records.map(({ id }): DatabaseRow => ({
      kind: 'database',
      id,
      object: id,
      label: databaseObjectName(schema, id),
      level: 2,
      detail: detailOf(schema, id),
    }))
    const fitting = rows.filter((row) => view.filter === '' || has(row.label, view.filter))
    return headed(
      { id: `all ${kind}`, label: databaseFaces[kind].heading, count: rows.length },
      fitting,
      view,
    )
  })
}

export function outlineRows(schema: Schema, given: OutlineView): readonly OutlineRow[] {
  const view = { ...given, filter: given.filter.trim().toLowerCase() }
  const placements = placementsIn(schema, view.diagram)
  const objects = sectionsOf(schema, view.groupBy).flatMap((section): readonly OutlineRow[] => {
    const level = section.label === '' ? 1 : 2
    const rows = section.members.flatMap((member) => rowsOfMember(member, { ...view, level, placements }))
    return section.label === '' ? rows : headed({ ...section, count: section.members.length }, rows, view)
  })
  return [...objects, ...databaseRows(schema, view), ...sqlRows(schema, view)]
}
