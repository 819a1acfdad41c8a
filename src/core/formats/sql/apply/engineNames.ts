// What an engine calls the constraints and indexes that nobody named: scripts drop and comment on them by these names.
import type { Catalogue } from './catalogue'
import type { ConstraintLike, TableDraft } from './drafts'
import { partsNamed, textMentions } from './mentions'

const bytesOf = (text: string): number => {
  let bytes = 0
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

function clip(text: string, bytes: number): string {
  let out = ''
  let left = bytes
  for (const char of text) {
    left -= bytesOf(char)
    if (left < 0) break
    out += char
  }
  return out
}

/** PostgreSQL's makeObjectName: 63 bytes, the longer of the two names gives way first. */
export function postgresName(table: string, middle: string, label: string): string {
  const room = 63 - bytesOf(label) - 1 - (middle === '' ? 0 : 1)
  let first = bytesOf(table)
  let second = bytesOf(middle)
  while (first + second > room) {
    if (first > second) first--
    else second--
  }
  return [clip(table, first), clip(middle, second), label].filter((piece) => piece !== '').join('_')
}

const labels = {
  primaryKey: 'pkey',
  unique: 'key',
  foreignKey: 'fkey',
  check: 'check',
  exclusion: 'excl',
  index: 'idx',
}

const columnNames = (draft: ConstraintLike): readonly string[] => {
  switch (draft.kind) {
    case 'primaryKey':
    case 'unique':
      return draft.parts.map(({ column }) => column.name)
    case 'foreignKey':
      return draft.columns.map(({ name }) => name)
    case 'check':
      return []
    case 'exclusion':
    case 'index':
      return draft.parts.map(({ on }) => ('column' in on ? on.column.name : 'expr'))
  }
}

/** Indexes share their names with tables of the schema, other constraints are told apart inside their table. */
function isTaken(name: string, table: TableDraft, catalogue: Catalogue): boolean {
  if (partsNamed(table).some((known) => known === name)) return true
  return catalogue.indexNames.has(name)
}

function postgresNameOf(draft: ConstraintLike, table: TableDraft, catalogue: Catalogue): string {
  let middle = draft.kind === 'primaryKey' ? '' : columnNames(draft).join('_')
  if (draft.kind === 'check') {
    const named = table.columns.filter(({ name }) => textMentions(draft.expression, name, catalogue.dialect))
    middle = named.length === 1 ? (named[0]?.name ?? '') : ''
  }
  const label = labels[draft.kind]
  for (let n = 0; ; n++) {
    const name = postgresName(table.name, middle, n === 0 ? label : `${label}${n}`)
    if (!isTaken(name, table, catalogue)) return name
  }
}

/** MySQL (manual, 15.1.20): an index is called after its first column, keys and checks are counted. */
function mysqlNameOf(draft: ConstraintLike, table: TableDraft, catalogue: Catalogue): string {
  const taken = partsNamed(table).map((name) => name.toLowerCase())
  const free = (name: (n: number) => string, from: number): string => {
    for (let n = from; ; n++) if (!taken.includes(name(n).toLowerCase())) return name(n)
  }
  if (draft.kind === 'primaryKey') return 'PRIMARY'
  if (draft.kind === 'foreignKey') return free((n) => `${table.name}_ibfk_${n}`, 1)
  if (draft.kind === 'check') {
    return catalogue.dialect.id === 'mariadb'
      ? free((n) => `CONSTRAINT_${n}`, 1)
      : free((n) => `${table.name}_chk_${n}`, 1)
  }
  const first = columnNames(draft)[0] ?? 'functional_index'
  return free((n) => (n === 1 ? first : `${first}_${n}`), 1)
}

/** Empty where the engine's own name cannot be known. */
export function engineNameOf(draft: ConstraintLike, table: TableDraft, catalogue: Catalogue): string {
  if (draft.name !== '') return draft.name
  if (catalogue.isPostgres) return postgresNameOf(draft, table, catalogue)
  return catalogue.isMysql ? mysqlNameOf(draft, table, catalogue) : ''
}

export const sequenceNameOf = (table: string, column: string): string => postgresName(table, column, 'seq')
