// Tables made after the likeness of others: LIKE and PARTITION OF.
import type { LikeFacts } from '../statement'
import { nameOf, shown, type Catalogue } from './catalogue'
import { columnNamed, copyColumn } from './column'
import { settleName } from './constraints'
import type {
  CheckDraft,
  ColumnDraft,
  ExclusionDraft,
  IndexDraft,
  KeyDraft,
  PartDraft,
  TableDraft,
} from './drafts'

/** Parts speak of the columns of the new table; undefined when one is not there. */
class Twin {
  private readonly table: TableDraft
  private readonly catalogue: Catalogue
  private readonly share: { readonly isInherited?: true }

  constructor(table: TableDraft, catalogue: Catalogue) {
    this.table = table
    this.catalogue = catalogue
    this.share = table.partitionOf ? { isInherited: true } : {}
  }

  column(name: string): ColumnDraft | undefined {
    return columnNamed(this.table, name, this.catalogue)
  }

  columns(columns: readonly { readonly name: string }[]): readonly ColumnDraft[] {
    return columns.flatMap(({ name }) => this.column(name) ?? [])
  }

  private parts<P extends PartDraft>(parts: readonly P[]): readonly P[] {
    return parts.flatMap((part) => {
      if (!('column' in part.on)) return [part]
      const column = this.column(part.on.column.name)
      return column ? [{ ...part, on: { column } }] : []
    })
  }

  key(key: KeyDraft): KeyDraft {
    const parts = key.parts.flatMap((part) => {
      const column = this.column(part.column.name)
      return column ? [{ ...part, column }] : []
    })
    return {
      ...key,
      ...this.share,
      name: this.nameOf(key),
      parts,
      include: this.columns(key.include),
      at: this.catalogue.at,
    }
  }

  index(index: IndexDraft): IndexDraft {
    const parts = this.parts(index.parts)
    return {
      ...index,
      ...this.share,
      name: this.nameOf(index),
      parts,
      include: this.columns(index.include),
      at: this.catalogue.at,
    }
  }

  exclusion(exclusion: ExclusionDraft): ExclusionDraft {
    return { ...exclusion, name: '', parts: this.parts(exclusion.parts), at: this.catalogue.at }
  }

  check(check: CheckDraft): CheckDraft {
    return { ...check, name: check.name === '' ? check.engineName : check.name, at: this.catalogue.at }
  }

  /** An index has a name of its own; MySQL's live inside the table and keep theirs. */
  private nameOf(part: KeyDraft | IndexDraft): string {
    return this.catalogue.isMysql ? part.name : ''
  }
}

function addParts(
  table: TableDraft,
  parts: {
    readonly keys: readonly KeyDraft[]
    readonly checks: readonly CheckDraft[]
    readonly indexes: readonly IndexDraft[]
    readonly exclusions?: readonly ExclusionDraft[]
  },
  catalogue: Catalogue,
): void {
  const twin = new Twin(table, catalogue)
  for (const before of parts.keys) {
    const key = twin.key(before)
    settleName(key, table, catalogue)
    if (key.kind === 'unique') table.uniques.push(key)
    else if (!table.primaryKey) {
      table.primaryKey = key
      for (const { column } of key.parts) column.nullable = false
    }
  }
  for (const before of parts.checks) {
    const check = twin.check(before)
    settleName(check, table, catalogue)
    table.checks.push(check)
  }
  for (const before of parts.indexes) {
    const index = twin.index(before)
    settleName(index, table, catalogue)
    table.indexes.push(index)
  }
  for (const before of parts.exclusions ?? []) {
    const exclusion = twin.exclusion(before)
    settleName(exclusion, table, catalogue)
    table.exclusions.push(exclusion)
  }
}

const keysOf = (table: TableDraft): readonly KeyDraft[] =>
  table.primaryKey ? [table.primaryKey, ...table.uniques] : table.uniques

export function copyLike(table: TableDraft, like: LikeFacts, catalogue: Catalogue): void {
  const source = catalogue.table(like.table)
  if (!source) {
    catalogue.tell({
      level: 'loss',
      code: 'missingTable',
      message: `${shown(nameOf(table))} is made like ${shown(like.table)}, which is not there.`,
    })
    return
  }
  const { including } = like
  for (const before of source.columns) {
    if (columnNamed(table, before.name, catalogue)) continue
    const column = copyColumn(before, catalogue)
    if (!including.has('defaults')) column.default = undefined
    if (!including.has('identity')) column.identity = undefined
    if (!including.has('generated')) column.generated = undefined
    if (!including.has('comments')) column.comment = ''
    table.columns.push(column)
  }
  const indexed = including.has('indexes')
  addParts(
    table,
    {
      keys: indexed ? keysOf(source) : [],
      checks: including.has('constraints') ? source.checks : [],
      indexes: indexed ? source.indexes : [],
      exclusions: indexed ? source.exclusions : [],
    },
    catalogue,
  )
  if (!catalogue.isMysql) return
  // MySQL's LIKE takes the table's own comment and options along.
  if (table.options.length === 0) table.options = source.options
  if (table.comment === '') table.comment = source.comment
}

/** A partition has all that its parent has; PostgreSQL makes its indexes anew. */
export function copyPartition(table: TableDraft, parent: TableDraft, catalogue: Catalogue): void {
  for (const before of parent.columns) {
    const { identity: _identity, ...column } = copyColumn(before, catalogue)
    table.columns.push({ ...column, comment: '' })
  }
  addParts(
    table,
    {
      keys: keysOf(parent),
      checks: parent.checks.filter(({ noInherit }) => !noInherit),
      indexes: parent.indexes,
      exclusions: parent.exclusions,
    },
    catalogue,
  )
}

const namesOf = (parts: KeyDraft['parts']): string => parts.map(({ column }) => column.name).join('\n')

const shapeOf = ({ parts, method, unique, where }: IndexDraft): string =>
  JSON.stringify([
    parts.map(({ on, ...part }) => ({ ...part, on: 'column' in on ? on.column.name : on })),
    method,
    unique,
    where,
  ])

/** A table that becomes a partition gets what its parent has and it has not (ALTER TABLE … ATTACH PARTITION). */
export function joinPartition(table: TableDraft, parent: TableDraft, catalogue: Catalogue): void {
  const keys = new Set(keysOf(table).map(({ parts }) => namesOf(parts)))
  const indexes = new Set(table.indexes.map(shapeOf))
  addParts(
    table,
    {
      keys: keysOf(parent).filter((key) => !keys.has(namesOf(key.parts))),
      checks: [],
      indexes: parent.indexes.filter((index) => !indexes.has(shapeOf(index))),
    },
    catalogue,
  )
}

/** A new index of a partitioned table reaches its partitions. */
export function spreadIndex(table: TableDraft, index: IndexDraft, catalogue: Catalogue): void {
  for (const partition of partitionsOf(table, catalogue))
    addParts(partition, { keys: [], checks: [], indexes: [index] }, catalogue)
}

export function spreadKey(table: TableDraft, key: KeyDraft, catalogue: Catalogue): void {
  for (const partition of partitionsOf(table, catalogue))
    addParts(partition, { keys: [key], checks: [], indexes: [] }, catalogue)
}

/** A partition has the checks of its parent, under the same names. */
export function spreadCheck(table: TableDraft, check: CheckDraft, catalogue: Catalogue): void {
  const name = check.name === '' ? check.engineName : check.name
  for (const partition of partitionsOf(table, catalogue)) {
    const isThere = partition.checks.some((known) => (known.name || known.engineName) === name)
    if (!isThere) addParts(partition, { keys: [], checks: [check], indexes: [] }, catalogue)
  }
}

/** Its partitions and theirs, each once. */
export function partitionsOf(table: TableDraft, catalogue: Catalogue): readonly TableDraft[] {
  if (table.partitioning === undefined) return []
  const found = new Set([table])
  for (const parent of found) {
    if (parent.partitioning === undefined) continue
    for (const other of catalogue.tables.values()) if (other.partitionOf?.parent === parent) found.add(other)
  }
  found.delete(table)
  return [...found]
}
