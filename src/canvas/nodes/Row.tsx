import { memo } from 'react'
import type { Face, FaceRow } from '../../core/layout/face'
import { oval as ovals } from '../../core/layout/dress'
import { cx, tip } from '../../ui'
import { describeRow } from './describe'
import { Mark } from './Marks'

export interface RowProps {
  readonly row: FaceRow
  readonly kind: 'table' | 'view' | 'enum'
  readonly face: Pick<Face, 'width' | 'leadX'>
  readonly isForward: boolean
  readonly isPointed: boolean
  /** The keyboard stands here. */
  readonly isCurrent: boolean
}

const nameLook = ({ row, kind }: RowProps): string => {
  if (row.isUnnamed) return 'text-faint italic'
  return row.nullable || kind !== 'table' ? 'text-text' : 'font-medium text-text'
}

/** One column or value: everything stands where the face says, so that the row and its picture agree to the pixel. */
export const Row = memo(function Row(props: RowProps) {
  const { row, face, isForward, isPointed, isCurrent } = props
  const isNameCut = row.name !== row.fullName
  const isTypeCut = row.type !== row.fullType
  return (
    <div
      data-part={row.id}
      id={`part-${row.id}`}
      // The canvas names the row where the keyboard stands; only a thing with a role and a name can be named.
      role="group"
      aria-label={describeRow(row)}
      className={cx(
        'relative h-6',
        isForward ? 'bg-accent-soft' : isPointed && 'bg-hover',
        isCurrent && 'outline-2 -outline-offset-2 outline-focus',
      )}
    >
      {row.marks.map(({ mark, x }) => (
        <span
          key={mark}
          className={cx('absolute top-1.5', mark === 'key' ? 'text-text' : 'text-faint')}
          style={{ left: x }}
        >
          <Mark mark={mark} />
        </span>
      ))}
      <bdi
        className={cx(
          'absolute top-1 whitespace-pre',
          nameLook(props),
          row.oval && row.isKey && 'underline underline-offset-2',
          isNameCut && 'pointer-events-auto',
        )}
        style={{ left: row.nameX }}
        {...(isNameCut ? tip(row.fullName) : {})}
      >
        {row.name}
      </bdi>
      {row.oval && (
        <>
          <span
            aria-hidden="true"
            className="absolute top-3 h-px bg-line"
            style={{ left: ovals.trunk, width: row.oval.x - ovals.trunk }}
          />
          <span
            aria-hidden="true"
            className="absolute top-0.5 h-5 rounded-full border border-border-strong bg-surface"
            style={{ left: row.oval.x, width: row.oval.width }}
          />
        </>
      )}
      {row.lead !== '' && (
        <span
          aria-hidden="true"
          className={cx('absolute top-1', row.isKey ? 'text-text' : 'text-faint')}
          style={{ left: face.leadX }}
        >
          {row.lead}
        </span>
      )}
      {row.tag !== '' && (
        <bdi className="absolute top-1 whitespace-pre text-faint" style={{ left: row.tagX }}>
          {row.tag}
        </bdi>
      )}
      {row.type !== '' && (
        <bdi
          className={cx('absolute top-1 whitespace-pre text-faint', isTypeCut && 'pointer-events-auto')}
          style={{ right: face.width - row.typeX }}
          {...(isTypeCut ? tip(row.fullType) : {})}
        >
          {row.type}
        </bdi>
      )}
      {row.hasRing && (
        <span
          role="img"
          aria-label="May be null"
          className="absolute top-2.25 right-2.5 size-1.5 rounded-full border border-faint"
        />
      )}
    </div>
  )
})
