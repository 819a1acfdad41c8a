// React Flow holds the elements that are near: it places them, and nothing else. The view, the lines and every gesture
// are ours, so that they are the same for what is drawn far away.
import { useEffect } from 'react'
import {
  ReactFlow,
  ReactFlowProvider,
  useStoreApi,
  ViewportPortal,
  type Edge,
  type NodeTypes,
} from '@xyflow/react'
import { ForwardLines, Lines } from './edges/Lines'
import { live } from './live'
import { useNearView } from './nearView'
import { AreaNode } from './nodes/AreaNode'
import { NoteNode } from './nodes/NoteNode'
import { TableNode } from './nodes/TableNode'
import type { CanvasNode } from './reconcile'

// At module level: a new object would mount every node again.
const nodeTypes = {
  table: TableNode,
  view: TableNode,
  enum: TableNode,
  note: NoteNode,
  area: AreaNode,
} satisfies NodeTypes
const noEdges: Edge[] = []
const attribution = { hideAttribution: true }

function FollowView() {
  const store = useStoreApi()
  useEffect(() => {
    const put = () => {
      const { x, y, zoom } = live.getState().viewport
      store.setState({ transform: [x, y, zoom] })
    }
    put()
    return live.subscribe((now, then) => {
      if (now.viewport !== then.viewport) put()
    })
  }, [store])
  return null
}

function NearNodes() {
  const nodes = useNearView((state) => state.nodes)
  return (
    <ReactFlow<CanvasNode>
      // React Flow never writes into the list that it is given.
      nodes={nodes as CanvasNode[]}
      edges={noEdges}
      nodeTypes={nodeTypes}
      minZoom={0.01}
      maxZoom={8}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      elevateNodesOnSelect={false}
      panOnDrag={false}
      panOnScroll={false}
      zoomOnScroll={false}
      zoomOnPinch={false}
      zoomOnDoubleClick={false}
      preventScrolling={false}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      deleteKeyCode={null}
      panActivationKeyCode={null}
      zoomActivationKeyCode={null}
      disableKeyboardA11y
      proOptions={attribution}
    >
      <ViewportPortal>
        <Lines />
        <ForwardLines />
      </ViewportPortal>
    </ReactFlow>
  )
}

export function Flow() {
  return (
    <ReactFlowProvider>
      <NearNodes />
      {/* Last: React Flow begins with a view of its own, which ours must follow and not come before. */}
      <FollowView />
    </ReactFlowProvider>
  )
}
