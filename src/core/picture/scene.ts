// The whole picture of a diagram: model, geometry and routes become shapes, from the back to the front: areas, lines,
// tables, notes, labels. Painters draw it; nothing else decides how anything looks.
import { inflate, union, type Box } from '../layout/box'
import { colorOf, notationIn, type Placed } from '../layout/geometry'
import { meaningOf, type DiagramLine } from '../layout/lines'
import type { Path } from '../layout/route/path'
import type { DiagramId, RelationId } from '../model/id'
import { plainTitle } from '../model/plainWords'
import { displayName, endsOf } from '../model/query'
import type { Notation, Placeable, Relation } from '../model/records'
import { inOrder, type Schema } from '../model/schema'
import { areaGroup, noteGroup } from './frames'
import { labelGroup, lineGroup } from './lineGroup'
import { notations } from './notation'
import { endWords } from './notation/notation'
import type { Group, Scene } from './shapes'
import { tableGroup } from './tableGroup'

export interface SceneInput {
  readonly schema: Schema
  readonly diagram: DiagramId
  readonly placed: ReadonlyMap<Placeable, Placed>
  readonly lines: ReadonlyMap<RelationId, DiagramLine>
  readonly routes: ReadonlyMap<RelationId, Path>
}

export interface SceneOptions {
  /** The diagram's own unless another is asked for. */
  readonly notation?: Notation
  readonly margin?: number
  readonly areas?: boolean
  readonly notes?: boolean
  readonly labels?: boolean
  /** Only these: an exported selection. Lines between them come along. */
  readonly only?: ReadonlySet<string>
}

export const defaultMargin = 32

/** The line in a few words, for `<title>` and screen readers. */
export function lineTitle(schema: Schema, relation: Relation, line?: DiagramLine): string {
  const [child, parent] = line
    ? [line.from.object, line.to.object]
    : endsOf(relation).map(({ table }) => table)
  const { cardinality } = line?.meaning ?? meaningOf(schema, relation)
  const name = (id: Placeable | undefined) => (id === undefined ? '' : displayName(schema, id))
  return `${name(child)} (${endWords(cardinality.child)}) to ${name(parent)} (${endWords(cardinality.parent)})`
}

/** What stands in the diamond of a relationship: its verb, or the name of the table that stands for it. */
export function verbOf(schema: Schema, line: DiagramLine): string {
  if (line.junction) return plainTitle(schema.table.get(line.junction)?.name ?? '')
  const verbs = schema.relation.get(line.id)?.verbs
  return verbs?.parentToChild || verbs?.childToParent || ''
}

/** One relation's line; the canvas asks for those that changed. */
export function drawLine(
  schema: Schema,
  { line, path, notation }: { line: DiagramLine; path: Path; notation: Notation },
): Group | undefined {
  const relation = schema.relation.get(line.id)
  if (!relation) return undefined
  return lineGroup({
    id: line.id,
    title: lineTitle(schema, relation, line),
    path,
    meaning: line.meaning,
    notation: notations[notation],
    verb: verbOf(schema, line),
    ...(line.color && { color: line.color }),
  })
}

function lineGroups(input: SceneInput, options: SceneOptions): { lines: Group[]; labels: Group[] } {
  const lines: Group[] = []
  const labels: Group[] = []
  const notation = options.notation ?? notationIn(input.schema, input.diagram)
  for (const line of input.lines.values()) {
    const path = input.routes.get(line.id)
    const isLeftOut =
      options.only && !(options.only.has(line.from.object) && options.only.has(line.to.object))
    const group = path && !isLeftOut ? drawLine(input.schema, { line, path, notation }) : undefined
    if (!path || !group) continue
    lines.push(group)
    if (options.labels !== false && line.label !== undefined && !path.isCramped)
      labels.push(labelGroup({ id: line.id, label: line.label, path }))
  }
  return { lines, labels }
}

function frameGroups(
  { schema, diagram }: SceneInput,
  options: SceneOptions,
): { areas: Group[]; notes: Group[] } {
  const isIn = (row: { readonly id: string; readonly diagram: DiagramId }) =>
    row.diagram === diagram && (options.only?.has(row.id) ?? true)
  // A large area lies below a small one that stands on it.
  const areas = [...schema.area.values()]
    .filter(isIn)
    .sort((a, b) => b.width * b.height - a.width * a.height || (a.id < b.id ? -1 : 1))
  return {
    areas: options.areas === false ? [] : areas.map((area) => areaGroup(area, schema.group.get(area.group))),
    notes:
      options.notes === false
        ? []
        : inOrder(schema.note)
            .filter(isIn)
            .map((note) => noteGroup(note)),
  }
}

function describe(schema: Schema, tables: number, lines: number): string {
  const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`
  const target = [...schema.project.values()][0]?.target
  const where = target ? ` for ${target.dialect} ${target.version}` : ''
  return `Entity-relationship diagram${where} with ${count(tables, 'table', 'tables')} and ${count(lines, 'relationship', 'relationships')}.`
}

function boundsOf(groups: readonly Group[], margin: number): Box {
  return inflate(union(groups.map((group) => group.box)), margin)
}

export function buildScene(input: SceneInput, options: SceneOptions = {}): Scene {
  const { schema, diagram } = input
  const shown = [...input.placed.values()].filter(
    ({ placement }) => options.only?.has(placement.object) ?? true,
  )
  const tables = shown.map((placed) => tableGroup(placed, colorOf(schema, placed.placement)))
  const { areas, notes } = frameGroups(input, options)
  const { lines, labels } = lineGroups(input, options)
  const groups = [...areas, ...lines, ...tables, ...notes, ...labels]
  const project = [...schema.project.values()][0]?.name ?? ''
  const name = schema.diagram.get(diagram)?.name ?? ''
  return {
    bounds: boundsOf(groups, options.margin ?? defaultMargin),
    title: [project, name].filter((part) => part !== '').join(': ') || 'Diagram',
    description: describe(schema, tables.length, lines.length),
    ground: 'ground',
    groups,
  }
}
