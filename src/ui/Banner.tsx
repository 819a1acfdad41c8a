import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button'
import { cx } from './classes'
import { IconButton } from './IconButton'
import type { Tone } from './toasts'
import { softGrounds, ToneIcon } from './tones'

export interface NoteAction {
  readonly label: string
  readonly onAction: () => void
}

export interface BannerProps {
  readonly tone?: Tone
  readonly title?: string
  readonly action?: NoteAction | undefined
  readonly onDismiss?: () => void
  readonly className?: string
  readonly children?: ReactNode
}

/** Something that holds for the whole region until it is dealt with. */
export function Banner({ tone = 'info', title, action, onDismiss, className, children }: BannerProps) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : undefined}
      className={cx('flex items-start gap-2 rounded-card px-3 py-2', softGrounds[tone], className)}
    >
      <ToneIcon tone={tone} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="text-row leading-5 break-words text-muted">{children}</div>}
      </div>
      {action && (
        <Button size="small" onClick={action.onAction}>
          {action.label}
        </Button>
      )}
      {onDismiss && <IconButton size="small" label="Dismiss" icon={<X />} onClick={onDismiss} />}
    </div>
  )
}

export interface NoticeProps {
  readonly tone: Tone
  readonly text: string
  /** Where: the table, the line of a file. */
  readonly place?: string | undefined
  /** Pressing the row shows what it speaks of. */
  readonly onShow?: (() => void) | undefined
  readonly action?: NoteAction | undefined
}

/** One line of a list of notices; put them into a `<ul>`. */
export function Notice({ tone, text, place, onShow, action }: NoticeProps) {
  const content = (
    <>
      <ToneIcon tone={tone} className="mt-0.5" />
      <span className="min-w-0 flex-1 text-left">
        <span className="block break-words">{text}</span>
        {place && <span className="block text-small break-words text-faint">{place}</span>}
      </span>
    </>
  )
  const row = 'flex min-w-0 flex-1 items-start gap-2 px-2 py-1'
  return (
    <li className="flex items-center gap-1 rounded-control pr-1 has-[button:hover]:bg-hover">
      {onShow ? (
        <button type="button" onClick={onShow} className={cx(row, 'rounded-control')}>
          {content}
        </button>
      ) : (
        <div className={row}>{content}</div>
      )}
      {action && (
        <Button size="small" variant="quiet" onClick={action.onAction}>
          {action.label}
        </Button>
      )}
    </li>
  )
}
