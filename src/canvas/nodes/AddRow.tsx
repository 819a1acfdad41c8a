// Hangs below the one selected table: the next column is a click away, and the box of the table stays what it is.
import { Plus } from 'lucide-react'
import type { DrawnTable } from '../project'
import { edit } from './editing'

export function AddRow({ drawn }: { readonly drawn: DrawnTable }) {
  const label = drawn.kind === 'enum' ? 'Add value' : 'Add column'
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={() => edit({ object: drawn.id, field: 'newRow' })}
      className="pointer-events-auto absolute top-full left-0 mt-1 flex h-6 items-center gap-1 rounded-control border border-border bg-raised pr-2 pl-1.5 text-small text-muted hover:text-text"
    >
      <Plus className="size-3" aria-hidden />
      {label}
    </button>
  )
}
