import { expect, it } from 'vitest'
import type { Edit } from '../core/model/edit'
import { isSetApart } from './glide'

const move = (id: string, field: 'x' | 'y', by: number): Edit => ({
  kind: 'placement',
  id: `pl_${id}`,
  field,
  before: 10,
  after: 10 + by,
})

it('tells an automatic layout from a drag of many', () => {
  const dragged = ['a', 'b', 'c'].flatMap((id) => [move(id, 'x', 40), move(id, 'y', -8)])
  const arranged = [move('a', 'x', 40), move('b', 'x', 200), move('c', 'y', 16)]
  expect([isSetApart(dragged), isSetApart(arranged)]).toEqual([false, true])
})
