// CREATE TABLE: own columns behind those that come from elsewhere, then the constraints.
import type { ColumnFacts, ConstraintFacts, CreateTable, ObjectName, PartitionFacts } from '../statement'
import { nameOf, shown, type Catalogue } from './catalogue'
import {
  addImpliedSequence,
  columnNamed,
  copyColumn,
  makeColumn,
  redefineColumn,
  shownColumn,
} from './column'
import { addConstraint, makeParts } from './constraints'
import { copyLike, copyPartition } from './copy'
import type { ColumnDraft, PartitioningDraft, TableDraft } from './drafts'
import { dropRelation } from './drop'
import { bindPending } from './foreignKey'
import { some } from './some'

const emptyTable = (said: CreateTable, catalogue: Catalogue): TableDraft => ({
  kind: 'table',
  name: said.name.name,
  home:
    said.persistence === 'temporary' && said.name.schema === undefined
      ? undefined
      : catalogue.homeFor(said.name),
  comment: said.comment ?? '',
  at: catalogue.at,
  turn: catalogue.nextTurn(),
  columns: [],
  primaryKey: undefined,
  uniques: [],
  checks: [],
  foreignKeys: [],
  exclusions: [],
  indexes: [],
  policies: [],
  rowSecurity: { isEnabled: false, isForced: false },
  partitioning: undefined,
  partitionOf: undefined,
  inherits: [],
  persistence: said.persistence,
  options: said.options ?? [],
  properties: said.properties ?? [],
  samples: [],
})

/** A second column of the same name: where columns were taken over it is said more closely, else the first stays. */
function addColumn(
  table: TableDraft,
  given: { readonly facts: ColumnFacts; readonly isTakenOver: boolean },
  catalogue: Catalogue,
): void {
  const { facts, isTakenOver } = given
  const before = columnNamed(table, facts.name, catalogue)
  if (!before) {
    const column = makeColumn(facts, catalogue)
    table.columns.push(column)
    addImpliedSequence(table, column, catalogue)
  } else if (isTakenOver) redefineColumn(before, { to: facts, keepsUnsaid: true }, catalogue)
  else {
    catalogue.keepAside(
      {
        level: 'loss',
        code: 'duplicateColumn',
        message: `The column ${shownColumn(table, facts.name)} is there already: the first one stays.`,
      },
      catalogue.origin(facts.at),
    )
  }
}

export function partitioningOf(
  table: TableDraft,
  facts: PartitionFacts,
  catalogue: Catalogue,
): PartitioningDraft | undefined {
  const parts = makeParts(facts.parts, { owner: table, catalogue })
  if (typeof parts === 'string') {
    catalogue.tell({
      level: 'loss',
      code: 'missingColumn',
      message: `${shown(nameOf(table))} is partitioned by ${parts}, which is no column of it.`,
    })
    return undefined
  }
  return { method: facts.method, parts, ...some('definition', facts.definition) }
}

/** Columns of the tables that this one inherits from stand first; equal names are one column. */
function inherit(table: TableDraft, said: CreateTable, catalogue: Catalogue): void {
  for (const name of said.inherits ?? []) {
    const parent = catalogue.table(name)
    if (!parent) {
      catalogue.tell({
        level: 'loss',
        code: 'missingTable',
        message: `${shown(nameOf(table))} inherits from ${shown(name)}, which is not there.`,
      })
      continue
    }
    table.inherits.push(parent)
    for (const column of parent.columns) {
      if (columnNamed(table, column.name, catalogue)) continue
      const { identity: _identity, ...rest } = copyColumn(column, catalogue)
      table.columns.push(rest)
    }
  }
}

/** CREATE TABLE … OF type: the fields of the type are its columns. */
function typed(table: TableDraft, of: ObjectName, catalogue: Catalogue): void {
  const type = catalogue.find(catalogue.composites, of)
  for (const { name, type: fieldType, collation } of type?.fields ?? []) {
    const facts = {
      name,
      type: fieldType.raw,
      collation,
      at: { from: catalogue.at.from, to: catalogue.at.to },
    }
    table.columns.push(makeColumn(facts, catalogue))
  }
  if (type) return
  catalogue.tell({
    level: 'loss',
    code: 'missingType',
    message: `${shown(nameOf(table))} is made of the type ${shown(of)}, which is not there.`,
  })
}

function takeOver(table: TableDraft, said: CreateTable, catalogue: Catalogue): void {
  inherit(table, said, catalogue)
  if (said.ofType) typed(table, said.ofType, catalogue)
  const { partitionOf } = said
  if (!partitionOf) return
  const parent = catalogue.table(partitionOf.parent)
  if (parent) {
    table.partitionOf = { parent, bounds: partitionOf.bounds }
    copyPartition(table, parent, catalogue)
    return
  }
  catalogue.tell({
    level: 'loss',
    code: 'missingTable',
    message: `${shown(nameOf(table))} is a partition of ${shown(partitionOf.parent)}, which is not there.`,
  })
}

function fill(table: TableDraft, said: CreateTable, catalogue: Catalogue): void {
  takeOver(table, said, catalogue)
  const takenOver = new Set<ColumnDraft>(table.columns)
  const likes = [...(said.like ?? [])]
  const copyUpTo = (behind: number) => {
    while (likes[0] && likes[0].behind <= behind) {
      const like = likes.shift()
      if (like) copyLike(table, like, catalogue)
    }
  }
  for (const [i, facts] of said.columns.entries()) {
    copyUpTo(i)
    const before = takenOver.size === 0 ? undefined : columnNamed(table, facts.name, catalogue)
    addColumn(table, { facts, isTakenOver: before !== undefined && takenOver.has(before) }, catalogue)
  }
  copyUpTo(Number.POSITIVE_INFINITY)
  for (const constraint of inOrderOfNeed(said.constraints)) addConstraint(table, constraint, catalogue)
  if (said.partitioning) table.partitioning = partitioningOf(table, said.partitioning, catalogue)
}

/** Keys first: foreign keys to the table itself may mean its primary key. */
const inOrderOfNeed = (constraints: readonly ConstraintFacts[]): readonly ConstraintFacts[] => [
  ...constraints.filter(({ kind }) => kind === 'primaryKey'),
  ...constraints.filter(({ kind }) => kind !== 'primaryKey'),
]

/** True when the name is taken and stays so; the one who came first wins. */
export function isThereAlready(
  said: {
    readonly name: CreateTable['name']
    readonly ifNotExists?: boolean | undefined
    readonly orReplace?: boolean | undefined
  },
  what: string,
  catalogue: Catalogue,
): boolean {
  const home = catalogue.homeFor(said.name)
  const before =
    catalogue.inHome(catalogue.tables, home, said.name.name) ??
    catalogue.inHome(catalogue.views, home, said.name.name)
  if (!before) return false
  if (said.orReplace) {
    dropRelation(before, { cascade: false }, catalogue)
    return false
  }
  const name = shown(said.name)
  if (said.ifNotExists) {
    const message = `${name} is there already: this one is passed over, as IF NOT EXISTS asks.`
    catalogue.tell({ level: 'info', code: 'thereAlready', message, about: before })
  } else {
    const message = `A second ${what} ${name}: the first one stays.`
    catalogue.tell({ level: 'warning', code: 'duplicateTable', message, about: before })
  }
  return true
}

export function createTable(said: CreateTable, catalogue: Catalogue): void {
  if (isThereAlready(said, 'table', catalogue)) return
  const table = emptyTable(said, catalogue)
  // The table stands before its constraints do: they may refer to itself.
  catalogue.tables.add(table)
  fill(table, said, catalogue)
  bindPending(table, catalogue)
}
