// A table, view or enum at reading distance. Its box, its texts and their places come from the face; what is hovered,
// selected or edited is looked up by id, so that none of it ever rebuilds a node.
import { Fragment, memo } from 'react'
import type { NodeProps } from '@xyflow/react'
import type { Face } from '../../core/layout/face'
import { isIdOf } from '../../core/model/id'
import { colourPaints, paintCss } from '../../core/picture/paints'
import { moreWords } from '../../core/picture/tableGroup'
import { useDocument } from '../../state/document'
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
  const { header, height, bodyHeight, corner } = drawn.placed.face
  const { strip, tint, ink } = colourPaints(drawn.color)
  return (
    <div
      className="absolute inset-x-0 top-0 h-10 overflow-hidden"
      style={{
        background: paintCss(tint),
        color: paintCss(ink),
        borderRadius: height === 40 || bodyHeight < height ? corner : `${corner}px ${corner}px 0 0`,
      }}
    >
      <div className="h-1" style={{ background: paintCss(strip) }} />
      {isEditing ? (
        <HeaderEdit drawn={drawn} />
      ) : (
        <div
          className={cx(
            'absolute text-ui whitespace-pre',
            header.stereotype ? 'top-5' : 'top-3.5',
            header.name !== header.fullName && 'pointer-events-auto',
          )}
          style={{ left: header.prefixX }}
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
      {!isEditing && header.stereotype && (
        <span
          className="absolute top-1.5 text-small whitespace-pre text-muted"
          style={{ left: header.stereotype.x }}
        >
          {header.stereotype.text}
        </span>
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

/** The first row below the line that ends the key. */
const isBelowKey = ({ dividerY, rows }: Face, i: number): boolean =>
  dividerY !== undefined && (rows[i]?.y ?? 0) > dividerY && (rows[i - 1]?.y ?? 0) < dividerY

function Rows({ drawn, face }: { readonly drawn: DrawnTable; readonly face: Face }) {
  const { id } = drawn
  const editing = useView((state) => (state.editing?.object === id ? state.editing : undefined))
  const current = useView(({ selection: { part } }) =>
    part?.owner === id ? ('column' in part ? part.column : part.value) : undefined,
  )
  const pointed = useLive(({ pointed }) => (pointed.object === id ? pointed.column : undefined))
  const forwarded = useForward(({ columns }) => (isIdOf('table', id) ? columns.get(id) : undefined))
  return (
    <div
      className={cx(
        'absolute inset-x-0 top-10 border-t pt-0.75 text-row',
        face.hasHeaderLine ? 'border-border' : 'border-transparent',
      )}
    >
      {face.trunk && (
        <div
          className="absolute -top-px w-px -translate-x-1/2 bg-line"
          style={{ left: face.trunk.x, height: face.trunk.bottom - face.bodyHeight }}
        />
      )}
      {face.rows.map((row, i) => (
        <Fragment key={row.id}>
          {isBelowKey(face, i) && (
            <div className="flex h-2 items-center">
              <hr className="w-full border-border-strong" />
            </div>
          )}
          {editing?.part === row.id && editing.field !== 'newRow' ? (
            <RowEdit drawn={drawn} row={row} field={editing.field === 'type' ? 'type' : 'name'} />
          ) : (
            <Row
              row={row}
              kind={face.kind}
              face={face}
              isPointed={pointed === row.id}
              isCurrent={current === row.id}
              isForward={forwarded?.has(row.id as never) ?? false}
            />
          )}
        </Fragment>
      ))}
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
  const isReadOnly = useDocument((state) => state.isReadOnly)
  const canGrow = !isReadOnly && !drawn.isLocked && drawn.kind !== 'view'
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
        'diagram-text relative size-full text-text transition-opacity',
        face.bodyHeight === face.height && 'bg-surface',
        isFaded && 'opacity-20',
      )}
      style={{ borderRadius: face.corner }}
    >
      <Header drawn={drawn} isEditing={isEditingName} />
      {(face.rows.length > 0 || face.moreY !== undefined || isEditing) && <Rows drawn={drawn} face={face} />}
      <div
        className={cx(
          'pointer-events-none absolute inset-x-0 top-0 border',
          isSelected
            ? 'border-accent outline-1 outline-accent'
            : isPointed
              ? 'border-control'
              : 'border-border-strong',
        )}
        style={{ borderRadius: face.corner, height: face.bodyHeight }}
      />
      {face.isDouble && (
        <div
          className="pointer-events-none absolute inset-x-0.75 top-0.75 border border-border-strong"
          style={{ height: face.bodyHeight - 6 }}
        />
      )}
      {isPointed && drawn.kind === 'table' && !isEditing && !isReadOnly && <Ports drawn={drawn} />}
      {isOnlySelected && canGrow && !isEditing && <AddRow drawn={drawn} />}
    </div>
  )
})
