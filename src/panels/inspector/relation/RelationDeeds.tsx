// What can be done with a relation as a whole.
import { ArrowLeftRight, PencilLine, Split } from 'lucide-react'
import { resolveLogical, toLogical, toManyToMany } from '../../../core/commands/manyToMany'
import { swapDirection } from '../../../core/commands/relation'
import type { Relation } from '../../../core/model/records'
import { Button } from '../../../ui'
import { useReadOnly } from '../current'
import { RefusalNote, useRefusal } from './refusal'

export function RelationDeeds({ relation }: { readonly relation: Relation }) {
  const { id } = relation
  const isReadOnly = useReadOnly()
  const { refusal, act, dismiss } = useRefusal()
  if (isReadOnly) return null
  const isSketch = relation.kind === 'logical'
  const isManyToMany = isSketch && relation.from.max === 'many' && relation.to.max === 'many'
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-1">
        {isSketch && (
          <Button
            size="small"
            variant="primary"
            icon={<Split />}
            onClick={() => act('Resolve relation', (cx) => resolveLogical(cx, id))}
          >
            {isManyToMany ? 'Make the junction table' : 'Make the foreign key'}
          </Button>
        )}
        <Button
          size="small"
          icon={<ArrowLeftRight />}
          onClick={() => act('Swap direction', (cx) => swapDirection(cx, id))}
        >
          Swap
        </Button>
        {!isSketch && (
          <>
            <Button
              size="small"
              icon={<Split />}
              onClick={() => act('Make many to many', (cx) => toManyToMany(cx, id))}
            >
              Many to many
            </Button>
            <Button
              size="small"
              icon={<PencilLine />}
              onClick={() => act('Make it a sketch', (cx) => toLogical(cx, id))}
            >
              Sketch
            </Button>
          </>
        )}
      </div>
      <RefusalNote refusal={refusal} onFix={act} onDismiss={dismiss} />
    </div>
  )
}
