// Keys and indexes of a model, with the names that Prisma's migrations give them.
import type { Names } from '../../model/lexis'
import type { ConstraintFacts, IndexFacts, KeyFacts, PartFacts } from '../sql/statement'
import { argumentOf, attributeOf, fieldsOf, mainOf, wordOf, type FieldUse } from './args'
import { columnNames, dbName, type Prisma } from './context'
import type { Attribute, Block } from './parse'

/** Prisma cuts the table's part so that the whole fits (its ConstraintNames). */
export function conventional(names: Names, parts: readonly string[], suffix: string): string {
  const limit = Math.min(names.maxLength, 128) - suffix.length - 1
  return `${parts.join('_').slice(0, Math.max(limit, 1))}_${suffix}`
}

const sortOf = (use: FieldUse): 'asc' | 'desc' | undefined => {
  const word = wordOf(use.args.find(({ name }) => name === 'sort')?.value)
  return word === 'Desc' ? 'desc' : word === 'Asc' ? 'asc' : undefined
}

function lengthOf(use: FieldUse): number | undefined {
  const word = wordOf(use.args.find(({ name }) => name === 'length')?.value)
  return word === undefined ? undefined : Number(word)
}

interface Part {
  readonly column: string
  readonly sort?: 'asc' | 'desc'
  readonly length?: number
  readonly use: FieldUse
}

function partsOf(
  prisma: Prisma,
  block: Block,
  { uses, at }: { readonly uses: readonly FieldUse[] } & Pick<Attribute, 'at'>,
): readonly Part[] {
  return uses.flatMap((use): Part[] => {
    const [column] = columnNames(prisma, block, { names: [use.name], at })
    const sort = sortOf(use)
    const length = lengthOf(use)
    if (column === undefined) return []
    return [{ column, use, ...(sort && { sort }), ...(length !== undefined && { length }) }]
  })
}

interface KeyPlan {
  readonly kind: KeyFacts['kind']
  readonly attribute: Attribute
  readonly uses: readonly FieldUse[]
}

function keyFacts(prisma: Prisma, block: Block, { kind, attribute, uses }: KeyPlan): KeyFacts {
  const parts = partsOf(prisma, block, { uses, at: attribute.at }).map(({ use: _use, ...part }) => part)
  const mapped = wordOf(argumentOf(attribute, 'map'))
  const table = dbName(block)
  const usual =
    kind === 'primaryKey'
      ? conventional(prisma.names, [table], 'pkey')
      : conventional(prisma.names, [table, ...parts.map(({ column }) => column)], 'key')
  // MySQL and SQLite give a primary key no name.
  const isNameless = kind === 'primaryKey' && (prisma.dialect === 'mysql' || prisma.dialect === 'sqlite')
  return { kind, name: isNameless ? '' : (mapped ?? usual), parts, at: attribute.at }
}

const methods: Readonly<Record<string, string>> = {
  BTree: 'btree',
  Hash: 'hash',
  Gin: 'gin',
  Gist: 'gist',
  SpGist: 'spgist',
  Brin: 'brin',
}

function operatorClass(use: FieldUse): string | undefined {
  const value = use.args.find(({ name }) => name === 'ops')?.value
  if (value?.kind === 'call') return wordOf(value.args[0]?.value)
  const word = wordOf(value)
  // JsonbPathOps is jsonb_path_ops in PostgreSQL.
  return word?.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase()
}

function indexFacts(prisma: Prisma, block: Block, attribute: Attribute): IndexFacts {
  const found = partsOf(prisma, block, { uses: fieldsOf(mainOf(attribute, 'fields')), at: attribute.at })
  const type = wordOf(argumentOf(attribute, 'type'))
  const isClustered = wordOf(argumentOf(attribute, 'clustered')) === 'true'
  const parts = found.map(({ column, use, ...rest }): PartFacts => {
    const own = operatorClass(use)
    return { on: { column }, ...rest, ...(own !== undefined && { operatorClass: own }) }
  })
  const usual = conventional(prisma.names, [dbName(block), ...found.map(({ column }) => column)], 'idx')
  const method = type === undefined ? '' : (methods[type] ?? type.toLowerCase())
  return {
    name: wordOf(argumentOf(attribute, 'map')) ?? usual,
    unique: false,
    method: attribute.name === 'fulltext' ? 'fulltext' : isClustered ? 'clustered' : method,
    parts,
  }
}

/** `@id` and `@unique` of one field, `@@id`, `@@unique`, `@@index` and `@@fulltext` of several. */
export function keysOf(prisma: Prisma, block: Block): readonly ConstraintFacts[] {
  const facts: ConstraintFacts[] = []
  const kinds = { id: 'primaryKey', unique: 'unique' } as const
  for (const member of block.members) {
    for (const [name, kind] of Object.entries(kinds)) {
      const attribute = attributeOf(member, name)
      if (attribute)
        facts.push(
          keyFacts(prisma, block, { kind, attribute, uses: [{ name: member.name, args: attribute.args }] }),
        )
    }
  }
  for (const attribute of block.attributes) {
    if (attribute.name === 'id' || attribute.name === 'unique') {
      const uses = fieldsOf(mainOf(attribute, 'fields'))
      facts.push(keyFacts(prisma, block, { kind: kinds[attribute.name], attribute, uses }))
    } else if (attribute.name === 'index' || attribute.name === 'fulltext') {
      facts.push({ kind: 'index', index: indexFacts(prisma, block, attribute), at: attribute.at })
    }
  }
  return facts
}

/** The fields of the primary key. */
export function keyFieldsOf(block: Block): readonly string[] {
  const own = block.members.find((member) => attributeOf(member, 'id'))
  if (own) return [own.name]
  const several = attributeOf(block, 'id')
  return several ? fieldsOf(mainOf(several, 'fields')).map(({ name }) => name) : []
}
