// Columns and types of SQL Server, from sys.columns and sys.types.
import { isOn, maybe, textOf, type Facts } from '../facts'
import { id, named } from './sqlserverWords'
import { words } from './words'

const sized = /^(?:n?(?:var)?char|(?:var)?binary)$/
const wide = /^n(?:var)?char$/
const fractional = /^(?:datetime2|datetimeoffset|time)$/

/** The length is counted in bytes; -1 is what people call max. */
function argument(type: string, facts: Facts): string {
  if (sized.test(type)) {
    const bytes = Number(textOf(facts, 'length'))
    return bytes < 0 ? '(max)' : `(${String(wide.test(type) ? bytes / 2 : bytes)})`
  }
  if (/^(?:decimal|numeric)$/.test(type)) return `(${textOf(facts, 'precision')}, ${textOf(facts, 'scale')})`
  // Seven digits are what holds when nothing is said.
  if (fractional.test(type)) return textOf(facts, 'scale') === '7' ? '' : `(${textOf(facts, 'scale')})`
  return type === 'float' && textOf(facts, 'precision') === '24' ? '(24)' : ''
}

function typeOf(facts: Facts): string {
  const type = textOf(facts, 'type')
  const schema = maybe(facts, 'typeSchema')
  return schema === undefined ? type + argument(type, facts) : named({ schema, name: type })
}

export const domain = (facts: Facts): string =>
  words(
    `CREATE TYPE ${named(facts)} FROM ${textOf(facts, 'type')}${argument(textOf(facts, 'type'), facts)}`,
    isOn(facts, 'nullable') ? 'NULL' : 'NOT NULL',
  )

const rows: Readonly<Record<string, string>> = { '1': 'ROW START', '2': 'ROW END' }

function counting(facts: Facts): string | undefined {
  const seed = maybe(facts, 'seed')
  if (seed === undefined) return undefined
  const silent = isOn(facts, 'notForReplication') && 'NOT FOR REPLICATION'
  return words(`IDENTITY(${seed},${textOf(facts, 'step')})`, silent)
}

export function columnLine(facts: Facts): string {
  const name = id(textOf(facts, 'name'))
  const computed = maybe(facts, 'computed')
  const isRequired = !isOn(facts, 'nullable')
  if (computed !== undefined)
    return words(
      name,
      `AS ${computed}`,
      isOn(facts, 'persisted') && words('PERSISTED', isRequired && 'NOT NULL'),
    )
  const row = rows[textOf(facts, 'always')]
  const defaultName = maybe(facts, 'defaultName')
  return words(
    name,
    typeOf(facts),
    maybe(facts, 'collation') !== undefined && `COLLATE ${textOf(facts, 'collation')}`,
    isOn(facts, 'sparse') && 'SPARSE',
    counting(facts),
    row !== undefined && words(`GENERATED ALWAYS AS ${row}`, isOn(facts, 'hidden') && 'HIDDEN'),
    isOn(facts, 'rowGuid') && 'ROWGUIDCOL',
    isRequired ? 'NOT NULL' : 'NULL',
    maybe(facts, 'default') !== undefined &&
      words(
        defaultName !== undefined && `CONSTRAINT ${id(defaultName)}`,
        `DEFAULT ${textOf(facts, 'default')}`,
      ),
  )
}
