import { expect, test } from 'vitest'
import { moved } from './ColumnList'
import { readTags } from './fields'
import { readOption } from './Options'

test('tags are told apart by commas, each once', () => {
  expect(readTags(' personal, encrypted ,, personal')).toEqual(['personal', 'encrypted'])
})

test('an option is a name with a value, or a bare word', () => {
  expect(readOption('fillfactor = 70')).toEqual({ name: 'fillfactor', value: '70' })
  expect(readOption('STRICT')).toEqual({ name: 'STRICT', value: '' })
  expect(readOption('comment=a=b')).toEqual({ name: 'comment', value: 'a=b' })
})

test('a member moves by one place and stays within the list', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
})
