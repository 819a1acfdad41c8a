// All blocks of all files of a schema, found by name, and what the datasource says of the database.
import type { Names } from '../../model/lexis'
import type { DialectId } from '../../model/target'
import type { ObjectName, Remark, Spot } from '../sql/statement'
import { attributeOf, mainOf, wordOf } from './args'
import type { Block, Member, Parsed } from './parse'
import { scalarNames, type Provider, type Scalar } from './types.data'

const dialectOf: Readonly<Record<Provider, DialectId>> = {
  postgresql: 'postgres',
  cockroachdb: 'postgres',
  mongodb: 'postgres',
  mysql: 'mysql',
  sqlite: 'sqlite',
  sqlserver: 'sqlserver',
}

const isProvider = (word: string): word is Provider => Object.hasOwn(dialectOf, word)

export interface Prisma {
  readonly provider: Provider
  readonly dialect: DialectId
  readonly names: Names
  /** False with relationMode = "prisma": the database holds no foreign keys. */
  readonly hasForeignKeys: boolean
  readonly models: ReadonlyMap<string, Block>
  readonly enums: ReadonlyMap<string, Block>
  readonly composites: ReadonlyMap<string, Block>
  remark(remark: Remark): void
}

const settingOf = (block: Block | undefined, name: string): string | undefined =>
  wordOf(block?.members.find((member) => member.name === name)?.value)

export function datasourceOf(
  files: readonly Parsed[],
): Pick<Prisma, 'provider' | 'dialect' | 'hasForeignKeys'> {
  const block = files.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'datasource')
  const word = settingOf(block, 'provider') ?? 'postgresql'
  const asked = word === 'postgres' ? 'postgresql' : word
  const provider = isProvider(asked) ? asked : 'postgresql'
  const mode = settingOf(block, 'relationMode') ?? (provider === 'mongodb' ? 'prisma' : 'foreignKeys')
  return { provider, dialect: dialectOf[provider], hasForeignKeys: mode !== 'prisma' }
}

export const dbName = (owner: Pick<Member & Block, 'name' | 'attributes'>): string =>
  wordOf(mainOf(attributeOf(owner, 'map'), 'name')) ?? owner.name

export function objectName(block: Block): ObjectName {
  const schema = wordOf(mainOf(attributeOf(block, 'schema'), 'map'))
  return { name: dbName(block), ...(schema !== undefined && { schema }) }
}

export const isScalar = (type: string): type is Scalar => (scalarNames as readonly string[]).includes(type)

/** A member that names another model: no column, one side of a relation. */
export const isRelation = (prisma: Prisma, member: Member): boolean => prisma.models.has(member.type)

export const columnsOf = (prisma: Prisma, block: Block): readonly Member[] =>
  block.members.filter((member) => !isRelation(prisma, member))

export function memberNamed(block: Block, name: string): Member | undefined {
  return block.members.find((member) => member.name === name)
}

/** Names of fields as the columns that they are; what is not there is told. */
export function columnNames(
  prisma: Prisma,
  block: Block,
  { names, at }: { readonly names: readonly string[]; readonly at: Spot },
) {
  return names.flatMap((name) => {
    const member = memberNamed(block, name)
    if (member) return [dbName(member)]
    const message = `${block.name} has no field ${name}`
    prisma.remark({ level: 'loss', code: 'unknownColumn', message, at })
    return []
  })
}
