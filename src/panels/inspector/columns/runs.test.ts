import { expect, test } from 'vitest'
import { runsOf } from './runs'

const ids = ['c_1', 'c_2', 'c_3'] as const

test('without open details all rows are one stretch', () => {
  expect(runsOf(ids, new Set())).toEqual([{ kind: 'rows', first: 0, count: 3 }])
  expect(runsOf([], new Set())).toEqual([])
})

test('details stand right behind their row, and the rows go on after them', () => {
  expect(runsOf(ids, new Set(['c_1', 'c_3'] as const))).toEqual([
    { kind: 'rows', first: 0, count: 1 },
    { kind: 'details', id: 'c_1' },
    { kind: 'rows', first: 1, count: 2 },
    { kind: 'details', id: 'c_3' },
  ])
})
