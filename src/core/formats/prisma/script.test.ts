import { describe, expect, it } from 'vitest'
import type { CreateTable, ForeignKeyFacts, Statement } from '../sql/statement'
import { prismaScripts } from './script'

const shop = `
datasource db { provider = "postgresql" }
/// People who buy.
model User {
  id      Int      @id @default(autoincrement())
  email   String   @unique @db.VarChar(320) @map("mail") /// Where we write to
  role    Role     @default(ADMIN)
  key     String   @default(cuid())
  tags    String[] @default(["a", "it's"])
  boss    User?    @relation("bosses", fields: [bossId], references: [id])
  bossId  Int?
  staff   User[]   @relation("bosses")
  orders  Order[]
  created DateTime @default(now()) @db.Timestamptz(6)
  @@map("users")
  @@index([role, created(sort: Desc)], map: "by_role")
}
enum Role {
  ADMIN @map("admin")
  GUEST
}
model Order {
  userId Int
  no     BigInt
  total  Decimal @default(0.10) @db.Decimal(10, 2)
  user   User    @relation(fields: [userId], references: [id], onDelete: Cascade, map: "fk_user")
  labels Label[]
  @@id([userId, no])
  @@unique([no])
}
model Label { id String @id @db.Uuid
  orders Tag[] }
model Tag { id Int @id
  labels Label[] }
`

const statementsOf = (text: string): readonly Statement[] =>
  prismaScripts([text]).scripts[0]?.statements ?? []

function tableOf(text: string, name: string): CreateTable {
  const found = statementsOf(text).find((one) => one.kind === 'createTable' && one.name.name === name)
  if (found?.kind !== 'createTable') throw new Error(`no table ${name}`)
  return found
}

const foreignKeys = (table: CreateTable): readonly ForeignKeyFacts[] =>
  table.constraints.flatMap((one) => (one.kind === 'foreignKey' ? [one] : []))

describe('a Prisma schema', () => {
  it('gives columns the names, types and defaults that they have in the database', () => {
    const columns = tableOf(shop, 'users').columns.map(({ at: _at, ...column }) => column)
    expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'id integer',
      'mail varchar(320)',
      'role "Role"',
      'key text',
      'tags text[]',
      'bossId integer',
      'created timestamptz(6)',
    ])
    expect(columns[0]).toMatchObject({ identity: { mode: 'byDefault', style: 'serial' }, nullable: false })
    expect(columns[1]).toMatchObject({
      comment: 'Where we write to',
      properties: [{ key: 'prisma.name', value: 'email' }],
    })
    expect(columns[2]?.default).toBe("'admin'")
    expect(columns[4]?.default).toBe("ARRAY['a', 'it''s']::text[]")
    expect(columns[6]?.default).toBe('CURRENT_TIMESTAMP')
  })

  it('keeps what only the client does as a property, not as a default of the database', () => {
    expect(tableOf(shop, 'users').columns[3]).toMatchObject({
      properties: [{ key: 'prisma.default', value: 'cuid()' }],
    })
    expect(tableOf(shop, 'users').columns[3]?.default).toBeUndefined()
  })

  it('names keys and indexes as its migrations do', () => {
    const names = tableOf(shop, 'users').constraints.map((one) =>
      one.kind === 'index' ? one.index.name : one.name,
    )
    expect(names).toEqual(['users_pkey', 'users_mail_key', 'by_role', 'users_bossId_fkey'])
    expect(tableOf(shop, 'Order').constraints[0]).toMatchObject({
      kind: 'primaryKey',
      parts: [{ column: 'userId' }, { column: 'no' }],
    })
  })

  it('ties tables together with the actions that hold where none are written', () => {
    expect(foreignKeys(tableOf(shop, 'users'))).toMatchObject([
      {
        columns: ['bossId'],
        parent: { name: 'users' },
        parentColumns: ['id'],
        onDelete: 'setNull',
        onUpdate: 'cascade',
      },
    ])
    expect(foreignKeys(tableOf(shop, 'Order'))).toMatchObject([{ name: 'fk_user', onDelete: 'cascade' }])
  })

  it('makes the junction of two lists', () => {
    const junction = tableOf(shop, '_LabelToTag')
    expect(junction.columns.map(({ name, type }) => `${name} ${type}`)).toEqual(['A uuid', 'B integer'])
    expect(foreignKeys(junction).map(({ parent, onDelete }) => [parent.name, onDelete])).toEqual([
      ['Label', 'cascade'],
      ['Tag', 'cascade'],
    ])
  })

  it('draws relations without foreign keys where the database holds none', () => {
    const text = shop.replace('provider = "postgresql"', 'provider = "mysql"\n relationMode = "prisma"')
    expect(foreignKeys(tableOf(text, 'Order'))).toMatchObject([{ isDrawnOnly: true }])
    expect(tableOf(text, 'users').columns.find(({ name }) => name === 'role')?.type).toBe(
      "enum('admin','GUEST')",
    )
  })

  it('says where a line is not understood and keeps the rest', () => {
    const text =
      'model A {\n id Int @id\n ???\n b Nope\n}\nnonsense here\nmodel B { id Int @id\n a A @relation(fields: [x], references: [id])'
    const { scripts } = prismaScripts([text])
    expect(scripts[0]?.statements.map((one) => one.kind)).toEqual(['createTable', 'createTable'])
    const remarks = scripts[0]?.remarks.map(({ code, at }) => [
      code,
      text.slice(at.from, at.to).split('\n')[0],
    ])
    expect(remarks).toEqual([
      ['notUnderstood', '?'],
      ['notUnderstood', 'nonsense'],
      ['notUnderstood', 'model B { id Int @id'],
      ['unknownType', 'b Nope'],
      ['unknownColumn', '@relation(fields: [x], references: [id])'],
      ['relation', '@relation(fields: [x], references: [id])'],
    ])
  })

  it('reads several files as one schema', () => {
    const { scripts } = prismaScripts([
      'model A { id Int @id\n b B[] }',
      'model B { id Int @id\n a A @relation(fields: [id], references: [id]) }',
    ])
    const [table] = scripts[1]?.statements ?? []
    expect(table?.kind === 'createTable' && foreignKeys(table)).toMatchObject([{ parent: { name: 'A' } }])
  })

  it('ends on any text', () => {
    for (const text of [
      'model',
      'model {',
      '"',
      '@@',
      'model A { @@index([[[[',
      `model A { a B @default(${'['.repeat(9000)}`,
    ]) {
      expect(prismaScripts([text]).scripts).toHaveLength(1)
    }
  })
})
