// Names that are kept as plain spellings beside the references: the types of columns, the roles of policies, columns
// copied from a table partial.
import { isIdOf, type NamespaceId } from '../model/id'
import { splitName } from '../model/resolve/readType'
import type { Column } from '../model/records'
import type { AnyId, Schema } from '../model/schema'
import type { ColumnType } from '../model/type'
import type { Cx } from './context'

type TypeId = NonNullable<ColumnType['of']>

const typeRow = (schema: Schema, id: TypeId) =>
  isIdOf('enum', id)
    ? schema.enum.get(id)
    : isIdOf('domain', id)
      ? schema.domain.get(id)
      : schema.composite.get(id)

/** The spelling of a type that names a type of the document: qualified when it was, array brackets kept. */
export function spelledType(cx: Cx, schema: Schema, type: ColumnType): ColumnType {
  const row = type.of && typeRow(schema, type.of)
  if (!row) return type
  const { names } = cx.dialect
  const suffix = /\s*(?:\[\s*\d*\s*\]\s*)*$/.exec(type.raw)?.[0] ?? ''
  const spelled = splitName(type.raw.slice(0, type.raw.length - suffix.length))
  const home = row.namespace && schema.namespace.get(row.namespace)
  const own = spelled.at(-1)
  const keeps = own !== undefined && names.isSame(names.read(own), row.name)
  const name = keeps ? own : names.spell(row.name)
  const raw = `${spelled.length > 1 && home ? `${names.spell(home.name)}.` : ''}${name}${suffix}`
  return raw === type.raw ? type : { ...type, raw }
}

type Retype = (type: ColumnType) => ColumnType

function all<T extends { readonly type: ColumnType }>(list: readonly T[], retype: Retype): readonly T[] {
  const next = list.map((one) => {
    const type = retype(one.type)
    return type === one.type ? one : { ...one, type }
  })
  return next.every((one, i) => one === list[i]) ? list : next
}

/** Applies to the type of everything that has one. */
function eachType(cx: Cx, retype: Retype): void {
  const { tx } = cx
  for (const kind of ['table', 'partial', 'view'] as const) {
    for (const row of [...tx.all(kind)]) {
      const columns = all<Column>(row.columns as readonly Column[], retype)
      // Columns of a view are not those of a table, but only their types change here.
      if (columns !== row.columns) tx.put(kind, { ...row, columns })
    }
  }
  for (const row of [...tx.all('composite')]) {
    const fields = all(row.fields, retype)
    if (fields !== row.fields) tx.put('composite', { ...row, fields })
  }
  for (const row of [...tx.all('domain')]) {
    const type = retype(row.type)
    if (type !== row.type) tx.put('domain', { ...row, type })
  }
  for (const row of [...tx.all('sequence')]) {
    const type = row.type && retype(row.type)
    if (type && type !== row.type) tx.put('sequence', { ...row, type })
  }
}

const isType = (id: AnyId): boolean => isIdOf('enum', id) || isIdOf('domain', id) || isIdOf('composite', id)

/** Columns spell the new name of their enum, domain or composite type, or of the namespace it is in. */
export function followTypeName(cx: Cx, id: AnyId, part: string | undefined): void {
  if (part !== undefined || !(isType(id) || isIdOf('namespace', id))) return
  const schema = cx.tx.now()
  const concerns = (of: TypeId): boolean =>
    of === id || typeRow(schema, of)?.namespace === (id as NamespaceId)
  eachType(cx, (type) => (type.of !== undefined && concerns(type.of) ? spelledType(cx, schema, type) : type))
}

/** Policies keep role names as they were written. */
export function followRoleName(cx: Cx, id: AnyId, before: string): void {
  if (!isIdOf('role', id)) return
  const role = cx.tx.get('role', id)
  const { names } = cx.dialect
  const isOld = (spelled: string): boolean =>
    names.isSame(names.read(spelled), before) || names.isSame(spelled, before)
  for (const table of role ? [...cx.tx.all('table')] : []) {
    if (!role || !table.policies.some((policy) => policy.roles.some(isOld))) continue
    const policies = table.policies.map((policy) => ({
      ...policy,
      roles: policy.roles.map((one) => (isOld(one) ? role.name : one)),
    }))
    cx.tx.put('table', { ...table, policies })
  }
}

interface PartialColumn {
  readonly id: AnyId
  readonly part: string | undefined
  readonly before: string
}

/** Tables that took a column over from a partial have it under the same name until they rename it themselves. */
export function followPartialColumn(cx: Cx, { id, part, before }: PartialColumn, name: string): void {
  if (!isIdOf('partial', id) || part === undefined) return
  const isCopy = (column: Column): boolean => column.fromPartial === part && column.name === before
  for (const table of [...cx.tx.all('table')]) {
    if (!table.columns.some(isCopy)) continue
    const columns = table.columns.map((column) => (isCopy(column) ? { ...column, name } : column))
    cx.tx.put('table', { ...table, columns })
  }
}
