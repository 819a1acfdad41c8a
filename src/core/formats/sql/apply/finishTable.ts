// A table's record and all that lives inside it.
import {
  makeCheck,
  makeColumn,
  makeExclusion,
  makeIndex,
  makeKey,
  makePolicy,
  makeTable,
  makeUniqueKey,
} from '../../../model/factory'
import type {
  Check,
  Column,
  Exclusion,
  Identity,
  Index,
  IndexPart,
  Key,
  Policy,
  Table,
  UniqueKey,
} from '../../../model/records'
import { sqlText } from '../../../model/sqlText'
import { userType, type ColumnType } from '../../../model/type'
import type { Catalogue } from './catalogue'
import type {
  CheckDraft,
  ColumnDraft,
  ConstraintLike,
  ExclusionDraft,
  IndexDraft,
  KeyDraft,
  PartDraft,
  PolicyDraft,
  TableDraft,
  TypeDraft,
} from './drafts'
import { engineNameOf } from './engineNames'
import { counting, type Ids } from './ids'
import { countingOf } from './sequences'
import { some } from './some'
import { suffixOf, userTypeOf } from './types'

export interface Finish {
  readonly catalogue: Catalogue
  readonly ids: Ids
  /** Types that were read already. */
  readonly types: Map<string, ColumnType>
}

/** The id is given beside it: drafts have theirs from the first who asked. */
const noId = () => ''

/** Thousands of columns share a few types. */
function plainType(raw: string, { catalogue, types }: Finish): ColumnType {
  const known = types.get(raw)
  if (known) return known
  const made = catalogue.dialect.types.parse(raw)
  types.set(raw, made)
  return made
}

/** A type that was made after the column, or never. */
export function finishType(type: TypeDraft, finish: Finish): ColumnType {
  const { catalogue, ids } = finish
  const of = type.of ?? userTypeOf(type.raw, catalogue)
  if (!of) return plainType(type.raw, finish)
  const dimensions = suffixOf(type.raw).split('[').length - 1
  const made = userType(ids.of(of.kind, of), type.raw)
  return dimensions > 0 ? { ...made, array: dimensions } : made
}

/** Every index of MySQL has a name for good; those that count along with their table are renamed with it. */
const mysqlNameIn = (name: string, table: TableDraft): string =>
  name.replace(/^.*(_(?:ibfk|chk)_\d+)$/s, (_all, tail: string) => table.name + tail)

/** Nobody named it: the engine's name is kept only where it would be another one by now. */
export function finishName(part: ConstraintLike, table: TableDraft, catalogue: Catalogue): string {
  if (part.name !== '' || part.engineName === '') return part.name
  if (catalogue.isMysql) return part.kind === 'primaryKey' ? '' : mysqlNameIn(part.engineName, table)
  if (!catalogue.isPostgres) return part.name
  return part.engineName === engineNameOf(part, table, catalogue) ? '' : part.engineName
}

function finishIdentity(
  table: TableDraft,
  column: ColumnDraft,
  { catalogue, ids }: Finish,
): Identity | undefined {
  const identity = countingOf(table, column, catalogue)
  if (!identity) return undefined
  const { sequence, ...rest } = identity
  return { ...rest, ...some('sequence', sequence && ids.of('sequence', sequence)) }
}

const textOf = (text: string | undefined) => (text === undefined || text === '' ? undefined : sqlText(text))

/** MySQL's BINARY behind a type is read as `_bin`: which collation that is hangs on the charset. */
function collationOf(table: TableDraft, column: ColumnDraft): string {
  if (column.collation !== '_bin') return column.collation
  const says = (what: string) => table.options.find(({ name }) => name === what)?.value
  const charset = says('DEFAULT CHARSET') ?? says('COLLATE')?.split('_', 1)[0] ?? 'utf8mb4'
  return `${column.charset === '' ? charset : column.charset}_bin`
}

function finishColumn(table: TableDraft, column: ColumnDraft, finish: Finish): Omit<Column, 'order'> {
  const { ids } = finish
  const identity = finishIdentity(table, column, finish)
  const { generated } = column
  return makeColumn(noId, {
    name: column.name,
    type: finishType(column.type, finish),
    nullable: column.nullable && (!identity || finish.catalogue.dialect.id === 'sqlite'),
    ...some('notNullName', column.notNullName),
    ...some('default', identity ? undefined : textOf(column.default)),
    ...some('defaultName', column.defaultName),
    ...some('identity', identity),
    ...(generated && { generated: { ...generated, expression: sqlText(generated.expression) } }),
    collation: collationOf(table, column),
    charset: column.charset,
    ...some('onUpdate', textOf(column.onUpdate)),
    ...(column.isInvisible && { invisible: true }),
    comment: column.comment,
    options: column.options,
    properties: column.properties,
    id: ids.of('column', column),
  })
}

const columnIds = (columns: readonly object[], { ids }: Finish) =>
  columns.map((column) => ids.of('column', column))

function finishKey(table: TableDraft, key: KeyDraft, finish: Finish): Key {
  const { catalogue, ids } = finish
  return makeKey(noId, {
    id: ids.of('key', key),
    name: finishName(key, table, catalogue),
    parts: key.parts.map((part) => ({ ...part, column: ids.of('column', part.column) })),
    include: columnIds(key.include, finish),
    ...(key.withoutOverlaps && { withoutOverlaps: true }),
    comment: key.comment,
    options: key.options,
    ...key.enforcement,
  })
}

function finishUnique(table: TableDraft, key: KeyDraft, finish: Finish): Omit<UniqueKey, 'order'> {
  const made = makeUniqueKey(() => '', { ...finishKey(table, key, finish) })
  return { ...made, ...(key.nullsNotDistinct && { nullsNotDistinct: true }) }
}

export function finishCheck(check: CheckDraft, name: string, { ids }: Finish): Omit<Check, 'order'> {
  return makeCheck(noId, {
    id: ids.of('check', check),
    name,
    expression: sqlText(check.expression),
    ...(check.noInherit && { noInherit: true }),
    comment: check.comment,
    ...check.enforcement,
  })
}

export const finishPart = ({ on, ...rest }: PartDraft, { ids }: Finish): IndexPart => ({
  ...rest,
  on: 'column' in on ? { column: ids.of('column', on.column) } : { expression: sqlText(on.expression) },
})

function finishExclusion(table: TableDraft, draft: ExclusionDraft, finish: Finish): Omit<Exclusion, 'order'> {
  const made = makeExclusion(() => '', {
    name: finishName(draft, table, finish.catalogue),
    method: draft.method,
    parts: draft.parts.map((part) => ({ ...finishPart(part, finish), operator: part.operator })),
    ...some('where', textOf(draft.where)),
    comment: draft.comment,
    ...draft.enforcement,
  })
  return { ...made, id: finish.ids.of('exclusion', draft) }
}

export function finishIndex(index: IndexDraft, name: string, finish: Finish): Omit<Index, 'order'> {
  return makeIndex(noId, {
    id: finish.ids.of('index', index),
    name,
    unique: index.unique,
    method: index.method,
    parts: index.parts.map((part) => finishPart(part, finish)),
    include: columnIds(index.include, finish),
    ...some('where', textOf(index.where)),
    ...(index.nullsNotDistinct && { nullsNotDistinct: true }),
    ...(index.isInvisible && { invisible: true }),
    comment: index.comment,
    options: index.options,
  })
}

function finishPolicy(policy: PolicyDraft, { ids }: Finish): Omit<Policy, 'order'> {
  const made = makePolicy(() => '', {
    name: policy.name,
    command: policy.command,
    permissive: policy.permissive,
    roles: policy.roles,
    ...some('using', textOf(policy.using)),
    ...some('check', textOf(policy.check)),
    comment: policy.comment,
  })
  return { ...made, id: ids.of('policy', policy) }
}

/** In the order in which they were made; the rows are fresh, so each takes its place itself. */
export function inTurn<T extends object>(rows: readonly T[]): readonly (T & { readonly order: string })[] {
  const next = counting()
  return rows.map((row) => Object.assign(row, { order: next() }))
}

function links(table: TableDraft, finish: Finish): Partial<Table> {
  const { ids, catalogue } = finish
  const { partitioning, partitionOf, rowSecurity } = table
  return {
    ...some('namespace', table.home && ids.of('namespace', table.home)),
    ...some('persistence', table.persistence),
    ...(rowSecurity.isEnabled && { rowSecurity: rowSecurity.isForced ? 'forced' : 'enabled' }),
    ...(partitioning && {
      partitioning: {
        method: partitioning.method,
        parts: partitioning.parts.map((part) => finishPart(part, finish)),
        ...some('definition', textOf(partitioning.definition)),
        dialect: catalogue.dialect.id,
      },
    }),
    ...(partitionOf && {
      partitionOf: { table: ids.of('table', partitionOf.parent), bounds: sqlText(partitionOf.bounds) },
    }),
    inherits: table.inherits.map((parent) => ids.of('table', parent)),
  }
}

export function finishTable(table: TableDraft, finish: Finish): Omit<Table, 'order'> {
  const { catalogue, ids } = finish
  const { primaryKey } = table
  return makeTable(noId, {
    id: ids.of('table', table),
    name: table.name,
    comment: table.comment,
    columns: inTurn(table.columns.map((column) => finishColumn(table, column, finish))),
    ...(primaryKey && { primaryKey: finishKey(table, primaryKey, finish) }),
    uniques: inTurn(table.uniques.map((key) => finishUnique(table, key, finish))),
    checks: inTurn(
      table.checks.map((check) => finishCheck(check, finishName(check, table, catalogue), finish)),
    ),
    exclusions: inTurn(table.exclusions.map((exclusion) => finishExclusion(table, exclusion, finish))),
    indexes: inTurn(
      table.indexes.map((index) => finishIndex(index, finishName(index, table, catalogue), finish)),
    ),
    policies: inTurn(table.policies.map((policy) => finishPolicy(policy, finish))),
    options: table.options,
    properties: table.properties,
    ...links(table, finish),
  })
}
