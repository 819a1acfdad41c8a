// Automatic layout: which tables move, into which parts they fall, and where the parts go. The engine lays out one
// connected part at a time; what is locked or not asked for stays where it is and nothing comes to lie on it.
import { fail, ok, type Result } from '../../lib/result'
import { union, type Box, type Point } from '../box'
import { onGrid, upToGrid } from '../sizes'
import { communitiesOf, componentsOf, neighboursIn, type Link, type Neighbours } from './clusters'
import type { Cancel, EngineNode, LayoutEngine } from './engine'
import { closeUp, hubBlock, hubsIn } from './fold'
import { FreeSpace, gridBlock, joinBlocks, packBlocks, type Block } from './pack'

export const arrangeStyles = ['leftRight', 'topDown', 'compact', 'grouped'] as const
export type ArrangeStyle = (typeof arrangeStyles)[number]

export interface ArrangeInput {
  /** Everything that stands in the diagram; the order decides between equals. */
  readonly boxes: ReadonlyMap<string, Box>
  /** From the child to the parent. */
  readonly links: readonly Link[]
  /** What may move: all that is not locked, a selection, or only what has no place yet. */
  readonly movable: ReadonlySet<string>
  /** The subject area or namespace of a table, for the grouped style. */
  readonly groupOf?: ReadonlyMap<string, string>
}

export interface ArrangeOptions {
  readonly style: ArrangeStyle
  /** `near`: parts go next to what they are linked to; `together`: they stay one picture, where they were. */
  readonly where: 'near' | 'together'
}

export interface Arrangement {
  readonly places: ReadonlyMap<string, Point>
  /** Frames of the groups, for the areas of the diagram. */
  readonly frames: ReadonlyMap<string, Box>
}

export interface ArrangeWork {
  readonly onProgress?: (done: number, all: number) => void
  readonly cancel?: Cancel
}

const spacings: Readonly<Record<ArrangeStyle, { readonly beside: number; readonly between: number }>> = {
  leftRight: { beside: 48, between: 120 },
  topDown: { beside: 64, between: 88 },
  compact: { beside: 40, between: 80 },
  grouped: { beside: 48, between: 112 },
}
const partGap = 80
const frame = { padding: 32, header: 40 }
/** Larger parts are split into communities: layers of hundreds of tables can be read by nobody. */
const mostAtOnce = 220
const communitySize = 60

/** A layout of more tables than this that is so much taller than wide is asked for again, with limited layers. */
const fewNodes = 12
const towerShape = 3

class Cancelled extends Error {}

interface Part {
  readonly group?: string
  readonly members: readonly string[]
}

class Arranger {
  private readonly input: ArrangeInput
  private readonly options: ArrangeOptions
  private readonly engine: LayoutEngine
  private readonly work: ArrangeWork
  private readonly neighbours: Neighbours
  private done = 0

  constructor(
    input: ArrangeInput,
    given: { engine: LayoutEngine; options: ArrangeOptions; work: ArrangeWork },
  ) {
    this.input = input
    this.engine = given.engine
    this.options = given.options
    this.work = given.work
    const movable = new Set([...input.boxes.keys()].filter((id) => input.movable.has(id)))
    this.neighbours = neighboursIn(movable, input.links)
  }

  private tick(count: number): void {
    this.done += count
    this.work.onProgress?.(this.done, this.neighbours.size)
    if (this.work.cancel?.aborted) throw new Cancelled()
  }

  private boxOf(id: string): Box {
    return this.input.boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 }
  }

  private get spacing() {
    return spacings[this.options.style]
  }

  private async askEngine(
    nodes: readonly EngineNode[],
    links: readonly Link[],
  ): Promise<ReadonlyMap<string, Point>> {
    const direction = this.options.style === 'topDown' ? 'down' : 'right'
    // Parents first: what others refer to stands at the left, or on top.
    const edges = links.map(({ from, to }) => ({ from: to, to: from }))
    const graph = { nodes, edges, direction, spacing: this.spacing } as const
    const places = await this.engine(graph)
    const { width, height } = union(
      nodes.map((node) => ({ ...node, ...(places.get(node.id) ?? { x: 0, y: 0 }) })),
    )
    const tall = direction === 'right' ? height / width : width / height
    if (nodes.length < fewNodes || tall < towerShape) return places
    return this.engine({ ...graph, layerSize: Math.ceil(Math.sqrt(nodes.length) * 1.4) })
  }

  private linksAmong(members: ReadonlySet<string>): readonly Link[] {
    const seen = new Set<string>()
    return this.input.links.filter(({ from, to }) => {
      if (from === to || !members.has(from) || !members.has(to)) return false
      const key = `${from} ${to}`
      return !seen.has(key) && seen.add(key)
    })
  }

  /** One connected part; the leaves of its hubs are folded away while it is laid out. */
  private async component(members: readonly string[]): Promise<Block> {
    const hubs = hubsIn(members, this.neighbours)
    const folded = this.hubBlocks(hubs)
    const leaves = new Set([...hubs.values()].flat())
    const kept = members.filter((id) => !leaves.has(id))
    const isLarge = kept.length > mostAtOnce
    const block = isLarge ? await this.communities(kept, folded) : await this.layers(kept, folded)
    this.tick(isLarge ? leaves.size : members.length)
    return this.unfolded(block, folded)
  }

  private hubBlocks(hubs: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, Block> {
    const sized = (id: string) => [id, this.boxOf(id)] as const
    return new Map(
      Array.from(hubs, ([hub, leaves]) => [hub, hubBlock(sized(hub), leaves.map(sized), this.spacing)]),
    )
  }

  /** Layers by the engine, in which a folded hub is one large table. */
  private async layers(members: readonly string[], folded: ReadonlyMap<string, Block>): Promise<Block> {
    const nodes = members.map((id) => {
      const { width, height } = folded.get(id) ?? this.boxOf(id)
      return { id, width, height }
    })
    const places = await this.askEngine(nodes, this.linksAmong(new Set(members)))
    const boxes = nodes.map(({ id, ...size }): readonly [string, Box] => [
      id,
      { ...size, ...(places.get(id) ?? { x: 0, y: 0 }) },
    ])
    if (this.options.style !== 'compact') return blockOf(boxes)
    const closed = closeUp(boxes, this.spacing.beside, 'y')
    return blockOf(boxes.map(([id, box]) => [id, { ...box, ...(closed.get(id) ?? { x: box.x, y: box.y }) }]))
  }

  private unfolded(block: Block, folded: ReadonlyMap<string, Block>): Block {
    const places = new Map(block.places)
    for (const [hub, inner] of folded) {
      const corner = block.places.get(hub) ?? { x: 0, y: 0 }
      for (const [id, { x, y }] of inner.places) places.set(id, { x: corner.x + x, y: corner.y + y })
    }
    return { ...block, places }
  }

  /** A large part: its communities as blocks, and those laid out as if each were one table. */
  private async communities(members: readonly string[], folded: ReadonlyMap<string, Block>): Promise<Block> {
    const communities = communitiesOf(members, this.neighbours, communitySize)
    const home = new Map(communities.flatMap((community, i) => community.map((id) => [id, i] as const)))
    const blocks: Block[] = []
    for (const community of communities) {
      blocks.push(await this.layers(community, folded))
      this.tick(community.length)
    }
    const links = new Map<string, Link>()
    for (const { from, to } of this.linksAmong(new Set(members))) {
      const [a, b] = [home.get(from), home.get(to)]
      if (a === undefined || b === undefined || a === b) continue
      const [p, q] = [Math.min(a, b), Math.max(a, b)]
      links.set(`${p} ${q}`, { from: String(q), to: String(p) })
    }
    const nodes = blocks.map(({ width, height }, i) => ({ id: String(i), width, height }))
    const places = await this.askEngine(nodes, [...links.values()])
    return joinBlocks(
      blocks,
      nodes.map(({ id }) => gridPoint(places.get(id))),
    )
  }

  /** Connected parts, and all that have no lines as one grid. */
  private async blocksOf(part: Part): Promise<readonly Block[]> {
    const among = neighboursIn(new Set(part.members), this.input.links)
    const components = componentsOf(among)
    const blocks: Block[] = []
    for (const members of components) if (members.length > 1) blocks.push(await this.component(members))
    const alone = components.flatMap((members) => (members.length === 1 ? members : []))
    if (alone.length > 0) {
      blocks.push(
        gridBlock(
          alone.map((id) => [id, this.boxOf(id)]),
          this.spacing.beside,
        ),
      )
      this.tick(alone.length)
    }
    return blocks
  }

  private parts(): readonly Part[] {
    const { groupOf } = this.input
    const all = [...this.neighbours.keys()]
    if (this.options.style !== 'grouped' || !groupOf) return [{ members: all }]
    const groups = new Map<string, string[]>()
    const rest: string[] = []
    for (const id of all) {
      const group = groupOf.get(id)
      if (group === undefined) rest.push(id)
      else groups.set(group, [...(groups.get(group) ?? []), id])
    }
    const parts: Part[] = Array.from(groups, ([group, members]) => ({ group, members }))
    return rest.length > 0 ? [...parts, { members: rest }] : parts
  }

  async run(): Promise<Arrangement> {
    this.tick(0)
    const blocks: { readonly block: Block; readonly group?: string }[] = []
    for (const part of this.parts()) {
      const own = await this.blocksOf(part)
      const { group } = part
      if (group === undefined) blocks.push(...own.map((block) => ({ block })))
      else blocks.push({ block: framed(joinBlocks(own, packBlocks(own, this.spacing.beside))), group })
    }
    return this.place(blocks)
  }

  private place(blocks: readonly { readonly block: Block; readonly group?: string }[]): Arrangement {
    const fixed = [...this.input.boxes].filter(([id]) => !this.neighbours.has(id))
    const packed = packBlocks(
      blocks.map(({ block }) => block),
      partGap,
    )
    const places = new Map<string, Point>()
    const frames = new Map<string, Box>()
    const space = new FreeSpace(fixed, partGap / 2)
    const start = this.start(fixed.length > 0)
    blocks.forEach(({ block, group }, i) => {
      const at = packed[i] ?? { x: 0, y: 0 }
      const wish = this.wishOf(block) ?? { x: start.x + at.x, y: start.y + at.y }
      const corner = fixed.length === 0 ? wish : space.take(`block ${i}`, block, wish)
      for (const [id, { x, y }] of block.places) places.set(id, { x: corner.x + x, y: corner.y + y })
      if (group !== undefined) frames.set(group, { ...corner, width: block.width, height: block.height })
    })
    return { places, frames }
  }

  /** The picture begins where it began before, so that it does not run away from the eye. */
  private start(hasFixed: boolean): Point {
    if (!hasFixed) return { x: 0, y: 0 }
    const { x, y } = union([...this.neighbours.keys()].map((id) => this.boxOf(id)))
    return { x: onGrid(x), y: onGrid(y) }
  }

  /** Beside the standing tables that a block is linked to, around their middle. */
  private wishOf(block: Block): Point | undefined {
    if (this.options.where !== 'near') return undefined
    const linked: Box[] = []
    for (const { from, to } of this.input.links) {
      const [inside, other] = block.places.has(from) ? [true, to] : [block.places.has(to), from]
      if (inside && !this.neighbours.has(other)) linked.push(this.boxOf(other))
    }
    if (linked.length === 0) return undefined
    const all = union(linked)
    return {
      x: onGrid(all.x + all.width + this.spacing.between),
      y: onGrid(all.y + (all.height - block.height) / 2),
    }
  }
}

const gridPoint = (point: Point | undefined): Point => ({
  x: upToGrid(point?.x ?? 0),
  y: upToGrid(point?.y ?? 0),
})

/** Moves a layout to the origin and onto the grid. */
function blockOf(boxes: readonly (readonly [string, Box])[]): Block {
  const all = union(boxes.map(([, box]) => box))
  const places = new Map(boxes.map(([id, { x, y }]) => [id, { x: onGrid(x - all.x), y: onGrid(y - all.y) }]))
  return { width: upToGrid(all.width) + 8, height: upToGrid(all.height) + 8, places }
}

function framed(block: Block): Block {
  const by = { x: frame.padding, y: frame.header + frame.padding / 2 }
  const places = new Map(Array.from(block.places, ([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]))
  return {
    width: upToGrid(block.width + 2 * frame.padding),
    height: upToGrid(block.height + by.y + frame.padding),
    places,
  }
}

/** New places for all that may move. */
export async function arrange(
  input: ArrangeInput,
  given: { readonly engine: LayoutEngine; readonly options: ArrangeOptions },
  work: ArrangeWork = {},
): Promise<Result<Arrangement, 'cancelled'>> {
  try {
    return ok(await new Arranger(input, { ...given, work }).run())
  } catch (error) {
    if (error instanceof Cancelled) return fail('cancelled')
    throw error
  }
}
