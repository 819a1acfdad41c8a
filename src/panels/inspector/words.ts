// How many, in words.
import type { EndCardinality } from '../../core/model/cardinality'

export const howMany = ({ min, max }: EndCardinality): string => {
  if (max === 1) return min === 1 ? 'exactly one' : 'zero or one'
  return min === 1 ? 'one or more' : 'zero or more'
}
