import { getIndentation, IndentContext, indentUnit } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { indent } from './indent'

/** How deep a line would stand that is begun at the bar. */
function depthAt(text: string, isDouble = false): number | null {
  const pos = text.indexOf('|')
  const state = EditorState.create({ doc: text.replace('|', ''), extensions: [indent, indentUnit.of('  ')] })
  return getIndentation(new IndentContext(state, { simulateBreak: pos, simulateDoubleBreak: isDouble }), pos)
}

test('a new line stands as deep as the one before, deeper behind a brace', () => {
  expect(depthAt('Table a {|')).toBe(2)
  expect(depthAt('Table a {|}', true)).toBe(2)
  expect(depthAt('Table a {\n  id int|')).toBe(2)
  expect(depthAt('Table a {\n  id int [|')).toBe(4)
  expect(depthAt('Table a {\n  id int\n|}')).toBe(0)
  expect(depthAt('Table a { // all\n|')).toBe(2)
})
