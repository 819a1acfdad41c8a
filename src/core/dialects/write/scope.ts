// A script of a part of the model holds what was asked for and what that cannot be without: types, sequences,
// namespaces, functions in defaults. Foreign keys to tables outside are left out, with a notice.
import { isIdOf } from '../../model/id'
import type { Table } from '../../model/records'
import type { AnyId, Schema } from '../../model/schema'
import { isSqlRef, type SqlText } from '../../model/sqlText'
import type { Notice } from '../dialect'

export interface Scope {
  readonly ids: ReadonlySet<string>
  readonly notices: readonly Notice[]
}

/** A query cannot be without the tables that it reads. */
const everythingIn = (text: SqlText | undefined): string[] =>
  (text?.parts ?? []).flatMap((part) => (isSqlRef(part) ? [part.owner ?? part.to] : []))

const refsIn = (text: SqlText | undefined): string[] =>
  (text?.parts ?? []).flatMap((part) =>
    isSqlRef(part) && !isIdOf('table', part.to) ? [part.owner ?? part.to] : [],
  )

const tableWants = (table: Table): string[] => [
  ...table.columns.flatMap(({ type, default: value, generated, identity }) => [
    ...(type.of ? [type.of] : []),
    ...(identity?.sequence ? [identity.sequence] : []),
    ...refsIn(value),
    ...refsIn(generated?.expression),
  ]),
  ...table.checks.flatMap(({ expression }) => refsIn(expression)),
  ...table.indexes.flatMap(({ where }) => refsIn(where)),
  ...table.inherits,
  ...(table.partitionOf ? [table.partitionOf.table] : []),
]

function wantsOf(id: string, schema: Schema): string[] {
  const namespaced = (row: { readonly namespace?: string } | undefined) =>
    row?.namespace ? [row.namespace] : []
  if (isIdOf('table', id)) {
    const table = schema.table.get(id)
    return table ? [...namespaced(table), ...tableWants(table)] : []
  }
  if (isIdOf('view', id))
    return [...namespaced(schema.view.get(id)), ...everythingIn(schema.view.get(id)?.query)]
  if (isIdOf('enum', id)) return namespaced(schema.enum.get(id))
  if (isIdOf('sequence', id)) return namespaced(schema.sequence.get(id))
  if (isIdOf('routine', id))
    return [...namespaced(schema.routine.get(id)), ...refsIn(schema.routine.get(id)?.definition)]
  if (isIdOf('domain', id)) {
    const domain = schema.domain.get(id)
    return domain
      ? [...namespaced(domain), ...(domain.type.of ? [domain.type.of] : []), ...refsIn(domain.default)]
      : []
  }
  if (isIdOf('composite', id)) {
    const composite = schema.composite.get(id)
    return composite
      ? [...namespaced(composite), ...composite.fields.flatMap(({ type }) => (type.of ? [type.of] : []))]
      : []
  }
  return []
}

export function scopeOf(schema: Schema, asked: ReadonlySet<AnyId>): Scope {
  const ids = new Set<string>(asked)
  // A many-to-many within the scope brings its junction, whose id is made from the relation's.
  for (const row of schema.sequence.values()) if (row.ownedBy && ids.has(row.ownedBy.table)) ids.add(row.id)
  // A set grows while it is walked: what is wanted has wants of its own.
  for (const id of ids) for (const wanted of wantsOf(id, schema)) ids.add(wanted)
  const notices: Notice[] = []
  for (const relation of schema.relation.values()) {
    if (relation.kind !== 'foreignKey' || !ids.has(relation.child.table)) continue
    if (ids.has(relation.parent.table)) ids.add(relation.id)
    else {
      const parent = schema.table.get(relation.parent.table)?.name ?? ''
      const message = `A foreign key to ${parent} is left out: that table is not part of this script.`
      notices.push({ level: 'warning', code: 'outOfScope', about: relation.id, message })
    }
  }
  for (const { id, on } of schema.trigger.values()) if (ids.has(on)) ids.add(id)
  for (const { id, table } of schema.sample.values()) if (ids.has(table)) ids.add(id)
  for (const { id, on } of schema.grant.values()) if (ids.has(on)) ids.add(id)
  for (const { id, after } of schema.verbatim.values()) if (after !== undefined && ids.has(after)) ids.add(id)
  return { ids, notices }
}

/** Junctions of many-to-many relations belong to a scope that holds both their ends. */
export function withJunctions(asked: ReadonlySet<AnyId>, before: Schema, after: Schema): ReadonlySet<AnyId> {
  if (before === after) return asked
  const out = new Set(asked)
  for (const id of after.table.keys()) {
    if (before.table.has(id)) continue
    const ends = [...after.relation.values()].flatMap((row) =>
      row.kind === 'foreignKey' && row.child.table === id ? [row.parent.table] : [],
    )
    if (ends.every((end) => asked.has(end))) out.add(id)
  }
  return out
}
