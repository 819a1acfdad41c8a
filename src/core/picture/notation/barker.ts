// Barker: each half of a line speaks of the table that it starts from. Solid: every one of its rows takes part; dashed:
// it may. A crow's foot stands where there may be many, a bar where the relationship is part of the identity.
import type { LineMeaning } from '../../layout/lines'
import { bar, foot, otherEnd, type Dash, type End, type EndMark, type Notation } from './notation'

const may: Dash = [5, 4]
const sketched: Dash = [2, 3.5]

function endMarks({ cardinality, isIdentifying }: LineMeaning, end: End): readonly EndMark[] {
  const marks: EndMark[] = cardinality[end].max === 'many' ? [foot] : []
  if (end === 'child' && isIdentifying) marks.push(bar(17))
  return marks
}

export const barker: Notation = {
  id: 'barker',
  endMarks,
  // How few there must be at the other end is what binds the rows of this one.
  dash: ({ cardinality, isSketch }, end) =>
    isSketch ? sketched : cardinality[otherEnd[end]].min === 0 ? may : undefined,
}
