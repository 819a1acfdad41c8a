// A layered layout of our own, for pictures that must be there at once: layers by the longest way from a table that
// refers to nothing, order by the middle of the neighbours, places as near to the neighbours as the order allows.
// The large engine draws finer pictures and takes a hundred times as long; it can always be asked afterwards.
import type { Point } from '../box'
import { onGrid } from '../sizes'
import type { EngineGraph, LayoutEngine } from './engine'

interface Node {
  readonly id: string
  /** Along a layer, and across it. */
  readonly length: number
  readonly depth: number
  /** Before and behind it, once no circle is left. */
  readonly before: Node[]
  readonly after: Node[]
  layer: number
  /** The middle, along the layer. */
  at: number
}

const sweeps = 6

function nodesOf({ nodes, edges, direction }: EngineGraph): readonly Node[] {
  const isRight = direction === 'right'
  const byId = new Map(
    nodes.map(({ id, width, height }): [string, Node] => [
      id,
      {
        id,
        length: isRight ? height : width,
        depth: isRight ? width : height,
        before: [],
        after: [],
        layer: 0,
        at: 0,
      },
    ]),
  )
  const out = new Map<Node, Node[]>()
  for (const { from, to } of edges) {
    const [a, b] = [byId.get(from), byId.get(to)]
    if (a && b && a !== b) out.set(a, [...(out.get(a) ?? []), b])
  }
  const all = [...byId.values()]
  straighten(all, out)
  return all
}

/** Links that would close a circle count the other way round. */
function straighten(all: readonly Node[], out: ReadonlyMap<Node, readonly Node[]>): void {
  const state = new Map<Node, 'open' | 'done'>()
  const link = (from: Node, to: Node) => {
    from.after.push(to)
    to.before.push(from)
  }
  for (const start of all) {
    if (state.has(start)) continue
    // By hand instead of by recursion: a chain may be thousands of tables long.
    const way: { readonly node: Node; next: number }[] = [{ node: start, next: 0 }]
    state.set(start, 'open')
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const to = out.get(step.node)?.[step.next++]
      if (!to) {
        state.set(step.node, 'done')
        way.pop()
      } else if (state.get(to) === 'open') link(to, step.node)
      else {
        link(step.node, to)
        if (!state.has(to)) {
          state.set(to, 'open')
          way.push({ node: to, next: 0 })
        }
      }
    }
  }
}

function inTopologicalOrder(all: readonly Node[]): readonly Node[] {
  const open = new Map(all.map((node) => [node, node.before.length]))
  const ready = all.filter(({ before }) => before.length === 0)
  for (const node of ready) {
    for (const next of node.after) {
      const left = (open.get(next) ?? 0) - 1
      open.set(next, left)
      if (left === 0) ready.push(next)
    }
  }
  return ready
}

/** Behind all that it depends on; with a limit, in the first layer with room. */
function intoLayers(all: readonly Node[], limit: number): readonly Node[][] {
  const layers: Node[][] = []
  for (const node of inTopologicalOrder(all)) {
    let layer = Math.max(-1, ...node.before.map((other) => other.layer)) + 1
    while ((layers[layer]?.length ?? 0) >= limit) layer++
    node.layer = layer
    ;(layers[layer] ??= []).push(node)
  }
  return pulledCloser(layers)
}

/** A table that refers to nothing stands right before the first that refers to it. */
function pulledCloser(layers: Node[][]): readonly Node[][] {
  for (const [i, layer] of [...layers.entries()].reverse()) {
    for (const node of [...layer]) {
      const first = Math.min(...node.after.map((other) => other.layer))
      const home = layers[first - 1]
      if (node.after.length === 0 || first - 1 <= i || !home || home.length >= 2 * layer.length) continue
      layer.splice(layer.indexOf(node), 1)
      node.layer = first - 1
      home.push(node)
    }
  }
  return layers.filter((layer) => layer.length > 0)
}

const meanOf = (nodes: readonly Node[]): number => nodes.reduce((sum, { at }) => sum + at, 0) / nodes.length

function stack(layer: readonly Node[], gap: number): void {
  const total = layer.reduce((sum, { length }) => sum + length + gap, -gap)
  let at = -total / 2
  for (const node of layer) {
    node.at = at + node.length / 2
    at += node.length + gap
  }
}

/** Neighbours first, self where there are none: a table without them stays where it is. */
function reorder(layer: Node[], side: 'before' | 'after', gap: number): void {
  const wish = new Map(
    layer.map((node) => [node, node[side].length > 0 ? meanOf(node[side]) : node.at] as const),
  )
  const place = new Map(layer.map((node, i) => [node, i]))
  layer.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0) || (place.get(a) ?? 0) - (place.get(b) ?? 0))
  stack(layer, gap)
}

interface Block {
  readonly nodes: Node[]
  /** Sum of the wishes for its first place, and that place. */
  sum: number
  place: number
}

/** The places nearest to the wishes that keep the order and the gaps: neighbours that crowd move as one. */
function settle(layer: readonly Node[], gap: number): void {
  const offset = new Map<Node, number>()
  const blocks: Block[] = []
  let along = 0
  for (const node of layer) {
    along += node.length / 2
    offset.set(node, along)
    along += node.length / 2 + gap
    const around = [...node.before, ...node.after]
    const wish = (around.length > 0 ? meanOf(around) : node.at) - (offset.get(node) ?? 0)
    blocks.push({ nodes: [node], sum: wish, place: wish })
    for (let last = blocks.at(-1), prior = blocks.at(-2); last && prior; prior = blocks.at(-2)) {
      if (prior.place <= last.place) break
      prior.nodes.push(...last.nodes)
      prior.sum += last.sum
      prior.place = prior.sum / prior.nodes.length
      blocks.pop()
      last = prior
    }
  }
  for (const { nodes, place } of blocks) for (const node of nodes) node.at = place + (offset.get(node) ?? 0)
}

function order(layers: readonly Node[][], gap: number): void {
  for (const layer of layers) stack(layer, gap)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const isForward = sweep % 2 === 0
    for (const layer of isForward ? layers : [...layers].reverse())
      reorder(layer, isForward ? 'before' : 'after', gap)
  }
  for (let sweep = 0; sweep < sweeps; sweep++)
    for (const layer of sweep % 2 === 0 ? layers : [...layers].reverse()) settle(layer, gap)
}

export const quickLayout: LayoutEngine = (graph) => {
  const { spacing, direction, layerSize = Infinity } = graph
  const layers = intoLayers(nodesOf(graph), layerSize)
  order(layers, spacing.beside)
  const places = new Map<string, Point>()
  let across = 0
  for (const layer of layers) {
    const depth = Math.max(...layer.map((node) => node.depth))
    for (const { id, at, length, depth: own } of layer) {
      const [along, side] = [onGrid(at - length / 2), onGrid(across + (depth - own) / 2)]
      places.set(id, direction === 'right' ? { x: side, y: along } : { x: along, y: side })
    }
    across += depth + spacing.between
  }
  return Promise.resolve(places)
}
