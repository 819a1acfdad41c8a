// Which objects React Flow holds at this moment: those in view and a little more. A node object stays the same for as
// long as what it shows does, so React Flow passes over it.
import type { Node } from '@xyflow/react'
import type { Box } from './box'
import type { Drawn, ItemId } from './project'

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

/** The nodes for what is shown now; the list before is kept whole when nothing differs. */
export function reconcile(before: readonly CanvasNode[], shown: readonly Shown[]): readonly CanvasNode[] {
  const known = new Map<string, CanvasNode>(before.map((node) => [node.id, node]))
  // Nodes that stay keep their place in the list: reordering would move DOM elements for nothing.
  const wanted = new Map<ItemId, Shown>(shown.map((one) => [one.drawn.id, one]))
  const next: CanvasNode[] = []
  let isChanged = false
  for (const node of before) {
    const one = wanted.get(node.id as ItemId)
    if (!one) {
      isChanged = true
      continue
    }
    if (isSame(node, one)) next.push(node)
    else {
      isChanged = true
      next.push(makeNode(one))
    }
  }
  for (const one of shown) {
    if (known.has(one.drawn.id)) continue
    isChanged = true
    next.push(makeNode(one))
  }
  return isChanged ? next : before
}
