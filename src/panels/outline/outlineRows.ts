// The model as a list of lines: namespaces, tables with their columns, views and enums; what is folded is left out.
import type { ColumnId, DiagramId, EnumValueId } from '../../core/model/id'
import { placementsIn } from '../../core/model/query'
import type { Placeable } from '../../core/model/records'
import { inOrder, type Schema } from '../../core/model/schema'
import type { TreeRow } from '../../ui'

export interface HeadingRow extends TreeRow {
  readonly kind: 'heading'
  readonly count: number
}

export interface ObjectRow extends TreeRow {
  readonly kind: 'object'
  readonly object: Placeable
  readonly objectKind: 'table' | 'view' | 'enum'
  /** Where it is in the diagram in view. */
  readonly presence: 'shown' | 'hidden' | 'absent'
  readonly count: number
}

export interface PartRow extends TreeRow {
  readonly kind: 'part'
  readonly object: Placeable
  readonly part: ColumnId | EnumValueId
  readonly type: string
  readonly isKey: boolean
}

export type OutlineRow = HeadingRow | ObjectRow | PartRow

export interface OutlineView {
  readonly diagram: DiagramId
  readonly filter: string
  readonly opened: ReadonlySet<string>
  readonly closedHeadings: ReadonlySet<string>
}

interface Member {
  readonly object: Placeable
  readonly objectKind: ObjectRow['objectKind']
  readonly name: string
  readonly parts: readonly {
    readonly id: ColumnId | EnumValueId
    readonly name: string
    readonly type: string
    readonly isKey: boolean
  }[]
}

interface Section {
  readonly id: string
  readonly label: string
  readonly members: readonly Member[]
}

function membersOf(schema: Schema, isHere: (row: { readonly namespace?: string }) => boolean): Member[] {
  const tables = inOrder(schema.table)
    .filter(isHere)
    .map((table): Member => {
      const keys = new Set(table.primaryKey?.parts.map((part) => part.column))
      return {
        object: table.id,
        objectKind: 'table',
        name: table.name,
        parts: table.columns.map(({ id, name, type }) => ({ id, name, type: type.raw, isKey: keys.has(id) })),
      }
    })
  const views = inOrder(schema.view)
    .filter(isHere)
    .map(({ id, name, columns }): Member => ({
      object: id,
      objectKind: 'view',
      name,
      parts: columns.map((column) => ({
        id: column.id,
        name: column.name,
        type: column.type.raw,
        isKey: false,
      })),
    }))
  const enums = inOrder(schema.enum)
    .filter(isHere)
    .map(({ id, name, values }): Member => ({
      object: id,
      objectKind: 'enum',
      name,
      parts: values.map((value) => ({ id: value.id, name: value.name, type: '', isKey: false })),
    }))
  return [...tables, ...views, ...enums]
}

/** Without namespaces there is nothing to head: the objects stand at the outermost level. */
function sectionsOf(schema: Schema): readonly Section[] {
  const bare = membersOf(schema, (row) => row.namespace === undefined)
  const named = inOrder(schema.namespace).map(({ id, name }) => ({
    id,
    label: name,
    members: membersOf(schema, (row) => row.namespace === id),
  }))
  if (named.length === 0) return [{ id: '', label: '', members: bare }]
  return bare.length > 0 ? [{ id: 'default', label: 'Default schema', members: bare }, ...named] : named
}

const has = (text: string, filter: string): boolean => text.toLowerCase().includes(filter)

function presenceIn(schema: Schema, diagram: DiagramId, object: Placeable): ObjectRow['presence'] {
  const placement = placementsIn(schema, diagram).get(object)
  if (!placement) return 'absent'
  return placement.hidden ? 'hidden' : 'shown'
}

/** An object that fits shows all its parts when opened; one that fits by its parts shows those at once. */
interface Place extends OutlineView {
  readonly level: number
}

function rowsOfMember(schema: Schema, member: Member, place: Place): readonly OutlineRow[] {
  const { filter, opened, diagram, level } = place
  const fitsItself = filter === '' || has(member.name, filter)
  const fitting = fitsItself ? member.parts : member.parts.filter((part) => has(part.name, filter))
  if (!fitsItself && fitting.length === 0) return []
  const isExpanded = opened.has(member.object) || !fitsItself
  const { object, objectKind, name, parts } = member
  const head: ObjectRow = {
    kind: 'object',
    id: object,
    label: name,
    level,
    object,
    objectKind,
    presence: presenceIn(schema, diagram, object),
    count: parts.length,
    ...(parts.length > 0 && { isExpanded }),
  }
  if (!isExpanded) return [head]
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

export function outlineRows(schema: Schema, given: OutlineView): readonly OutlineRow[] {
  const view = { ...given, filter: given.filter.trim().toLowerCase() }
  return sectionsOf(schema).flatMap((section): readonly OutlineRow[] => {
    const level = section.label === '' ? 1 : 2
    const rows = section.members.flatMap((member) => rowsOfMember(schema, member, { ...view, level }))
    if (section.label === '') return rows
    const isExpanded = !view.closedHeadings.has(section.id) || view.filter !== ''
    const heading: HeadingRow = {
      kind: 'heading',
      id: section.id,
      label: section.label,
      level: 1,
      isExpanded,
      count: section.members.length,
    }
    if (rows.length === 0 && view.filter !== '') return []
    return isExpanded ? [heading, ...rows] : [heading]
  })
}
