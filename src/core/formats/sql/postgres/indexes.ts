import type { IndexFacts } from '../statement'
import { bare, some, storage, unlessEmpty, type Ground, type Reading } from './ground'
import { readPart } from './parts'
import { bodies, flag, node, number, relation, text, type Node } from './nodes'

export function createIndex(statement: Node, ground: Ground): readonly Reading[] {
  const { words, dialect } = ground
  const table = node(statement, 'relation')
  const from = words.behindName(words.indexAt(number(table, 'location')))
  const open = words.find(from, words.length, '(')
  const pieces = words.inside(open)
  const where = words.find(words.close(open) + 1, words.length, 'WHERE')
  const method = text(statement, 'accessMethod')
  const space = text(statement, 'tableSpace')
  const options = [
    ...storage(statement, 'options', ground),
    ...(space === '' || space === 'pg_default' ? [] : [{ dialect, name: 'tablespace', value: space }]),
  ]
  const include = bodies(statement, 'indexIncludingParams', 'IndexElem').map((part) => text(part, 'name'))
  const index: IndexFacts = {
    name: text(statement, 'idxname'),
    unique: flag(statement, 'unique'),
    // What nobody writes is what pg_dump writes out.
    method: method === 'btree' ? '' : method,
    parts: bodies(statement, 'indexParams', 'IndexElem').map((part, i) =>
      readPart(part, pieces[i] ?? [0, 0], ground),
    ),
    ...some('include', unlessEmpty(include)),
    ...some('where', where < words.length ? bare(words, where + 1, words.length) : undefined),
    ...(flag(statement, 'nulls_not_distinct') ? { nullsNotDistinct: true } : {}),
    ...some('options', unlessEmpty(options)),
  }
  const ifNotExists = flag(statement, 'if_not_exists') ? { ifNotExists: true } : {}
  return [{ kind: 'createIndex', on: relation(table), index, ...ifNotExists }]
}
