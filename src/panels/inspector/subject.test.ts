import { expect, test } from 'vitest'
import { describeMany, sharedValue, subjectOf } from './subject'

test('one selected thing is the subject, several are shown together', () => {
  expect(subjectOf(new Set())).toEqual({ kind: 'nothing' })
  expect(subjectOf(new Set(['t_1']))).toEqual({ kind: 'table', id: 't_1' })
  expect(subjectOf(new Set(['r_1']))).toEqual({ kind: 'relation', id: 'r_1' })
  expect(subjectOf(new Set(['a_1', 'n_1']))).toEqual({ kind: 'many', ids: ['a_1', 'n_1'] })
})

test('several things are counted by kind', () => {
  expect(describeMany(['t_1', 't_2', 'n_1', 'a_1', 'a_2'])).toBe('2 tables, 1 note, 2 subject areas')
})

test('a value is shared when all have it', () => {
  expect(sharedValue(['a', 'a'])).toEqual({ value: 'a', isMixed: false })
  expect(sharedValue(['a', 'b'])).toEqual({ value: undefined, isMixed: true })
})
