// A table, view or enum at reading distance. Its box, its texts and their places come from the face; what is hovered,
// selected or edited is looked up by id, so that none of it ever rebuilds a node.
import { memo } from 'react'
import type { NodeProps } from '@xyflow/react'
import type { Face } from '../../core/layout/face'
import { isIdOf } from '../../core/model/id'
import { colourPaints, paintCss } from '../../core/picture/paints'
import { moreWords } from '../../core/picture/tableGroup'
import { useView } from '../../state/view'
import { cx, tip } from '../../ui'
import { useForward } from '../forward'
import { useLive } from '../live'
import type { DrawnTable } from '../project'
import type { CanvasNode } from '../reconcile'
import { useStage } from '../stage'
import { describeItem } from './describe'
import { HeaderEdit, NewRow, RowEdit } from './edit'
import { Mark } from './Marks'
import { Ports } from './Ports'
import { Row } from './Row'
import { AddRow } from './AddRow'
import { useIsFaded } from '../focus'

function Header({ drawn, isEditing }: { readonly drawn: DrawnTable; readonly isEditing: boolean }) {
  const { header, rows } = drawn.placed.face
  const { strip, tint, ink } = colourPaints(drawn.color)
  return (
    <div
      className={cx(
        'absolute inset-x-0 top-0 h-10 overflow-hidden rounded-t-card',
        rows.length === 0 && 'rounded-b-card',
      )}
      style={{ background: paintCss(tint), color: paintCss(ink) }}
    >
      <div className="h-1" style={{ background: paintCss(strip) }} />
      {isEditing ? (
        <HeaderEdit drawn={drawn} />
      ) : (
        <div
          className={cx(
            'absolute top-3.5 left-3 text-ui whitespace-pre',
            header.name !== header.fullName && 'pointer-events-auto',
          )}
          {...(header.name === header.fullName || `${header.prefix}${header.name}` === header.fullName
            ? {}
            : tip(header.fullName))}
        >
          {header.prefix !== '' && <bdi className="text-muted">{header.prefix}</bdi>}
          <bdi className={cx(header.isUnnamed ? 'font-semibold text-faint italic' : 'font-semibold')}>
            {header.name}
          </bdi>
        </div>
      )}
      {!isEditing &&
        header.marks.map(({ mark, x }) => (
          <span key={mark} className="absolute top-4 text-muted" style={{ left: x + 6 }}>
            <Mark mark={mark} />
          </span>
        ))}
    </div>
  )
}

function Rows({ drawn, face }: { readonly drawn: DrawnTable; readonly face: Face }) {
  const { id } = drawn
  const editing = useView((state) => (state.editing?.object === id ? state.editing : undefined))
  const current = useView(({ selection: { part } }) =>
    part?.owner === id ? ('column' in part ? part.column : part.value) : undefined,
  )
  const pointed = useLive(({ pointed }) => (pointed.object === id ? pointed.column : undefined))
  const forwarded = useForward(({ columns }) => (isIdOf('table', id) ? columns.get(id) : undefined))
  return (
    <div className="absolute inset-x-0 top-10 border-t border-border pt-0.75 text-row">
      {face.rows.map((row) =>
        editing?.part === row.id && editing.field !== 'newRow' ? (
          <RowEdit key={row.id} drawn={drawn} row={row} field={editing.field === 'type' ? 'type' : 'name'} />
        ) : (
          <Row
            key={row.id}
            row={row}
            kind={face.kind}
            isPointed={pointed === row.id}
            isCurrent={current === row.id}
            isForward={forwarded?.has(row.id as never) ?? false}
          />
        ),
      )}
      {face.moreY !== undefined && (
        <div className="flex h-6 items-center text-faint" style={{ paddingLeft: face.gutter }}>
          {moreWords(face.hiddenRows)}
        </div>
      )}
      {editing?.field === 'newRow' && <NewRow drawn={drawn} />}
    </div>
  )
}

export const TableNode = memo(function TableNode({ data }: NodeProps<CanvasNode>) {
  // The node types below are chosen by the drawn kind.
  const drawn = data.drawn as DrawnTable
  const { face } = drawn.placed
  const { id } = drawn
  const isSelected = useView(({ selection }) => selection.items.has(id))
  const isOnlySelected = useView(({ selection }) => selection.items.size === 1 && selection.items.has(id))
  const isEditing = useView(({ editing }) => editing?.object === id)
  const isEditingName = useView(
    ({ editing }) => editing?.object === id && editing.part === undefined && editing.field === 'name',
  )
  const isPointed = useLive(({ pointed }) => pointed.object === id)
  const isFaded = useIsFaded(id)
  const label = useStage(({ drawing }) => describeItem(drawing.schema, drawn))
  return (
    <div
      id={`item-${id}`}
      role="group"
      aria-label={label}
      data-object={id}
      data-kind={drawn.kind}
      data-selected={isSelected || undefined}
      className={cx(
        'diagram-text relative size-full rounded-card bg-surface text-text transition-opacity',
        isFaded && 'opacity-20',
      )}
    >
      <Header drawn={drawn} isEditing={isEditingName} />
      {(face.rows.length > 0 || face.moreY !== undefined || isEditing) && <Rows drawn={drawn} face={face} />}
      <div
        className={cx(
          'pointer-events-none absolute inset-0 rounded-card border',
          isSelected
            ? 'border-accent outline-1 outline-accent'
            : isPointed
              ? 'border-control'
              : 'border-border-strong',
        )}
      />
      {isPointed && drawn.kind === 'table' && !isEditing && <Ports drawn={drawn} />}
      {isOnlySelected && !isEditing && !drawn.isLocked && drawn.kind !== 'view' && <AddRow drawn={drawn} />}
    </div>
  )
})
