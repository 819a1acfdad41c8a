// A column of MySQL or MariaDB, from information_schema.columns.
import { maybe, textOf, type Facts } from '../facts'
import { expression, id, literal, type Home } from './mysqlWords'
import { words } from './words'

/** MariaDB keeps SQL. MySQL keeps the bare value of a literal and says DEFAULT_GENERATED of an expression. */
function defaultOf(column: Facts, home: Home): string | undefined {
  const stored = maybe(column, 'default')
  if (stored === undefined) return undefined
  if (home.isMariadb) return stored === 'NULL' ? undefined : home.clean(stored)
  const isTime = /^CURRENT_TIMESTAMP(?:\(\d?\))?$/i.test(stored)
  if (isTime && /^(?:timestamp|datetime)/i.test(textOf(column, 'type'))) return stored
  if (/DEFAULT_GENERATED/i.test(textOf(column, 'extra'))) return `(${expression(stored, home)})`
  const isBare = /^(?:(?:big|medium|small|tiny)?int|integer|decimal|float|double|bit|year)\b/i.test(
    textOf(column, 'type'),
  )
  // The bytes of a binary default are shown as a number.
  const isBytes = /^(?:var)?binary\b/i.test(textOf(column, 'type')) && /^0x[0-9A-F]+$/i.test(stored)
  return isBare || isBytes ? stored : literal(stored)
}

function generated(column: Facts, home: Home): string | undefined {
  const text = textOf(column, 'as')
  if (text === '') return undefined
  const row = /^ROW (?:START|END)$/i.exec(text)
  if (row) return `GENERATED ALWAYS AS ${row[0].toUpperCase()}`
  const isStored = /\b(?:stored|persistent)\b/i.test(textOf(column, 'extra'))
  return `GENERATED ALWAYS AS (${expression(text, home)}) ${isStored ? 'STORED' : 'VIRTUAL'}`
}

function charset(column: Facts, table: Facts): string | undefined {
  const collation = textOf(column, 'collation')
  if (collation === '' || collation === textOf(table, 'collation')) return undefined
  return `CHARACTER SET ${textOf(column, 'charset')} COLLATE ${collation}`
}

export function columnLine(column: Facts, table: Facts, home: Home): string {
  const extra = textOf(column, 'extra')
  const as = generated(column, home)
  const value = as === undefined ? defaultOf(column, home) : undefined
  const onUpdate = /\bon update (\w+(?:\(\d?\))?)/i.exec(extra)?.[1]
  const comment = textOf(column, 'comment')
  const srid = maybe(column, 'srid')
  const isNull = textOf(column, 'nullable') === 'YES'
  const isTimestamp = /^timestamp\b/i.test(textOf(column, 'type'))
  return words(
    id(textOf(column, 'name')),
    textOf(column, 'type'),
    charset(column, table),
    as,
    isNull ? isTimestamp && as === undefined && 'NULL' : !(home.isMariadb && as !== undefined) && 'NOT NULL',
    srid !== undefined && `SRID ${srid}`,
    /\binvisible\b/i.test(extra) && 'INVISIBLE',
    value !== undefined && `DEFAULT ${value}`,
    onUpdate !== undefined && `ON UPDATE ${onUpdate}`,
    /\bauto_increment\b/i.test(extra) && 'AUTO_INCREMENT',
    comment !== '' && `COMMENT ${literal(comment)}`,
  )
}
