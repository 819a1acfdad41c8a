// Does the database hold everything beside the columns of its tables: types, views, triggers, policies, privileges?
// Asked of documents written for that very database; what a notice speaks of may differ.
import type {
  Catalogue,
  GrantEntry,
  TableEntry,
  TriggerEntry,
  ViewEntry,
} from '../../../../e2e/engines/catalogue'
import { isIdOf } from '../../model/id'
import type { ForeignKey, Grant, Policy, Sequence, Table, View } from '../../model/records'
import type { Schema } from '../../model/schema'
import type { Comparison } from './compare'

interface Said {
  readonly id: string
  readonly name: string
  readonly comment?: string
}

interface Found {
  readonly name: string | null
  readonly comment?: string | null
}

/** Each of these is there, with its comment; `more` looks further. */
// eslint-disable-next-line @typescript-eslint/max-params -- what was said, what was found, and how to tell
function eachIs<S extends Said, F extends Found>(
  kind: string,
  said: Iterable<S>,
  found: readonly F[],
  comparison: Comparison,
  more: (row: S, entry: F, where: string) => void = () => undefined,
): void {
  for (const row of said) {
    if (comparison.isTold(row.id) || row.name === '') continue
    const name = comparison.name(row)
    const where = `${kind} ${name}`
    const entry = found.find((one) => one.name === name)
    comparison.differ(where, true, entry !== undefined)
    if (!entry) continue
    if (entry.comment !== undefined)
      comparison.differ(`${where} comment`, row.comment ?? '', entry.comment ?? '')
    more(row, entry, where)
  }
}

function compareTypes(schema: Schema, held: Catalogue, comparison: Comparison): void {
  eachIs('enum', schema.enum.values(), held.enums, comparison, (row, { labels }, where) => {
    comparison.differ(
      `${where} values`,
      row.values.map(({ name }) => name),
      labels,
    )
  })
  eachIs('domain', schema.domain.values(), held.domains, comparison, (row, entry, where) => {
    comparison.differ(`${where} nullable`, row.nullable, entry.nullable)
    comparison.differ(`${where} has a default`, row.default !== undefined, entry.default !== null)
    comparison.differ(`${where} checks`, row.checks.length, entry.checks.length)
    eachIs('check of a domain', row.checks, entry.checks, comparison)
  })
  eachIs('composite', schema.composite.values(), held.composites, comparison, (row, entry, where) => {
    comparison.differ(
      `${where} fields`,
      row.fields.map(({ name }) => name),
      entry.attributes.map(({ name }) => name),
    )
  })
}

const isMadeByColumn = ({ ownedBy }: Sequence, schema: Schema): boolean => {
  const column = ownedBy && schema.table.get(ownedBy.table)?.columns.find(({ id }) => id === ownedBy.column)
  return column?.identity !== undefined || /serial/i.test(column?.type.raw ?? '')
}

function compareSequences(schema: Schema, held: Catalogue, comparison: Comparison): void {
  const own = [...schema.sequence.values()].filter((row) => !isMadeByColumn(row, schema))
  eachIs('sequence', own, held.sequences, comparison, (row, entry, where) => {
    if (row.start) comparison.differ(`${where} start`, row.start, entry.start)
    if (row.step) comparison.differ(`${where} step`, row.step, entry.increment)
    if (row.cache) comparison.differ(`${where} cache`, row.cache, entry.cache)
    comparison.differ(`${where} cycle`, row.cycle === true, entry.cycle)
    comparison.differ(`${where} is owned`, row.ownedBy !== undefined, entry.ownedBy !== null)
  })
}

const triggersOn = (on: Table['id'] | View['id'], schema: Schema) =>
  [...schema.trigger.values()].filter((row) => row.on === on)

function compareTriggers(
  on: Table['id'] | View['id'],
  found: readonly TriggerEntry[],
  comparison: Comparison,
): void {
  const said = triggersOn(on, comparison.given.schema)
  comparison.differ(`triggers of ${on}`, said.filter(({ id }) => !comparison.isTold(id)).length, found.length)
  eachIs('trigger', said, found, comparison, (row, entry, where) => {
    comparison.differ(`${where} is off`, row.disabled === true, entry.disabled)
  })
}

function compareViews(schema: Schema, held: Catalogue, comparison: Comparison): void {
  eachIs<View, ViewEntry>('view', schema.view.values(), held.views, comparison, (row, entry, where) => {
    comparison.differ(`${where} is stored`, row.materialized, entry.materialized)
    if (row.namesColumns)
      comparison.differ(
        `${where} columns`,
        row.columns.map(({ name }) => name),
        entry.columns,
      )
    eachIs('index of a view', row.indexes, entry.indexes, comparison)
    compareTriggers(row.id, entry.triggers, comparison)
  })
}

interface Pair<S, F> {
  readonly row: S
  readonly entry: F
  readonly where: string
}

function comparePolicy(
  { row, entry, where }: Pair<Policy, TableEntry['policies'][number]>,
  comparison: Comparison,
): void {
  // Who the current user is was settled when the policy was made.
  const roles = row.roles
    .filter((role) => !/^CURRENT_USER$/i.test(role))
    .map((role) => role.replace(/^PUBLIC$/i, 'public'))
  const missing = roles.filter((role) => !entry.roles.includes(role))
  comparison.differ(`${where} command`, row.command.toUpperCase(), entry.command)
  comparison.differ(`${where} permissive`, row.permissive, entry.permissive)
  comparison.differ(`${where} roles`, [[], Math.max(row.roles.length, 1)], [missing, entry.roles.length])
  const sees = row.command !== 'insert'
  const writes = row.command !== 'select' && row.command !== 'delete'
  comparison.differ(`${where} USING`, row.using !== undefined && sees, entry.using !== null)
  comparison.differ(`${where} WITH CHECK`, row.check !== undefined && writes, entry.withCheck !== null)
}

function compareForeignKey(
  { row, entry, where }: Pair<ForeignKey, TableEntry['foreignKeys'][number]>,
  comparison: Comparison,
): void {
  if (row.name !== '') comparison.differ(`${where} comment`, row.comment, entry.comment ?? '')
  comparison.differ(`${where} match`, row.match === 'full' ? 'FULL' : 'SIMPLE', entry.match)
  comparison.differ(`${where} deferrable`, row.deferrable !== undefined, entry.deferrable)
  comparison.differ(`${where} deferred`, row.deferrable === 'initiallyDeferred', entry.initiallyDeferred)
  comparison.differ(`${where} enforced`, row.state !== 'notEnforced', entry.enforced)
}

function compareConstraints(table: Table, entry: TableEntry, comparison: Comparison): void {
  const keys = entry.primaryKey ? [entry.primaryKey, ...entry.uniques] : entry.uniques
  const said = [...(table.primaryKey ? [table.primaryKey] : []), ...table.uniques]
  eachIs('key', said, keys, comparison, (row, found, where) => {
    comparison.differ(`${where} deferrable`, row.deferrable !== undefined, found.deferrable)
    comparison.differ(`${where} deferred`, row.deferrable === 'initiallyDeferred', found.initiallyDeferred)
    comparison.differ(`${where} includes`, row.include.length, found.include.length)
  })
  eachIs('check', table.checks, entry.checks, comparison, (row, found, where) => {
    comparison.differ(`${where} enforced`, row.state !== 'notEnforced', found.enforced)
  })
  eachIs('exclusion', table.exclusions, entry.exclusions, comparison)
  eachIs('index', table.indexes, entry.indexes, comparison, (row, found, where) => {
    comparison.differ(`${where} method`, row.method || 'btree', found.method)
    comparison.differ(`${where} includes`, row.include.length, found.include.length)
    comparison.differ(`${where} visible`, row.invisible !== true, found.visible)
  })
  for (const row of comparison.given.schema.relation.values()) {
    if (row.kind !== 'foreignKey' || row.child.table !== table.id || comparison.isTold(row.id)) continue
    const found = entry.foreignKeys.find(({ name }) => row.name !== '' && name === comparison.name(row))
    if (found) compareForeignKey({ row, entry: found, where: `foreign key ${row.name}` }, comparison)
  }
}

function compareColumns(table: Table, entry: TableEntry, comparison: Comparison): void {
  for (const column of table.columns) {
    const found = entry.columns.find(({ name }) => name === comparison.name(column))
    if (!found || comparison.isTold(column.id)) continue
    const where = `${table.name}.${column.name}`
    if (column.generated)
      comparison.differ(`${where} generated`, column.generated.storage, found.generated?.kind)
    comparison.differ(`${where} invisible`, column.invisible === true, found.invisible)
    comparison.differ(`${where} on update`, column.onUpdate !== undefined, found.onUpdate !== null)
    const { identity } = column
    if (identity?.style === 'identity' || (identity && identity.style === undefined))
      comparison.differ(`${where} identity`, identity.mode, found.identity?.kind)
  }
}

function compareTables(schema: Schema, held: Catalogue, comparison: Comparison): void {
  for (const table of schema.table.values()) {
    const entry = held.tables.find(({ name }) => name === comparison.name(table))
    if (!entry) continue
    compareColumns(table, entry, comparison)
    compareConstraints(table, entry, comparison)
    compareTriggers(table.id, entry.triggers, comparison)
    eachIs('policy', table.policies, entry.policies, comparison, (row, found, where) => {
      comparePolicy({ row, entry: found, where }, comparison)
    })
    if (comparison.isTold(table.id)) continue
    comparison.differ(`${table.name} row security`, table.rowSecurity ?? 'off', entry.rowSecurity)
    comparison.differ(
      `${table.name} is a partition`,
      table.partitionOf !== undefined,
      (entry.partition?.of ?? null) !== null,
    )
    comparison.differ(
      `${table.name} is divided`,
      table.partitioning !== undefined,
      (entry.partition?.by ?? null) !== null,
    )
    comparison.differ(
      `${table.name} inherits`,
      table.inherits.length > 0,
      entry.options['inherits'] !== undefined,
    )
    comparison.differ(
      `${table.name} is unlogged`,
      table.persistence === 'unlogged',
      entry.options['unlogged'] === 'true',
    )
  }
}

/** The privileges that a grant gives, one for each column where it names some. */
function privilegesOf(grant: Grant, comparison: Comparison): readonly Partial<GrantEntry>[] {
  const { schema } = comparison.given
  const { on, to } = grant
  const owner = isIdOf('table', on)
    ? schema.table.get(on)
    : isIdOf('view', on)
      ? schema.view.get(on)
      : undefined
  const grantee = 'role' in to ? schema.role.get(to.role)?.name : to.name.replace(/^PUBLIC$/i, 'public')
  if (!owner || grantee === undefined) return []
  const columns = owner.columns
    .filter(({ id }) => grant.columns.includes(id))
    .map((row) => comparison.name(row))
  const places =
    columns.length === 0
      ? [{ kind: 'table' as const, column: null }]
      : columns.map((column) => ({ kind: 'column' as const, column }))
  // MySQL's option is one for all that a grantee has on the thing.
  const isMysql = comparison.given.dialect === 'mysql' || comparison.given.dialect === 'mariadb'
  const grantable = isMysql && !grant.withGrantOption ? {} : { grantable: grant.withGrantOption === true }
  return grant.privileges.flatMap((privilege) =>
    places.map((place) => ({
      ...place,
      grantee,
      privilege: privilege.toUpperCase(),
      object: comparison.name(owner),
      ...grantable,
    })),
  )
}

function comparePrivileges(schema: Schema, held: Catalogue, comparison: Comparison): void {
  eachIs('role', schema.role.values(), held.roles, comparison, (row, entry, where) => {
    const groups = row.memberOf.map((id) => schema.role.get(id)?.name ?? '')
    comparison.differ(
      `${where} is a member of ${groups.join()}`,
      true,
      groups.every((name) => entry.memberOf.includes(name)),
    )
  })
  for (const grant of schema.grant.values()) {
    if (comparison.isTold(grant.id)) continue
    for (const wanted of privilegesOf(grant, comparison)) {
      const isHeld = held.grants.some((entry) =>
        Object.entries(wanted).every(([key, value]) => entry[key as keyof GrantEntry] === value),
      )
      comparison.differ(`grant ${JSON.stringify(wanted)}`, true, isHeld)
    }
  }
}

export function compareObjects(comparison: Comparison): void {
  const { schema, catalogue } = comparison.given
  eachIs('namespace', schema.namespace.values(), catalogue.namespaces, comparison)
  compareTypes(schema, catalogue, comparison)
  compareSequences(schema, catalogue, comparison)
  compareTables(schema, catalogue, comparison)
  compareViews(schema, catalogue, comparison)
  eachIs('routine', schema.routine.values(), catalogue.routines, comparison, (row, entry, where) => {
    comparison.differ(`${where} kind`, row.routine, entry.kind)
  })
  comparePrivileges(schema, catalogue, comparison)
  for (const { id, name } of schema.extension.values())
    if (!comparison.isTold(id))
      comparison.differ(`extension ${name}`, true, catalogue.extensions.includes(name))
}
