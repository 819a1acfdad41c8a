// Fields that are columns: their types, defaults and identities in the words of the provider's database.
import type { Property } from '../../model/records'
import type { ColumnFacts } from '../sql/statement'
import { attributeOf, mainOf, spelled } from './args'
import { dbName, isScalar, type Prisma } from './context'
import type { Attribute, Block, Member, Value } from './parse'
import { natives, scalars } from './types.data'

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

function native(prisma: Prisma, attribute: Attribute): string | undefined {
  const table = natives[prisma.provider]
  const name = attribute.name.slice(attribute.name.indexOf('.') + 1)
  const pattern = Object.hasOwn(table, name) ? table[name] : undefined
  const args = attribute.args.map(({ value }) => spelled(value).toLowerCase()).join(',')
  if (pattern === undefined) {
    const message = `${attribute.name} is not a type of ${prisma.provider}; it is kept as it is`
    prisma.remark({ level: 'warning', code: 'unknownType', message, at: attribute.at })
    return undefined
  }
  return pattern.replace('*', args === '' ? '' : `(${args})`)
}

function enumType(prisma: Prisma, block: Block): string {
  const { provider, names } = prisma
  if (provider === 'mysql') return `enum(${block.members.map((one) => quoted(dbName(one))).join(',')})`
  if (provider === 'sqlite' || provider === 'sqlserver') return scalars[provider].String
  return names.spell(dbName(block))
}

function baseType(prisma: Prisma, member: Member): string {
  const block = prisma.enums.get(member.type)
  const own = member.attributes.find(({ name }) => /^[a-z]\w*\./i.test(name))
  const spelledType = own && native(prisma, own)
  if (spelledType !== undefined) return spelledType
  if (block) return enumType(prisma, block)
  if (isScalar(member.type)) return scalars[prisma.provider][member.type]
  if (member.type === 'Unsupported') return member.typeArgument ?? ''
  if (!prisma.composites.has(member.type)) {
    const message = `Nothing here is called ${member.type}`
    prisma.remark({ level: 'warning', code: 'unknownType', message, at: member.at })
    return member.type
  }
  return scalars[prisma.provider].Json
}

export function typeOf(prisma: Prisma, member: Member): string {
  const base = baseType(prisma, member)
  return member.isList && prisma.dialect === 'postgres' ? `${base}[]` : base
}

/** Functions that the database itself carries out; every other one (cuid, uuid, nanoid…) Prisma's client does. */
function callDefault(prisma: Prisma, value: Extract<Value, { kind: 'call' }>): string | undefined {
  const [first] = value.args
  if (value.name === 'now') return prisma.provider === 'mysql' ? 'CURRENT_TIMESTAMP(3)' : 'CURRENT_TIMESTAMP'
  if (value.name === 'dbgenerated' && first?.value.kind === 'string') return first.value.text
  return undefined
}

function scalarDefault(prisma: Prisma, member: Member, value: Value): string | undefined {
  if (value.kind === 'call') return callDefault(prisma, value)
  if (value.kind === 'list') return undefined
  const block = prisma.enums.get(member.type)
  if (block) {
    const found = block.members.find(({ name }) => name === value.text)
    return quoted(found ? dbName(found) : value.text)
  }
  if (value.kind === 'number') return value.text
  const isTruth = value.kind === 'word' && (value.text === 'true' || value.text === 'false')
  if (!isTruth) return quoted(value.text)
  return prisma.dialect === 'sqlserver' ? (value.text === 'true' ? '1' : '0') : value.text
}

function listDefault(prisma: Prisma, member: Member, items: readonly Value[]): string | undefined {
  if (prisma.dialect !== 'postgres') return undefined
  const texts = items.map((item) => scalarDefault(prisma, member, item) ?? 'NULL')
  return `ARRAY[${texts.join(', ')}]::${typeOf(prisma, member)}`
}

const styles = {
  postgres: 'serial',
  mysql: 'autoIncrement',
  sqlite: 'autoincrement',
  sqlserver: 'identity',
} as const

function identityOf(prisma: Prisma, value: Value | undefined): ColumnFacts['identity'] {
  if (value?.kind !== 'call' || value.name !== 'autoincrement') return undefined
  const style = styles[prisma.dialect as keyof typeof styles]
  return { mode: style === 'identity' ? 'always' : 'byDefault', style }
}

/** What Prisma knows and no database holds: it travels as a property. */
function propertiesOf(member: Member, given: Value | undefined, isTold: boolean): readonly Property[] {
  const properties: Property[] = []
  if (dbName(member) !== member.name) properties.push({ key: 'prisma.name', value: member.name })
  if (attributeOf(member, 'updatedAt')) properties.push({ key: 'prisma.updatedAt', value: 'true' })
  if (attributeOf(member, 'ignore')) properties.push({ key: 'prisma.ignore', value: 'true' })
  if (given && !isTold) properties.push({ key: 'prisma.default', value: spelled(given) })
  return properties
}

export function columnFacts(prisma: Prisma, member: Member): ColumnFacts {
  const given = mainOf(attributeOf(member, 'default'), 'value')
  const identity = identityOf(prisma, given)
  const fallback =
    given?.kind === 'list'
      ? listDefault(prisma, member, given.items)
      : given && scalarDefault(prisma, member, given)
  const properties = propertiesOf(member, given, identity !== undefined || fallback !== undefined)
  return {
    name: dbName(member),
    type: typeOf(prisma, member),
    // A list is never optional for Prisma, but its column may well be NULL in the database.
    nullable: member.isOptional || member.isList,
    ...(identity && { identity }),
    ...(!identity && fallback !== undefined && { default: fallback }),
    ...(member.doc !== '' && { comment: member.doc }),
    ...(properties.length > 0 && { properties }),
    at: member.at,
  }
}
