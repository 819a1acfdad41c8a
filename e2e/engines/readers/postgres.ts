// Reads a PostgreSQL catalogue (14 to 18) into the common shape.
import type {
  Catalogue,
  CheckEntry,
  ColumnEntry,
  CompositeEntry,
  DomainEntry,
  EnumEntry,
  ExclusionEntry,
  ForeignKeyEntry,
  GrantEntry,
  IndexEntry,
  NamespaceEntry,
  PolicyEntry,
  RoleEntry,
  RoutineEntry,
  SequenceEntry,
  TableEntry,
  TriggerEntry,
  UniqueEntry,
  ViewEntry,
} from '../catalogue'
import type { Row } from '../engine'
import { byOwner, groupBy, pick } from './rows'
import * as ask from './postgresSql'

type Query = (sql: string) => Promise<readonly Row[]>

interface Of {
  readonly of: string
}

interface Relation {
  readonly oid: string
  readonly schema: string
  readonly name: string
  readonly kind: 'r' | 'p' | 'f' | 'v' | 'm'
  readonly comment: string | null
  readonly rowSecurity: TableEntry['rowSecurity']
  readonly by: string | null
  readonly of: string | null
  readonly bound: string | null
  readonly inherits: string | null
  readonly unlogged: boolean
  readonly definition: string | null
  readonly options: Readonly<Record<string, string>>
}

type Constraint = Of &
  UniqueEntry &
  CheckEntry &
  ExclusionEntry &
  ForeignKeyEntry & { readonly domain: string; readonly kind: 'p' | 'u' | 'c' | 'f' | 'x' }

type Type = DomainEntry &
  EnumEntry &
  CompositeEntry & { readonly oid: string; readonly kind: 'e' | 'd' | 'c' }

interface Parts {
  readonly columns: ReadonlyMap<string, readonly ColumnEntry[]>
  readonly constraints: ReadonlyMap<string, readonly Constraint[]>
  readonly indexes: ReadonlyMap<string, readonly IndexEntry[]>
  readonly triggers: ReadonlyMap<string, readonly TriggerEntry[]>
  readonly policies: ReadonlyMap<string, readonly PolicyEntry[]>
}

export async function readPostgres(query: Query): Promise<Catalogue> {
  // T is what the question's json_build_object builds; the kitchen-sink tests hold the two together.
  const read = async <T>(sql: string): Promise<readonly T[]> =>
    (await query(sql)).map((row) => JSON.parse(String(row['j'])) as T)
  const version = Number((await query(`select current_setting('server_version_num') v`))[0]?.['v'])
  const constraints = await read<Constraint>(ask.constraints(version))
  const parts: Parts = {
    columns: byOwner(await read<Of & ColumnEntry>(ask.columns)),
    constraints: groupBy(constraints, (constraint) => constraint.of),
    indexes: byOwner(await read<Of & IndexEntry>(ask.indexes(version))),
    triggers: byOwner(await read<Of & TriggerEntry>(ask.triggers)),
    policies: byOwner(await read<Of & PolicyEntry>(ask.policies)),
  }
  const relations = await read<Relation>(ask.relations)
  const isView = (relation: Relation): boolean => relation.kind === 'v' || relation.kind === 'm'
  const types = await read<Type>(ask.types)
  const base = ['schema', 'name', 'comment'] as const
  return {
    namespaces: await read<NamespaceEntry>(ask.namespaces),
    tables: relations.filter((relation) => !isView(relation)).map((relation) => toTable(relation, parts)),
    views: relations.filter(isView).map((relation) => toView(relation, parts)),
    enums: types.filter((type) => type.kind === 'e').map((type) => pick(type, [...base, 'labels'])),
    domains: types.filter((type) => type.kind === 'd').map((type) => toDomain(type, constraints)),
    composites: types.filter((type) => type.kind === 'c').map((type) => pick(type, [...base, 'attributes'])),
    sequences: await read<SequenceEntry>(ask.sequences),
    routines: await read<RoutineEntry>(ask.routines),
    roles: await read<RoleEntry>(ask.roles),
    grants: await read<GrantEntry>(ask.grants),
    extensions: await read<string>(ask.extensions),
  }
}

const NAMED = ['name', 'comment'] as const
const KEY = [...NAMED, 'columns', 'include', 'deferrable', 'initiallyDeferred'] as const
const CHECK = [...NAMED, 'expression', 'enforced', 'validated'] as const
const REFERENCE = [
  'refSchema',
  'refTable',
  'refColumns',
  'onDelete',
  'onUpdate',
  'match',
  'enforced',
  'validated',
] as const
const FOREIGN_KEY = [...NAMED, 'columns', 'deferrable', 'initiallyDeferred', ...REFERENCE] as const

function toTable(relation: Relation, parts: Parts): TableEntry {
  const constraints = parts.constraints.get(relation.oid) ?? []
  const ofKind = (kind: Constraint['kind']): readonly Constraint[] =>
    constraints.filter((one) => one.kind === kind)
  const primary = ofKind('p')[0]
  const { by, of, bound } = relation
  return {
    ...pick(relation, ['schema', 'name', 'comment', 'rowSecurity']),
    columns: parts.columns.get(relation.oid) ?? [],
    primaryKey: primary === undefined ? null : pick(primary, KEY),
    uniques: ofKind('u').map((unique) => pick(unique, [...KEY, 'nullsNotDistinct'])),
    checks: ofKind('c').map((check) => pick(check, CHECK)),
    exclusions: ofKind('x').map((exclusion) => pick(exclusion, [...NAMED, 'definition'])),
    foreignKeys: ofKind('f').map((foreignKey) => pick(foreignKey, FOREIGN_KEY)),
    indexes: parts.indexes.get(relation.oid) ?? [],
    triggers: parts.triggers.get(relation.oid) ?? [],
    policies: parts.policies.get(relation.oid) ?? [],
    partition: by === null && of === null ? null : { by, of, bound, parts: [] },
    options: {
      ...relation.options,
      ...(relation.unlogged ? { unlogged: 'true' } : {}),
      ...(relation.inherits === null ? {} : { inherits: relation.inherits }),
      ...(relation.kind === 'f' ? { foreign: 'true' } : {}),
    },
  }
}

function toView(relation: Relation, parts: Parts): ViewEntry {
  return {
    ...pick(relation, ['schema', 'name', 'comment', 'options']),
    materialized: relation.kind === 'm',
    columns: (parts.columns.get(relation.oid) ?? []).map((column) => column.name),
    definition: relation.definition ?? '',
    indexes: parts.indexes.get(relation.oid) ?? [],
    triggers: parts.triggers.get(relation.oid) ?? [],
  }
}

function toDomain(type: Type, constraints: readonly Constraint[]): DomainEntry {
  const own = constraints.filter((constraint) => constraint.domain === type.oid && constraint.kind === 'c')
  return {
    ...pick(type, ['schema', 'name', 'comment', 'type', 'nullable', 'default', 'collation']),
    checks: own.map((check) => pick(check, CHECK)),
  }
}
