import { inWords } from '../../../core/model/inWords'
import type { Relation } from '../../../core/model/records'
import { useDocument } from '../../../state/document'

/** The sentences of a relation, from its child and from its parent; of a junction also those of what it joins. */
export function useAloud(relation: Relation): readonly string[] {
  // One string keeps the answer equal for as long as nothing about it changes.
  const all = useDocument(({ schema }) => inWords(schema, relation).join('\n'))
  return all.split('\n')
}
