// Versions by time, each with its picture. Arrow keys go from one to the next.
import { readMiniature } from '../../core/picture/miniature'
import type { VersionInfo } from '../../state/versions/desk'
import { cx } from '../../ui'
import { timeOf } from '../history/historyRows'
import { MiniaturePicture } from '../start/MiniaturePicture'
import { useCardGrid } from '../start/gridKeys'
import { countWords } from '../start/targets'

export interface VersionListProps {
  readonly list: readonly VersionInfo[]
  readonly chosen: number | undefined
  readonly now: number
  readonly onChoose: (at: number) => void
}

function Face({ info, now }: { readonly info: VersionInfo; readonly now: number }) {
  const { name, at, tables, picture } = info
  const time = timeOf(at, now)
  return (
    <>
      <span className="relative block h-12 w-18 shrink-0 overflow-hidden rounded-control border border-border bg-ground">
        <MiniaturePicture picture={picture === undefined ? undefined : readMiniature(picture)} />
      </span>
      <span className="flex min-w-0 flex-col">
        <bdi className="truncate font-medium">{name ?? time}</bdi>
        <span className="truncate text-small text-muted tabular-nums">
          {name === undefined ? 'Kept by itself' : time}, {countWords(tables, 'table', 'tables')}
        </span>
      </span>
    </>
  )
}

export function VersionList({ list, chosen, now, onChoose }: VersionListProps) {
  const { ref, onKeyDown, onFocus } = useCardGrid()
  return (
    // Arrow keys move between the entries, which are buttons themselves.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul
      ref={ref}
      aria-label="Versions, newest first"
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      className="flex min-h-0 flex-col overflow-y-auto p-1"
    >
      {list.map((info) => (
        <li key={info.at}>
          <button
            type="button"
            data-card
            aria-pressed={info.at === chosen}
            onClick={() => {
              onChoose(info.at)
            }}
            className={cx(
              'flex w-full min-w-0 items-center gap-3 rounded-control p-2 text-left',
              info.at === chosen ? 'bg-accent-soft' : 'hover:bg-hover',
            )}
          >
            <Face info={info} now={now} />
          </button>
        </li>
      ))}
    </ul>
  )
}
