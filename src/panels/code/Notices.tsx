import type { Notice } from '../../core/dialects/dialect'
import { Notice as NoticeRow } from '../../ui'

const tones = { info: 'info', warning: 'warning', loss: 'danger' } as const

export const toneOf = ({ level }: Notice) => tones[level]

export const sentenceOf = ({ message, remedy }: Notice): string =>
  remedy === undefined ? message : `${message} ${remedy}`

export interface NoticesProps {
  readonly notices: readonly Notice[]
  readonly onShow: (notice: Notice) => void
  readonly className?: string
}

/** What could not be written as it stands in the model: what, where, and what to do by hand. */
export function Notices({ notices, onShow, className }: NoticesProps) {
  return (
    <ul aria-label="Notices" className={className}>
      {notices.map((notice, index) => (
        <NoticeRow
          // The same thing may be said of several places.
          key={`${notice.code}/${notice.about ?? ''}/${notice.part ?? ''}/${index}`}
          tone={toneOf(notice)}
          text={notice.message}
          place={placeOf(notice)}
          onShow={() => onShow(notice)}
        />
      ))}
    </ul>
  )
}

function placeOf({ line, remedy }: Notice): string | undefined {
  const parts = [...(line === undefined ? [] : [`Line ${line}`]), ...(remedy === undefined ? [] : [remedy])]
  return parts.length === 0 ? undefined : parts.join(' · ')
}
