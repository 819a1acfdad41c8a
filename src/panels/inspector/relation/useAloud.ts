import { cardinalityOf } from '../../../core/model/cardinality'
import { endsOf } from '../../../core/model/query'
import type { Relation } from '../../../core/model/records'
import { useDocument } from '../../../state/document'
import { readAloud } from '../words'

/** Both sentences of a relation, from its child and from its parent. */
export function useAloud(relation: Relation): readonly [string, string] {
  // One string keeps the answer equal for as long as nothing about it changes.
  const both = useDocument(({ schema }) => {
    const [a, b] = endsOf(relation)
    return readAloud({
      child: schema.table.get(a.table)?.name ?? '',
      parent: schema.table.get(b.table)?.name ?? '',
      cardinality: cardinalityOf(schema, relation),
      verbs: relation.verbs,
    }).join('\n')
  })
  const [toParent = '', toChild = ''] = both.split('\n')
  return [toParent, toChild]
}
