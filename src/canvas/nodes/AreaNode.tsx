// The frame of a subject area: behind everything, with its name at the top.
import { memo } from 'react'
import type { NodeProps } from '@xyflow/react'
import { colourPaints, paintCss } from '../../core/picture/paints'
import { rename } from '../../core/commands/rename'
import { useDocument } from '../../state/document'
import { perform } from '../../state/perform'
import { useView, view } from '../../state/view'
import { cx } from '../../ui'
import { useLive } from '../live'
import type { DrawnArea } from '../project'
import type { CanvasNode } from '../reconcile'
import { useStage } from '../stage'
import { Corners } from './Corners'
import { describeItem } from './describe'
import { edit, endEditing } from './editing'
import { TextInput } from './TextInput'

function AreaName({ drawn }: { readonly drawn: DrawnArea }) {
  const { group } = drawn
  return (
    <TextInput
      label="Name of the subject area"
      value={group?.name ?? ''}
      onCancel={endEditing}
      onCommit={(text, by) => {
        const name = text.trim()
        if (group && name !== group.name) {
          perform(`Name area ${name}`, (cx) => rename(cx, { id: group.id }, name))
        }
        if (by !== 'blur') endEditing()
        else if (view.getState().editing?.object === drawn.id) edit(undefined)
      }}
    />
  )
}

export const AreaNode = memo(function AreaNode({ data }: NodeProps<CanvasNode>) {
  // Chosen by the drawn kind.
  const drawn = data.drawn as DrawnArea
  const { id } = drawn
  const isSelected = useView(({ selection }) => selection.items.has(id))
  const isOnlySelected = useView(({ selection }) => selection.items.size === 1 && selection.items.has(id))
  const isEditing = useView(({ editing }) => editing?.object === id)
  const isPointed = useLive(({ pointed }) => pointed.object === id)
  const isReadOnly = useDocument((state) => state.isReadOnly)
  const label = useStage(({ drawing }) => describeItem(drawing.schema, drawn))
  const { strip, tint, ink } = colourPaints(drawn.color)
  return (
    <div
      id={`item-${id}`}
      role="group"
      aria-label={label}
      data-object={id}
      data-kind="area"
      data-selected={isSelected || undefined}
      className="diagram-text relative size-full"
    >
      <div className="absolute inset-0 rounded-card opacity-60" style={{ background: paintCss(tint) }} />
      <div
        className={cx(
          'pointer-events-none absolute inset-0 rounded-card border',
          isSelected ? 'border-accent outline-1 outline-accent' : isPointed && 'border-control',
        )}
        style={isSelected || isPointed ? {} : { borderColor: paintCss(strip), opacity: 0.6 }}
      />
      <div
        className="absolute top-0 left-0 flex h-8 w-full items-center px-3 text-sm font-semibold"
        style={{ color: paintCss(ink) }}
      >
        {isEditing ? (
          <AreaName drawn={drawn} />
        ) : (
          <span className="truncate">{drawn.group?.name || 'Unnamed area'}</span>
        )}
      </div>
      {isOnlySelected && !drawn.isLocked && !isReadOnly && <Corners />}
    </div>
  )
})
