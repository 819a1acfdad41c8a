import { useState } from 'react'
import type { Notice } from '../../core/dialects/dialect'
import { Button, Notice as NoticeRow } from '../../ui'

const tones = { info: 'info', warning: 'warning', loss: 'danger' } as const

/** What is lost comes first. */
const ranks = { loss: 0, warning: 1, info: 2 } as const

export const toneOf = ({ level }: Notice) => tones[level]

export const sentenceOf = ({ message, remedy }: Notice): string =>
  remedy === undefined ? message : `${message} ${remedy}`

export interface NoticesProps {
  readonly notices: readonly Notice[]
  readonly onShow: (notice: Notice) => void
  readonly className?: string
}

/** More than one reads in one go; each is an element of the page. */
const atOnce = 200

/** What could not be written as it stands in the model: what, where, and what to do by hand. */
export function Notices({ notices, onShow, className }: NoticesProps) {
  const [isWhole, setIsWhole] = useState(false)
  const ranked = [...notices].sort((a, b) => ranks[a.level] - ranks[b.level])
  const shown = isWhole ? ranked : ranked.slice(0, atOnce)
  const rest = notices.length - shown.length
  return (
    <ul aria-label="Notices" className={className}>
      {shown.map((notice, index) => (
        <NoticeRow
          // The same thing may be said of several places.
          key={`${notice.code}/${notice.about ?? ''}/${notice.part ?? ''}/${index}`}
          tone={toneOf(notice)}
          text={notice.message}
          place={placeOf(notice)}
          onShow={() => onShow(notice)}
        />
      ))}
      {rest > 0 && (
        <li className="px-2 py-1">
          <Button size="small" onClick={() => setIsWhole(true)}>
            {`Show the other ${rest.toLocaleString('en')}`}
          </Button>
        </li>
      )}
    </ul>
  )
}

function placeOf({ line, remedy }: Notice): string | undefined {
  const parts = [...(line === undefined ? [] : [`Line ${line}`]), ...(remedy === undefined ? [] : [remedy])]
  return parts.length === 0 ? undefined : parts.join(' · ')
}
