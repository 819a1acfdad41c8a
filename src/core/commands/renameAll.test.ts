import { describe, expect, it } from 'vitest'
import { applyEdits } from '../model/edit'
import { countingIds } from '../model/testing/factories'
import { faultsOf } from '../model/testing/integrity'
import { kitchenSink } from '../model/testing/kitchenSink.data'
import { currentSql, mentionsOf, textKinds, textsOf } from '../model/resolve'
import { firstDiagram, kinds, type Schema } from '../model/schema'
import { perform } from './context'
import { rename, type Named } from './rename'
import { setNamespace } from './namespace'
import { Desk } from './testing/bench'
import { plainDialect } from './testing/plainDialect'

interface Thing extends Named {
  readonly name: string
}

const listed = ['columns', 'uniques', 'indexes', 'values'] as const

/** Everything that SQL may name. */
function things(schema: Schema): Thing[] {
  const found: Thing[] = []
  for (const kind of kinds) {
    if (
      ![
        'namespace',
        'table',
        'view',
        'enum',
        'domain',
        'composite',
        'sequence',
        'routine',
        'trigger',
        'role',
        'extension',
      ].includes(kind)
    )
      continue
    for (const row of schema[kind].values()) {
      if ('name' in row) found.push({ id: row.id, name: row.name })
      for (const list of listed) {
        const parts = (row as unknown as Record<string, readonly { id: never; name: string }[] | undefined>)[
          list
        ]
        for (const part of parts ?? []) found.push({ id: row.id, part: part.id, name: part.name })
      }
      if ('uniques' in row && row.primaryKey)
        found.push({ id: row.id, part: row.primaryKey.id, name: row.primaryKey.name })
    }
  }
  return found.filter((thing) => thing.name !== '')
}

/** All SQL of a document as it reads now, without comments. */
const allSql = (schema: Schema): string[] =>
  textKinds.flatMap((kind) =>
    [...schema[kind].values()].flatMap((row) =>
      textsOf(kind, row).map(({ text }) =>
        currentSql(text, schema, plainDialect.names).replace(/--[^\n]*/g, ''),
      ),
    ),
  )

const wholeWord = (word: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}_])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}_])`, 'u')

describe('renaming everything', () => {
  it('leaves no old name in any text', () => {
    const before = kitchenSink(plainDialect)
    expect(faultsOf(before)).toEqual([])
    const desk = new Desk(countingIds('x'), before)
    const all = things(before)
    expect(all.length).toBeGreaterThan(45)
    for (const [i, thing] of all.entries()) desk.do((cx) => rename(cx, thing, `New ${i} "q" 'a'`))
    const texts = allSql(desk.schema)
    const left = all.flatMap(({ name }) => {
      const spelled = name.replaceAll('"', '""').replaceAll("'", "''")
      return texts.filter((text) => wholeWord(spelled).test(text)).map((text) => `${name}: ${text}`)
    })
    expect(left).toEqual([])
    expect(faultsOf(desk.schema)).toEqual([])
  })

  it('spells the new names of types in columns', () => {
    const desk = new Desk(countingIds('x'), kitchenSink(plainDialect))
    for (const thing of things(desk.schema)) desk.do((cx) => rename(cx, thing, `${thing.name}2`))
    const columns = [...desk.schema.table.values()].flatMap((table) => table.columns)
    expect(columns.filter((column) => column.type.of).map((column) => column.type.raw)).toEqual([
      'email_address2',
      'postal_address2',
      'order_state2',
    ])
  })

  it('keeps the spelling of what still means its object, and every text as it was after going back', () => {
    const start = kitchenSink(plainDialect)
    const desk = new Desk(countingIds('x'), start)
    const before = allSql(start)
    for (const thing of things(start)) desk.do((cx) => rename(cx, thing, `z_${thing.name}`))
    for (const thing of things(start)) desk.do((cx) => rename(cx, thing, thing.name))
    expect(allSql(desk.schema)).toEqual(before)
  })
})

describe('one rename', () => {
  it('catches up with texts that were written before the object was there', () => {
    const start = kitchenSink(plainDialect)
    const [table] = [...start.table.values()].filter(({ name }) => name === 'labels')
    if (!table) throw new Error('the kitchen sink has labels')
    const desk = new Desk(countingIds('x'), start)
    const verbatim = [...start.verbatim.values()][0]
    if (!verbatim) throw new Error('the kitchen sink has verbatims')
    const bare = { ...verbatim, text: { parts: ['TRUNCATE labels'] } }
    desk.schema = { ...start, verbatim: new Map(start.verbatim).set(bare.id, bare) }
    desk.do((cx) => rename(cx, { id: table.id }, 'tags'))
    const after = desk.schema.verbatim.get(bare.id)
    expect(after && currentSql(after.text, desk.schema, plainDialect.names)).toBe('TRUNCATE tags')
  })

  it('points at the places that it cannot decide', () => {
    const start = kitchenSink(plainDialect)
    const verbatim = [...start.verbatim.values()][0]
    const [table] = [...start.table.values()].filter(({ name }) => name === 'labels')
    const column = table?.columns[0]
    if (!verbatim || !table || !column) throw new Error('the kitchen sink has labels')
    const text = {
      parts: ["SELECT 1 FROM labels a JOIN labels b USING (label_id); EXECUTE 'DROP TABLE labels'"],
    }
    const schema = { ...start, verbatim: new Map(start.verbatim).set(verbatim.id, { ...verbatim, text }) }
    expect(mentionsOf(schema, { id: table.id }, plainDialect).map(({ why, from }) => [why, from])).toEqual([
      ['string', 75],
    ])
    expect(
      mentionsOf(schema, { id: column.id, owner: table.id }, plainDialect).map(({ why, from }) => [
        why,
        from,
      ]),
    ).toEqual([['ambiguous', 44]])
  })
})

describe('another namespace', () => {
  it('is written where a text names the object', () => {
    const start = kitchenSink(plainDialect)
    const desk = new Desk(countingIds('x'), start)
    const [sales] = start.namespace.values()
    const labels = [...start.table.values()].find(({ name }) => name === 'labels')
    const purchases = [...start.table.values()].find(({ name }) => name === 'purchases')
    if (!sales || !labels || !purchases) throw new Error('the kitchen sink has these')
    desk.do((cx) => setNamespace(cx, labels.id, sales.id))
    desk.do((cx) => setNamespace(cx, purchases.id, undefined))
    const texts = allSql(desk.schema)
    expect(texts.some((text) => text.includes('FROM sales.labels WHERE label_id'))).toBe(true)
    expect(texts.some((text) => text.includes('sales.purchases'))).toBe(false)
    expect(
      texts.some((text) =>
        text.includes(
          'ON CONFLICT ON CONSTRAINT one_per_state DO UPDATE SET net = excluded.net + purchases.net',
        ),
      ),
    ).toBe(true)
  })
})

describe('a rename that changes nothing', () => {
  it('makes no edits', () => {
    const schema = kitchenSink(plainDialect)
    const diagram = firstDiagram(schema)
    const [table] = schema.table.values()
    if (!diagram || !table) throw new Error('the kitchen sink has tables')
    const result = perform(schema, { newId: countingIds('x'), dialect: plainDialect, diagram }, (cx) =>
      rename(cx, { id: table.id }, table.name),
    )
    expect(result.ok && result.value.edits).toEqual([])
    expect(applyEdits(schema, [])).toBe(schema)
  })
})
