// The parts of a table, from rows of information_schema.
import type {
  ColumnEntry,
  ForeignKeyEntry,
  IndexEntry,
  IndexPartEntry,
  PartitionEntry,
  UniqueEntry,
} from '../catalogue'
import type { Row } from '../engine'
import { groupBy, text, textOrNull } from './rows'

export interface Place {
  /** '' for the session's own database. */
  readonly schemaOf: (row: Row, column?: string) => string
  /** An engine's text without the random name of the session's database. */
  readonly clean: (text: string) => string
  readonly isMariadb: boolean
}

export function toColumn(row: Row, table: { readonly collation: string | null }, place: Place): ColumnEntry {
  const extra = text(row, 'extra')
  const collation = textOrNull(row, 'collation')
  const srid = textOrNull(row, 'srid')
  return {
    name: text(row, 'name'),
    type: text(row, 'type') + (srid === null ? '' : ` srid ${srid}`),
    nullable: text(row, 'nullable') === 'YES',
    default: defaultOf(row, place),
    identity: /auto_increment/i.test(extra) ? { kind: 'autoIncrement', start: null, increment: null } : null,
    generated: generatedOf(row, place),
    collation: collation === table.collation ? null : collation,
    onUpdate: /on update (.*?)(?: invisible)?$/i.exec(extra)?.[1] ?? null,
    invisible: /\binvisible\b/i.test(extra),
    comment: text(row, 'comment') || null,
  }
}

function generatedOf(row: Row, place: Place): ColumnEntry['generated'] {
  const generated = text(row, 'generatedAs')
  if (generated === '') return null
  const expression = place.clean(place.isMariadb ? generated : unescapeQuotes(generated))
  return { expression, kind: /stored|persistent/i.test(text(row, 'extra')) ? 'stored' : 'virtual' }
}

/** MariaDB keeps SQL text. MySQL keeps the bare value of a literal, and says DEFAULT_GENERATED of an expression. */
function defaultOf(row: Row, place: Place): string | null {
  const stored = textOrNull(row, 'defaultText')
  if (stored === null || text(row, 'generatedAs') !== '') return null
  if (place.isMariadb) return stored === 'NULL' ? null : place.clean(stored)
  if (/DEFAULT_GENERATED/.test(text(row, 'extra'))) return place.clean(unescapeQuotes(stored))
  const isBare =
    /int|decimal|float|double|bit|year/.test(text(row, 'dataType')) || /^CURRENT_TIMESTAMP/.test(stored)
  return isBare ? stored : `'${stored.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

/** MySQL's information_schema shows expressions with their quotes escaped: _utf8mb4\'a\'. */
export function unescapeQuotes(expression: string): string {
  return expression.replace(/\\(['\\])/g, '$1')
}

/** How a bare UNIQUE KEY and a unique index are told apart: they are not, so a plain one counts as a constraint. */
export function toKeys(
  rows: readonly Row[],
  place: Place,
): {
  readonly primary: readonly string[] | null
  readonly uniques: readonly UniqueEntry[]
  readonly indexes: readonly IndexEntry[]
} {
  const all = [...groupBy(rows, (row) => text(row, 'name')).values()].map((parts) => toIndex(parts, place))
  const columnsOf = (index: IndexEntry): readonly string[] => index.parts.map((part) => part.column ?? '')
  const primary = all.find((index) => index.name === 'PRIMARY')
  const others = all.filter((index) => index.name !== 'PRIMARY')
  const flags = { include: [], deferrable: false, initiallyDeferred: false, nullsNotDistinct: false }
  return {
    primary: primary === undefined ? null : columnsOf(primary),
    uniques: others
      .filter(isPlainUnique)
      .map((index) => ({ name: index.name, comment: index.comment, columns: columnsOf(index), ...flags })),
    indexes: others.filter((index) => !isPlainUnique(index)),
  }
}

function isPlainUnique(index: IndexEntry): boolean {
  const isPlain = (part: IndexPartEntry): boolean =>
    part.column !== null && part.prefix === null && part.order !== 'desc'
  return index.unique && index.visible && index.parts.every(isPlain)
}

function toIndex(rows: readonly Row[], place: Place): IndexEntry {
  const first = rows[0] ?? {}
  return {
    name: text(first, 'name'),
    comment: text(first, 'comment') || null,
    unique: text(first, 'nonUnique') === '0',
    nullsNotDistinct: false,
    method: text(first, 'method').toLowerCase(),
    parts: rows.map((row) => toIndexPart(row, place)),
    include: [],
    where: null,
    visible: text(first, 'visible') === 'YES',
    options: {},
  }
}

function toIndexPart(row: Row, place: Place): IndexPartEntry {
  const prefix = textOrNull(row, 'prefix')
  const expression = textOrNull(row, 'expression')
  const direction = textOrNull(row, 'direction')
  // A spatial index says of itself that it holds the first 32 bytes.
  const isWhole = prefix === null || text(row, 'method') === 'SPATIAL'
  return {
    column: textOrNull(row, 'columnName'),
    expression: expression === null ? null : place.clean(unescapeQuotes(expression)),
    order: direction === 'D' ? 'desc' : direction === 'A' ? 'asc' : null,
    nulls: null,
    prefix: isWhole ? null : Number(prefix),
    opclass: null,
    collation: null,
  }
}

export function toForeignKeys(rows: readonly Row[], place: Place): readonly ForeignKeyEntry[] {
  return [...groupBy(rows, (row) => text(row, 'name'))].map(([name, parts]) => {
    const first = parts[0] ?? {}
    return {
      name,
      comment: null,
      columns: parts.map((row) => text(row, 'columnName')),
      refSchema: place.schemaOf(first, 'refSchema'),
      refTable: text(first, 'refTable'),
      refColumns: parts.map((row) => text(row, 'refColumn')),
      onDelete: text(first, 'onDelete'),
      onUpdate: text(first, 'onUpdate'),
      // Both call the only match that they have NONE.
      match: 'SIMPLE',
      deferrable: false,
      initiallyDeferred: false,
      enforced: true,
      validated: true,
    }
  })
}

export function toPartition(rows: readonly Row[]): PartitionEntry | null {
  const [first] = rows
  if (first === undefined) return null
  const sub = textOrNull(first, 'subMethod')
  const by = `${text(first, 'method')} (${text(first, 'expression')})`
  // Subpartitions repeat their partition's row.
  const parts = [...groupBy(rows, (row) => text(row, 'name')).values()].map((part) => part[0] ?? {})
  return {
    by: sub === null ? by : `${by} ${sub} (${text(first, 'subExpression')})`,
    of: null,
    bound: null,
    parts: parts.map((row) => ({ name: text(row, 'name'), values: textOrNull(row, 'description') })),
  }
}
