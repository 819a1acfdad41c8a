// The way of every line. A line whose ends moved is drawn anew at once, knowing its two tables only; the full routes,
// which go around everything, come from the worker and replace it when they are there.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { isIdOf, type RelationId } from '../../core/model/id'
import type { DiagramLine, LineEnd } from '../../core/layout/lines'
import { quickRoute } from '../../core/layout/route/quickRoute'
import type { Path } from '../../core/layout/route/path'
import type { BoxEnd } from '../../core/layout/route/simple'
import { LineIndex } from '../../core/layout/spatial'
import type { Point } from '../../core/model/records'
import { around, grown, moved, type Box } from '../box'
import { live } from '../live'
import { linesAt, type Drawing } from '../project'
import { boxNow, drawnOf, stage } from '../stage'

export type Paths = ReadonlyMap<RelationId, Path>

export interface Routes {
  readonly paths: Paths
  /** Lines of what is being dragged, sized or bent at this moment. */
  readonly moving: Paths
}

export const routes = createStore<Routes>(() => ({ paths: new Map(), moving: new Map() }))
export const useRoutes = <T>(selector: (state: Routes) => T): T => useStore(routes, selector)

/** Which lines lie where, stretch by stretch. */
let index = new LineIndex<RelationId>()

export const linesAcross = (area: Box): ReadonlySet<RelationId> => index.search(area)

export const pathNow = (id: RelationId): Path | undefined => {
  const { moving, paths } = routes.getState()
  return moving.get(id) ?? paths.get(id)
}

const boxEnd = ({ at }: LineEnd, box: Box): BoxEnd => (at === undefined ? { box } : { box, at })

function quick(
  line: DiagramLine,
  boxOf: (object: string) => Box | undefined,
  bends = line.bends,
): Path | undefined {
  const from = boxOf(line.from.object)
  const to = boxOf(line.to.object)
  if (!from || !to) return undefined
  const isSelf = line.from.object === line.to.object
  return quickRoute({ from: boxEnd(line.from, from), to: boxEnd(line.to, to), bends, isSelf })
}

export const pathBox = ({ points }: Path): Box =>
  grown(
    around(points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))) ?? { x: 0, y: 0, width: 0, height: 0 },
    8,
  )

function indexPaths(before: Paths, after: Paths): void {
  const changed = [...after].filter(([id, path]) => before.get(id) !== path)
  if (changed.length > 200) {
    index = new LineIndex(after)
    return
  }
  for (const id of before.keys()) if (!after.has(id)) index.remove(id)
  for (const [id, path] of changed) index.insert(id, path)
}

function putPaths(paths: Paths): void {
  indexPaths(routes.getState().paths, paths)
  routes.setState({ paths, moving: new Map() })
}

/** Lines that were told anew, or whose tables stand elsewhere now. */
function staleLines(before: Drawing, after: Drawing): ReadonlySet<RelationId> {
  const stale = new Set<RelationId>()
  if (before.lines !== after.lines) {
    for (const [id, line] of after.lines) if (before.lines.get(id) !== line) stale.add(id)
  }
  if (before.placed !== after.placed) {
    for (const [id, placed] of after.placed) {
      const was = before.placed.get(id)?.box
      const { box } = placed
      const stands =
        was && was.x === box.x && was.y === box.y && was.width === box.width && was.height === box.height
      if (stands || !isIdOf('table', id)) continue
      for (const line of linesAt(after, id)) stale.add(line)
    }
  }
  return stale
}

/** Draws anew what changed; true when the worker should have another look. */
function update(before: Drawing, after: Drawing): boolean {
  const stale = staleLines(before, after)
  const known = routes.getState().paths
  const isShorter = [...known.keys()].some((id) => !after.lines.has(id))
  if (stale.size === 0 && !isShorter) return before.items !== after.items
  const paths = new Map(known)
  for (const id of known.keys()) if (!after.lines.has(id)) paths.delete(id)
  for (const id of stale) {
    const line = after.lines.get(id)
    const path = line && quick(line, (object) => after.items.get(object as never)?.box)
    if (path) paths.set(id, path)
  }
  putPaths(paths)
  return true
}

const shifted = (path: Path, by: Point): Path => ({
  points: path.points.map((point) => ({ x: point.x + by.x, y: point.y + by.y })),
  hops: path.hops.map((point) => ({ x: point.x + by.x, y: point.y + by.y })),
  ends: [
    { ...path.ends[0], point: moved({ ...path.ends[0].point, width: 0, height: 0 }, by) },
    { ...path.ends[1], point: moved({ ...path.ends[1].point, width: 0, height: 0 }, by) },
  ],
  labelAt: { x: path.labelAt.x + by.x, y: path.labelAt.y + by.y },
})

function movingLines(): ReadonlySet<RelationId> {
  const { dragging, resizing, bending } = live.getState()
  const { drawing } = stage.getState()
  const ids = new Set<RelationId>()
  if (bending) ids.add(bending.relation)
  const items: readonly string[] = [...(dragging?.items ?? []), ...(resizing ? [resizing.item] : [])]
  for (const item of items) {
    if (!isIdOf('table', item)) continue
    for (const id of linesAt(drawing, item)) if (drawing.lines.has(id)) ids.add(id)
  }
  return ids
}

function followMoves(): void {
  const { dragging, bending } = live.getState()
  const { drawing } = stage.getState()
  const ids = movingLines()
  if (ids.size === 0) {
    if (routes.getState().moving.size > 0) routes.setState({ moving: new Map() })
    return
  }
  const moving = new Map<RelationId, Path>()
  for (const id of ids) {
    const line = drawing.lines.get(id)
    const known = routes.getState().paths.get(id)
    if (!line) continue
    // A line between two tables that move together moves as it is.
    const by =
      dragging?.items.has(line.from.object) && dragging.items.has(line.to.object) ? dragging.by : undefined
    const path =
      known && by
        ? shifted(known, by)
        : quick(line, (object) => nowOf(object), bending?.relation === id ? bending.bends : line.bends)
    if (path) moving.set(id, path)
  }
  routes.setState({ moving })
}

function nowOf(object: string): Box | undefined {
  const drawn = drawnOf(object)
  return drawn && boxNow(drawn)
}

const askAfterMs = 40

/** Asks for the full routes of a drawing; `put` is called when they are known, and not at all for what is outdated. */
export type Router = (drawing: Drawing, put: (paths: Paths) => void) => void

/** What the worker found; lines that it does not know yet keep what they have. */
function taken(ways: Paths): Paths {
  const { paths } = routes.getState()
  const next = new Map<RelationId, Path>()
  for (const id of stage.getState().drawing.lines.keys()) {
    const path = ways.get(id) ?? paths.get(id)
    if (path) next.set(id, path)
  }
  return next
}

const isShown = ({ lines, items }: Drawing): boolean => {
  const { drawing } = stage.getState()
  return drawing.lines === lines && drawing.items === items
}

/** Keeps all ways in step with the stage until the result is called. */
export function followRoutes(router: Router | undefined): () => void {
  let drawing: Drawing = { ...stage.getState().drawing, lines: new Map() }
  let timer = 0
  const ask = () => {
    const question = drawing
    router?.(question, (ways) => {
      // Of what is no longer shown nothing is taken: the next answer is under way.
      if (isShown(question)) putPaths(taken(ways))
    })
  }
  const follow = (after: Drawing) => {
    const before = drawing
    drawing = after
    if (before === after || !update(before, after)) return
    clearTimeout(timer)
    timer = window.setTimeout(ask, askAfterMs)
  }
  putPaths(new Map())
  follow(stage.getState().drawing)
  const stops = [
    stage.subscribe((now) => follow(now.drawing)),
    live.subscribe((now, then) => {
      const isSame =
        now.dragging === then.dragging && now.resizing === then.resizing && now.bending === then.bending
      if (!isSame) followMoves()
    }),
    () => clearTimeout(timer),
  ]
  return () => stops.forEach((stop) => stop())
}
