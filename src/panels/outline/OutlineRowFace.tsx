import { CirclePlus, Eye, EyeOff, KeyRound, List, Table2 } from 'lucide-react'
import { IconButton } from '../../ui'
import type { ObjectRow, OutlineRow } from './outlineRows'
import { placeInDiagram } from './placing'

const icons = { table: Table2, view: Eye, enum: List } as const

function Presence({ row }: { readonly row: ObjectRow }) {
  if (row.presence === 'shown') return <span className="text-small text-faint tabular-nums">{row.count}</span>
  if (row.presence === 'hidden')
    return <EyeOff role="img" aria-label="Hidden in this diagram" className="size-3 text-faint" />
  return (
    <IconButton
      size="small"
      label={`Show ${row.label} in this diagram`}
      icon={<CirclePlus />}
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation()
        placeInDiagram([row.object])
      }}
    />
  )
}

export function OutlineRowFace({ row }: { readonly row: OutlineRow }) {
  if (row.kind === 'heading') {
    return (
      <>
        <span className="min-w-0 grow truncate font-medium text-muted">{row.label}</span>
        <span className="text-small text-faint tabular-nums">{row.count}</span>
      </>
    )
  }
  if (row.kind === 'part') {
    return (
      <>
        {row.isKey && <KeyRound role="img" aria-label="Key" className="size-3 shrink-0 text-faint" />}
        <span className="min-w-0 grow truncate">{row.label || 'Without a name'}</span>
        <span className="max-w-24 truncate text-small text-faint">{row.type}</span>
      </>
    )
  }
  const Icon = icons[row.objectKind]
  return (
    <>
      <Icon aria-hidden className="size-4 shrink-0 text-faint" />
      <span
        className={row.presence === 'shown' ? 'min-w-0 grow truncate' : 'min-w-0 grow truncate text-faint'}
      >
        {row.label || 'Without a name'}
      </span>
      <Presence row={row} />
    </>
  )
}
