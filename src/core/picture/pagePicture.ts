// The picture that stands in a page of text.
import { firstDiagram, type Schema } from '../model/schema'
import { sceneOfDiagram } from './diagramScene'
import { writeSvg } from './svg'

export function pagePicture(schema: Schema): string {
  const diagram = firstDiagram(schema)
  return diagram ? writeSvg(sceneOfDiagram({ schema, diagram }), { theme: 'light' }) : ''
}
