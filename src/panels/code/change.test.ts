import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeBetween } from './change'

const applied = (before: string, after: string): string => {
  const change = changeBetween(before, after)
  return change ? before.slice(0, change.from) + change.insert + before.slice(change.to) : before
}

test('a change makes the one text the other, whatever they share', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') })
  fc.assert(fc.property(text, text, (before, after) => applied(before, after) === after))
})

test('a change touches only what differs', () => {
  expect(changeBetween('name text, age int', 'name varchar, age int')).toEqual({
    from: 5,
    to: 9,
    insert: 'varchar',
  })
})

test('equal texts need no change', () => {
  expect(changeBetween('same', 'same')).toBeUndefined()
})
