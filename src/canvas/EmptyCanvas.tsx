// Nothing is there yet: the first step, said once, in the middle of the table.
import { Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { canvasPort } from '../state/camera'
import { useDocument } from '../state/document'
import { useView } from '../state/view'
import { EmptyState, Kbd } from '../ui'
import { createAt } from './gestures/create'

const addFirst = (): void => {
  const middle = canvasPort.getState().port?.middle()
  if (middle) createAt('table', middle)
}

export function EmptyCanvas({ actions }: { readonly actions: ReactNode }) {
  const isSelecting = useView(({ mode }) => mode.kind === 'select')
  const isReadOnly = useDocument((state) => state.isReadOnly)
  if (!isSelecting || isReadOnly) return null
  return (
    <div className="pointer-events-none absolute inset-0 flex items-center justify-center">
      <div className="pointer-events-auto" data-floating>
        <EmptyState
          icon={<Table2 aria-hidden />}
          title="Draw your first table"
          text={
            <>
              Double-click anywhere, press <Kbd shortcut="T" />, or drag one from the palette on the left.
              Type a name, then its columns: name, Tab, type, Enter.
            </>
          }
          action={{ label: 'Add table', onAction: addFirst, shortcut: 'T' }}
        >
          {actions}
        </EmptyState>
      </div>
    </div>
  )
}
