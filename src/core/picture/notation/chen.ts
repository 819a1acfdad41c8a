// Chen: how many of each stand beside the ends ("1", "N", and "M" for the second of two); what must take part hangs at
// a double line. The diamond in the middle of the line, and the ovals of attributes, are drawn with the picture.
import type { LineMeaning } from '../../layout/lines'
import { dashOfSketch, otherEnd, type End, type EndMark, type Notation } from './notation'

function ratio({ cardinality }: LineMeaning, end: End): string {
  if (cardinality[end].max === 1) return '1'
  return end === 'parent' && cardinality.child.max === 'many' ? 'M' : 'N'
}

export const chen: Notation = {
  id: 'chen',
  endMarks: (meaning, end): readonly EndMark[] => [{ kind: 'text', text: ratio(meaning, end), x: 6 }],
  dash: dashOfSketch,
  // How few there must be at the other end is what binds the rows of this one.
  isDouble: ({ cardinality }, end) => cardinality[otherEnd[end]].min === 1,
  hasDiamond: true,
}
