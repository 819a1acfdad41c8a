// How a table of MySQL or MariaDB is cut, from information_schema.partitions.
import { grouped, inTurn, maybe, textOf, type Facts } from '../facts'
import { expression, id, literal, type Home } from './mysqlWords'
import { words } from './words'

function values(part: Facts, home: Home): string | undefined {
  const said = maybe(part, 'values')
  if (said === undefined) return undefined
  const text = expression(said, home)
  const method = textOf(part, 'method')
  if (/^LIST/.test(method)) return `VALUES IN (${text})`
  return text === 'MAXVALUE' && !method.includes('COLUMNS')
    ? 'VALUES LESS THAN MAXVALUE'
    : `VALUES LESS THAN (${text})`
}

function partition(rows: readonly Facts[], home: Home): string {
  const [first = {}] = rows
  const comment = textOf(first, 'comment')
  return words(
    `PARTITION ${id(textOf(first, 'name'))}`,
    values(first, home),
    comment !== '' && `COMMENT = ${literal(comment)}`,
  )
}

export function partitionsOf(rows: readonly Facts[], home: Home): string | undefined {
  const [any] = rows
  if (any === undefined) return undefined
  const parts = [...grouped(inTurn(inTurn(rows, 'subN')), 'n').values()]
  const by = (method: string, text: string) => `${method} (${expression(text, home)})`
  const sub = maybe(any, 'subMethod')
  const isCounted = /HASH|KEY/.test(textOf(any, 'method'))
  const subs = parts[0]?.length ?? 0
  return words(
    `PARTITION BY ${by(textOf(any, 'method'), textOf(any, 'by'))}`,
    isCounted && `PARTITIONS ${String(parts.length)}`,
    sub !== undefined && `SUBPARTITION BY ${by(sub, textOf(any, 'subBy'))} SUBPARTITIONS ${String(subs)}`,
    !isCounted && `(${parts.map((part) => partition(part, home)).join(', ')})`,
  )
}
