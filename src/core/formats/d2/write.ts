// D2: a sql_table for each table, and crow's feet at the ends of each connection.
import type { EndCardinality } from '../../model/cardinality'
import type { Schema } from '../../model/schema'
import type { Written } from '../format'
import {
  oneLine,
  outlineOf,
  type OutlineColumn,
  type OutlineEnd,
  type OutlineLine,
  type OutlineTable,
} from '../pictured/outline'

/** Double quotes, so that no word of the language is meant; $ would begin a substitution. */
const quoted = (text: string): string =>
  `"${oneLine(text).replace(/[\\"$]/g, (character) => `\\${character}`)}"`

/** Columns are told apart by their names: one that is empty or there twice gets its place as a name. */
function columnKeys({ columns }: OutlineTable): ReadonlyMap<OutlineColumn, string> {
  const taken = new Set<string>()
  const keys = new Map<OutlineColumn, string>()
  for (const column of columns) {
    const name = oneLine(column.name)
    const key = name === '' || taken.has(name.toLowerCase()) ? `${name} (${column.id})`.trim() : name
    taken.add(key.toLowerCase())
    keys.set(column, key)
  }
  return keys
}

function table(outlined: OutlineTable): string {
  const keys = columnKeys(outlined)
  const rows = outlined.columns.map((column) => {
    const facts = [
      column.isKey && 'primary_key',
      column.isForeign && 'foreign_key',
      column.isUnique && 'unique',
    ].filter((fact) => fact !== false)
    const constraint = facts.length > 0 ? ` {constraint: [${facts.join('; ')}]}` : ''
    const type = `${column.type}${column.isNullable ? '?' : ''}`
    return `  ${quoted(keys.get(column) ?? column.id)}: ${quoted(type || ' ')}${constraint}`
  })
  return [
    `${outlined.id}: ${quoted(outlined.name || outlined.id)} {`,
    '  shape: sql_table',
    ...rows,
    '}',
  ].join('\n')
}

function arrow({ min, max }: EndCardinality): string {
  return `{shape: cf-${max === 'many' ? 'many' : 'one'}${min === 1 ? '-required' : ''}}`
}

function place({ table: outlined, columns: [column] }: OutlineEnd): string {
  return column ? `${outlined.id}.${quoted(columnKeys(outlined).get(column) ?? column.id)}` : outlined.id
}

function connection({ child, parent, meaning, label }: OutlineLine): string {
  const { cardinality, isSketch } = meaning
  const said = oneLine(label) === '' ? '' : ` ${quoted(label)}`
  return [
    `${place(child)} <-> ${place(parent)}:${said} {`,
    `  source-arrowhead: ${arrow(cardinality.child)}`,
    `  target-arrowhead: ${arrow(cardinality.parent)}`,
    ...(isSketch ? ['  style.stroke-dash: 4'] : []),
    '}',
  ].join('\n')
}

export function writeD2(schema: Schema): Written {
  const { tables, lines } = outlineOf(schema)
  return { text: `${[...tables.map(table), ...lines.map(connection)].join('\n')}\n`, notices: [] }
}
