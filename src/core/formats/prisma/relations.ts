// Relation fields: foreign keys, and the junction tables that Prisma makes for many-to-many without saying so.
import type { Property, ReferentialAction } from '../../model/records'
import type { ColumnFacts, CreateTable, ForeignKeyFacts, Spot } from '../sql/statement'
import { argumentOf, attributeOf, fieldsOf, mainOf, wordOf } from './args'
import { columnNames, dbName, isRelation, memberNamed, objectName, type Prisma } from './context'
import { conventional, keyFieldsOf } from './keys'
import { typeOf } from './columns'
import type { Block, Member } from './parse'

const actions: Readonly<Record<string, ReferentialAction>> = {
  Cascade: 'cascade',
  Restrict: 'restrict',
  NoAction: 'noAction',
  SetNull: 'setNull',
  SetDefault: 'setDefault',
}

const relationOf = (member: Member) => attributeOf(member, 'relation')
const relationName = (member: Member) => wordOf(mainOf(relationOf(member), 'name'))
const fieldNames = (member: Member, name: 'fields' | 'references'): readonly string[] =>
  fieldsOf(argumentOf(relationOf(member), name)).map((use) => use.name)

/** The field at the other end of a relation. */
function backField(block: Block, member: Member, other: Block): Member | undefined {
  return other.members.find(
    (one) => one.type === block.name && one !== member && relationName(one) === relationName(member),
  )
}

function propertiesOf(block: Block, member: Member, other: Block): readonly Property[] {
  const properties: Property[] = [{ key: 'prisma.field', value: member.name }]
  const back = backField(block, member, other)
  const name = relationName(member)
  if (back) properties.push({ key: 'prisma.backField', value: back.name })
  if (name !== undefined) properties.push({ key: 'prisma.relation', value: name })
  return properties
}

function actionsOf(prisma: Prisma, block: Block, member: Member) {
  const given = (name: string) => actions[wordOf(argumentOf(relationOf(member), name)) ?? '']
  const isOptional = fieldNames(member, 'fields').some((name) => memberNamed(block, name)?.isOptional)
  // SQL Server has no RESTRICT (Prisma's reference, "Referential actions").
  const strict = prisma.dialect === 'sqlserver' ? 'noAction' : 'restrict'
  return {
    onDelete: given('onDelete') ?? (isOptional ? 'setNull' : strict),
    onUpdate: given('onUpdate') ?? 'cascade',
  }
}

function foreignKey(prisma: Prisma, block: Block, member: Member): ForeignKeyFacts | undefined {
  const other = prisma.models.get(member.type)
  const fields = fieldNames(member, 'fields')
  if (!other || fields.length === 0) return undefined
  const { at } = relationOf(member) ?? member
  const columns = columnNames(prisma, block, { names: fields, at })
  const parentColumns = columnNames(prisma, other, { names: fieldNames(member, 'references'), at })
  if (columns.length === 0 || columns.length !== parentColumns.length) {
    const message = `The relation ${block.name}.${member.name} does not name as many columns on either side`
    prisma.remark({ level: 'loss', code: 'relation', message, at })
    return undefined
  }
  const usual = conventional(prisma.names, [dbName(block), ...columns], 'fkey')
  return {
    kind: 'foreignKey',
    name: wordOf(argumentOf(relationOf(member), 'map')) ?? (prisma.dialect === 'sqlite' ? '' : usual),
    columns,
    parent: objectName(other),
    parentColumns,
    ...(prisma.hasForeignKeys ? actionsOf(prisma, block, member) : { isDrawnOnly: true }),
    properties: propertiesOf(block, member, other),
    at,
  }
}

export const foreignKeysOf = (prisma: Prisma, block: Block): readonly ForeignKeyFacts[] =>
  block.members.flatMap((member) =>
    isRelation(prisma, member) && !member.isList ? (foreignKey(prisma, block, member) ?? []) : [],
  )

interface Side {
  readonly block: Block
  readonly key: Member
}

function sideOf(block: Block): Side | undefined {
  const [name, another] = keyFieldsOf(block)
  const key = name === undefined || another !== undefined ? undefined : memberNamed(block, name)
  return key && { block, key }
}

interface Pair {
  readonly a: Block
  readonly b: Block
  readonly name: string | undefined
  readonly at: Spot
}

/** Lists of each other that no field of a foreign key stands for. */
function pairsOf(prisma: Prisma): readonly Pair[] {
  const pairs = new Map<string, Pair>()
  for (const block of prisma.models.values()) {
    for (const member of block.members) {
      const other = prisma.models.get(member.type)
      if (!other || !member.isList) continue
      const back = backField(block, member, other)
      if (!back?.isList) continue
      const [a, b] = block.name <= other.name ? [block, other] : [other, block]
      const name = relationName(member)
      const title = name ?? `${a.name}To${b.name}`
      if (!pairs.has(title)) pairs.set(title, { a, b, name, at: member.at })
    }
  }
  return [...pairs.values()]
}

function junctionColumn(prisma: Prisma, name: 'A' | 'B', { key, block }: Side): Omit<ColumnFacts, 'at'> {
  return { name, type: typeOf(prisma, key), nullable: false, comment: `${block.name}.${key.name}` }
}

function junctionTable(prisma: Prisma, { a, b, name, at }: Pair): CreateTable | undefined {
  const [left, right] = [sideOf(a), sideOf(b)]
  if (!left || !right) {
    const message = `${a.name} and ${b.name} list each other, but one of them has no key of one field: no junction is made`
    prisma.remark({ level: 'loss', code: 'relation', message, at })
    return undefined
  }
  const table = `_${name ?? `${a.name}To${b.name}`}`
  const end = (column: 'A' | 'B', side: Side): ForeignKeyFacts => ({
    kind: 'foreignKey',
    name: prisma.dialect === 'sqlite' ? '' : `${table}_${column}_fkey`,
    columns: [column],
    parent: objectName(side.block),
    parentColumns: [dbName(side.key)],
    ...(prisma.hasForeignKeys ? { onDelete: 'cascade', onUpdate: 'cascade' } : { isDrawnOnly: true }),
    at,
  })
  const { schema } = objectName(a)
  const isPostgres = prisma.dialect === 'postgres'
  return {
    kind: 'createTable',
    name: { name: table, ...(schema !== undefined && { schema }) },
    columns: [
      { ...junctionColumn(prisma, 'A', left), at },
      { ...junctionColumn(prisma, 'B', right), at },
    ],
    constraints: [
      {
        kind: isPostgres ? 'primaryKey' : 'unique',
        name: `${table}_AB_${isPostgres ? 'pkey' : 'unique'}`,
        parts: [{ column: 'A' }, { column: 'B' }],
        at,
      },
      end('A', left),
      end('B', right),
      {
        kind: 'index',
        index: { name: `${table}_B_index`, unique: false, method: '', parts: [{ on: { column: 'B' } }] },
        at,
      },
    ],
    properties: [{ key: 'prisma.implicit', value: 'true' }],
  }
}

export const junctionsOf = (prisma: Prisma): readonly (CreateTable & { readonly at: Spot })[] =>
  pairsOf(prisma).flatMap((pair) => {
    const table = junctionTable(prisma, pair)
    return table ? [{ ...table, at: pair.at }] : []
  })
