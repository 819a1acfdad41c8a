// Comments of SQL Server are properties that hang on ids: of a schema, an object, a column of it, an index of it.
import { rowsOf, textOf, type Facts } from '../facts'
import { literal } from './sqlserverWords'

const levels: Readonly<Record<string, string>> = {
  V: 'VIEW',
  P: 'PROCEDURE',
  FN: 'FUNCTION',
  IF: 'FUNCTION',
  TF: 'FUNCTION',
}

type Place = readonly (readonly [kind: string, name: string])[]

/** Where everything is that may have a comment, by its id. */
function placesOf(facts: Facts): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  const add = (one: Facts, kind: string) =>
    places.set(textOf(one, 'id'), [
      ['SCHEMA', textOf(one, 'schema')],
      [kind, textOf(one, 'name')],
    ])
  for (const one of rowsOf(facts, 'tables')) add(one, 'TABLE')
  for (const one of rowsOf(facts, 'sequences')) add(one, 'SEQUENCE')
  for (const one of rowsOf(facts, 'modules')) {
    const kind = levels[textOf(one, 'type')]
    if (kind !== undefined) add(one, kind)
  }
  const inside = (one: Facts, on: string, kind: string) => {
    const home = places.get(textOf(one, on))
    if (home) places.set(textOf(one, 'id'), [...home, [kind, textOf(one, 'name')]])
  }
  for (const key of ['checks', 'foreignKeys', 'indexes'])
    for (const one of rowsOf(facts, key)) if (textOf(one, 'id') !== '') inside(one, 'of', 'CONSTRAINT')
  for (const one of rowsOf(facts, 'modules')) if (textOf(one, 'type') === 'TR') inside(one, 'on', 'TRIGGER')
  return places
}

export function commentsOf(facts: Facts): readonly string[] {
  const places = placesOf(facts)
  const part = (key: string, comment: Facts) =>
    rowsOf(facts, key).find(
      (one) => textOf(one, 'of') === textOf(comment, 'id') && textOf(one, 'n') === textOf(comment, 'part'),
    )
  const placeOf = (comment: Facts): Place | undefined => {
    const kind = textOf(comment, 'class')
    if (kind === '3') return [['SCHEMA', textOf(comment, 'schema')]]
    const home = places.get(textOf(comment, 'id'))
    if (!home || textOf(comment, 'part') === '0') return home
    const column = kind === '1' ? part('columns', comment) : undefined
    const index = kind === '7' ? part('indexes', comment) : undefined
    if (column) return [...home, ['COLUMN', textOf(column, 'name')]]
    return index && [...home, ['INDEX', textOf(index, 'name')]]
  }
  return rowsOf(facts, 'comments').flatMap((comment) => {
    const place = placeOf(comment)
    if (!place) return []
    const said = place.map(([kind, name]) => `${literal(kind)}, ${literal(name)}`)
    return [
      `EXEC sp_addextendedproperty N'MS_Description', ${literal(textOf(comment, 'text'))}, ${said.join(', ')}`,
    ]
  })
}
