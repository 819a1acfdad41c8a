// Graphviz DOT: a node for each table with a port for each column, crow's feet as arrowheads.
import type { EndCardinality } from '../../model/cardinality'
import { projectOf, type Schema } from '../../model/schema'
import type { Written } from '../format'
import {
  oneLine,
  outlineOf,
  type OutlineColumn,
  type OutlineLine,
  type OutlineTable,
} from '../pictured/outline'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Within an HTML-like label; an empty cell must hold something. */
const html = (text: string): string =>
  oneLine(text).replace(/[&<>"]/g, (character) => entities[character] ?? '') || ' '

/** In a quoted string a backslash stands for an escape of its own (\N, \G, \n). */
const quoted = (text: string): string => `"${oneLine(text).replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`

function cell(column: OutlineColumn): string {
  const name = column.isKey ? `<U>${html(column.name)}</U>` : html(column.name)
  const facts = [
    column.isKey && 'PK',
    column.isForeign && 'FK',
    column.isUnique && 'U',
    column.isNullable && '?',
  ]
  const tail = html([column.type, ...facts].filter(Boolean).join(' '))
  const cells = `<TD ALIGN="LEFT" BORDER="0">${name}</TD><TD ALIGN="RIGHT" BORDER="0"><FONT COLOR="#667085">${tail}</FONT></TD>`
  return `<TR><TD PORT="${column.id}" BORDER="1" SIDES="B" COLOR="#e4e7ec"><TABLE BORDER="0" CELLSPACING="0" CELLPADDING="2"><TR>${cells}</TR></TABLE></TD></TR>`
}

function node(table: OutlineTable): string {
  const head = `<TR><TD BGCOLOR="#eef2f6"><B>${html(table.name)}</B></TD></TR>`
  const rows = table.columns.map(cell).join('')
  return `  ${table.id} [label=<<TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0" CELLPADDING="3" COLOR="#98a2b3" BGCOLOR="white">${head}${rows}</TABLE>>];`
}

function arrow({ min, max }: EndCardinality): string {
  return `${max === 'many' ? 'crow' : 'tee'}${min === 0 ? 'odot' : 'tee'}`
}

function edge({ child, parent, meaning, label }: OutlineLine): string {
  const port = (end: OutlineLine['child']) => {
    const [column] = end.columns
    return column ? `${end.table.id}:${column.id}` : end.table.id
  }
  const { cardinality, isSketch } = meaning
  const look = [`arrowtail=${arrow(cardinality.child)}`, `arrowhead=${arrow(cardinality.parent)}`]
  if (isSketch) look.push('style=dashed')
  if (oneLine(label) !== '') look.push(`label=${quoted(label)}`)
  return `  ${port(child)} -> ${port(parent)} [${look.join(', ')}];`
}

export function writeDot(schema: Schema): Written {
  const { tables, lines } = outlineOf(schema)
  const head = [
    `digraph ${quoted(projectOf(schema).name || 'schema')} {`,
    '  graph [rankdir=RL, nodesep=0.5, ranksep=1, fontname="Inter,Helvetica,Arial"];',
    '  node [shape=plain, fontname="Inter,Helvetica,Arial", fontsize=11];',
    '  edge [dir=both, color="#667085", fontname="Inter,Helvetica,Arial", fontsize=9];',
  ]
  return { text: `${[...head, ...tables.map(node), ...lines.map(edge), '}'].join('\n')}\n`, notices: [] }
}
