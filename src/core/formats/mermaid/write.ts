// Mermaid's erDiagram. Its grammar knows few characters: what it cannot spell is spelled as near as it goes, told, and
// kept whole in the comment of the column.
import { leftEnd, rightEnd } from '../pictured/crowsFeet'
import type { Schema } from '../../model/schema'
import type { Notice, Written } from '../format'
import {
  oneLine,
  outlineOf,
  type OutlineColumn,
  type OutlineLine,
  type OutlineTable,
} from '../pictured/outline'

/** The lexer takes no escape within quotes, and none of these characters. */
const unquotable: Readonly<Record<string, string>> = { '"': '”', '%': '％', '\\': '＼', '#': '＃', ';': '；' }

const quoted = (text: string, fallback: string): string =>
  `"${oneLine(text).replace(/["%\\#;]/g, (character) => unquotable[character] ?? '') || fallback}"`

const word = /^[A-Za-z][A-Za-z0-9_]*$/
// Words of the language that would end a name.
const reserved = new Set(
  'erdiagram direction style class classdef title acctitle accdescr one many zero only to optionally u o tb bt lr rl'.split(
    ' ',
  ),
)

const isWord = (name: string): boolean => word.test(name) && !reserved.has(name.toLowerCase())

/** A type or a column: letters, digits, _ - [ ] ( ), beginning with a letter. */
function attributeWord(text: string, fallback: string): string {
  const kept = oneLine(text)
    .replace(/\s*,\s*/g, '-')
    .replace(/[^A-Za-z0-9_\-[\]()]+/g, '_')
  if (/^_*$/.test(kept)) return fallback
  return /^[A-Za-z]/.test(kept) ? kept : `_${kept}`.replace(/^_+/, 'x_')
}

class MermaidWriter {
  readonly notices: Notice[] = []

  private tell(table: OutlineTable, name: string): void {
    this.notices.push({
      level: 'warning',
      code: 'spelledOtherwise',
      about: table.about,
      message: `${table.name}: Mermaid has no way to spell "${oneLine(name)}"`,
      remedy: 'It is spelled as near as it goes.',
    })
  }

  private column(table: OutlineTable, column: OutlineColumn): string {
    const name = attributeWord(column.name, column.id)
    if (name !== column.name) this.tell(table, column.name)
    const keys = [column.isKey && 'PK', column.isForeign && 'FK', column.isUnique && 'UK'].filter(Boolean)
    const said = [name === column.name ? '' : column.name, column.comment].filter((part) => part !== '')
    const comment = said.length > 0 ? ` ${quoted(said.join(': '), ' ')}` : ''
    return `    ${attributeWord(column.type, 'unknown')} ${name}${keys.length > 0 ? ` ${keys.join(', ')}` : ''}${comment}`
  }

  nameOf({ name, id }: OutlineTable): string {
    return isWord(name) ? name : quoted(name, id)
  }

  table(table: OutlineTable): string {
    const plain = oneLine(table.name)
    if (!isWord(table.name) && this.nameOf(table) !== `"${plain}"`) this.tell(table, table.name)
    if (table.columns.length === 0) return `  ${this.nameOf(table)}`
    const columns = table.columns.map((column) => this.column(table, column))
    return `  ${this.nameOf(table)} {\n${columns.join('\n')}\n  }`
  }

  line({ child, parent, meaning, label }: OutlineLine): string {
    const way = meaning.isIdentifying ? '--' : '..'
    const { cardinality } = meaning
    const ends = `${leftEnd(cardinality.parent)}${way}${rightEnd(cardinality.child)}`
    return `  ${this.nameOf(parent.table)} ${ends} ${this.nameOf(child.table)} : ${quoted(label, ' ')}`
  }
}

export function writeMermaid(schema: Schema): Written {
  const { tables, lines } = outlineOf(schema)
  const writer = new MermaidWriter()
  const parts = [...tables.map((table) => writer.table(table)), ...lines.map((line) => writer.line(line))]
  return { text: `erDiagram\n${parts.join('\n')}${parts.length > 0 ? '\n' : ''}`, notices: writer.notices }
}
