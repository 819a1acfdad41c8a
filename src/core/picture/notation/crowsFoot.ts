// Crow's foot: next to the table the most (a bar for one, three toes for many), behind it the least (a ring for none,
// a bar for one).
import type { EndCardinality } from '../../model/cardinality'
import { bar, dashOfSketch, foot, type EndMark, type Notation } from './notation'

const ring = { radius: 3.5, behindFoot: 16, behindBar: 12.5 }
const bars = { most: 6, least: 11, behindFoot: 16 }

export function crowsFootMarks({ min, max }: EndCardinality): readonly EndMark[] {
  if (max === 'many') {
    return [
      foot,
      min === 0 ? { kind: 'ring', x: ring.behindFoot, radius: ring.radius } : bar(bars.behindFoot),
    ]
  }
  return [
    bar(bars.most),
    min === 0 ? { kind: 'ring', x: ring.behindBar, radius: ring.radius } : bar(bars.least),
  ]
}

export const crowsFoot: Notation = {
  id: 'crowsFoot',
  endMarks: ({ cardinality }, end) => crowsFootMarks(cardinality[end]),
  dash: dashOfSketch,
}
