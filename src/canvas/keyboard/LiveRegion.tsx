// Says what the selection became, and what mode one is in, to those who do not see it.
import { useView } from '../../state/view'
import { describeSelection } from '../nodes/describe'
import { drawnOf, useStage } from '../stage'
import { useLive } from '../live'

const entityWords = {
  table: 'table',
  view: 'view',
  enum: 'enum',
  note: 'sticky note',
  area: 'subject area',
} as const

export function LiveRegion() {
  const selection = useView((state) => state.selection)
  const mode = useView((state) => state.mode)
  const isMarquee = useLive((state) => state.marquee !== undefined)
  const rubber = useLive((state) => state.rubber)
  const text = useStage(({ drawing }) => {
    if (isMarquee) return ''
    if (rubber?.refusal) return rubber.refusal
    if (rubber?.hint) return rubber.hint
    if (mode.kind === 'place')
      return `Choose where the ${entityWords[mode.entity]} goes. Enter puts it in the middle.`
    if (mode.kind === 'relate')
      return mode.from
        ? 'Choose the second table, then press Enter.'
        : 'Choose the first table, then press Enter.'
    // Before the first look at the document nothing can be said of it.
    if (drawing.schema.diagram.size === 0) return ''
    return describeSelection(drawing.schema, selection, drawnOf)
  })
  return (
    <div role="status" aria-live="polite" className="sr-only" data-live-region>
      {text}
    </div>
  )
}
