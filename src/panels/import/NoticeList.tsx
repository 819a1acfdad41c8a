import { useState } from 'react'
import { desk } from '../../state/import/desk'
import { useImporting, type Overview } from '../../state/import/importing'
import { Button, EmptyState, Notice as NoticeRow } from '../../ui'
import { toneOf } from '../code/Notices'
import { number } from './words'

type Notice = Overview['notices'][number]

const levels = ['loss', 'warning', 'info'] as const

const headings: Readonly<Record<(typeof levels)[number], string>> = {
  loss: 'Not taken over',
  warning: 'To look at',
  info: 'Noted',
}

/** More than one reads in one go; each is an element of the page. */
const atOnce = 100

function placeText({ line, column, source, remedy }: Notice, names: readonly string[]): string | undefined {
  const name = source !== undefined && names.length > 1 ? names[source] : undefined
  const parts = [
    ...(name === undefined ? [] : [name]),
    ...(line === undefined ? [] : [column === undefined ? `Line ${line}` : `Line ${line}, column ${column}`]),
    ...(remedy === undefined ? [] : [remedy]),
  ]
  return parts.length === 0 ? undefined : parts.join(' · ')
}

const canShow = ({ from, line }: Notice): boolean => from !== undefined || line !== undefined

function show(notice: Notice): void {
  const { source = 0, from, to, line } = notice
  desk.show(from === undefined ? { source, line: line ?? 1 } : { source, from, to: to ?? from })
}

function Group({ level, notices, names }: GroupProps) {
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? notices : notices.slice(0, atOnce)
  return (
    <section aria-label={headings[level]} className="px-2 py-1">
      <h3 className="px-2 py-1 text-row font-medium text-muted">
        {headings[level]}{' '}
        <span className="font-normal text-faint tabular-nums">{number(notices.length)}</span>
      </h3>
      <ul>
        {shown.map((notice, i) => (
          <NoticeRow
            key={`${notice.code} ${String(i)}`}
            tone={toneOf(notice)}
            text={notice.message}
            place={placeText(notice, names)}
            onShow={canShow(notice) ? () => show(notice) : undefined}
          />
        ))}
      </ul>
      {shown.length < notices.length && (
        <Button size="small" onClick={() => setIsWhole(true)} className="m-2">
          {`Show the other ${number(notices.length - shown.length)}`}
        </Button>
      )}
    </section>
  )
}

interface GroupProps {
  readonly level: (typeof levels)[number]
  readonly notices: readonly Notice[]
  readonly names: readonly string[]
}

/** What the reader had to say, the worst first; a click leads to the place in the source. */
export function NoticeList({ notices }: Pick<Overview, 'notices'>) {
  const sources = useImporting((state) => state.sources)
  const fates = useImporting((state) => state.fates)
  const names = fates
    .filter(({ index }) => index !== undefined)
    .sort((a, b) => (a.index ?? 0) - (b.index ?? 0))
    .map(({ id }) => sources.find((source) => source.id === id)?.name ?? '')
  if (notices.length === 0)
    return (
      <EmptyState
        title="Nothing to say"
        text="Every statement was understood, and all of it is taken over."
        className="my-auto"
      />
    )
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {levels.map((level) => {
        const own = notices.filter((notice) => notice.level === level)
        return own.length > 0 && <Group key={level} level={level} notices={own} names={names} />
      })}
    </div>
  )
}
