// Models of every shape that DBML can say, with names that nothing but quoting can hold.
import fc from 'fast-check'
import { applyEdits } from '../../model/edit'
import * as make from '../../model/factory'
import { orders } from '../../model/order'
import type { Column, Enum, Namespace, Relation, Table } from '../../model/records'
import type { Schema } from '../../model/schema'
import { transact } from '../../model/transact'
import { baseTypes } from '../../model/type'

const nasty = [
  'users',
  'table',
  'Note',
  'it\'s "so"',
  'a.b',
  'back\\slash',
  'два слова',
  '表',
  'tick`',
  'a\nb',
  'constructor',
  '#1',
  '--',
  '/*',
  '}',
  '[pk]',
]
const name = fc.oneof(fc.constantFrom(...nasty), fc.string({ minLength: 1, maxLength: 10, unit: 'grapheme' }))
const names = (maxLength: number) => fc.uniqueArray(name, { minLength: 1, maxLength })
const raw = fc.constantFrom(
  'int',
  'varchar(255)',
  'numeric(10,2)',
  'double precision',
  "enum('a','b')",
  'text[]',
  'weird) type',
  'a"b',
  'bigint unsigned',
)

const column = fc.record({
  raw,
  nullable: fc.boolean(),
  isUnique: fc.boolean(),
  hasEnum: fc.boolean(),
  comment: fc.string({ maxLength: 8 }),
})
const table = fc.record({
  columns: fc.tuple(names(5), fc.array(column, { minLength: 5, maxLength: 5 })),
  inNamespace: fc.boolean(),
  keyLength: fc.nat(2),
})
const relation = fc.record({
  from: fc.nat(20),
  to: fc.nat(20),
  width: fc.integer({ min: 1, max: 2 }),
  isLogical: fc.boolean(),
  mins: fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(0, 1)),
  maxes: fc.tuple(fc.constantFrom(1, 'many'), fc.constantFrom(1, 'many')),
  action: fc.constantFrom('noAction', 'restrict', 'cascade', 'setNull', 'setDefault', undefined),
  name: fc.oneof(fc.constant(''), name),
})
const shape = fc.record({
  tables: fc.tuple(names(5), fc.array(table, { minLength: 5, maxLength: 5 })),
  relations: fc.array(relation, { maxLength: 6 }),
  enumValues: names(4),
  namespace: name,
})

type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never

function build({ tables: [tableNames, tables], relations, enumValues, namespace }: Shape): Schema {
  let n = 0
  const newId = () => String(++n)
  const start = make.newSchema(newId, 'any', { dialect: 'postgres', version: '18' })
  const keys = orders(10)
  const at = (i: number) => keys[i] ?? keys[0] ?? 'a0'
  const home: Namespace = make.makeNamespace(newId, { name: namespace })
  const state: Enum = make.makeEnum(newId, {
    name: 'state',
    namespace: home.id,
    values: enumValues.map((value, i) => make.makeEnumValue(newId, { name: value, order: at(i) })),
  })
  const made: readonly Table[] = tableNames.map((tableName, i) => {
    const given = tables[i]
    const [columnNames, looks] = given?.columns ?? [[], []]
    const columns: readonly Column[] = columnNames.map((columnName, j) => {
      const look = looks[j]
      return make.makeColumn(newId, {
        name: columnName,
        order: at(j),
        type: look?.hasEnum
          ? { raw: 'state', base: 'user', of: state.id }
          : { raw: look?.raw ?? '', base: baseTypes[0] },
        nullable: look?.nullable ?? true,
        comment: look?.comment ?? '',
      })
    })
    const unique = columns.filter((_, j) => looks[j]?.isUnique)
    const primary = columns.slice(0, given?.keyLength)
    return make.makeTable(newId, {
      name: tableName,
      order: at(i),
      columns,
      ...(given?.inNamespace && { namespace: home.id }),
      ...(primary.length > 0 && {
        primaryKey: make.makeKey(newId, { parts: primary.map(({ id }) => ({ column: id })) }),
      }),
      uniques: unique.map(({ id }, j) =>
        make.makeUniqueKey(newId, { order: at(j), parts: [{ column: id }] }),
      ),
    })
  })
  const lines = relations.flatMap((given, i): readonly Relation[] => {
    const [from, to] = [made[given.from % made.length], made[given.to % made.length]]
    if (!from || !to || from.columns.length < given.width || to.columns.length < given.width) return []
    const ids = (of: Table, isBack: boolean) =>
      (isBack ? of.columns.slice(-given.width) : of.columns.slice(0, given.width)).map(({ id }) => id)
    const ends = [
      { table: from.id, columns: ids(from, true) },
      { table: to.id, columns: ids(to, false) },
    ] as const
    const base = { order: at(i), name: given.name }
    if (given.isLogical) {
      const end = (k: 0 | 1) =>
        ({ ...ends[k], min: given.mins[k] === 1 ? 1 : 0, max: given.maxes[k] === 1 ? 1 : 'many' }) as const
      return [make.makeLogicalRelation(newId, { ...base, from: end(0), to: end(1) })]
    }
    return [
      make.makeForeignKey(newId, {
        ...base,
        child: ends[0],
        parent: ends[1],
        ...(given.action && { onDelete: given.action }),
      }),
    ]
  })
  const { edits } = transact(start, (tx) => {
    tx.put('namespace', home)
    tx.put('enum', state)
    for (const row of made) tx.put('table', row)
    for (const row of lines) tx.put('relation', row)
  })
  return applyEdits(start, edits)
}

export const anyModel: fc.Arbitrary<Schema> = shape.map(build)
