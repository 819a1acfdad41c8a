// Renames, with the texts that engines rewrite along with them.
import { assertNever } from '../../../lib/assertNever'
import type { ObjectName, Said, Subject } from '../statement'
import { nameOf, shown, type Catalogue } from './catalogue'
import { columnNamed } from './column'
import { settleName } from './constraints'
import type {
  AnyColumnDraft,
  ColumnDraft,
  NamespaceDraft,
  PartDraft,
  TableDraft,
  UserTypeDraft,
  ViewDraft,
} from './drafts'
import { partNamed, routineOf } from './drop'
import { indexNamed, triggerNamed } from './dropObjects'
import { bindPending } from './foreignKey'
import { renameInText, textMentions } from './mentions'
import type { NameMap } from './nameMap'
import { respellType } from './types'

interface Renaming {
  readonly from: string
  readonly to: string
}

const renamedParts = <P extends PartDraft>(
  parts: readonly P[],
  change: (text: string) => string,
): readonly P[] =>
  parts.map((part) =>
    'expression' in part.on ? { ...part, on: { expression: change(part.on.expression) } } : part,
  )

/** Every expression of the table that may name its columns. */
function rewriteTable(table: TableDraft, renaming: Renaming, catalogue: Catalogue): void {
  const change = (text: string) => renameInText(text, renaming, catalogue.dialect)
  for (const column of table.columns) {
    if (column.generated)
      column.generated = { ...column.generated, expression: change(column.generated.expression) }
  }
  for (const check of table.checks) check.expression = change(check.expression)
  for (const index of table.indexes) {
    index.parts = renamedParts(index.parts, change)
    if (index.where !== undefined) index.where = change(index.where)
  }
  for (const exclusion of table.exclusions) {
    exclusion.parts = renamedParts(exclusion.parts, change)
    if (exclusion.where !== undefined) exclusion.where = change(exclusion.where)
  }
  for (const policy of table.policies) {
    if (policy.using !== undefined) policy.using = change(policy.using)
    if (policy.check !== undefined) policy.check = change(policy.check)
  }
  if (table.partitioning)
    table.partitioning = { ...table.partitioning, parts: renamedParts(table.partitioning.parts, change) }
}

export function renameColumn(
  table: TableDraft,
  { column, to }: { readonly column: ColumnDraft; readonly to: string },
  catalogue: Catalogue,
): void {
  const taken = columnNamed(table, to, catalogue)
  if (taken && taken !== column) {
    const message = `${shown(nameOf(table))} has a column ${to} already: ${column.name} keeps its name.`
    catalogue.keepAside({ level: 'loss', code: 'duplicateColumn', message })
    return
  }
  const renaming = { from: column.name, to }
  column.name = to
  rewriteTable(table, renaming, catalogue)
  for (const trigger of catalogue.triggers.values())
    if (trigger.on === table && !catalogue.isMysql)
      trigger.definition = renameInText(trigger.definition, renaming, catalogue.dialect)
  tellViews(table, renaming, catalogue)
}

/** Engines keep views by reference; a text that names the old column is shown to the reader. */
function tellViews(table: TableDraft, { from, to }: Renaming, catalogue: Catalogue): void {
  for (const view of catalogue.views.values()) {
    const isMeant =
      textMentions(view.query, table.name, catalogue.dialect) &&
      textMentions(view.query, from, catalogue.dialect)
    if (!isMeant) continue
    catalogue.tell({
      level: 'warning',
      code: 'viewNamesOldColumn',
      message: `The view ${shown(nameOf(view))} may still say ${from} for the column ${to} of ${table.name}.`,
      about: view,
    })
  }
}

/** Views and triggers that name the table by its old name. */
function rewriteOthers(renaming: Renaming, catalogue: Catalogue): void {
  const { dialect } = catalogue
  if (!catalogue.isMysql) {
    for (const view of catalogue.views.values()) view.query = renameInText(view.query, renaming, dialect)
  }
  for (const trigger of catalogue.triggers.values())
    trigger.definition = renameInText(trigger.definition, renaming, dialect)
}

function isFree(
  relation: { readonly name: string },
  at: { readonly home: NamespaceDraft | undefined; readonly name: string },
  catalogue: Catalogue,
): boolean {
  const taken =
    catalogue.inHome(catalogue.tables, at.home, at.name) ??
    catalogue.inHome(catalogue.views, at.home, at.name)
  if (taken === undefined || taken === relation) return true
  const message = `There is a ${at.name} already: ${relation.name} keeps its name.`
  catalogue.keepAside({ level: 'loss', code: 'duplicateTable', message })
  return false
}

function refile(
  relation: TableDraft | ViewDraft,
  to: { readonly home: NamespaceDraft | undefined; readonly name: string },
  catalogue: Catalogue,
): void {
  // A table is filed with tables, a view with views.
  const map = (relation.kind === 'table' ? catalogue.tables : catalogue.views) as NameMap<
    TableDraft | ViewDraft
  >
  map.delete(relation)
  relation.name = to.name
  relation.home = to.home
  map.add(relation)
  if (relation.kind === 'table') bindPending(relation, catalogue)
}

export function renameRelation(relation: TableDraft | ViewDraft, to: ObjectName, catalogue: Catalogue): void {
  const home = to.schema === undefined ? relation.home : catalogue.namespace(to.schema)
  if (!isFree(relation, { home, name: to.name }, catalogue)) return
  const renaming = { from: relation.name, to: to.name }
  refile(relation, { home, name: to.name }, catalogue)
  if (relation.kind === 'table') rewriteTable(relation, renaming, catalogue)
  rewriteOthers(renaming, catalogue)
}

export function moveRelation(relation: TableDraft | ViewDraft, schema: string, catalogue: Catalogue): void {
  const home = catalogue.namespace(schema)
  if (isFree(relation, { home, name: relation.name }, catalogue))
    refile(relation, { home, name: relation.name }, catalogue)
}

function refileType(type: UserTypeDraft, to: ObjectName, catalogue: Catalogue): void {
  const map = (
    type.kind === 'enum' ? catalogue.enums : type.kind === 'domain' ? catalogue.domains : catalogue.composites
  ) as NameMap<UserTypeDraft>
  map.delete(type)
  const before = type.name
  type.name = to.name
  if (to.schema !== undefined) type.home = catalogue.namespace(to.schema)
  map.add(type)
  respellType(type, catalogue)
  rewriteCasts({ from: before, to: type.name }, catalogue)
}

/** 'new'::old_type in defaults and conditions. */
function rewriteCasts(renaming: Renaming, catalogue: Catalogue): void {
  const change = (text: string) => renameInText(text, renaming, catalogue.dialect)
  for (const table of catalogue.tables.values()) {
    for (const column of table.columns)
      if (column.default !== undefined) column.default = change(column.default)
    for (const check of table.checks) check.expression = change(check.expression)
    for (const index of table.indexes) if (index.where !== undefined) index.where = change(index.where)
  }
  for (const domain of catalogue.domains.values())
    if (domain.default !== undefined) domain.default = change(domain.default)
}

function rewriteDefaults(renaming: Renaming, catalogue: Catalogue): void {
  for (const table of catalogue.tables.values()) {
    for (const column of table.columns) {
      const value = column.default
      if (value === undefined || !/nextval/i.test(value)) continue
      column.default = value.replace(/'((?:[^']|'')*)'/, (all, name: string) => {
        const pieces = name.split('.')
        const last = catalogue.dialect.names.read(pieces.at(-1) ?? '')
        if (!catalogue.isSame(last, renaming.from)) return all
        return `'${[...pieces.slice(0, -1), catalogue.dialect.names.spell(renaming.to)].join('.')}'`
      })
    }
  }
}

/** Something that has a name and a map to be filed in. */
function refileIn<T extends { name: string }>(map: NameMap<T>, item: T | undefined, to: string): boolean {
  if (!item) return false
  map.delete(item)
  item.name = to
  map.add(item)
  return true
}

function renameMember(
  what: Subject & { readonly kind: 'column' | 'constraint' | 'enumValue' },
  to: string,
  catalogue: Catalogue,
): boolean {
  if (what.kind === 'enumValue') return renameValue(what, to, catalogue)
  const table = catalogue.table(what.kind === 'column' ? what.name : what.on)
  if (!table) return what.kind === 'column' && renameField(what, to, catalogue)
  if (what.kind === 'column') {
    const column: AnyColumnDraft | undefined = columnNamed(table, what.column, catalogue)
    const own = table.columns.find((one) => one === column)
    if (own) renameColumn(table, { column: own, to }, catalogue)
    return own !== undefined
  }
  const part = partNamed(table, { name: what.name.name }, catalogue)
  if (!part) return false
  part.name = to
  settleName(part, table, catalogue)
  return true
}

function renameField(what: Subject & { readonly kind: 'column' }, to: string, catalogue: Catalogue): boolean {
  const composite = catalogue.find(catalogue.composites, what.name)
  const field = composite?.fields.find(({ name }) => catalogue.isSame(name, what.column))
  if (field) field.name = to
  return field !== undefined
}

export function renameValue(
  what: { readonly name: ObjectName; readonly value: string },
  to: string,
  catalogue: Catalogue,
): boolean {
  const found = catalogue.find(catalogue.enums, what.name)
  const value = found?.values.find(({ name }) => name === what.value)
  if (value) value.name = to
  return value !== undefined
}

type ObjectSubject = Exclude<Subject, { readonly kind: 'column' | 'constraint' | 'enumValue' }>

function renameObject(what: ObjectSubject, to: ObjectName, catalogue: Catalogue): boolean {
  switch (what.kind) {
    case 'table':
    case 'view': {
      const relation = catalogue.relation(what.name)
      if (relation) renameRelation(relation, to, catalogue)
      return relation !== undefined
    }
    case 'schema':
      return refileIn(catalogue.namespaces, catalogue.namespaces.get(what.name.name), to.name)
    case 'index': {
      const found = indexNamed(what, catalogue)
      if (!found) return false
      catalogue.indexNames.delete(found.index.engineName)
      found.index.name = to.name
      found.index.engineName = to.name
      catalogue.indexNames.add(to.name)
      return true
    }
    case 'enum':
    case 'domain':
    case 'composite':
    case 'type': {
      const type = catalogue.userType(what.name)
      if (type) refileType(type, to, catalogue)
      return type !== undefined
    }
    case 'sequence': {
      const sequence = catalogue.find(catalogue.sequences, what.name)
      if (!sequence) return false
      const from = sequence.name
      refileIn(catalogue.sequences, sequence, to.name)
      rewriteDefaults({ from, to: to.name }, catalogue)
      return true
    }
    case 'routine':
      return refileIn(catalogue.routines, routineOf({ ...what, kind: 'routine' }, catalogue), to.name)
    case 'trigger':
      return refileIn(catalogue.triggers, triggerNamed(what, catalogue), to.name)
    case 'policy': {
      const policy = what.on && catalogue.table(what.on)?.policies.find(({ name }) => name === what.name.name)
      if (policy) policy.name = to.name
      return policy !== undefined
    }
    case 'role':
      return refileIn(catalogue.roles, catalogue.roles.get(what.name.name), to.name)
    case 'extension':
      return false
    default:
      return assertNever(what.kind)
  }
}

const isMember = (
  subject: Subject,
): subject is Subject & { readonly kind: 'column' | 'constraint' | 'enumValue' } =>
  subject.kind === 'column' || subject.kind === 'constraint' || subject.kind === 'enumValue'

export function rename(said: Said & { readonly kind: 'rename' }, catalogue: Catalogue): void {
  const { what, to } = said
  const isDone = isMember(what) ? renameMember(what, to.name, catalogue) : renameObject(what, to, catalogue)
  if (isDone) return
  const message = `There is no ${what.kind} ${shown(what.name)} to rename.`
  catalogue.keepAside({ level: 'loss', code: 'unknownRenamed', message })
}

/** ALTER … SET SCHEMA. */
export function setSchema(said: Said & { readonly kind: 'setSchema' }, catalogue: Catalogue): void {
  const { what, schema } = said
  const { name } = what
  const relation = catalogue.relation(name)
  const type = catalogue.userType(name)
  const home = catalogue.namespace(schema)
  if (what.kind === 'table' || what.kind === 'view') {
    if (relation) {
      moveRelation(relation, schema, catalogue)
      return
    }
  } else if (what.kind === 'sequence' || what.kind === 'routine') {
    const object = catalogue.find(
      what.kind === 'sequence' ? catalogue.sequences : (catalogue.routines as never),
      name,
    )
    if (object) {
      ;(object as { home: NamespaceDraft | undefined }).home = home
      return
    }
  } else if (type) {
    refileType(type, { schema, name: type.name }, catalogue)
    return
  }
  const message = `There is no ${what.kind} ${shown(name)} to move to ${schema}.`
  catalogue.keepAside({ level: 'loss', code: 'unknownRenamed', message })
}
