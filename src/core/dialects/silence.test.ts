// Nothing is left out in silence: whatever is said in the model changes the script of every target, or is told.
import { describe, expect, it } from 'vitest'
import {
  makeComposite,
  makeDomain,
  makeExclusion,
  makeExtension,
  makeField,
  makeGrant,
  makePolicy,
  makeRole,
  makeRoutine,
  makeSequence,
  makeTrigger,
  makeViewColumn,
} from '../model/factory'
import type { Check, Column, ForeignKey, Index, Key, Table, UniqueKey } from '../model/records'
import type { Schema } from '../model/schema'
import { sqlText } from '../model/sqlText'
import { dialectIds } from '../model/target'
import type { Notice } from './dialect'
import { dialects } from '.'
import { written } from './testing/claims'
import { counter, sketch } from './testing/sketch'

const sources = ['postgres', 'mysql', 'sqlserver', 'oracle', 'sqlite'] as const
type Source = (typeof sources)[number]

const int64: Readonly<Record<Source, string>> = {
  postgres: 'bigint',
  mysql: 'bigint',
  sqlserver: 'bigint',
  oracle: 'number(19)',
  sqlite: 'integer',
}

/** A parent, a child, a view: what every change below is made to. */
function base(source: Source): Schema {
  const whole = int64[source]
  const [version = ''] = dialects[source].versions.slice(-1)
  const plain = sketch({
    target: { dialect: source, version },
    namespaces: ['crm'],
    enums: { mood: ['sad', 'glad'] },
    tables: {
      parent: { columns: { id: `${whole}!`, other: `${whole}!` }, pk: ['id'] },
      child: {
        namespace: 'crm',
        columns: { id: `${whole}!`, name: 'varchar(20)', parent_id: whole, mood: 'mood', at: 'date' },
        pk: ['id'],
        uniques: [{ on: ['name'], name: 'child_name' }],
        checks: [{ is: '{id} > 0', name: 'child_positive' }],
        indexes: [{ on: ['parent_id'], name: 'child_parent' }],
      },
    },
    foreignKeys: [{ from: 'child.parent_id', to: 'parent.id', name: 'child_of' }],
    views: { seen: 'SELECT {parent.id} AS id FROM {parent}' },
  })
  return withObjects(plain, source)
}

const mapOf = <T extends { readonly id: string }>(row: T) => new Map<T['id'], T>([[row.id, row]])
const only = <T>(map: ReadonlyMap<string, T>): T => {
  const [row] = map.values()
  if (!row) throw new Error('The base has one of each')
  return row
}

function withObjects(schema: Schema, source: Source): Schema {
  const newId = counter()
  const id = () => `x${newId()}`
  const whole = dialects[source].types.parse(int64[source])
  const parent = tableNamed(schema, 'parent')
  const text = { raw: 'text', base: 'text' } as const
  return {
    ...schema,
    sequence: mapOf(makeSequence(id, { name: 'numbers' })),
    domain: mapOf(makeDomain(id, { name: 'amount', type: whole })),
    composite: mapOf(
      makeComposite(id, { name: 'pair', fields: [makeField(id, { name: 'left', type: text })] }),
    ),
    extension: mapOf(makeExtension(id, { name: 'citext' })),
    role: new Map(
      ['clerk', 'chief'].map((name) => {
        const row = makeRole(id, { name, dialect: source })
        return [row.id, row]
      }),
    ),
    routine: mapOf(
      makeRoutine(id, {
        name: 'touch',
        dialect: source,
        definition: sqlText('CREATE FUNCTION touch() RETURNS int AS 1'),
      }),
    ),
    trigger: mapOf(
      makeTrigger(id, {
        name: 'touched',
        on: parent.id,
        dialect: source,
        definition: sqlText('CREATE TRIGGER touched AFTER INSERT ON parent FOR EACH ROW EXECUTE x'),
      }),
    ),
    grant: mapOf(
      makeGrant(id, {
        on: parent.id,
        privileges: ['SELECT'],
        columns: [],
        to: { name: 'clerk' },
        dialect: source,
      }),
    ),
  }
}

function tableNamed(schema: Schema, name: string): Table {
  const found = [...schema.table.values()].find((table) => table.name === name)
  if (!found) throw new Error(`No table ${name}`)
  return found
}

type Change = (schema: Schema, source: Source) => Schema

const table =
  (change: (table: Table, schema: Schema, source: Source) => Partial<Table>): Change =>
  (schema, source) => {
    const child = tableNamed(schema, 'child')
    return {
      ...schema,
      table: new Map(schema.table).set(child.id, { ...child, ...change(child, schema, source) }),
    }
  }

const column = (name: string, given: Partial<Column> | ((source: Source) => Partial<Column>)): Change =>
  table(({ columns }, _schema, source) => ({
    columns: columns.map((row) =>
      row.name === name ? { ...row, ...(typeof given === 'function' ? given(source) : given) } : row,
    ),
  }))

const primaryKey = (given: Partial<Key>): Change =>
  table(({ primaryKey: key }) => (key ? { primaryKey: { ...key, ...given } } : {}))

const unique = (given: Partial<UniqueKey> | ((child: Table) => Partial<UniqueKey>)): Change =>
  table((child) => ({
    uniques: child.uniques.map((key) => ({
      ...key,
      ...(typeof given === 'function' ? given(child) : given),
    })),
  }))

const check = (given: Partial<Check>): Change =>
  table(({ checks }) => ({ checks: checks.map((row) => ({ ...row, ...given })) }))

const index = (given: Partial<Index> | ((child: Table) => Partial<Index>)): Change =>
  table((child) => ({
    indexes: child.indexes.map((row) => ({
      ...row,
      ...(typeof given === 'function' ? given(child) : given),
    })),
  }))

const indexPart = (given: Partial<Index['parts'][number]>): Change =>
  table(({ indexes }) => ({
    indexes: indexes.map((row) => ({ ...row, parts: row.parts.map((part) => ({ ...part, ...given })) })),
  }))

const foreignKey =
  (given: Partial<ForeignKey> | ((child: Table) => Partial<ForeignKey>)): Change =>
  (schema) => {
    const row = only(schema.relation)
    if (row.kind !== 'foreignKey') return schema
    const values = typeof given === 'function' ? given(tableNamed(schema, 'child')) : given
    return { ...schema, relation: mapOf({ ...row, ...values }) }
  }

type Fields = Readonly<Record<string, unknown>>

const object =
  (kind: keyof Schema, given: Fields | ((schema: Schema, source: Source) => Fields)): Change =>
  (schema, source) => {
    // Every kind holds one row, or rows of which the first is changed.
    const rows = schema[kind] as ReadonlyMap<string, { readonly id: string }>
    const row = only(rows)
    const values = typeof given === 'function' ? given(schema, source) : given
    return { ...schema, [kind]: new Map(rows).set(row.id, { ...row, ...values }) }
  }

const comment = { comment: 'Said of it' }
const idOf = (child: Table, name: string) => {
  const found = child.columns.find((row) => row.name === name)
  if (!found) throw new Error(`No column ${name}`)
  return found.id
}

const collations: Readonly<Record<Source, string>> = {
  postgres: 'C',
  mysql: 'utf8mb4_bin',
  sqlserver: 'Latin1_General_BIN2',
  oracle: 'BINARY_CI',
  sqlite: 'NOCASE',
}

const changes: Readonly<Record<string, Change>> = {
  'a column’s default': column('name', { default: sqlText("'x'") }),
  'a stored column': column('name', { generated: { expression: sqlText("'x'"), storage: 'stored' } }),
  'a virtual column': column('name', { generated: { expression: sqlText("'x'"), storage: 'virtual' } }),
  'an identity': column('id', { identity: { mode: 'byDefault' } }),
  'a column’s collation': column('name', (source) => ({ collation: collations[source] })),
  'a column’s character set': column('name', { charset: 'latin1' }),
  'ON UPDATE': column('at', { onUpdate: sqlText('CURRENT_TIMESTAMP') }),
  'an invisible column': column('name', { invisible: true }),
  'a column’s comment': column('name', comment),
  'the name of a default': column('name', { default: sqlText("'x'"), defaultName: 'df_name' }),
  'the name of a NOT NULL': column('id', { notNullName: 'nn_id' }),
  'an option of a column': column('name', (dialect) => ({
    options: [{ dialect, name: 'encode', value: 'lzo' }],
  })),
  'NOT NULL': column('name', { nullable: false }),
  'the name of a key': primaryKey({ name: 'key_of_child' }),
  'a key’s comment': primaryKey(comment),
  'a deferrable key': primaryKey({ deferrable: 'initiallyDeferred' }),
  'a key’s option': table((child, _schema, dialect) =>
    child.primaryKey
      ? { primaryKey: { ...child.primaryKey, options: [{ dialect, name: 'fillfactor', value: '70' }] } }
      : {},
  ),
  'a key over time': unique({ withoutOverlaps: true }),
  'a unique key’s comment': unique(comment),
  'a unique key over NULLs': unique({ nullsNotDistinct: true }),
  'a key that includes': unique((child) => ({ include: [idOf(child, 'at')] })),
  'a key that falls': unique((child) => ({ parts: [{ column: idOf(child, 'name'), sort: 'desc' }] })),
  'a key over a beginning': unique((child) => ({ parts: [{ column: idOf(child, 'name'), length: 5 }] })),
  'a check’s comment': check(comment),
  'a check that is not enforced': check({ state: 'notEnforced' }),
  'a check that is not validated': check({ state: 'notValidated' }),
  'a check that children do not have': check({ noInherit: true }),
  'a deferrable check': check({ deferrable: 'initiallyDeferred' }),
  'a unique index': index({ unique: true }),
  'an index’s comment': index(comment),
  'an index’s condition': index({ where: sqlText('id > 5') }),
  'an invisible index': index({ invisible: true }),
  'an index that includes': index((child) => ({ include: [idOf(child, 'at')] })),
  'an index over NULLs': index({ unique: true, nullsNotDistinct: true }),
  'an index’s option': table((child, _schema, dialect) => ({
    indexes: child.indexes.map((row) => ({
      ...row,
      options: [{ dialect, name: 'fillfactor', value: '70' }],
    })),
  })),
  'an index of a method': index({ method: 'hash' }),
  'a GIN index': index({ method: 'gin' }),
  'a full-text index': index({ method: 'fulltext' }),
  'a clustered index': index({ method: 'clustered' }),
  'a columnstore': index({ method: 'columnstore' }),
  'a bitmap index': index({ method: 'bitmap' }),
  'an index that falls': indexPart({ sort: 'desc' }),
  'an index with NULLs first': indexPart({ nulls: 'first' }),
  'an operator class': indexPart({ operatorClass: 'int8_ops' }),
  'an index’s collation': indexPart({ collation: 'C' }),
  'an index over a beginning': indexPart({ length: 5 }),
  'an exclusion': table((child) => ({
    exclusions: [
      makeExclusion(() => 'xc', {
        name: 'apart',
        method: 'gist',
        parts: [{ on: { column: idOf(child, 'id') }, operator: '=' }],
      }),
    ],
  })),
  'a policy': table(() => ({
    policies: [makePolicy(() => 'po', { name: 'own', using: sqlText('id > 0') })],
  })),
  'a policy’s comment': table(() => ({
    policies: [makePolicy(() => 'po', { name: 'own', using: sqlText('id > 0'), ...comment })],
  })),
  'row security': table(() => ({ rowSecurity: 'enabled' })),
  'forced row security': table(() => ({ rowSecurity: 'forced' })),
  partitioning: table((child, _schema, dialect) => ({
    partitioning: { method: 'range', parts: [{ on: { column: idOf(child, 'id') } }], dialect },
  })),
  inheritance: table((_child, schema) => ({ inherits: [tableNamed(schema, 'parent').id] })),
  'a partition': table((_child, schema) => ({
    partitionOf: { table: tableNamed(schema, 'parent').id, bounds: sqlText('DEFAULT') },
  })),
  'an unlogged table': table(() => ({ persistence: 'unlogged' })),
  'a temporary table': table(() => ({ persistence: 'temporary' })),
  'a table’s comment': table(() => comment),
  'an option of a table': table((_child, _schema, dialect) => ({
    options: [{ dialect, name: 'engine', value: 'MyISAM' }],
  })),
  'a foreign key’s comment': foreignKey(comment),
  'ON DELETE': foreignKey({ onDelete: 'cascade' }),
  'ON DELETE SET DEFAULT': foreignKey({ onDelete: 'setDefault' }),
  'ON UPDATE of a foreign key': foreignKey({ onUpdate: 'cascade' }),
  'SET NULL of some columns': foreignKey((child) => ({
    onDelete: 'setNull',
    onDeleteColumns: [idOf(child, 'parent_id')],
  })),
  'a full match': foreignKey({ match: 'full' }),
  'a partial match': foreignKey({ match: 'partial' }),
  'a deferrable foreign key': foreignKey({ deferrable: 'initiallyDeferred' }),
  'a foreign key that is not enforced': foreignKey({ state: 'notEnforced' }),
  'a foreign key that is not validated': foreignKey({ state: 'notValidated' }),
  'a foreign key over time': foreignKey({ period: true }),
  'a foreign key’s option': foreignKey({ options: [{ dialect: 'oracle', name: 'rely', value: '' }] }),
  'a view’s comment': object('view', comment),
  'a materialized view': object('view', { materialized: true }),
  'a view’s columns': object('view', {
    namesColumns: true,
    columns: [makeViewColumn(() => 'vc', { name: 'number' })],
  }),
  'the comment of a view’s column': object('view', {
    columns: [makeViewColumn(() => 'vc', { name: 'id', ...comment })],
  }),
  'a view’s option': object('view', (_schema, dialect) => ({
    options: [{ dialect, name: 'security_barrier', value: 'true' }],
  })),
  'an enum’s comment': object('enum', comment),
  'the comment of a value': (schema) => {
    const row = only(schema.enum)
    return {
      ...schema,
      enum: mapOf({ ...row, values: row.values.map((value) => ({ ...value, ...comment })) }),
    }
  },
  'a namespace’s comment': object('namespace', comment),
  'a sequence’s comment': object('sequence', comment),
  'a sequence’s step': object('sequence', { step: '5' }),
  'a sequence’s option': object('sequence', { options: [{ dialect: 'oracle', name: 'order', value: '' }] }),
  'a domain’s comment': object('domain', comment),
  'a composite’s comment': object('composite', comment),
  'the comment of a field': (schema) => {
    const row = only(schema.composite)
    return {
      ...schema,
      composite: mapOf({ ...row, fields: row.fields.map((field) => ({ ...field, ...comment })) }),
    }
  },
  'an extension’s comment': object('extension', comment),
  'an extension’s version': object('extension', { version: '1.6' }),
  'a role’s comment': object('role', comment),
  'a role’s attribute': object('role', { attributes: ['LOGIN'] }),
  'a membership': object('role', (schema) => ({ memberOf: [[...schema.role.keys()][1]] })),
  'a routine’s comment': object('routine', comment),
  'a trigger’s comment': object('trigger', comment),
  'a trigger that is off': object('trigger', { disabled: true }),
  'a grant that may be handed on': object('grant', { withGrantOption: true }),
  'a grant of some columns': object('grant', (schema) => ({
    columns: tableNamed(schema, 'parent')
      .columns.slice(0, 1)
      .map(({ id }) => id),
  })),
}

/** What is said of a thing that is told to be left out goes with it. */
const goesWith: readonly (readonly [what: RegExp, prefixOrCode: string])[] = [
  [/index|GIN|columnstore|operator class/, 'indexes'],
  [/check/, 'checks'],
  [/sequence/, 'sq_'],
  [/extension/, 'ex_'],
  [/role|membership/, 'rl_'],
  [/routine/, 'ro_'],
  [/trigger/, 'tr_'],
  [/grant/, 'gr_'],
]

const isGone = (what: string, notices: readonly Notice[]): boolean =>
  goesWith.some(
    ([pattern, mark]) =>
      pattern.test(what) &&
      notices.some(
        ({ code, about }) =>
          code === mark || ((code === 'notSupported' || code === 'leftOut') && about?.startsWith(mark)),
      ),
  )

/** What a database does anyway needs neither a word nor a notice. */
const goesWithoutSaying: readonly string[] = [
  'a unique key over NULLs is as all of them in sqlserver',
  'a foreign key that is not enforced is as all of them in redshift',
]

describe.each(sources)('of a document for %s', (source) => {
  const plain = base(source)
  describe.each(dialectIds)('written for %s', (target) => {
    const before = written(plain, target)
    it.each(Object.keys(changes))('%s is written or told of', (what) => {
      if (goesWithoutSaying.includes(`${what} is as all of them in ${target}`)) return
      if (isGone(what, before.notices)) return
      const after = written(changes[what]?.(plain, source) ?? plain, target)
      const isSilent =
        after.text === before.text && JSON.stringify(after.notices) === JSON.stringify(before.notices)
      expect(isSilent).toBe(false)
    })
  })
})
