// All lines of a diagram around all of its tables. Each line is routed for itself (a plain way where that is free, else
// a search through the corridors), then lines that share a corridor are set apart, and crossings and labels are found.
// A router keeps what it knows, so that moving a table routes again only the lines that it concerns.
import { boxAround, inflate, overlaps, type Box, type Point } from '../box'
import type { LineEnd } from '../lines'
import { BoxIndex } from '../spatial'
import { bentWay, sideTowards } from './bends'
import { corridorsOf } from './corridors'
import type { Draft } from './draft'
import { hopsOf } from './hops'
import { labelPlaces } from './labels'
import { nudge } from './nudge'
import { isSideways, straightened, type Path } from './path'
import { portOf, tieAll, type EndPlan, type Ports, type TiedPort } from './ports'
import { WaySearch } from './search'
import { chooseSides, hindrance, type Ends } from './sides'
import { endOf, simpleWay, type BoxEnd, type Port } from './simple'

export interface RouteLine {
  readonly id: string
  readonly from: LineEnd
  readonly to: LineEnd
  readonly bends: readonly Point[]
  readonly label?: string
}

export interface RouteInput {
  /** Tables, views and enums by id. */
  readonly boxes: ReadonlyMap<string, Box>
  readonly lines: Iterable<RouteLine>
  /** What lines go around without being tied to it: notes. */
  readonly obstacles?: readonly Box[]
}

export interface RouteWork {
  /** Called now and then; throws to stop. */
  readonly onProgress?: (done: number, all: number) => void
}

interface Routed {
  readonly line: RouteLine
  readonly ports: readonly [TiedPort, TiedPort]
  /** Before lines were set apart. */
  readonly points: readonly Point[]
  readonly isFixed: boolean
}

/** How far around a moved table lines may be concerned. */
const concern = 40
const progressEvery = 64

const boxEnd = (box: Box, { at }: LineEnd): BoxEnd => (at === undefined ? { box } : { box, at })

const samePort = (a: TiedPort, b: TiedPort): boolean =>
  a.point.x === b.point.x && a.point.y === b.point.y && a.side === b.side && a.trunk === b.trunk

export class Router {
  private boxes: ReadonlyMap<string, Box> = new Map()
  private lines: ReadonlyMap<string, RouteLine> = new Map()
  private obstacles: readonly Box[] = []
  private index = new BoxIndex<string>()
  private search: WaySearch | undefined
  private routed = new Map<string, Routed>()

  /** Everything from the beginning. */
  routeAll(input: RouteInput, work: RouteWork = {}): ReadonlyMap<string, Path> {
    this.take(input)
    this.routed = new Map()
    return this.route(new Set(this.lines.keys()), work)
  }

  /** After some tables moved, came, went or changed their size, or lines did: the rest keeps its way. */
  reroute(input: RouteInput, work: RouteWork = {}): ReadonlyMap<string, Path> {
    const [boxes, lines] = [this.boxes, this.lines]
    this.take(input)
    return this.route(this.concernedBy(boxes, lines), work)
  }

  private take({ boxes, lines, obstacles = [] }: RouteInput): void {
    this.boxes = boxes
    this.lines = new Map(
      Array.from(lines, (line) => [line.id, line] as const).filter(([, line]) => this.isTied(line)),
    )
    this.obstacles = obstacles
    this.index = new BoxIndex([...boxes, ...obstacles.map((box, i) => [`obstacle ${i}`, box] as const)])
    this.search = undefined
  }

  private isTied({ from, to }: RouteLine): boolean {
    return this.boxes.has(from.object) && this.boxes.has(to.object)
  }

  private concernedBy(boxes: ReadonlyMap<string, Box>, lines: ReadonlyMap<string, RouteLine>): Set<string> {
    const touched: Box[] = []
    const moved = new Set<string>()
    for (const id of new Set([...boxes.keys(), ...this.boxes.keys()])) {
      const [before, after] = [boxes.get(id), this.boxes.get(id)]
      if (
        before &&
        after &&
        before.x === after.x &&
        before.y === after.y &&
        before.width === after.width &&
        before.height === after.height
      )
        continue
      moved.add(id)
      if (before) touched.push(inflate(before, concern))
      if (after) touched.push(inflate(after, concern))
    }
    const concerned = new Set<string>()
    for (const [id, line] of this.lines) {
      const known = this.routed.get(id)
      const isNew = !known || lines.get(id) !== line
      if (isNew || moved.has(line.from.object) || moved.has(line.to.object)) concerned.add(id)
      else if (touched.some((box) => overlaps(boxAround(known.points), box))) concerned.add(id)
    }
    return concerned
  }

  private endsOf(line: RouteLine): Ends | undefined {
    const [a, b] = [this.boxes.get(line.from.object), this.boxes.get(line.to.object)]
    if (!a || !b) return undefined
    return { from: boxEnd(a, line.from), to: boxEnd(b, line.to), isSelf: line.from.object === line.to.object }
  }

  private sidesFor(line: RouteLine, ends: Ends): readonly [Port, Port] {
    const [first, last] = [line.bends[0], line.bends.at(-1)]
    if (first && last) return [sideTowards(ends.from, first), sideTowards(ends.to, last)]
    return chooseSides(ends, this.index).ports
  }

  private plan(concerned: ReadonlySet<string>): Ports {
    const plans: EndPlan[] = []
    for (const line of this.lines.values()) {
      const ends = this.endsOf(line)
      if (!ends) continue
      const known = concerned.has(line.id) ? undefined : this.routed.get(line.id)
      const ports = known ? known.ports : this.sidesFor(line, ends)
      const [a, b] = ports
      plans.push(planOf(line, 0, { here: a, there: b }), planOf(line, 1, { here: b, there: a }))
    }
    return tieAll(plans, this.boxes)
  }

  private wayOf(line: RouteLine, ports: readonly [TiedPort, TiedPort]): readonly Point[] {
    if (line.bends.length > 0) return bentWay(ports, line.bends)
    const hindered = hindrance(this.index, [ports[0].box, ports[1].box])
    const plain = simpleWay(...ports, hindered)
    if (hindered(plain.points) === 0) return plain.points
    this.search ??= new WaySearch(
      corridorsOf([...this.boxes.values(), ...this.obstacles], this.index),
      this.index,
    )
    return this.search.find(...ports) ?? plain.points
  }

  private route(concerned: ReadonlySet<string>, { onProgress }: RouteWork): ReadonlyMap<string, Path> {
    const ports = this.plan(concerned)
    const routed = new Map<string, Routed>()
    let done = 0
    for (const line of this.lines.values()) {
      const [a, b] = [portOf(ports, line.id, 0), portOf(ports, line.id, 1)]
      if (!a || !b) continue
      const known = concerned.has(line.id) ? undefined : this.routed.get(line.id)
      const isKept = known && samePort(known.ports[0], a) && samePort(known.ports[1], b)
      const points = isKept ? known.points : this.wayOf(line, [a, b])
      routed.set(line.id, { line, ports: [a, b], points, isFixed: line.bends.length > 0 })
      if (++done % progressEvery === 0) onProgress?.(done, this.lines.size)
    }
    this.routed = routed
    return this.finish()
  }

  /** Sets lines apart and finds crossings and labels. */
  private finish(): ReadonlyMap<string, Path> {
    // By id, so that the picture does not depend on the order in which lines were made known.
    const all = [...this.routed.values()].sort((a, b) => (a.line.id < b.line.id ? -1 : 1))
    const drafts = all.map(draftOf)
    nudge(drafts, this.index, 'x')
    nudge(drafts, this.index, 'y')
    const done = drafts.map((draft): Draft => ({ ...draft, points: straightened(draft.points) }))
    const hops = hopsOf(done)
    const labelled = done.map(({ id, points }) => {
      const label = this.lines.get(id)?.label
      return label === undefined ? { id, points } : { id, points, label }
    })
    const places = labelPlaces(labelled, this.index)
    const paths = new Map<string, Path>()
    all.forEach(({ line, ports }, i) => {
      const points = done[i]?.points ?? []
      const place = places.get(line.id)
      paths.set(line.id, {
        points,
        hops: hops.get(line.id) ?? [],
        ends: [endOf(ports[0]), endOf(ports[1])],
        labelAt: place?.at ?? { x: 0, y: 0 },
        ...(place?.isCramped && { isCramped: true }),
      })
    })
    return paths
  }
}

const draftOf = ({ line, points, isFixed, ports }: Routed): Draft => ({
  id: line.id,
  points: points.map(({ x, y }) => ({ x, y })),
  isFixed,
  trunks: [ports[0].trunk ?? '', ports[1].trunk ?? ''],
})

function planOf(line: RouteLine, end: 0 | 1, { here, there }: { here: Port; there: Port }): EndPlan {
  const own = end === 0 ? line.from : line.to
  const flat = isSideways(here.side)
  const isRow = own.at !== undefined && flat
  return {
    line: line.id,
    end,
    object: own.object,
    at: isRow ? own.at : undefined,
    mark: own.mark ?? '',
    side: here.side,
    facing: flat ? there.point.y : there.point.x,
  }
}

export const routeAll = (input: RouteInput, work: RouteWork = {}): ReadonlyMap<string, Path> =>
  new Router().routeAll(input, work)
