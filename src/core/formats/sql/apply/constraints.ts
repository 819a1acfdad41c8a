// Keys, checks, foreign keys, exclusions and indexes as they are added to a table.
import { assertNever } from '../../../lib/assertNever'
import type {
  CheckFacts,
  ConstraintFacts,
  ExclusionFacts,
  ForeignKeyFacts,
  IndexFacts,
  KeyFacts,
  PartFacts,
  Spot,
} from '../statement'
import { nameOf, shown, type Catalogue } from './catalogue'
import { columnNamed } from './column'
import type {
  AnyColumnDraft,
  CheckDraft,
  ColumnDraft,
  ConstraintLike,
  ExclusionDraft,
  ForeignKeyDraft,
  IndexDraft,
  KeyDraft,
  PartDraft,
  TableDraft,
  ViewDraft,
} from './drafts'
import { engineNameOf } from './engineNames'
import { partsOf } from './mentions'
import { bindForeignKey } from './foreignKey'
import { some } from './some'

const kindWords = {
  primaryKey: 'primary key',
  unique: 'unique key',
  check: 'check',
  foreignKey: 'foreign key',
  exclusion: 'exclusion',
  index: 'index',
} as const satisfies Readonly<Record<ConstraintFacts['kind'], string>>

const shownConstraint = ({
  kind,
  name,
}: {
  readonly kind: ConstraintFacts['kind']
  readonly name: string
}) => (name === '' ? kindWords[kind] : `${kindWords[kind]} ${name}`)

/** Columns by name; undefined, with the first name that is not there told by the caller, when one is missing. */
function columnsNamed(
  table: TableDraft,
  names: readonly string[],
  catalogue: Catalogue,
): { readonly columns: readonly ColumnDraft[]; readonly missing: string | undefined } {
  const columns: ColumnDraft[] = []
  for (const name of names) {
    const column = columnNamed(table, name, catalogue)
    if (!column) return { columns, missing: name }
    columns.push(column)
  }
  return { columns, missing: undefined }
}

interface Refusal {
  readonly facts: { readonly kind: ConstraintFacts['kind']; readonly name: string }
  readonly at: Spot
  readonly code: string
  readonly why: string
}

/** The constraint cannot be: it is kept as a comment, with a notice. */
function refuse(table: TableDraft, { facts, at: spot, code, why }: Refusal, catalogue: Catalogue): void {
  const at = catalogue.origin(spot)
  const name = catalogue.dialect.names.spell(table.name)
  const message = `The ${shownConstraint(facts)} of ${shown(nameOf(table))} is left out: ${why}.`
  const text = `ALTER TABLE ${name} ADD ${catalogue.textAt(spot)}`
  catalogue.keepAside({ level: 'loss', code, message, remedy: 'It is kept as a comment.' }, at, text)
}

const enforcementOf = (facts: Pick<KeyFacts, 'deferrable' | 'state'>) => ({
  ...some('deferrable', facts.deferrable),
  ...some('state', facts.state),
})

interface BaseFacts {
  readonly name: string
  readonly comment?: string
  readonly options?: KeyDraft['options']
  readonly deferrable?: KeyFacts['deferrable']
  readonly state?: KeyFacts['state']
  readonly at: Spot
}

const baseOf = (facts: BaseFacts, catalogue: Catalogue) => ({
  name: facts.name,
  engineName: '',
  comment: facts.comment ?? '',
  enforcement: enforcementOf(facts as Pick<KeyFacts, 'deferrable' | 'state'>),
  options: facts.options ?? [],
  at: catalogue.origin(facts.at),
})

/** A part of the table from here on, under the name that the engine would give it. */
export function settleName(part: ConstraintLike, table: TableDraft, catalogue: Catalogue): void {
  part.engineName = engineNameOf(part, table, catalogue)
  if (part.kind !== 'check' && part.kind !== 'foreignKey') catalogue.indexNames.add(part.engineName)
}

function makeKey(table: TableDraft, facts: KeyFacts, catalogue: Catalogue): KeyDraft | string {
  const { columns, missing } = columnsNamed(
    table,
    facts.parts.map(({ column }) => column),
    catalogue,
  )
  const include = columnsNamed(table, facts.include ?? [], catalogue)
  const lost = missing ?? include.missing
  if (lost !== undefined) return lost
  return {
    ...baseOf(facts, catalogue),
    kind: facts.kind,
    parts: columns.map((column, i) => ({
      column,
      ...some('sort', facts.parts[i]?.sort),
      ...some('length', facts.parts[i]?.length),
    })),
    include: include.columns,
    nullsNotDistinct: facts.nullsNotDistinct ?? false,
    withoutOverlaps: facts.withoutOverlaps ?? false,
  }
}

/** ADD CONSTRAINT … USING INDEX: the index becomes the key. */
function keyFromIndex(table: TableDraft, facts: KeyFacts, catalogue: Catalogue): KeyFacts | undefined {
  const index = table.indexes.find(({ name, engineName }) =>
    catalogue.isSame(name === '' ? engineName : name, facts.usingIndex ?? ''),
  )
  if (!index) return undefined
  table.indexes = table.indexes.filter((other) => other !== index)
  catalogue.indexNames.delete(index.name)
  return {
    ...facts,
    name: facts.name === '' ? index.name : facts.name,
    parts: index.parts.flatMap(({ on, sort }) =>
      'column' in on ? [{ column: on.column.name, ...some('sort', sort) }] : [],
    ),
    include: index.include.map(({ name }) => name),
    nullsNotDistinct: index.nullsNotDistinct,
  }
}

function addKey(table: TableDraft, given: KeyFacts, catalogue: Catalogue): void {
  const facts = given.usingIndex === undefined ? given : keyFromIndex(table, given, catalogue)
  if (!facts) {
    const message = `there is no index ${given.usingIndex ?? ''}`
    refuse(table, { facts: given, at: given.at, code: 'missingIndex', why: message }, catalogue)
    return
  }
  if (facts.kind === 'primaryKey' && table.primaryKey && !table.primaryKey.isInherited) {
    const message = 'the table has a primary key already'
    refuse(table, { facts, at: facts.at, code: 'duplicatePrimaryKey', why: message }, catalogue)
    return
  }
  const key = makeKey(table, facts, catalogue)
  if (typeof key === 'string') {
    refuse(table, { facts, at: facts.at, code: 'missingColumn', why: `there is no column ${key}` }, catalogue)
    return
  }
  if (key.kind === 'primaryKey' && table.primaryKey) {
    catalogue.indexNames.delete(table.primaryKey.engineName)
    table.primaryKey = undefined
  }
  settleName(key, table, catalogue)
  if (key.kind === 'unique') table.uniques.push(key)
  else {
    table.primaryKey = key
    if (catalogue.dialect.id !== 'sqlite') for (const { column } of key.parts) column.nullable = false
  }
}

function addCheck(table: TableDraft, facts: CheckFacts, catalogue: Catalogue): void {
  const check: CheckDraft = {
    ...baseOf(facts, catalogue),
    kind: 'check',
    expression: facts.expression.trim(),
    noInherit: facts.noInherit ?? false,
  }
  settleName(check, table, catalogue)
  table.checks.push(check)
}

function addForeignKey(table: TableDraft, facts: ForeignKeyFacts, catalogue: Catalogue): void {
  const { columns, missing } = columnsNamed(table, facts.columns, catalogue)
  const some_ = columnsNamed(table, facts.onDeleteColumns ?? [], catalogue)
  const lost = missing ?? some_.missing
  if (lost !== undefined) {
    const message = `there is no column ${lost}`
    refuse(table, { facts, at: facts.at, code: 'missingColumn', why: message }, catalogue)
    return
  }
  if (facts.parentColumns && facts.parentColumns.length !== facts.columns.length) {
    const message = `${facts.columns.length} columns cannot refer to ${facts.parentColumns.length}`
    refuse(table, { facts, at: facts.at, code: 'wrongArity', why: message }, catalogue)
    return
  }
  const home = catalogue.homeFor(facts.parent)
  const key: ForeignKeyDraft = {
    ...baseOf(facts, catalogue),
    kind: 'foreignKey',
    table,
    columns,
    parent: undefined,
    parentName:
      facts.parent.schema === undefined && home
        ? { schema: home.name, name: facts.parent.name }
        : facts.parent,
    parentColumns: undefined,
    onDelete: facts.onDelete,
    onUpdate: facts.onUpdate,
    onDeleteColumns: some_.columns,
    facts,
  }
  settleName(key, table, catalogue)
  table.foreignKeys.push(key)
  bindForeignKey(key, catalogue)
}

interface Owner {
  readonly owner: TableDraft | ViewDraft
  readonly catalogue: Catalogue
}

/** A view's columns are known by what speaks of them. */
function ownerColumn(name: string, { owner, catalogue }: Owner): AnyColumnDraft | undefined {
  if (owner.kind === 'table') return columnNamed(owner, name, catalogue)
  const known = columnNamed(owner, name, catalogue)
  if (known) return known
  const made = { name, comment: '', type: { raw: '' } }
  owner.columns.push(made)
  return made
}

const restOf = ({ on: _on, ...rest }: PartFacts) => rest

function makePart(facts: PartFacts, owner: Owner): PartDraft | string {
  const { on } = facts
  if ('expression' in on) return { ...restOf(facts), on: { expression: on.expression.trim() } }
  const column = ownerColumn(on.column, owner)
  return column ? { ...restOf(facts), on: { column } } : on.column
}

/** The parts, or the first column that is not there. */
export function makeParts(facts: readonly PartFacts[], owner: Owner): readonly PartDraft[] | string {
  const parts: PartDraft[] = []
  for (const fact of facts) {
    const part = makePart(fact, owner)
    if (typeof part === 'string') return part
    parts.push(part)
  }
  return parts
}

export function makeIndex(facts: IndexFacts, at: Spot, owner: Owner): IndexDraft | string {
  const { catalogue } = owner
  const parts = makeParts(facts.parts, owner)
  if (typeof parts === 'string') return parts
  const include: AnyColumnDraft[] = []
  for (const name of facts.include ?? []) {
    const column = ownerColumn(name, owner)
    if (!column) return name
    include.push(column)
  }
  return {
    kind: 'index',
    name: facts.name,
    engineName: '',
    comment: facts.comment ?? '',
    unique: facts.unique,
    method: facts.method.toLowerCase() === 'btree' ? '' : facts.method,
    parts,
    include,
    where: facts.where?.trim(),
    nullsNotDistinct: facts.nullsNotDistinct ?? false,
    isInvisible: facts.invisible ?? false,
    options: facts.options ?? [],
    at: catalogue.origin(at),
  }
}

function addInlineIndex(
  table: TableDraft,
  given: { readonly index: IndexFacts; readonly at: Spot },
  catalogue: Catalogue,
) {
  const index = makeIndex(given.index, given.at, { owner: table, catalogue })
  if (typeof index === 'string') {
    const facts = { kind: 'index', name: given.index.name } as const
    const message = `there is no column ${index}`
    refuse(table, { facts, at: given.at, code: 'missingColumn', why: message }, catalogue)
    return
  }
  settleName(index, table, catalogue)
  table.indexes.push(index)
}

function addExclusion(table: TableDraft, facts: ExclusionFacts, catalogue: Catalogue): void {
  const parts = makeParts(facts.parts, { owner: table, catalogue })
  if (typeof parts === 'string') {
    const message = `there is no column ${parts}`
    refuse(table, { facts, at: facts.at, code: 'missingColumn', why: message }, catalogue)
    return
  }
  const exclusion: ExclusionDraft = {
    ...baseOf(facts, catalogue),
    kind: 'exclusion',
    method: facts.method,
    parts: parts.map((part, i) => ({ ...part, operator: facts.parts[i]?.operator ?? '=' })),
    where: facts.where?.trim(),
  }
  settleName(exclusion, table, catalogue)
  table.exclusions.push(exclusion)
}

/** A name that a constraint of the same table bears already: the first stays. */
function isDuplicate(table: TableDraft, facts: ConstraintFacts, catalogue: Catalogue): boolean {
  const name = facts.kind === 'index' ? facts.index.name : facts.name
  if (name === '') return false
  return partsOf(table).some(
    (part) =>
      (part.kind === 'index') ===
        (facts.kind === 'index' || (catalogue.isPostgres && part.kind === 'index')) &&
      part.name !== '' &&
      !('isInherited' in part) &&
      catalogue.isSame(part.name, name),
  )
}

export function addConstraint(table: TableDraft, facts: ConstraintFacts, catalogue: Catalogue): void {
  if (isDuplicate(table, facts, catalogue)) {
    const named = facts.kind === 'index' ? { kind: facts.kind, name: facts.index.name } : facts
    const message = 'the table has one of this name already'
    refuse(table, { facts: named, at: facts.at, code: 'duplicateConstraint', why: message }, catalogue)
    return
  }
  switch (facts.kind) {
    case 'primaryKey':
    case 'unique':
      addKey(table, facts, catalogue)
      return
    case 'check':
      addCheck(table, facts, catalogue)
      return
    case 'foreignKey':
      addForeignKey(table, facts, catalogue)
      return
    case 'exclusion':
      addExclusion(table, facts, catalogue)
      return
    case 'index':
      addInlineIndex(table, facts, catalogue)
      return
    default:
      assertNever(facts)
  }
}
