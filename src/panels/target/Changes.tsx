import { useMemo, useState } from 'react'
import { lookAt } from '../../state/camera'
import type { Outlook } from '../../state/retargeting'
import { reveal } from '../../state/reveal'
import { Button, ToggleGroup, ToneIcon, Tree, tip } from '../../ui'
import { sentenceOf, toneOf } from '../code/Notices'
import {
  changeRows,
  countLevels,
  groupsOf,
  type Counts,
  type Level,
  type LevelChoice,
  type Row,
} from './changeRows'

const levelWords: Readonly<Record<Level, string>> = {
  loss: 'lost',
  warning: 'to look at',
  info: 'noted',
}

const number = (n: number): string => n.toLocaleString('en')

// The keys of an exhaustive record, the worst first.
const levels = Object.keys(levelWords) as readonly Level[]

const countWords = (counts: Counts): string =>
  levels
    .filter((level) => counts[level] > 0)
    .map((level) => `${number(counts[level])} ${levelWords[level]}`)
    .join(', ')

function Face({ row }: { readonly row: Row }) {
  if (row.kind === 'object') {
    return (
      <>
        <span className="min-w-0 grow truncate font-medium">{row.label}</span>
        <span className="shrink-0 text-small text-faint tabular-nums max-sm:hidden">
          {countWords(row.counts)}
        </span>
      </>
    )
  }
  return (
    <>
      <ToneIcon tone={toneOf(row.notice)} className="shrink-0" />
      <span className="min-w-0 grow truncate" {...tip(sentenceOf(row.notice), { whenCut: true })}>
        {row.label}
      </span>
    </>
  )
}

/** The line in full, with what to do about it: rows are one line high so that thousands fit. */
function Told({ row, onLeave }: { readonly row: Row | undefined; readonly onLeave: () => void }) {
  return (
    <div className="flex min-h-16 shrink-0 items-start gap-3 border-t border-border bg-sunken px-3 py-2">
      <p className="min-w-0 flex-1 text-row break-words text-muted" aria-live="polite">
        {row === undefined
          ? 'Choose a line to read it in full.'
          : row.kind === 'change'
            ? sentenceOf(row.notice)
            : `${row.label}: ${countWords(row.counts)}.`}
      </p>
      {row?.object && (
        <Button size="small" onClick={onLeave}>
          Show on the canvas
        </Button>
      )}
    </div>
  )
}

export function Changes({ outlook, onLeave }: { readonly outlook: Outlook; readonly onLeave: () => void }) {
  const { schema, notices } = outlook
  const [level, setLevel] = useState<LevelChoice>('all')
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<string>()
  const counts = useMemo(() => countLevels(notices), [notices])
  const groups = useMemo(() => groupsOf(schema, notices), [schema, notices])
  const rows = useMemo(() => changeRows(groups, { level, closed }), [groups, level, closed])
  const row = rows.find(({ id }) => id === chosen)
  const choose = (id: string | undefined) => {
    setChosen(id)
    const next = rows.find((one) => one.id === id)
    if (next?.object) reveal.object(next.object, next.kind === 'change' ? next.notice.part : undefined)
  }
  const present = levels.filter((one) => counts[one] > 0)
  return (
    <>
      <header className="flex flex-wrap items-center gap-2 border-b border-border px-3 py-2">
        <h3 className="mr-auto font-medium">
          {number(notices.length)} {notices.length === 1 ? 'change' : 'changes'} in {number(groups.length)}{' '}
          {groups.length === 1 ? 'place' : 'places'}
        </h3>
        {present.length > 1 && (
          <ToggleGroup<LevelChoice>
            label="Which changes"
            value={level}
            options={[
              { value: 'all', label: 'All' },
              ...present.map((value) => ({
                value,
                label: `${number(counts[value])} ${levelWords[value]}`,
              })),
            ]}
            onChange={setLevel}
          />
        )}
      </header>
      <Tree
        label="What changes"
        rows={rows}
        selectedIds={new Set(chosen === undefined ? [] : [chosen])}
        onSelect={([id]) => choose(id)}
        onActivate={(one) => {
          if (!one.object) return
          choose(one.id)
          onLeave()
          lookAt({ kind: 'flyTo', object: one.object })
        }}
        onToggle={({ id }) => {
          setClosed((set) =>
            set.has(id) ? new Set([...set].filter((one) => one !== id)) : new Set([...set, id]),
          )
        }}
        renderRow={(one) => <Face row={one} />}
        className="min-h-0 flex-1 py-1"
      />
      <Told
        row={row}
        onLeave={() => {
          onLeave()
          if (row?.object) lookAt({ kind: 'flyTo', object: row.object })
        }}
      />
    </>
  )
}
