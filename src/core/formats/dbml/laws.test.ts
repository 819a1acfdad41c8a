// What must hold of every document and of every text.
import { Parser } from '@dbml/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everything } from '../../file/everything.testing'
import { anySchema } from '../../file/mutated.testing'
import { reid } from '../../model/reid'
import { kinds, type Kind, type Row, type Schema } from '../../model/schema'
import { sorted, type Ordered } from '../../model/order'
import { arbitrarySchema } from '../../model/testing/arbitrary'
import { countingIds } from '../../model/testing/factories'
import { kitchenSink } from '../../model/testing/kitchenSink.data'
import { projectOf } from '../../model/schema'
import { readDbmlTexts } from './read'
import { everyConstruct } from './texts.testing'
import { writeDbml, writeWholeDbml } from './write'
import { writeDbmlFile } from './writeFile'
import { readDbml } from './read'

const read = (text: string, of?: Schema) =>
  readDbmlTexts([{ name: 'a.dbml', text }], {
    newId: countingIds('q'),
    target: of ? projectOf(of).target : { dialect: 'postgres', version: '18' },
  })

const unordered: ReadonlySet<Kind> = new Set(['project', 'placement', 'area', 'line'])

/** A document without its ids and order keys: what is left is what it says. */
function meaning(schema: Schema): unknown {
  const ids = new Map<string, string>()
  const rowsOf = (kind: Kind): readonly Row[] => {
    const rows = [...(schema[kind].values() as Iterable<Row>)]
    return unordered.has(kind)
      ? rows
      : (sorted(rows as unknown as readonly Ordered[]) as unknown as readonly Row[])
  }
  const name = (row: object): void => {
    const fields = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))
    for (const value of [
      row,
      ...fields.map(([, inner]: [string, unknown]) => inner),
    ].flat() as readonly unknown[])
      if (
        typeof value === 'object' &&
        value !== null &&
        'id' in value &&
        typeof value.id === 'string' &&
        !ids.has(value.id)
      )
        ids.set(value.id, `${value.id.split('_')[0] ?? ''}_${String(ids.size)}`)
  }
  for (const kind of kinds) if (!unordered.has(kind)) for (const row of rowsOf(kind)) name(row)
  name(projectOf(schema))
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([key, inner]: [string, unknown]) =>
          key === 'order' || inner === undefined ? [] : [[key, plain(inner)]],
        ),
    )
  }
  const keepId = (kind: Kind) => !unordered.has(kind) || kind === 'project'
  return Object.fromEntries(
    kinds.map((kind) => {
      const rows = rowsOf(kind).map((row) =>
        plain(keepId(kind) ? reid(row, ids) : { ...reid(row, ids), id: '' }),
      )
      return [
        kind,
        unordered.has(kind) ? rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : rows,
      ]
    }),
  )
}

const errorsOf = (text: string) =>
  read(text)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ message, from }) => `${message}: ${text.slice(Math.max(0, from - 40), from + 40)}`)

async function comesBack(schema: Schema): Promise<void> {
  const { text } = await writeWholeDbml(schema)
  const again = read(text, schema)
  expect(again.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(again.notices.filter(({ code }) => code === 'dbmlRest')).toEqual([])
  expect(meaning(again.schema)).toEqual(meaning(schema))
  expect((await writeWholeDbml(again.schema)).text).toBe(text)
}

describe('a whole document as DBML', () => {
  it('comes back as it was: the ones with everything', async () => {
    await comesBack(kitchenSink())
    await comesBack(everything())
    await comesBack(read(everyConstruct).schema)
  })

  it('comes back as it was, whatever is in it', async () => {
    await fc.assert(fc.asyncProperty(anySchema, comesBack), { numRuns: 10, endOnFailure: true })
    await fc.assert(fc.asyncProperty(arbitrarySchema(), comesBack), { numRuns: 15, endOnFailure: true })
  })

  it('is taken by the reference reader', async () => {
    for (const schema of [kitchenSink(), everything(), read(everyConstruct).schema]) {
      const { text } = await writeWholeDbml(schema)
      expect(() => new Parser().parse(text, 'dbmlv2')).not.toThrow()
    }
  })
})

describe('plain DBML', () => {
  it('read and written again stays the same text', () => {
    fc.assert(
      fc.property(arbitrarySchema(), (schema) => {
        const { text } = writeDbml(schema)
        expect(errorsOf(text)).toEqual([])
        const again = writeDbml(read(text, schema).schema).text
        expect(errorsOf(again)).toEqual([])
        expect(writeDbml(read(again, schema).schema).text).toBe(again)
      }),
      { numRuns: 15, endOnFailure: true },
    )
  })
})

/** As a file that is opened, and saved as it is. */
async function opened(text: string): Promise<Schema> {
  const result = await readDbml([{ name: 'shop.dbml', text }], {
    newId: countingIds('o'),
    target: { dialect: 'postgres', version: '18' },
  })
  if (!result.ok) throw new Error(result.error.message)
  return result.value.schema
}

describe('the text of an author', () => {
  it('is written back letter by letter when nothing changed', async () => {
    const texts = [
      everyConstruct,
      `\uFEFF${everyConstruct.replaceAll('\n', '\r\n')}`,
      'Table a { id int }',
      'table a {\n\tid   int // x\n\n\n}\n// the end',
      (await writeWholeDbml({ ...kitchenSink(), source: new Map() })).text,
    ]
    for (const text of texts) expect((await writeDbmlFile(await opened(text))).text).toBe(text)
  })

  it('takes along what DBML has no words for, and leaves it out where that is asked for', async () => {
    const schema = await opened(everyConstruct)
    const [table] = schema.table.values()
    if (!table) throw new Error('there are tables')
    const tagged: Schema = {
      ...schema,
      table: new Map([...schema.table, [table.id, { ...table, tags: ['crm'] }]]),
    }
    const { text } = await writeDbmlFile(tagged)
    expect(text).toBe(`${everyConstruct}\nMetadata Table users {\n  relata_tags: '["crm"]'\n}\n`)
    const again = await opened(text)
    expect(again.table.values().next().value?.tags).toEqual(['crm'])
    expect((await writeDbmlFile(again)).text).toBe(text)
    expect((await writeDbmlFile(again, { plain: true })).text).toBe(everyConstruct)
  })

  it('gives way to the model while it has mistakes, and that is told', async () => {
    const schema = await opened('Table a { id int }')
    const [source] = schema.source.values()
    if (!source) throw new Error('the text came along')
    const broken = { ...source, text: 'Table a { id int [ }' }
    const written = await writeDbmlFile({ ...schema, source: new Map([[source.id, broken]]) })
    expect(written.text).toContain('Table a {\n  id int\n}')
    expect(written.notices).toMatchObject([{ code: 'writtenAnew' }])
  })
})
