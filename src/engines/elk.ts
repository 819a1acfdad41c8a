// ELK's layered layout behind the interface that core declares: places only, lines are routed by ourselves.
import type { ElkNode, LayoutOptions } from 'elkjs/lib/elk-api'
import type { EngineGraph, LayoutEngine } from '../core/layout/arrange/engine'

interface Elk {
  layout(graph: ElkNode): Promise<ElkNode>
}

/**
 * Within a worker ELK takes the worker's own messages for itself when it finds no `document`. While it loads it is
 * shown one, so that it becomes a plain library; nothing of it ever uses the document.
 */
async function load(): Promise<Elk> {
  const scope: { document?: unknown } = globalThis
  const isBare = scope.document === undefined
  if (isBare) scope.document = {}
  try {
    const { default: ElkConstructor } = await import('elkjs/lib/elk.bundled.js')
    return new ElkConstructor({ algorithms: ['layered'] })
  } finally {
    if (isBare) delete scope.document
  }
}

let elk: Promise<Elk> | undefined

/** Larger graphs get less polish: the time grows faster than what can be seen of it. */
function optionsFor({ nodes, direction, spacing, layerSize }: EngineGraph): LayoutOptions {
  const isLarge = nodes.length > 80
  return {
    'elk.algorithm': 'layered',
    'elk.direction': direction === 'right' ? 'RIGHT' : 'DOWN',
    'elk.spacing.nodeNode': String(spacing.beside),
    'elk.spacing.edgeNode': '4',
    'elk.spacing.edgeEdge': '2',
    'elk.layered.spacing.nodeNodeBetweenLayers': String(spacing.between),
    'elk.layered.spacing.edgeNodeBetweenLayers': '16',
    'elk.layered.spacing.edgeEdgeBetweenLayers': '2',
    ...(layerSize === undefined
      ? { 'elk.layered.layering.strategy': 'NETWORK_SIMPLEX' }
      : {
          'elk.layered.layering.strategy': 'COFFMAN_GRAHAM',
          'elk.layered.layering.coffmanGraham.layerBound': String(layerSize),
        }),
    'elk.layered.nodePlacement.strategy': isLarge ? 'SIMPLE' : 'NETWORK_SIMPLEX',
    'elk.layered.thoroughness': isLarge ? '4' : '7',
    // Its lines are thrown away, but slanted ones would push the layers apart.
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.separateConnectedComponents': 'false',
    'elk.randomSeed': '1',
  }
}

export const elkLayout: LayoutEngine = async (graph) => {
  elk ??= load().catch((error: unknown) => {
    elk = undefined
    throw error
  })
  const answer = await (
    await elk
  ).layout({
    id: 'all',
    layoutOptions: optionsFor(graph),
    // Ids of our own making: ELK must never see a name.
    children: graph.nodes.map(({ id, width, height }) => ({ id, width, height })),
    edges: graph.edges.map(({ from, to }, i) => ({ id: `edge ${i}`, sources: [from], targets: [to] })),
  })
  return new Map((answer.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]))
}
