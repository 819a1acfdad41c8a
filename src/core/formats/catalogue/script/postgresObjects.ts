// Types, sequences and aggregates of PostgreSQL.
import { isOn, maybe, rowsOf, textOf, textsOf, type Facts } from '../facts'
import { commentOn, id, named } from './postgresNames'
import { block, string, words } from './words'

const largest: Readonly<Record<string, string>> = {
  smallint: '32767',
  integer: '2147483647',
  bigint: '9223372036854775807',
}

/** What it says that a plain one does not say. */
export function sequence(facts: Facts): string {
  const max = textOf(facts, 'max')
  const isUp = !textOf(facts, 'step').startsWith('-')
  const min = textOf(facts, 'min')
  const isUsualMax = isUp ? Object.values(largest).includes(max) : max === '-1'
  const isUsualMin = isUp ? min === '1' : /^-(?:32768|2147483648|9223372036854775808)$/.test(min)
  return words(
    `START WITH ${textOf(facts, 'start')}`,
    `INCREMENT BY ${textOf(facts, 'step')}`,
    isUsualMin ? 'NO MINVALUE' : `MINVALUE ${min}`,
    isUsualMax ? 'NO MAXVALUE' : `MAXVALUE ${max}`,
    `CACHE ${textOf(facts, 'cache')}`,
    isOn(facts, 'cycle') && 'CYCLE',
  )
}

const collate = (facts: Facts): string | undefined =>
  maybe(facts, 'collation') === undefined ? undefined : `COLLATE ${textOf(facts, 'collation')}`

function domain(facts: Facts): string {
  const checks = rowsOf(facts, 'checks').map(
    (one) => `CONSTRAINT ${id(textOf(one, 'name'))} ${textOf(one, 'is')}`,
  )
  const isValid = (check: string) => !check.endsWith(' NOT VALID')
  return words(
    `CREATE DOMAIN ${named(facts)} AS ${textOf(facts, 'type')}`,
    collate(facts),
    maybe(facts, 'default') !== undefined && `DEFAULT ${textOf(facts, 'default')}`,
    isOn(facts, 'notNull') && 'NOT NULL',
    ...checks.filter(isValid),
  )
}

const field = (facts: Facts): string =>
  words(id(textOf(facts, 'name')), textOf(facts, 'type'), collate(facts))

function made(facts: Facts): string {
  switch (textOf(facts, 'kind')) {
    case 'e':
      return `CREATE TYPE ${named(facts)} AS ENUM ${block(textsOf(facts, 'labels').map(string))}`
    case 'd':
      return domain(facts)
    case 'r':
      return `CREATE TYPE ${named(facts)} AS RANGE (SUBTYPE = ${textOf(facts, 'subtype')})`
    default:
      return `CREATE TYPE ${named(facts)} AS ${block(rowsOf(facts, 'fields').map(field))}`
  }
}

export function type(facts: Facts): readonly string[] {
  const what = textOf(facts, 'kind') === 'd' ? 'DOMAIN' : 'TYPE'
  const unchecked = rowsOf(facts, 'checks').filter((one) => textOf(one, 'is').endsWith(' NOT VALID'))
  return [
    made(facts),
    ...unchecked.map(
      (one) => `ALTER DOMAIN ${named(facts)} ADD CONSTRAINT ${id(textOf(one, 'name'))} ${textOf(one, 'is')}`,
    ),
    ...commentOn(`${what} ${named(facts)}`, facts),
  ]
}

export function aggregate(signature: string, facts: Facts): string {
  const said = Object.keys(facts).map((name) => `${name} = ${textOf(facts, name)}`)
  return `CREATE AGGREGATE ${signature} ${block(said)}`
}
