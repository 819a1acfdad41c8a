// A document of one diagram alone: what is to be seen in it, what that needs to be understood, and nothing else.
import type { DiagramId } from '../model/id'
import { applyEdits } from '../model/edit'
import { isIdOf } from '../model/id'
import { placementsIn } from '../model/query'
import { emptySchema, kinds, type Kind, type Row, type Schema } from '../model/schema'
import { transact } from '../model/transact'
import { copySubset } from './fragment'
import type { Item } from './layout'

export interface Excerpt {
  readonly schema: Schema
  /** How many records of each kind stay behind; kinds that lose none are not among them. */
  readonly leftOut: ReadonlyMap<Kind, number>
}

function itemsOf(schema: Schema, diagram: DiagramId): readonly Item[] {
  const shown = [...placementsIn(schema, diagram)].filter(([, { hidden }]) => hidden !== true)
  const inIt = <R extends { readonly diagram: DiagramId }>(rows: ReadonlyMap<string, R>) =>
    [...rows.values()].filter((row) => row.diagram === diagram)
  return [...shown.map(([object]) => object), ...inIt(schema.note).map(({ id }) => id)]
}

/** The frames are taken by hand: as items they would bring tables along that are hidden here. */
function framesOf(schema: Schema, diagram: DiagramId): readonly Row[] {
  const areas = [...schema.area.values()].filter((area) => area.diagram === diagram)
  return [...areas, ...areas.flatMap(({ group }) => schema.group.get(group) ?? [])]
}

const kindNames: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind, kind]))

export function excerptOf(schema: Schema, diagram: DiagramId): Excerpt {
  const { rows } = copySubset(schema, diagram, itemsOf(schema, diagram))
  const { edits } = transact(emptySchema, (tx) => {
    for (const project of schema.project.values()) tx.put('project', project)
    const own = schema.diagram.get(diagram)
    if (own) tx.put('diagram', own)
    for (const [name, list] of Object.entries(rows)) {
      const kind = kindNames.get(name)
      // Each list holds rows of the kind that it is named after.
      if (kind) for (const row of list as readonly Row[]) tx.put(kind, row)
    }
    for (const row of framesOf(schema, diagram))
      tx.put(isIdOf('area', row.id) ? 'area' : 'group', row as never)
    // An area without a frame here is still what its tables belong to.
    for (const { group } of rows.table ?? []) {
      const area = group && schema.group.get(group)
      if (area) tx.put('group', area)
    }
  })
  const part = applyEdits(emptySchema, edits)
  const leftOut = kinds.map((kind) => [kind, schema[kind].size - part[kind].size] as const)
  return { schema: part, leftOut: new Map(leftOut.filter(([, count]) => count > 0)) }
}
