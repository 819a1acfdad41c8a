// What a line says while it stands forward: its name and what happens on delete and update.
import { memo } from 'react'
import type { RelationId } from '../../core/model/id'
import { actionsText } from '../../core/layout/lines'
import type { Relation } from '../../core/model/records'
import { useStage } from '../stage'
import { useRoutes } from './routes'

/** "fk_orders_user · delete cascade". */
export const labelOf = (relation: Relation): string =>
  [relation.name || relation.verbs.childToParent, actionsText(relation)]
    .filter((part) => part !== '')
    .join(' · ')

const LineLabel = memo(function LineLabel({ id }: { readonly id: RelationId }) {
  const at = useRoutes(({ moving, paths }) => (moving.get(id) ?? paths.get(id))?.labelAt)
  const relation = useStage(({ drawing }) => drawing.schema.relation.get(id))
  const label = relation ? labelOf(relation) : ''
  if (!at || label === '') return null
  return (
    <div
      className="diagram-text pointer-events-none absolute top-0 left-0 z-10 rounded-small bg-ground px-1 text-small leading-4 font-medium whitespace-pre text-text"
      style={{ transform: `translate(${at.x}px, ${at.y}px) translate(-50%, -50%)` }}
    >
      <bdi className="block max-w-60 truncate">{label}</bdi>
    </div>
  )
})

export function LineLabels({ lines }: { readonly lines: readonly RelationId[] }) {
  return lines.slice(0, 12).map((id) => <LineLabel key={id} id={id} />)
}
