// The whole picture of a diagram: model, geometry and routes become shapes, from the back to the front: areas, lines,
// tables, notes, labels. Painters draw it; nothing else decides how anything looks.
import { inflate, union, type Box } from '../layout/box'
import { colorOf, type Placed } from '../layout/geometry'
import type { DiagramLine } from '../layout/lines'
import type { Path } from '../layout/route/path'
import { cardinalityOf } from '../model/cardinality'
import type { DiagramId, RelationId } from '../model/id'
import { displayName, endsOf } from '../model/query'
import type { Placeable, Relation } from '../model/records'
import { inOrder, type Schema } from '../model/schema'
import { areaGroup, noteGroup } from './frames'
import { labelGroup, lineGroup } from './lineGroup'
import { crowsFoot } from './notation/crowsFoot'
import type { Notation } from './notation/notation'
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
  readonly notation?: Notation
  readonly margin?: number
  readonly areas?: boolean
  readonly notes?: boolean
  readonly labels?: boolean
  /** Only these: an exported selection. Lines between them come along. */
  readonly only?: ReadonlySet<string>
}

const defaultMargin = 32

/** The line in a few words, for `<title>` and screen readers. */
export function lineTitle(schema: Schema, relation: Relation, notation: Notation = crowsFoot): string {
  const [child, parent] = endsOf(relation)
  const meaning = cardinalityOf(schema, relation)
  const [from, to] = [displayName(schema, child.table), displayName(schema, parent.table)]
  return `${from} (${notation.words(meaning.child)}) to ${to} (${notation.words(meaning.parent)})`
}

/** One relation's line; the canvas asks for those that changed. */
export function drawLine(
  schema: Schema,
  { line, path, notation = crowsFoot }: { line: DiagramLine; path: Path; notation?: Notation },
): Group | undefined {
  const relation = schema.relation.get(line.id)
  if (!relation) return undefined
  return lineGroup({
    id: line.id,
    title: lineTitle(schema, relation, notation),
    path,
    cardinality: cardinalityOf(schema, relation),
    notation,
    isDashed: relation.kind === 'logical' || relation.inactive === true,
    ...(line.color && { color: line.color }),
  })
}

function lineGroups(input: SceneInput, options: SceneOptions): { lines: Group[]; labels: Group[] } {
  const lines: Group[] = []
  const labels: Group[] = []
  const notation = options.notation ?? crowsFoot
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
