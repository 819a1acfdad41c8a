import { expect, test } from 'vitest'
import { inLanes } from './lanes.mjs'

test('jobs start in order, never more than the lanes allow, and answer in order', async () => {
  const started: number[] = []
  let running = 0
  let most = 0
  const job = (index: number) => async () => {
    started.push(index)
    running += 1
    most = Math.max(most, running)
    // The first job ends last.
    for (let turn = 0; turn < 10 - index; turn += 1) await Promise.resolve()
    running -= 1
    return index
  }
  expect(await inLanes([0, 1, 2, 3, 4].map(job), 2)).toEqual([0, 1, 2, 3, 4])
  expect(started).toEqual([0, 1, 2, 3, 4])
  expect(most).toBe(2)
})
