// DROP of whole objects.
import { assertNever } from '../../../lib/assertNever'
import type { ObjectKind, Said, Subject } from '../statement'
import { shown, type Catalogue } from './catalogue'
import { dropColumn, dropRelation, partNamed, removePart, removeWhere, routineOf } from './drop'
import type { IndexDraft, KeyDraft, TableDraft, TriggerDraft, UserTypeDraft, ViewDraft } from './drafts'
import { partsOf } from './mentions'
import { columnsOfType } from './types'

export interface FoundIndex {
  readonly owner: TableDraft | ViewDraft
  readonly index: IndexDraft | KeyDraft
}

/** An index by its name; where names are one to a table the table is said. */
export function indexNamed(
  subject: { readonly name: Subject['name']; readonly on?: Subject['name'] | undefined },
  catalogue: Catalogue,
): FoundIndex | undefined {
  const { name, on } = subject
  const owners: readonly (TableDraft | ViewDraft)[] = on
    ? [catalogue.relation(on)].filter((owner) => owner !== undefined)
    : [...catalogue.tables.values(), ...catalogue.views.values()]
  const isMeant = (index: IndexDraft | KeyDraft) =>
    catalogue.isSame(index.name === '' ? index.engineName : index.name, name.name)
  for (const owner of owners) {
    if (
      name.schema !== undefined &&
      (owner.home?.name ?? '') !== name.schema &&
      !isHomeOf(owner, name.schema, catalogue)
    )
      continue
    const keys = owner.kind === 'table' ? partsOf(owner).filter(isKey) : []
    const index = owner.indexes.find(isMeant) ?? keys.find(isMeant)
    if (index) return { owner, index }
  }
  return undefined
}

const isKey = (part: { readonly kind: string }): part is KeyDraft =>
  part.kind === 'primaryKey' || part.kind === 'unique'

const isHomeOf = (owner: TableDraft | ViewDraft, schema: string, catalogue: Catalogue): boolean =>
  owner.home === undefined && catalogue.isHome(schema)

export function triggerNamed(
  subject: { readonly name: Subject['name']; readonly on?: Subject['name'] | undefined },
  catalogue: Catalogue,
): TriggerDraft | undefined {
  const all = catalogue.triggers.all(subject.name.name)
  const owner = subject.on && catalogue.relation(subject.on)
  return owner ? all.find((trigger) => trigger.on === owner) : all[0]
}

type ObjectSubject = Subject & { readonly kind: ObjectKind }

function dropType(type: UserTypeDraft, cascade: boolean, catalogue: Catalogue): void {
  if (type.kind === 'enum') catalogue.enums.delete(type)
  else if (type.kind === 'domain') catalogue.domains.delete(type)
  else catalogue.composites.delete(type)
  removeWhere(catalogue.grants, ({ on }) => on === type)
  for (const [table, column] of columnsOfType(type, catalogue)) {
    if (cascade) dropColumn(table, column, catalogue)
    else column.type = { raw: column.type.raw }
  }
}

function dropSchema(name: string, catalogue: Catalogue): boolean {
  const namespace = catalogue.namespaces.get(name)
  if (!namespace) return false
  const isIn = (object: { readonly home: unknown }) => object.home === namespace
  for (const map of [catalogue.tables, catalogue.views])
    for (const relation of [...map.values()].filter(isIn))
      dropRelation(relation, { cascade: true }, catalogue)
  for (const type of [
    ...catalogue.enums.values(),
    ...catalogue.domains.values(),
    ...catalogue.composites.values(),
  ])
    if (isIn(type)) dropType(type, true, catalogue)
  for (const routine of [...catalogue.routines.values()].filter(isIn)) catalogue.routines.delete(routine)
  for (const sequence of [...catalogue.sequences.values()].filter(isIn)) catalogue.sequences.delete(sequence)
  removeWhere(catalogue.grants, ({ on }) => on === namespace)
  catalogue.namespaces.delete(namespace)
  return true
}

function dropIndex(subject: ObjectSubject, catalogue: Catalogue): boolean {
  const found = indexNamed(subject, catalogue)
  if (!found) return false
  const { owner, index } = found
  if (owner.kind === 'table') removePart(owner, index, catalogue)
  else owner.indexes = owner.indexes.filter((other) => other !== index)
  return true
}

function dropPolicy(subject: ObjectSubject, catalogue: Catalogue): boolean {
  const table = subject.on && catalogue.table(subject.on)
  const policy = table?.policies.find(({ name }) => catalogue.isSame(name, subject.name.name))
  if (!table || !policy) return false
  table.policies = table.policies.filter((other) => other !== policy)
  return true
}

function dropSequence(subject: ObjectSubject, catalogue: Catalogue): boolean {
  const sequence = catalogue.find(catalogue.sequences, subject.name)
  if (!sequence) return false
  catalogue.sequences.delete(sequence)
  removeWhere(catalogue.grants, ({ on }) => on === sequence)
  return true
}

function dropRole(name: string, catalogue: Catalogue): boolean {
  const role = catalogue.roles.get(name)
  if (!role) return false
  catalogue.roles.delete(role)
  for (const other of catalogue.roles.values())
    other.memberOf = other.memberOf.filter((member) => member !== role)
  return true
}

/** False when there is no such thing. */
function dropOne(subject: Subject, cascade: boolean, catalogue: Catalogue): boolean {
  switch (subject.kind) {
    case 'table':
    case 'view': {
      const map = subject.kind === 'table' ? catalogue.tables : catalogue.views
      const relation = catalogue.find<TableDraft | ViewDraft>(map, subject.name)
      if (relation) dropRelation(relation, { cascade }, catalogue)
      return relation !== undefined
    }
    case 'schema':
      return dropSchema(subject.name.name, catalogue)
    case 'index':
      return dropIndex(subject, catalogue)
    case 'enum':
    case 'domain':
    case 'composite':
    case 'type': {
      const type = catalogue.userType(subject.name)
      if (type) dropType(type, cascade, catalogue)
      return type !== undefined
    }
    case 'sequence':
      return dropSequence(subject, catalogue)
    case 'routine': {
      const routine = routineOf({ ...subject, kind: 'routine' }, catalogue)
      if (routine) catalogue.routines.delete(routine)
      return routine !== undefined
    }
    case 'trigger': {
      const trigger = triggerNamed(subject, catalogue)
      if (trigger) catalogue.triggers.delete(trigger)
      return trigger !== undefined
    }
    case 'policy':
      return dropPolicy(subject, catalogue)
    case 'role':
      return dropRole(subject.name.name, catalogue)
    case 'extension': {
      const extension = catalogue.extensions.get(subject.name.name)
      if (extension) catalogue.extensions.delete(extension)
      return extension !== undefined
    }
    case 'column':
    case 'constraint':
    case 'enumValue':
      return dropMember(subject, catalogue)
    default:
      return assertNever(subject)
  }
}

function dropMember(
  subject: Subject & { readonly kind: 'column' | 'constraint' | 'enumValue' },
  catalogue: Catalogue,
): boolean {
  if (subject.kind !== 'constraint') return false
  const table = catalogue.table(subject.on)
  const part = table && partNamed(table, { name: subject.name.name }, catalogue)
  if (table && part) removePart(table, part, catalogue)
  return part !== undefined
}

export function drop(said: Said & { readonly kind: 'drop' }, catalogue: Catalogue): void {
  for (const subject of said.what) {
    if (dropOne(subject, said.cascade ?? false, catalogue)) continue
    if (said.ifExists) {
      catalogue.session()
      continue
    }
    catalogue.tell({
      level: 'warning',
      code: 'unknownDropped',
      message: `DROP ${subject.kind.toUpperCase()} ${shown(subject.name)}: there is none, and nothing is dropped.`,
    })
  }
}
