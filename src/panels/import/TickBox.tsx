import { Check, Minus } from 'lucide-react'
import { cx } from '../../ui'

/** The tick of a row, for the pointer; on the keyboard it is the space bar, and the row itself says whether it is on. */
export function TickBox({
  isOn,
  isMixed = false,
  onToggle,
}: {
  readonly isOn: boolean
  readonly isMixed?: boolean
  readonly onToggle: () => void
}) {
  return (
    <span
      aria-hidden="true"
      data-tick
      onClick={(event) => {
        event.stopPropagation()
        onToggle()
      }}
      className={cx(
        'mr-1 flex size-4 shrink-0 items-center justify-center rounded-small border [&_svg]:size-3 [&_svg]:stroke-3',
        isOn || isMixed ? 'border-accent bg-accent text-on-accent' : 'border-control bg-surface',
      )}
    >
      {isMixed ? <Minus /> : isOn && <Check />}
    </span>
  )
}
