// Which objects React Flow holds at this moment: those in view and a little more. A node object stays the same for as
// long as what it shows does, so React Flow passes over it.
import type { Node } from '@xyflow/react'
import type { Box } from './box'
import type { Drawn } from './project'

export type CanvasNode = Node<{ readonly drawn: Drawn } & Record<string, unknown>, Drawn['kind']>

const depth = { area: -2, note: 0, table: 0, view: 0, enum: 0 } as const satisfies Record<
  Drawn['kind'],
  number
>

export interface Shown {
  readonly drawn: Drawn
  readonly box: Box
  readonly isRaised: boolean
}

const isSame = (node: CanvasNode, { drawn, box, isRaised }: Shown): boolean =>
  node.data.drawn === drawn &&
  node.position.x === box.x &&
  node.position.y === box.y &&
  node.width === box.width &&
  node.height === box.height &&
  node.zIndex === depth[drawn.kind] + (isRaised && drawn.kind !== 'area' ? 1 : 0)

const makeNode = ({ drawn, box, isRaised }: Shown): CanvasNode => ({
  id: drawn.id,
  type: drawn.kind,
  position: { x: box.x, y: box.y },
  width: box.width,
  height: box.height,
  // Declared: nothing is measured and nothing waits to be measured. Lines are not React Flow's, so no handle is needed.
  measured: { width: box.width, height: box.height },
  handles: [],
  zIndex: depth[drawn.kind] + (isRaised && drawn.kind !== 'area' ? 1 : 0),
  data: { drawn },
})

/** The nodes for what is shown now, in its order; the list before is kept whole when nothing differs. */
export function reconcile(before: readonly CanvasNode[], shown: readonly Shown[]): readonly CanvasNode[] {
  const known = new Map<string, CanvasNode>(before.map((node) => [node.id, node]))
  const next = shown.map((one) => {
    const node = known.get(one.drawn.id)
    return node && isSame(node, one) ? node : makeNode(one)
  })
  const isKept = next.length === before.length && next.every((node, index) => node === before[index])
  return isKept ? before : next
}
