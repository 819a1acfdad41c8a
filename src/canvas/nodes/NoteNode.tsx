// A sticky note: plain text on a tint of its colour.
import { memo } from 'react'
import type { NodeProps } from '@xyflow/react'
import { colourPaints, paintCss } from '../../core/picture/paints'
import { useDocument } from '../../state/document'
import { useView } from '../../state/view'
import { cx } from '../../ui'
import { useIsFaded } from '../focus'
import { useLive } from '../live'
import type { DrawnNote } from '../project'
import type { CanvasNode } from '../reconcile'
import { useStage } from '../stage'
import { Corners } from './Corners'
import { describeItem } from './describe'
import { NoteEdit } from './NoteEdit'

export const NoteNode = memo(function NoteNode({ data }: NodeProps<CanvasNode>) {
  // Chosen by the drawn kind.
  const drawn = data.drawn as DrawnNote
  const { id, note } = drawn
  const isSelected = useView(({ selection }) => selection.items.has(id))
  const isOnlySelected = useView(({ selection }) => selection.items.size === 1 && selection.items.has(id))
  const isEditing = useView(({ editing }) => editing?.object === id)
  const isPointed = useLive(({ pointed }) => pointed.object === id)
  const isReadOnly = useDocument((state) => state.isReadOnly)
  const isFaded = useIsFaded(id)
  const label = useStage(({ drawing }) => describeItem(drawing.schema, drawn))
  const { strip, tint, ink } = colourPaints(note.color)
  return (
    <div
      id={`item-${id}`}
      role="group"
      aria-label={label}
      data-object={id}
      data-kind="note"
      data-selected={isSelected || undefined}
      className={cx(
        'diagram-text relative size-full rounded-small transition-opacity',
        isFaded && 'opacity-20',
      )}
      style={{ background: paintCss(tint), color: paintCss(ink) }}
    >
      {isEditing ? (
        <NoteEdit note={note} />
      ) : (
        <div className="size-full overflow-hidden p-3">
          {note.name !== '' && (
            <div className="mb-1 truncate text-ui leading-4.5 font-semibold">{note.name}</div>
          )}
          <div dir="auto" className="text-row leading-4.5 break-words whitespace-pre-wrap">
            {note.text || <span className="italic">Double-click to write</span>}
          </div>
        </div>
      )}
      <div
        className={cx(
          'pointer-events-none absolute inset-0 rounded-small border',
          isSelected ? 'border-accent outline-1 outline-accent' : isPointed && 'border-control',
        )}
        style={isSelected || isPointed ? {} : { borderColor: paintCss(strip), opacity: 0.5 }}
      />
      {isOnlySelected && !drawn.isLocked && !isReadOnly && <Corners />}
    </div>
  )
})
