// The whole way from a model to a picture: geometry, lines around tables, shapes. It needs nothing of a screen.
import { notationIn, placedIn, type LookOptions } from '../layout/geometry'
import { linesIn, type LineOptions } from '../layout/lines'
import { routeAll } from '../layout/route/router'
import type { DiagramId, RelationId } from '../model/id'
import type { Schema } from '../model/schema'
import { furnished, type TitleBlock } from './furniture'
import { buildScene, defaultMargin, type SceneOptions } from './scene'
import type { Scene } from './shapes'

export interface DiagramPicture {
  readonly schema: Schema
  readonly diagram: DiagramId
  readonly look?: LookOptions & LineOptions
  readonly scene?: SceneOptions
  readonly furniture?: { readonly hasLegend: boolean; readonly title?: TitleBlock } | undefined
}

export function sceneOfDiagram(
  { schema, diagram, look = {}, scene: options = {}, furniture }: DiagramPicture,
  onProgress?: (done: number, all: number) => void,
): Scene {
  const placed = placedIn(schema, diagram, look)
  const lines = linesIn(schema, { ...look, diagram, placed })
  const notes = [...schema.note.values()].filter((note) => note.diagram === diagram)
  const boxes = new Map<string, { x: number; y: number; width: number; height: number }>(
    Array.from(placed, ([id, { box }]) => [id, box]),
  )
  const paths = routeAll({ boxes, lines: lines.values(), obstacles: notes }, onProgress ? { onProgress } : {})
  const routes = new Map(
    Array.from(lines.keys(), (id) => [id, paths.get(id)] as const).filter(
      (entry): entry is readonly [RelationId, NonNullable<(typeof entry)[1]>] => entry[1] !== undefined,
    ),
  )
  const scene = buildScene(
    { schema, diagram, placed, lines, routes },
    { ...(look.notation && { notation: look.notation }), ...options },
  )
  if (!furniture) return scene
  const legend = furniture.hasLegend ? notationIn(schema, diagram, look) : undefined
  return furnished(scene, {
    margin: options.margin ?? defaultMargin,
    ...(legend && { legend }),
    ...(furniture.title && { title: furniture.title }),
  })
}
