// What a line says while it stands forward: its name and what happens on delete and update.
import { memo } from 'react'
import type { RelationId } from '../../core/model/id'
import type { ReferentialAction, Relation } from '../../core/model/records'
import { useStage } from '../stage'
import { useRoutes } from './routes'

const actionWords: Readonly<Record<ReferentialAction, string>> = {
  noAction: 'no action',
  restrict: 'restrict',
  cascade: 'cascade',
  setNull: 'set null',
  setDefault: 'set default',
}

/** "fk_orders_user · on delete cascade". */
export function labelOf(relation: Relation): string {
  const verbs = relation.verbs.childToParent
  const parts = [relation.name || verbs]
  if (relation.kind === 'foreignKey') {
    if (relation.onDelete && relation.onDelete !== 'noAction')
      parts.push(`on delete ${actionWords[relation.onDelete]}`)
    if (relation.onUpdate && relation.onUpdate !== 'noAction')
      parts.push(`on update ${actionWords[relation.onUpdate]}`)
  }
  return parts.filter((part) => part !== '').join(' · ')
}

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
