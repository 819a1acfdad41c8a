// What goes when something is dropped: never more than the engine would take, and nothing stays that speaks of it.
import { assertNever } from '../../../lib/assertNever'
import type { AlterAction, Subject } from '../statement'
import type { Catalogue } from './catalogue'
import type {
  AnyColumnDraft,
  ColumnDraft,
  ConstraintLike,
  GrantableDraft,
  PartDraft,
  RoutineDraft,
  TableDraft,
  ViewDraft,
} from './drafts'
import { foreignKeysTo, unbindForeignKey } from './foreignKey'
import { engineNameIn, partsOf, textMentions } from './mentions'

export function removeWhere<T>(list: T[], isGone: (item: T) => boolean): void {
  for (let i = list.length - 1; i >= 0; i--) {
    const item = list[i]
    if (item !== undefined && isGone(item)) list.splice(i, 1)
  }
}

const dropGrants = (on: GrantableDraft, catalogue: Catalogue): void => {
  removeWhere(catalogue.grants, (grant) => grant.on === on)
}

function dropTriggersOf(owner: TableDraft | ViewDraft, catalogue: Catalogue): void {
  for (const trigger of [...catalogue.triggers.values()])
    if (trigger.on === owner) catalogue.triggers.delete(trigger)
}

function dropTable(table: TableDraft, cascade: boolean, catalogue: Catalogue): void {
  catalogue.tables.delete(table)
  for (const key of foreignKeysTo(table, catalogue)) {
    if (cascade) key.table.foreignKeys = key.table.foreignKeys.filter((other) => other !== key)
    else unbindForeignKey(key, catalogue)
  }
  // Its own wait for nobody any more.
  for (const waiting of catalogue.pending.values()) for (const key of table.foreignKeys) waiting.delete(key)
  for (const part of partsOf(table)) catalogue.indexNames.delete(engineNameIn(part))
  for (const sequence of [...catalogue.sequences.values()])
    if (sequence.ownedBy?.table === table) catalogue.sequences.delete(sequence)
  for (const other of [...catalogue.tables.values()]) {
    if (other.partitionOf?.parent === table) dropTable(other, cascade, catalogue)
    else other.inherits = other.inherits.filter((parent) => parent !== table)
  }
}

export function dropRelation(
  relation: TableDraft | ViewDraft,
  { cascade }: { readonly cascade: boolean },
  catalogue: Catalogue,
): void {
  dropTriggersOf(relation, catalogue)
  dropGrants(relation, catalogue)
  if (relation.kind === 'view') catalogue.views.delete(relation)
  else dropTable(relation, cascade, catalogue)
}

const speaksOf = (part: PartDraft, column: AnyColumnDraft, catalogue: Catalogue): boolean =>
  'column' in part.on
    ? part.on.column === column
    : textMentions(part.on.expression, column.name, catalogue.dialect)

function partGoes(part: ConstraintLike, column: ColumnDraft, catalogue: Catalogue): boolean {
  const mentions = (text: string | undefined) =>
    text !== undefined && textMentions(text, column.name, catalogue.dialect)
  switch (part.kind) {
    case 'primaryKey':
    case 'unique':
      return part.parts.some((one) => one.column === column) || part.include.includes(column)
    case 'check':
      return mentions(part.expression)
    case 'foreignKey':
      return part.columns.includes(column)
    case 'exclusion':
      return part.parts.some((one) => speaksOf(one, column, catalogue)) || mentions(part.where)
    case 'index':
      return (
        part.parts.some((one) => speaksOf(one, column, catalogue)) ||
        part.include.includes(column) ||
        mentions(part.where)
      )
    default:
      return assertNever(part)
  }
}

/** MySQL takes a dropped column out of its indexes; the others take the whole index. */
function shrinkIndexes(table: TableDraft, column: ColumnDraft): void {
  for (const index of table.indexes)
    index.parts = index.parts.filter(({ on }) => !('column' in on) || on.column !== column)
  for (const key of table.primaryKey ? [table.primaryKey, ...table.uniques] : table.uniques)
    key.parts = key.parts.filter((part) => part.column !== column)
  table.indexes = table.indexes.filter(({ parts }) => parts.length > 0)
  table.uniques = table.uniques.filter(({ parts }) => parts.length > 0)
  if (table.primaryKey?.parts.length === 0) table.primaryKey = undefined
}

export function removePart(table: TableDraft, part: ConstraintLike, catalogue: Catalogue): void {
  catalogue.indexNames.delete(engineNameIn(part))
  if (part.kind === 'primaryKey') table.primaryKey = undefined
  else if (part.kind === 'unique') table.uniques = table.uniques.filter((other) => other !== part)
  else if (part.kind === 'check') table.checks = table.checks.filter((other) => other !== part)
  else if (part.kind === 'foreignKey') dropForeignKey(table, part, catalogue)
  else if (part.kind === 'exclusion') table.exclusions = table.exclusions.filter((other) => other !== part)
  else table.indexes = table.indexes.filter((other) => other !== part)
}

function dropForeignKey(
  table: TableDraft,
  key: ConstraintLike & { readonly kind: 'foreignKey' },
  catalogue: Catalogue,
): void {
  table.foreignKeys = table.foreignKeys.filter((other) => other !== key)
  for (const waiting of catalogue.pending.values()) waiting.delete(key)
}

export function dropColumn(table: TableDraft, column: ColumnDraft, catalogue: Catalogue): void {
  if (catalogue.isMysql) shrinkIndexes(table, column)
  for (const part of partsOf(table)) if (partGoes(part, column, catalogue)) removePart(table, part, catalogue)
  for (const key of foreignKeysTo(table, catalogue))
    if (key.parentColumns?.includes(column)) removePart(key.table, key, catalogue)
  for (const sequence of [...catalogue.sequences.values()])
    if (sequence.ownedBy?.column === column) catalogue.sequences.delete(sequence)
  removeWhere(catalogue.grants, (grant) => grant.columns.includes(column))
  table.columns = table.columns.filter((other) => other !== column)
  for (const other of catalogue.tables.values()) dropInherited(other, { table, column }, catalogue)
}

/** Partitions and children lose what they took over. */
function dropInherited(
  other: TableDraft,
  from: { readonly table: TableDraft; readonly column: ColumnDraft },
  catalogue: Catalogue,
): void {
  if (other.partitionOf?.parent !== from.table && !other.inherits.includes(from.table)) return
  const column = other.columns.find(({ name }) => name === from.column.name)
  if (column) dropColumn(other, column, catalogue)
}

type DropConstraint = AlterAction & { readonly do: 'dropConstraint' }

const kindsOf: Readonly<Record<NonNullable<DropConstraint['what']>, readonly ConstraintLike['kind'][]>> = {
  primaryKey: ['primaryKey'],
  foreignKey: ['foreignKey'],
  unique: ['unique', 'index'],
  check: ['check'],
  index: ['index', 'unique'],
}

/** The constraint or index that a name means in this table. */
export function partNamed(
  table: TableDraft,
  { name, what }: { readonly name: string; readonly what?: DropConstraint['what'] | undefined },
  catalogue: Catalogue,
): ConstraintLike | undefined {
  if (what === 'primaryKey' && name === '') return table.primaryKey
  const kinds = what && kindsOf[what]
  const parts = partsOf(table).filter(({ kind }) => kinds === undefined || kinds.includes(kind))
  return (
    parts.find((part) => engineNameIn(part) === name) ??
    parts.find((part) => catalogue.isSame(engineNameIn(part), name))
  )
}

/** A routine by name, and by signature where there are several. */
export function routineOf(
  what: Subject & { readonly kind: 'routine' },
  catalogue: Catalogue,
): RoutineDraft | undefined {
  const { signature } = what
  const first = catalogue.find(catalogue.routines, what.name)
  if (!first || signature === undefined) return first
  const all = catalogue.routines.all(what.name.name).filter(({ home }) => home === first.home)
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, '')
  return (
    all.find((routine) => plain(routine.signature) === plain(signature)) ??
    (all.length === 1 ? first : undefined)
  )
}
