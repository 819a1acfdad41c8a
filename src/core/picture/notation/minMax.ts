// Min-max (Abrial, Merise): at each table, in how many relationships one of its rows takes part at least and at most.
// The numbers stand on the other side than in crow's foot: "(0,n)" at customers says that one customer has any number.
import type { LineMeaning } from '../../layout/lines'
import { dashOfSketch, otherEnd, type End, type EndMark, type Notation } from './notation'

function endMarks({ cardinality }: LineMeaning, end: End): readonly EndMark[] {
  const { min, max } = cardinality[otherEnd[end]]
  return [{ kind: 'text', text: `(${min},${max === 'many' ? 'n' : '1'})`, x: 6 }]
}

export const minMax: Notation = { id: 'minMax', endMarks, dash: dashOfSketch }
