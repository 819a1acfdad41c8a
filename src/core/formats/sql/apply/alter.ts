// ALTER TABLE, action by action.
import type { AlterAction, ObjectName, Position, Said } from '../statement'
import { nameOf, shown, type Catalogue } from './catalogue'
import {
  addImpliedSequence,
  alterColumn,
  columnNamed,
  makeColumn,
  mergeOptions,
  redefineColumn,
  shownColumn,
} from './column'
import { addConstraint, settleName } from './constraints'
import { joinPartition, partitionsOf, spreadCheck, spreadKey } from './copy'
import type { ColumnDraft, TableDraft } from './drafts'
import { dropColumn, partNamed, removePart } from './drop'
import { renameColumn, renameRelation, moveRelation } from './rename'
import { partitioningOf } from './table'

type Do<K extends AlterAction['do']> = AlterAction & { readonly do: K }

function place(
  table: TableDraft,
  { column, position }: { readonly column: ColumnDraft; readonly position: Position | undefined },
  catalogue: Catalogue,
): void {
  if (position === undefined) return
  const others = table.columns.filter((other) => other !== column)
  const before =
    position === 'first' ? undefined : columnNamed({ columns: others }, position.after, catalogue)
  const at = position === 'first' ? 0 : before ? others.indexOf(before) + 1 : others.length
  table.columns = [...others.slice(0, at), column, ...others.slice(at)]
}

function missing(table: TableDraft, column: string, catalogue: Catalogue): void {
  catalogue.keepAside({
    level: 'loss',
    code: 'missingColumn',
    message: `${shownColumn(table, column)} is not there: it cannot be changed.`,
  })
}

function addColumn(table: TableDraft, action: Do<'addColumn'>, catalogue: Catalogue): void {
  if (columnNamed(table, action.column.name, catalogue)) {
    const message = `The column ${shownColumn(table, action.column.name)} is there already: the first one stays.`
    if (action.ifNotExists) catalogue.tell({ level: 'info', code: 'thereAlready', message })
    else catalogue.keepAside({ level: 'loss', code: 'duplicateColumn', message })
    return
  }
  const column = makeColumn(action.column, catalogue)
  table.columns.push(column)
  place(table, { column, position: action.position }, catalogue)
  addImpliedSequence(table, column, catalogue)
  for (const constraint of action.constraints) addConstraint(table, constraint, catalogue)
  for (const heir of heirsOf(table, catalogue)) {
    if (!columnNamed(heir, column.name, catalogue)) heir.columns.push({ ...column, comment: '' })
  }
}

/** Partitions and children have every column of their parent. */
function heirsOf(table: TableDraft, catalogue: Catalogue): readonly TableDraft[] {
  const found = new Set([table, ...partitionsOf(table, catalogue)])
  for (const parent of found)
    for (const other of catalogue.tables.values()) if (other.inherits.includes(parent)) found.add(other)
  found.delete(table)
  return [...found]
}

function redefine(table: TableDraft, action: Do<'redefineColumn'>, catalogue: Catalogue): void {
  const column = columnNamed(table, action.column, catalogue)
  if (!column) {
    if (action.ifExists) catalogue.session()
    else missing(table, action.column, catalogue)
    return
  }
  if (column.name !== action.to.name) renameColumn(table, { column, to: action.to.name }, catalogue)
  redefineColumn(column, { to: action.to, keepsUnsaid: action.keepsUnsaid ?? false }, catalogue)
  if (table.primaryKey?.parts.some((part) => part.column === column)) column.nullable = false
  place(table, { column, position: action.position }, catalogue)
  for (const constraint of action.constraints) addConstraint(table, constraint, catalogue)
}

function alterOne(table: TableDraft, action: Do<'alterColumn'>, catalogue: Catalogue): void {
  const column = columnNamed(table, action.column, catalogue)
  if (!column) {
    missing(table, action.column, catalogue)
    return
  }
  alterColumn(column, action.change, catalogue)
  if (action.change.set === 'identity') addImpliedSequence(table, column, catalogue)
  if (action.change.set !== 'type' && action.change.set !== 'nullable') return
  for (const heir of heirsOf(table, catalogue)) {
    const twin = columnNamed(heir, column.name, catalogue)
    if (twin) alterColumn(twin, action.change, catalogue)
  }
}

function dropOne(table: TableDraft, action: Do<'dropColumn'>, catalogue: Catalogue): void {
  const column = columnNamed(table, action.column, catalogue)
  if (column) dropColumn(table, column, catalogue)
  else if (action.ifExists) catalogue.session()
  else missing(table, action.column, catalogue)
}

function dropConstraint(table: TableDraft, action: Do<'dropConstraint'>, catalogue: Catalogue): void {
  const part = partNamed(table, action, catalogue)
  if (part) {
    removePart(table, part, catalogue)
    return
  }
  if (dropNamedValue(table, action.name, catalogue)) return
  if (action.ifExists) {
    catalogue.session()
    return
  }
  const message = `${shown(nameOf(table))} has no constraint ${action.name}: nothing is dropped.`
  catalogue.tell({ level: 'warning', code: 'unknownDropped', message, about: table })
}

/** SQL Server and Oracle name defaults and NOT NULL too. */
function dropNamedValue(table: TableDraft, name: string, catalogue: Catalogue): boolean {
  if (name === '') return false
  for (const column of table.columns) {
    if (column.defaultName !== undefined && catalogue.isSame(column.defaultName, name)) {
      column.default = undefined
      column.defaultName = undefined
      return true
    }
    if (column.notNullName !== undefined && catalogue.isSame(column.notNullName, name)) {
      column.nullable = true
      column.notNullName = undefined
      return true
    }
  }
  return false
}

function onPart(
  table: TableDraft,
  given: { readonly name: string; readonly what?: 'index' },
  catalogue: Catalogue,
) {
  const part = partNamed(table, given, catalogue)
  if (!part) {
    const message = `${shown(nameOf(table))} has no constraint ${given.name}.`
    catalogue.keepAside({ level: 'loss', code: 'missingConstraint', message })
  }
  return part
}

function renameConstraint(table: TableDraft, action: Do<'renameConstraint'>, catalogue: Catalogue): void {
  const part = onPart(table, action, catalogue)
  if (!part) return
  catalogue.indexNames.delete(part.engineName)
  part.name = action.to
  settleName(part, table, catalogue)
}

function alterConstraint(table: TableDraft, action: Do<'alterConstraint'>, catalogue: Catalogue): void {
  const part = onPart(table, action, catalogue)
  if (part && part.kind !== 'index') part.enforcement = action.enforcement
}

function validate(table: TableDraft, action: Do<'validateConstraint'>, catalogue: Catalogue): void {
  const part = onPart(table, action, catalogue)
  if (!part || part.kind === 'index') return
  const { state: _state, ...rest } = part.enforcement
  part.enforcement = rest
}

function other(name: ObjectName, table: TableDraft, catalogue: Catalogue): TableDraft | undefined {
  const found = catalogue.table(name)
  if (found) return found
  const message = `${shown(nameOf(table))} is altered with ${shown(name)}, which is not there.`
  catalogue.keepAside({ level: 'loss', code: 'missingTable', message })
  return undefined
}

function attach(table: TableDraft, action: Do<'attachPartition'>, catalogue: Catalogue): void {
  const partition = other(action.partition, table, catalogue)
  if (!partition) return
  partition.partitionOf = { parent: table, bounds: action.bounds }
  joinPartition(partition, table, catalogue)
}

function inherit(table: TableDraft, action: Do<'inherit'>, catalogue: Catalogue): void {
  const parent = other(action.parent, table, catalogue)
  if (!parent) return
  table.inherits = table.inherits.filter((known) => known !== parent)
  if (!action.isDropped) table.inherits.push(parent)
}

function rowSecurity(table: TableDraft, { to }: Do<'rowSecurity'>): void {
  if (to === 'enabled' || to === 'disabled') table.rowSecurity.isEnabled = to === 'enabled'
  else table.rowSecurity.isForced = to === 'forced'
}

function setTrigger(table: TableDraft, action: Do<'trigger'>, catalogue: Catalogue): void {
  for (const trigger of catalogue.triggers.values()) {
    if (trigger.on !== table) continue
    if (action.name === null || catalogue.isSame(trigger.name, action.name))
      trigger.isDisabled = action.isDisabled
  }
}

function addOne(table: TableDraft, action: Do<'addConstraint'>, catalogue: Catalogue): void {
  const { constraint } = action
  const name = constraint.kind === 'index' ? constraint.index.name : constraint.name
  if (action.ifNotExists && name !== '' && partNamed(table, { name }, catalogue)) {
    const message = `${shown(nameOf(table))} has a ${name} already: this one is passed over.`
    catalogue.tell({ level: 'info', code: 'thereAlready', message, about: table })
    return
  }
  const before = new Set([table.primaryKey, ...table.uniques])
  addConstraint(table, constraint, catalogue)
  if (table.partitioning === undefined) return
  for (const key of [table.primaryKey, ...table.uniques])
    if (key && !before.has(key)) spreadKey(table, key, catalogue)
  const check = constraint.kind === 'check' ? table.checks.at(-1) : undefined
  if (check && !check.noInherit) spreadCheck(table, check, catalogue)
}

/** A clause that is kept is a statement of its own. */
function keep(table: TableDraft, action: Do<'keep'>, catalogue: Catalogue): void {
  const { names } = catalogue.dialect
  const home = table.home ? `${names.spell(table.home.name)}.` : ''
  const text = /^\s*alter\b/i.test(action.text)
    ? action.text
    : `ALTER TABLE ${home}${names.spell(table.name)} ${action.text}`
  catalogue.keep(
    text,
    { level: 'warning', code: 'keptAsText', message: `${action.why}: it is kept as text.` },
    catalogue.origin(action.at),
  )
}

/** Every text follows the table: what its columns said of their own is gone. */
function convertText(
  table: TableDraft,
  { charset, collation }: Do<'convertText'>,
  catalogue: Catalogue,
): void {
  for (const column of table.columns) {
    column.charset = ''
    column.collation = ''
  }
  const option = (name: string, value: string | null) => ({ dialect: catalogue.dialect.id, name, value })
  table.options = mergeOptions(table.options, [
    option('DEFAULT CHARSET', charset),
    option('COLLATE', collation ?? null),
  ])
}

function renameOne(table: TableDraft, action: Do<'renameColumn'>, catalogue: Catalogue): void {
  const column = columnNamed(table, action.column, catalogue)
  if (!column) {
    missing(table, action.column, catalogue)
    return
  }
  for (const heir of heirsOf(table, catalogue)) {
    const twin = columnNamed(heir, column.name, catalogue)
    if (twin) renameColumn(heir, { column: twin, to: action.to }, catalogue)
  }
  renameColumn(table, { column, to: action.to }, catalogue)
}

type Acts = {
  readonly [K in AlterAction['do']]: (table: TableDraft, action: Do<K>, catalogue: Catalogue) => void
}

const acts: Acts = {
  addColumn,
  dropColumn: dropOne,
  redefineColumn: redefine,
  alterColumn: alterOne,
  renameColumn: renameOne,
  rename: (table, action, catalogue) => {
    renameRelation(table, action.to, catalogue)
  },
  setSchema: (table, action, catalogue) => {
    moveRelation(table, action.schema, catalogue)
  },
  addConstraint: addOne,
  dropConstraint,
  renameConstraint,
  alterConstraint,
  alterIndex: (table, { name, invisible }, catalogue) => {
    const part = onPart(table, { name, what: 'index' }, catalogue)
    if (part?.kind === 'index') part.isInvisible = invisible
  },
  convertText,
  validateConstraint: validate,
  attachPartition: attach,
  detachPartition: (table, action, catalogue) => {
    const partition = other(action.partition, table, catalogue)
    if (partition) partition.partitionOf = undefined
  },
  partitionBy: (table, { partitioning }, catalogue) => {
    table.partitioning = partitioning ? partitioningOf(table, partitioning, catalogue) : undefined
  },
  inherit,
  rowSecurity,
  persistence: (table, { to }) => {
    table.persistence = to === 'permanent' ? undefined : to
  },
  options: (table, { options }) => {
    table.options = mergeOptions(table.options, options)
  },
  comment: (table, { comment }) => {
    table.comment = comment
  },
  trigger: setTrigger,
  keep,
  nothing: () => undefined,
}

/** Each action meets its own function. */
function act<K extends AlterAction['do']>(table: TableDraft, action: Do<K>, catalogue: Catalogue): void {
  const carryOut = acts[action.do] as (table: TableDraft, action: Do<K>, catalogue: Catalogue) => void
  carryOut(table, action, catalogue)
}

export function alterTable(said: Said & { readonly kind: 'alterTable' }, catalogue: Catalogue): void {
  const table = catalogue.table(said.name)
  if (table) {
    for (const action of said.actions) act(table, action, catalogue)
    return
  }
  // ALTER TABLE is also said of views and sequences: their owner, their name.
  if (said.actions.every((action) => action.do === 'nothing')) {
    catalogue.session()
    return
  }
  if (alterOther(said, catalogue)) return
  if (said.ifExists) {
    catalogue.session()
    return
  }
  const message = `There is no table ${shown(said.name)} to alter.`
  catalogue.keepAside({
    level: 'loss',
    code: 'missingTable',
    message,
    remedy: 'Import it together with the script that makes the table.',
  })
}

function alterOther(
  { name, actions }: Said & { readonly kind: 'alterTable' },
  catalogue: Catalogue,
): boolean {
  const view = catalogue.find(catalogue.views, name)
  if (!view) return false
  for (const action of actions) {
    if (action.do === 'rename') renameRelation(view, action.to, catalogue)
    else if (action.do === 'setSchema') moveRelation(view, action.schema, catalogue)
    else if (action.do === 'options') view.options = mergeOptions(view.options, action.options)
    else if (action.do !== 'nothing') return false
  }
  return true
}
