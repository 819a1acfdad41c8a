// What a database has or lacks. Every target answers for every one; each has a sentence for where it is missing.
import type { Notice } from '../dialect'

export interface Lack {
  readonly level: Notice['level']
  readonly message: string
  readonly remedy?: string
}

const loss = (message: string, remedy?: string): Lack => ({
  level: 'loss',
  message,
  ...(remedy ? { remedy } : {}),
})
const warning = (message: string, remedy?: string): Lack => ({
  level: 'warning',
  message,
  ...(remedy ? { remedy } : {}),
})
const info = (message: string, remedy?: string): Lack => ({
  level: 'info',
  message,
  ...(remedy ? { remedy } : {}),
})

/** Each sentence follows "<database> has no …". */
export const lacks = {
  enums: info('enum types: the values are part of the column.'),
  domains: info('domains: type, default and checks are part of each column.'),
  composites: warning('composite types: the column holds JSON.', 'Give each field a column of its own.'),
  arrays: warning('arrays: the column holds a JSON list.', 'Consider a table of its own for the values.'),
  sequences: loss('sequences.', 'Number the rows by an auto-increment column or by the application.'),
  extensions: info('extensions.', 'Nothing is needed unless the model uses its functions.'),
  roles: loss('roles.', 'Guard the database from outside.'),
  grants: loss('privileges.', 'Guard the database from outside.'),
  deferrableKeys: warning('deferrable keys: it is checked at once.'),
  deferrableForeignKeys: warning(
    'deferrable foreign keys: it is checked at once.',
    'Write rows in the order of their references.',
  ),
  matchFull: warning(
    'MATCH FULL: rows with some NULLs pass.',
    'Add a check that all columns are NULL or none is.',
  ),
  matchPartial: warning('MATCH PARTIAL: the foreign key is written without.'),
  notValid: warning('constraints that are not validated: it holds for all rows.'),
  notEnforcedChecks: warning('checks that are not enforced: it is enforced.'),
  notEnforced: warning('foreign keys that are not enforced: it is enforced.'),
  nullsNotDistinct: warning('NULLS NOT DISTINCT: several rows may hold NULL.', 'Make the columns NOT NULL.'),
  keyIncludes: info('keys with INCLUDE columns: they are left out.', 'Add a covering index.'),
  indexIncludes: info(
    'INCLUDE columns in indexes: they are left out.',
    'Append them to the index columns if the index is not unique.',
  ),
  partialIndexes: loss(
    'partial indexes.',
    'Index a generated column that is NULL where the condition does not hold.',
  ),
  expressionIndexes: loss('indexes on expressions.', 'Index a generated column.'),
  indexOrder: info('order in indexes: it reads them both ways.'),
  nullsOrder: info('NULLS FIRST or LAST in indexes.'),
  operatorClasses: info('operator classes: the index uses the default.'),
  indexCollations: info('collations in indexes: the column’s is used.'),
  keyOrder: info('order in keys.'),
  withoutOverlaps: loss(
    'WITHOUT OVERLAPS: the key compares for equality.',
    'Check for overlaps in a trigger.',
  ),
  periods: loss('PERIOD in foreign keys.', 'Check it in a trigger.'),
  exclusions: loss('exclusion constraints.', 'Check it in a trigger.'),
  checks: loss('check constraints.', 'Check it in the application.'),
  checkNoInherit: info('NO INHERIT on checks.'),
  generatedStored: loss('stored generated columns: it is a plain column.', 'Fill it by a trigger.'),
  generatedVirtual: info('virtual generated columns: it is stored.'),
  identityBounds: info('bounds, cache and cycle of an identity: they are left out.'),
  identityStep: warning('steps other than 1 for a column: it counts by 1.', 'Set the server’s increment.'),
  onUpdate: loss('ON UPDATE of a column.', 'Set it in a BEFORE UPDATE trigger.'),
  charsets: info('character sets of columns: the database’s own is used.'),
  notNullNames: info('names for NOT NULL.'),
  defaultNames: info('names for defaults.'),
  primaryKeyNames: info('names for primary keys.'),
  deferrableChecks: warning('deferrable checks: it is checked at once.'),
  prefixLengths: warning('keys over the beginning of a text: the whole text counts.'),
  disabledTriggers: warning('triggers that are off: it is on.', 'Drop it where it shall not run.'),
  collations: info('this collation: the default is used.', 'Choose a collation of the target.'),
  invisibleColumns: info('invisible columns: it is visible.'),
  invisibleIndexes: info('invisible indexes: it is visible.'),
  policies: loss('row-level security policies.', 'Filter in views or in the application.'),
  rowSecurity: loss('row-level security.', 'Filter in views or in the application.'),
  inheritance: loss(
    'table inheritance: the parent’s columns are not in it.',
    'Copy the columns, or link the tables by a key.',
  ),
  partitions: loss(
    'partitioning as it is written here: the table is not partitioned.',
    'Partition it by hand.',
  ),
  unlogged: info('unlogged tables: it is a plain table.'),
  temporary: warning('temporary tables in a schema: it is a plain table.'),
  indexes: info('indexes.', 'Choose a sort key and a distribution key.'),
  setNullColumns: warning('SET NULL for some columns: all of them are set.'),
  materializedViews: warning(
    'materialized views: it is a plain view.',
    'Fill a table on a schedule if the query is slow.',
  ),
  enumComments: info('comments on values.'),
  constraintComments: info('comments on constraints.'),
  uniqueComments: info('comments on unique keys.'),
  indexComments: info('comments on indexes.'),
  objectComments: info('comments on this kind of object.'),
} as const satisfies Readonly<Record<string, Lack>>

export type Feature = keyof typeof lacks
export type Features = Readonly<Record<Feature, boolean>>
