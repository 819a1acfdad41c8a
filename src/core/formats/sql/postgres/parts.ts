// The parts of indexes, exclusions and partition keys: a column or an expression, and how it is ordered.
import type { PartFacts } from '../statement'
import { bare, pathName, some, type Ground } from './ground'
import { has, list, strings, text, type Node } from './nodes'
import type { Words } from './words'

/** Where the expression of a part ends: behind its bracket, or behind the call that it is. */
function expressionEnd(words: Words, from: number, to: number): number {
  if (words.upper(from) === '(') return words.close(from) + 1
  const name = words.behindName(from)
  return Math.min(to, words.upper(name) === '(' ? words.close(name) + 1 : name)
}

/** gist_trgm_ops (siglen = 32): with its arguments. */
function operatorClassOf(element: Node, [from, to]: readonly [number, number], { words }: Ground) {
  const name = pathName(element, 'opclass')
  if (name === undefined || list(element, 'opclassopts').length === 0) return name
  const open = words.find(expressionEnd(words, from, to), to, '(')
  return open < to ? name + words.slice(open, words.close(open) + 1) : name
}

export function readPart(
  element: Node,
  range: readonly [from: number, to: number],
  ground: Ground,
): PartFacts {
  const { words } = ground
  const [from, to] = range
  const column = text(element, 'name')
  const collation = pathName(element, 'collation')
  const isDown = text(element, 'ordering') === 'SORTBY_DESC'
  const nulls = text(element, 'nulls_ordering')
  const isFirst = nulls === 'SORTBY_NULLS_FIRST'
  return {
    on: has(element, 'expr') ? { expression: bare(words, from, expressionEnd(words, from, to)) } : { column },
    ...(isDown ? { sort: 'desc' } : {}),
    // Descending begins with the nulls by itself, ascending ends with them.
    ...(nulls.endsWith('_FIRST') || nulls.endsWith('_LAST')
      ? isFirst === isDown
        ? {}
        : { nulls: isFirst ? 'first' : 'last' }
      : {}),
    ...some('operatorClass', operatorClassOf(element, range, ground)),
    ...(strings(element, 'collation').length > 0 && collation !== 'default'
      ? some('collation', collation)
      : {}),
  }
}
