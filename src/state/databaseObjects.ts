// What a database holds beside tables, views and enums: how its kinds are called, and which of them the target has.
import { isIdOf } from '../core/model/id'
import type { Features } from '../core/dialects/write/features'
import type { Grantable } from '../core/model/records'
import type { Schema } from '../core/model/schema'
import type { DatabaseKind, DatabaseObject } from './selection'

export interface DatabaseFace {
  readonly one: string
  /** Over the list of them. */
  readonly heading: string
  /** What a target must have to hold it; nothing where every one does. */
  readonly feature?: keyof Features
}

export const databaseFaces: Readonly<Record<DatabaseKind, DatabaseFace>> = {
  namespace: { one: 'namespace', heading: 'Namespaces' },
  domain: { one: 'domain', heading: 'Domains', feature: 'domains' },
  composite: { one: 'composite type', heading: 'Composite types', feature: 'composites' },
  sequence: { one: 'sequence', heading: 'Sequences', feature: 'sequences' },
  extension: { one: 'extension', heading: 'Extensions', feature: 'extensions' },
  role: { one: 'role', heading: 'Roles', feature: 'roles' },
  grant: { one: 'grant', heading: 'Grants', feature: 'grants' },
}

interface Housed {
  readonly name: string
  readonly namespace?: string
}

const qualified = (schema: Schema, row: Housed | undefined): string => {
  if (!row) return ''
  // A namespace's id is what the row holds.
  const home = row.namespace && schema.namespace.get(row.namespace as `ns_${string}`)?.name
  return home ? `${home}.${row.name}` : row.name
}

/** What rights are given on, by its name. */
export function grantableName(schema: Schema, on: Grantable): string {
  if (isIdOf('table', on)) return qualified(schema, schema.table.get(on))
  if (isIdOf('view', on)) return qualified(schema, schema.view.get(on))
  if (isIdOf('sequence', on)) return qualified(schema, schema.sequence.get(on))
  if (isIdOf('namespace', on)) return schema.namespace.get(on)?.name ?? ''
  if (isIdOf('routine', on)) return qualified(schema, schema.routine.get(on))
  if (isIdOf('enum', on)) return qualified(schema, schema.enum.get(on))
  return isIdOf('domain', on)
    ? qualified(schema, schema.domain.get(on))
    : qualified(schema, schema.composite.get(on))
}

/** The name for the eye; a right has none and is told by what it says. */
export function databaseObjectName(schema: Schema, id: DatabaseObject): string {
  if (isIdOf('namespace', id)) return schema.namespace.get(id)?.name ?? ''
  if (isIdOf('domain', id)) return qualified(schema, schema.domain.get(id))
  if (isIdOf('composite', id)) return qualified(schema, schema.composite.get(id))
  if (isIdOf('sequence', id)) return qualified(schema, schema.sequence.get(id))
  if (isIdOf('extension', id)) return schema.extension.get(id)?.name ?? ''
  if (isIdOf('role', id)) return schema.role.get(id)?.name ?? ''
  const grant = schema.grant.get(id)
  if (!grant) return ''
  const to = 'role' in grant.to ? (schema.role.get(grant.to.role)?.name ?? '') : grant.to.name
  const privileges = grant.privileges.join(', ') || 'Nothing yet'
  return `${privileges} on ${grantableName(schema, grant.on) || 'unnamed'} to ${to || 'unnamed'}`
}
