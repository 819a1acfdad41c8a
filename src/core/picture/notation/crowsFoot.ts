// Crow's foot: next to the table the most (a bar for one, three toes for many), behind it the least (a ring for none,
// a bar for one).
import type { EndCardinality } from '../../model/cardinality'
import type { EndMark, Notation } from './notation'

const half = 5
const toes = { length: 12, half: 6 }
const ring = { radius: 3.5, behindFoot: 16, behindBar: 12.5 }
const bars = { most: 6, least: 11, behindFoot: 16 }

const bar = (x: number): EndMark => ({
  kind: 'stroke',
  commands: [
    ['M', x, -half],
    ['L', x, half],
  ],
})

const foot: EndMark = {
  kind: 'stroke',
  commands: [
    ['M', 0, -toes.half],
    ['L', toes.length, 0],
    ['L', 0, toes.half],
  ],
}

function endMarks({ min, max }: EndCardinality): readonly EndMark[] {
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

function words({ min, max }: EndCardinality): string {
  if (max === 'many') return min === 0 ? 'any number' : 'one or more'
  return min === 0 ? 'at most one' : 'exactly one'
}

export const crowsFoot: Notation = { id: 'crowsFoot', endMarks, words }
