// Bringing something before the eyes: its diagram, its selection, its place.
import {
  isIdOf,
  type ColumnId,
  type DiagramId,
  type EnumValueId,
  type TableId,
  type ViewId,
} from '../core/model/id'
import { placementsIn } from '../core/model/query'
import { inOrder, type Schema } from '../core/model/schema'
import { lookAt } from './camera'
import { document } from './document'
import { currentDiagram } from './perform'
import { isDatabaseObject, noSelection, type PartSelection, type Selectable } from './selection'
import { view } from './view'

function showDiagram(diagram: DiagramId): void {
  if (view.getState().diagram === diagram) return
  view.setState({ diagram, selection: noSelection, editing: undefined, focus: undefined, hovered: undefined })
  lookAt({ kind: 'fitAll' })
}

function partOf(object: Selectable, part: string | undefined): PartSelection | undefined {
  if (part === undefined) return undefined
  // A part's id comes with the object that holds it; livingSelection drops what does not fit.
  if (isIdOf('enum', object)) return { owner: object, value: part as EnumValueId }
  return { owner: object as TableId | ViewId, column: part as ColumnId }
}

/** A diagram that shows the object: the one in view if it does, else the first that does. */
function diagramWith(schema: Schema, object: Selectable): DiagramId | undefined {
  const here = currentDiagram(schema)
  if (isIdOf('note', object)) return schema.note.get(object)?.diagram
  if (isIdOf('area', object)) return schema.area.get(object)?.diagram
  if (isIdOf('relation', object) || isDatabaseObject(object)) return here
  // What is left of the selectables are the placeable ones.
  const shows = (diagram: DiagramId) => placementsIn(schema, diagram).has(object)
  return shows(here) ? here : inOrder(schema.diagram).find(({ id }) => shows(id))?.id
}

function showObject(object: Selectable, part?: string): void {
  const diagram = diagramWith(document.getState().schema, object)
  if (diagram) showDiagram(diagram)
  const selectedPart = partOf(object, part)
  view.setState({
    selection: { items: new Set([object]), ...(selectedPart && { part: selectedPart }) },
    editing: undefined,
  })
}

export const reveal = { diagram: showDiagram, object: showObject }
