// From a sample to its scene, for tests of everything that paints.
import { placedIn } from '../layout/geometry'
import { linesIn } from '../layout/lines'
import { routeAll } from '../layout/route/router'
import type { Sample } from '../layout/samples.testing'
import { buildScene, type SceneOptions } from './scene'
import type { Scene } from './shapes'

export function sceneOf({ schema, diagram }: Sample, options: SceneOptions = {}): Scene {
  const look = { ...(options.notation && { notation: options.notation }) }
  const placed = placedIn(schema, diagram, look)
  const lines = linesIn(schema, { ...look, diagram, placed })
  const boxes = new Map(Array.from(placed, ([id, { box }]) => [id, box]))
  const paths = routeAll({ boxes, lines: lines.values() })
  const routes = new Map(
    [...lines.keys()].flatMap((id) => {
      const path = paths.get(id)
      return path ? [[id, path] as const] : []
    }),
  )
  return buildScene({ schema, diagram, placed, lines, routes }, options)
}
