import { ChangeSet } from '@codemirror/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedText, HeldText } from './heldText'

const change = fc.record({
  from: fc.nat(20),
  length: fc.nat(4),
  insert: fc.string({ unit: fc.constantFrom('x', 'y', '\n'), maxLength: 3 }),
})

/** In order and apart. */
const changes = fc.array(change, { maxLength: 4 }).map((list) => {
  let at = 0
  return [...list]
    .sort((a, b) => a.from - b.from)
    .flatMap(({ from, length, insert }) => {
      if (from < at || from > 20) return []
      const to = Math.min(20, from + length)
      at = to + 1
      return from === to && insert === '' ? [] : [{ from, to, insert }]
    })
})

const text = 'abcdefghijklmnopqrst'

test('the worker has the text that the editor has', () => {
  fc.assert(
    fc.property(changes, (list) => {
      const set = ChangeSet.of([...list], text.length)
      const held = new HeldText()
      held.take({ kind: 'whole', version: 1, text })
      const taken = held.take({ kind: 'changes', since: 1, version: 2, lists: [list] })
      expect(taken?.text).toBe(list.reduceRight((now, one) => changedText(now, [one]), text))
      expect(taken?.text.length).toBe(set.newLength)
    }),
  )
})

test('places are carried along as the editor carries them', () => {
  fc.assert(
    fc.property(changes, fc.nat(20), fc.constantFrom(-1 as const, 1 as const), (list, offset, assoc) => {
      const set = ChangeSet.of([...list], text.length)
      const held = new HeldText()
      held.take({ kind: 'whole', version: 1, text })
      const taken = held.take({ kind: 'changes', since: 1, version: 2, lists: [list] })
      expect(taken?.map?.(offset, assoc)).toBe(set.mapPos(offset, assoc))
    }),
  )
})

test('a text that the worker does not have is asked for', () => {
  const held = new HeldText()
  expect(held.take({ kind: 'changes', since: 1, version: 2, lists: [] })).toBeUndefined()
})
