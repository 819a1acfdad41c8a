// A Prisma schema as statements: what `prisma migrate` would have made of it.
import { dialects } from '../../dialects'
import type { Remark, Script, Statement } from '../sql/statement'
import { attributeOf } from './args'
import { columnFacts, typeOf } from './columns'
import { columnsOf, datasourceOf, dbName, objectName, type Prisma } from './context'
import { keysOf } from './keys'
import { parsePrisma, type Block, type BlockKind, type Parsed } from './parse'
import { foreignKeysOf, junctionsOf } from './relations'

export interface PrismaScripts {
  readonly dialect: Prisma['dialect']
  /** One for each file. */
  readonly scripts: readonly Script[]
}

class Builder {
  readonly prisma: Prisma
  private remarks: Remark[] = []
  private readonly tables: Statement[] = []
  private readonly enums: Statement[] = []

  constructor(files: readonly Parsed[]) {
    const source = datasourceOf(files)
    const blocks = files.flatMap((file) => file.blocks)
    const named = (...kinds: readonly BlockKind[]) =>
      new Map(blocks.filter(({ kind }) => kinds.includes(kind)).map((block) => [block.name, block]))
    this.prisma = {
      ...source,
      names: dialects[source.dialect].names,
      models: named('model', 'view'),
      enums: named('enum'),
      composites: named('type'),
      remark: (remark) => void this.remarks.push(remark),
    }
  }

  /** Many-to-many tables belong to no file; they come with the last one. */
  file({ blocks, remarks }: Parsed, isLast: boolean): Script {
    this.remarks = [...remarks]
    this.tables.length = 0
    this.enums.length = 0
    for (const block of blocks) this.block(block)
    const junctions = isLast ? junctionsOf(this.prisma) : []
    return { statements: [...this.enums, ...this.tables, ...junctions], remarks: this.remarks }
  }

  private block(block: Block): void {
    const { at } = block
    switch (block.kind) {
      case 'model':
        this.table(block)
        return
      case 'view':
        this.view(block)
        return
      case 'enum':
        this.enum(block)
        return
      case 'type':
        this.prisma.remark({
          level: 'info',
          code: 'compositeType',
          message: `${block.name} is a document inside a document: columns of it are JSON`,
          at,
        })
        return
      case 'datasource':
      case 'generator':
        return
    }
  }

  private table(block: Block): void {
    const { prisma } = this
    const properties = [
      ...(dbName(block) === block.name ? [] : [{ key: 'prisma.name', value: block.name }]),
      ...(attributeOf(block, 'ignore') ? [{ key: 'prisma.ignore', value: 'true' }] : []),
    ]
    this.tables.push({
      kind: 'createTable',
      name: objectName(block),
      columns: columnsOf(prisma, block).map((member) => columnFacts(prisma, member)),
      constraints: [...keysOf(prisma, block), ...foreignKeysOf(prisma, block)],
      ...(block.doc !== '' && { comment: block.doc }),
      ...(properties.length > 0 && { properties }),
      at: block.at,
    })
  }

  private view(block: Block): void {
    const { prisma } = this
    prisma.remark({
      level: 'warning',
      code: 'viewWithoutQuery',
      message: `A Prisma file names the columns of the view ${dbName(block)} but not its query`,
      remedy: 'Write the query into the view, or read the schema from the database itself.',
      at: block.at,
    })
    this.tables.push({
      kind: 'createView',
      name: objectName(block),
      materialized: false,
      query: '',
      columns: columnsOf(prisma, block).map((member) => ({
        name: dbName(member),
        type: typeOf(prisma, member),
        comment: member.doc,
      })),
      ...(block.doc !== '' && { comment: block.doc }),
      at: block.at,
    })
  }

  private enum(block: Block): void {
    const { at, members } = block
    const { dialect } = this.prisma
    if (dialect === 'mysql') return
    if (dialect !== 'postgres') {
      const message = `${dialects[dialect].label} has no enums: columns of ${block.name} are text, and Prisma alone checks them`
      this.prisma.remark({ level: 'warning', code: 'enum', message, at })
      return
    }
    this.enums.push({ kind: 'createEnum', name: objectName(block), values: members.map(dbName), at })
    for (const [on, text] of [
      ['', block.doc] as const,
      ...members.map((one) => [dbName(one), one.doc] as const),
    ]) {
      if (text === '') continue
      const name = objectName(block)
      const subject =
        on === '' ? ({ kind: 'enum', name } as const) : ({ kind: 'enumValue', name, value: on } as const)
      this.enums.push({ kind: 'comment', on: subject, text, at })
    }
  }
}

export function prismaScripts(texts: readonly string[]): PrismaScripts {
  const files = texts.map(parsePrisma)
  const builder = new Builder(files)
  const scripts = files.map((file, i) => builder.file(file, i === files.length - 1))
  return { dialect: builder.prisma.dialect, scripts }
}
