import { placedIn } from '../core/layout/geometry'
import { linesIn } from '../core/layout/lines'
import { routeAll } from '../core/layout/route/router'
import type { RelationId } from '../core/model/id'
import { buildScene } from '../core/picture/scene'
import { writeSvg } from '../core/picture/svg'
import type { Scene } from '../core/picture/shapes'
import type { PictureInput, PngInput, SvgInput } from './apis'
import { drawPng, type Png } from './png'
import type { Job } from './serve'

/** The whole way from a model to a picture, so that an export needs nothing of the screen. */
function sceneOf(
  { schema, diagram, look = {}, scene: options = {} }: PictureInput,
  { onProgress }: Job,
): Scene {
  const placed = placedIn(schema, diagram, look)
  const lines = linesIn(schema, { diagram, placed, ...(look.labels && { labels: look.labels }) })
  const notes = [...schema.note.values()].filter((note) => note.diagram === diagram)
  const boxes = new Map<string, { x: number; y: number; width: number; height: number }>(
    Array.from(placed, ([id, { box }]) => [id, box]),
  )
  const paths = routeAll({ boxes, lines: lines.values(), obstacles: notes }, { onProgress })
  const routes = new Map(
    Array.from(lines.keys(), (id) => [id, paths.get(id)] as const).filter(
      (entry): entry is readonly [RelationId, NonNullable<(typeof entry)[1]>] => entry[1] !== undefined,
    ),
  )
  return buildScene({ schema, diagram, placed, lines, routes }, options)
}

export const pictureMethods = {
  svg: ({ svg, ...input }: SvgInput, job: Job): string => writeSvg(sceneOf(input, job), svg),
  png: ({ png, ...input }: PngInput, job: Job): Promise<Png> => drawPng(sceneOf(input, job), png),
}
