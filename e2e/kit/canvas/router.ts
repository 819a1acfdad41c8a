// Full routes for the page of the canvas alone: everything anew each time, which the app does not need to do.
import type { Router } from '../../../src/canvas'
import type { RelationId } from '../../../src/core/model/id'
import type { Path } from '../../../src/core/layout/route/path'
import { routeClient } from '../../../src/workers/client'

const client = routeClient()

export const router: Router = (drawing, put) => {
  const boxes = new Map([...drawing.placed].map(([id, { box }]) => [id, box]))
  void client.call('routeAll', { boxes, lines: [...drawing.lines.values()] }).then((result) => {
    // Lines were asked for by relation, so their ids come back as such.
    if (result.ok) put(result.value.changed as ReadonlyMap<RelationId, Path>)
  })
}
