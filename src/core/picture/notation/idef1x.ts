// IDEF1X (FIPS 184): a dot at the child, with P for one or more, Z for none or one, 1 for exactly one and nothing for
// any number; a diamond at a parent that may be missing; a solid line where the parent's key lies within the child's.
import type { LineMeaning } from '../../layout/lines'
import { diamond, type Dash, type End, type EndMark, type Notation } from './notation'

const dot = 4
const nonIdentifying: Dash = [6, 4]
const sketched: Dash = [2, 3.5]

const letter = ({ cardinality }: LineMeaning, end: End): string => {
  const { min, max } = cardinality[end]
  if (max === 'many') return min === 0 ? '' : 'P'
  return min === 0 ? 'Z' : '1'
}

function endMarks(meaning: LineMeaning, end: End): readonly EndMark[] {
  const { min, max } = meaning.cardinality[end]
  if (end === 'child' || max === 'many') {
    const text = letter(meaning, end)
    const point: EndMark = { kind: 'ring', x: dot, radius: dot, isFilled: true }
    return text === '' ? [point] : [point, { kind: 'text', text, x: 11 }]
  }
  return min === 0 ? [{ kind: 'shape', commands: diamond(13, 5), isFilled: false }] : []
}

export const idef1x: Notation = {
  id: 'idef1x',
  endMarks,
  dash: ({ isIdentifying, isSketch, cardinality }) => {
    if (isSketch) return sketched
    // Many to many is the notation's "non-specific" relationship: always solid.
    return isIdentifying || cardinality.parent.max === 'many' ? undefined : nonIdentifying
  },
}
