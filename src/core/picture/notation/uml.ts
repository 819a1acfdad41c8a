// UML class diagrams: multiplicities in words of their own, read across the line; a part that cannot be told without its
// whole hangs at a filled diamond (composition).
import type { LineMeaning } from '../../layout/lines'
import type { EndCardinality } from '../../model/cardinality'
import { dashOfSketch, diamond, type End, type EndMark, type Notation } from './notation'

export function multiplicity({ min, max }: EndCardinality): string {
  if (max === 'many') return min === 0 ? '0..*' : '1..*'
  return min === 0 ? '0..1' : '1'
}

function endMarks(meaning: LineMeaning, end: End): readonly EndMark[] {
  const text = multiplicity(meaning.cardinality[end])
  const isWhole = end === 'parent' && meaning.isIdentifying
  return isWhole
    ? [
        { kind: 'shape', commands: diamond(16, 5), isFilled: true },
        { kind: 'text', text, x: 20 },
      ]
    : [{ kind: 'text', text, x: 6 }]
}

export const uml: Notation = { id: 'uml', endMarks, dash: dashOfSketch }
