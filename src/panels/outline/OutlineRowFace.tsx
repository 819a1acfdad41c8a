import { CirclePlus, Code, Database, Eye, EyeOff, KeyRound, List, Table2, View } from 'lucide-react'
import type { MouseEvent } from 'react'
import { hideInDiagram, showInDiagram } from '../../state/placing'
import { IconButton } from '../../ui'
import { useReadOnly } from './readOnly'
import type { ObjectRow, OutlineRow } from './outlineRows'

const icons = { table: Table2, view: View, enum: List } as const

const presenceWords = {
  hidden: ', hidden in this diagram',
  absent: ', not in this diagram',
  shown: '',
} as const

/** Whether the diagram shows it, and the button that turns it. On the keyboard that is H, and Insert. */
function Presence({ row }: { readonly row: ObjectRow }) {
  const isReadOnly = useReadOnly()
  const { presence, object } = row
  const act = (run: () => void) => (event: MouseEvent) => {
    event.stopPropagation()
    run()
  }
  if (isReadOnly) {
    return presence === 'shown' ? (
      <span className="text-small text-faint tabular-nums">{row.count}</span>
    ) : (
      <EyeOff aria-hidden="true" className="size-3 text-faint" />
    )
  }
  if (presence === 'shown') {
    return (
      <>
        <span className="text-small text-faint tabular-nums group-hover/outline:hidden">{row.count}</span>
        <span className="-mr-1 hidden group-hover/outline:flex">
          <IconButton
            size="small"
            label={`Hide ${row.label} in this diagram`}
            icon={<Eye />}
            tabIndex={-1}
            onClick={act(() => hideInDiagram([object]))}
          />
        </span>
      </>
    )
  }
  return (
    <IconButton
      size="small"
      label={`Show ${row.label} in this diagram`}
      icon={presence === 'hidden' ? <EyeOff /> : <CirclePlus />}
      tabIndex={-1}
      onClick={act(() => showInDiagram([object]))}
      className="-mr-1"
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
  if (row.kind === 'sql' || row.kind === 'database') {
    return (
      <>
        {row.kind === 'sql' ? (
          <Code aria-hidden className="size-4 shrink-0 text-faint" />
        ) : (
          <Database aria-hidden className="size-4 shrink-0 text-faint" />
        )}
        <span className="min-w-0 grow truncate">{row.label || 'Without a name'}</span>
        <span className="max-w-24 truncate text-small text-faint">{row.detail}</span>
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
      <span className="sr-only">{presenceWords[row.presence]}</span>
      <Presence row={row} />
    </>
  )
}
