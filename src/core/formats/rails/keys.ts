// Indexes, checks and foreign keys, said inside a table or behind it.
import type { ReferentialAction } from '../../model/records'
import type { ConstraintFacts, ForeignKeyFacts, IndexFacts, PartFacts, Spot } from '../sql/statement'
import { isFalse, isTrue, numberOf, perColumn, textOf, textsOf, type Options } from './options'
import type { Value } from './parse'

/** Splits at commas that stand in no brackets and in no quotes. */
export function splitList(text: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let quote = ''
  let from = 0
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i] ?? ''
    if (quote !== '') quote = letter === quote ? '' : quote
    else if (letter === "'" || letter === '"') quote = letter
    else if (letter === '(') depth += 1
    else if (letter === ')') depth -= 1
    else if (letter === ',' && depth === 0) {
      parts.push(text.slice(from, i).trim())
      from = i + 1
    }
  }
  return [...parts, text.slice(from).trim()].filter((part) => part !== '')
}

const tail = /\s+(?:(asc|desc)\b)?\s*(?:nulls\s+(first|last))?$/i

/** A piece of an index that Rails printed as SQL: `lower(name) DESC`. */
function expressionPart(text: string): PartFacts {
  const found = tail.exec(text)
  const bare = found && found[0].trim() !== '' ? text.slice(0, found.index) : text
  const sort = found?.[1]?.toLowerCase()
  const nulls = found?.[2]?.toLowerCase()
  return {
    on: /^\w+$/.test(bare) ? { column: bare } : { expression: bare },
    ...((sort === 'asc' || sort === 'desc') && { sort }),
    ...((nulls === 'first' || nulls === 'last') && { nulls }),
  }
}

function columnPart(column: string, options: Options): PartFacts {
  const order = textOf(perColumn(options.get('order'), column))?.toLowerCase() ?? ''
  const sort = /\b(asc|desc)\b/.exec(order)?.[1]
  const nulls = /nulls (first|last)/.exec(order)?.[1]
  const operatorClass = textOf(perColumn(options.get('opclass'), column))
  const length = numberOf(perColumn(options.get('length'), column))
  return {
    on: { column },
    ...((sort === 'asc' || sort === 'desc') && { sort }),
    ...((nulls === 'first' || nulls === 'last') && { nulls }),
    ...(operatorClass !== undefined && { operatorClass }),
    ...(length !== undefined && { length }),
  }
}

/** More than a name: SQL as Rails printed it. */
const expressionOf = (value: Value | undefined): string | undefined =>
  value?.kind === 'string' && !/^\w+$/.test(value.text) ? value.text : undefined

export function indexFacts(on: Value | undefined, options: Options, table: string): IndexFacts {
  const expression = expressionOf(on)
  const parts =
    expression === undefined
      ? textsOf(on).map((column) => columnPart(column, options))
      : splitList(expression).map(expressionPart)
  const columns = parts.map((part) => ('column' in part.on ? part.on.column : 'expression'))
  const where = textOf(options.get('where'))
  const comment = textOf(options.get('comment'))
  const kind = textOf(options.get('type'))
  const include = textsOf(options.get('include'))
  return {
    name: textOf(options.get('name')) ?? `index_${table}_on_${columns.join('_and_')}`,
    unique: isTrue(options.get('unique')),
    method: kind === 'fulltext' || kind === 'spatial' ? kind : (textOf(options.get('using')) ?? ''),
    parts,
    ...(include.length > 0 && { include }),
    ...(where !== undefined && { where }),
    ...(isTrue(options.get('nulls_not_distinct')) && { nullsNotDistinct: true }),
    ...(isFalse(options.get('enabled')) && { invisible: true }),
    ...(comment !== undefined && { comment }),
  }
}

const actions: Readonly<Record<string, ReferentialAction>> = {
  cascade: 'cascade',
  nullify: 'setNull',
  restrict: 'restrict',
}

export function deferrableOf(options: Options): Pick<ForeignKeyFacts, 'deferrable'> {
  const given = options.get('deferrable')
  if (isTrue(given) || textOf(given) === 'immediate') return { deferrable: 'initiallyImmediate' }
  return textOf(given) === 'deferred' ? { deferrable: 'initiallyDeferred' } : {}
}

const irregular: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['mice', 'mouse'],
  ['geese', 'goose'],
  ['feet', 'foot'],
  ['data', 'datum'],
  ['media', 'medium'],
  ['criteria', 'criterion'],
  ['indices', 'index'],
  ['vertices', 'vertex'],
  ['matrices', 'matrix'],
  ['oxen', 'ox'],
  ['movies', 'movie'],
  ['shoes', 'shoe'],
])

/** What one row of a table may be called; the child's columns decide which it is. */
export function singulars(table: string): readonly string[] {
  const [, head = '', last = ''] = /^(.*?)([^_.]*)$/s.exec(table.replace(/^.*\./, '')) ?? []
  const words = [irregular.get(last) ?? '']
  if (/ies$/.test(last)) words.push(last.replace(/ies$/, 'y'))
  if (/ves$/.test(last)) words.push(last.replace(/ves$/, 'f'), last.replace(/ves$/, 'fe'))
  if (/es$/.test(last)) words.push(last.replace(/s$/, ''), last.replace(/es$/, ''), last.replace(/es$/, 'is'))
  if (/s$/.test(last) && !/ss$/.test(last)) words.push(last.replace(/s$/, ''))
  words.push(last)
  return [...new Set(words.filter((word) => word !== ''))].map((word) => head + word)
}

export interface ForeignKeyWish {
  readonly child: string
  readonly columns: ReadonlySet<string>
  readonly parent: string
  readonly options: Options
  readonly at: Spot
}

/** Undefined: no column of the child can be the one that is meant. */
export function foreignKeyFacts({
  columns,
  parent,
  options,
  at,
}: ForeignKeyWish): ForeignKeyFacts | undefined {
  const given = textsOf(options.get('column'))
  const usual = singulars(parent).find((word) => columns.has(`${word}_id`))
  if (given.length === 0 && usual === undefined) return undefined
  const [schema, name] = parent.includes('.')
    ? [parent.split('.')[0], parent.split('.')[1] ?? '']
    : [undefined, parent]
  const parentColumns = textsOf(options.get('primary_key'))
  const onDelete = actions[textOf(options.get('on_delete')) ?? '']
  const onUpdate = actions[textOf(options.get('on_update')) ?? '']
  return {
    kind: 'foreignKey',
    name: textOf(options.get('name')) ?? '',
    columns: given.length > 0 ? given : [`${usual ?? ''}_id`],
    parent: { name, ...(schema !== undefined && { schema }) },
    ...(parentColumns.length > 0 && { parentColumns }),
    ...(onDelete && { onDelete }),
    ...(onUpdate && { onUpdate }),
    ...deferrableOf(options),
    ...(isFalse(options.get('validate')) && { state: 'notValidated' }),
    at,
  }
}

export function checkFacts(expression: string, options: Options, at: Spot): ConstraintFacts {
  return {
    kind: 'check',
    name: textOf(options.get('name')) ?? '',
    expression,
    ...(isFalse(options.get('validate')) && { state: 'notValidated' }),
    at,
  }
}

export function exclusionFacts(text: string, options: Options, at: Spot): ConstraintFacts {
  const where = textOf(options.get('where'))
  return {
    kind: 'exclusion',
    name: textOf(options.get('name')) ?? '',
    method: textOf(options.get('using')) ?? 'gist',
    parts: splitList(text).map((part) => {
      const [, left = part, operator = '='] = /^(.*)\s+with\s+(\S+)$/is.exec(part) ?? []
      return { ...expressionPart(left), operator }
    }),
    ...(where !== undefined && { where }),
    ...deferrableOf(options),
    at,
  }
}
