import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../model/edit'
import { emptySchema, kinds, type Schema } from '../model/schema'
import { transact } from '../model/transact'
import { everything } from './everything.testing'
import type { FileContent, FileProblem } from './problem'
import { read, sizeLimit } from './read'
import { upgrade, versions, type Version } from './versions'
import { currentVersion } from './current'
import { write } from './write'

function content(text: string): FileContent {
  const result = read(text)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function problem(text: string): FileProblem {
  const result = read(text)
  if (result.ok) throw new Error('it opened')
  return result.error
}

const text = write(everything())
const lineOf = (part: string): number => text.slice(0, text.indexOf(part)).split('\n').length
const project = '"project": {"id": "p_1", "target": {"dialect": "postgres", "version": "18"}}'
const fileWith = (tables: string): string => `{"relata": 1, ${project}, "model": {"tables": [${tables}]}}`

const settled = (schema: Schema): Schema =>
  applyEdits(
    emptySchema,
    transact(emptySchema, (tx) => {
      for (const kind of kinds) for (const row of schema[kind].values()) tx.put(kind, row)
    }).edits,
  )

describe('a text that is no file of ours', () => {
  it.each([
    ['', 1, 1],
    ['{"relata": 1,\n"model": {"tables": [}\n}', 2, 22],
    ['{"relata": 1,\n\n  "a": "b\n"}', 3, 10],
    ['{"relata": 1}}', 1, 14],
    ['{"relata": 01}', 1, 13],
    ['{"relata": 1,}', 1, 14],
    ['{"a": "\\x"}', 1, 7],
    ['nul', 1, 1],
  ])('is told where it stops being JSON: %j', (given, line, column) => {
    expect(problem(given)).toEqual({ kind: 'notJson', line, column })
  })

  it('is told when it is a merge that nobody resolved', () => {
    expect(problem(text.replace('"layout"', '<<<<<<< ours\n"layout"'))).toEqual({
      kind: 'mergeConflict',
      line: lineOf('"layout"'),
    })
  })

  it.each(['null', '[]', '7', '{}', '{"relata": "1"}', '{"relata": 0}', '{"relata": 1.5}'])(
    'is told: %s',
    (given) => {
      expect(problem(given)).toEqual({ kind: 'notRelata' })
    },
  )

  it('is not looked at when it is absurdly long', () => {
    expect(problem(' '.repeat(sizeLimit + 1))).toMatchObject({ kind: 'tooLarge', limit: sizeLimit })
  })
})

describe('a file of a newer version', () => {
  it('can be looked at as far as it is understood', () => {
    const newer = text
      .replace('"relata": 1', '"relata": 7')
      .replace('"tables": [', '"hypertables": [], "tables": [')
    const found = problem(newer)
    if (found.kind !== 'newer') throw new Error(found.kind)
    expect(found.version).toBe(7)
    expect(found.readable.schema).toEqual(everything())
    expect(found.readable.notices.map(({ code, path }) => [code, path])).toEqual([
      ['unknownField', 'model.hypertables'],
    ])
  })
})

describe('a damaged file', () => {
  it('loses the damaged record, says where, and keeps everything else', () => {
    const { schema, notices } = content(text.replace('{"id": "n_063"', '{"id": 63'))
    expect(schema).toEqual({ ...everything(), note: new Map() })
    expect(notices).toEqual([
      {
        code: 'droppedRecord',
        path: 'layout.notes[0]',
        line: lineOf('{"id": "n_063"'),
        message: '"id": an id of note was expected',
      },
    ])
  })

  it('loses a damaged field and keeps its record', () => {
    const { schema, notices } = content(text.replace('"comment": "Who buys"', '"comment": {"rich": true}'))
    expect([...schema.table.values()].map(({ name, comment }) => [name, comment])[0]).toEqual([
      'customers',
      '',
    ])
    expect(notices).toMatchObject([
      { code: 'droppedField', path: 'model.tables[0].comment', line: lineOf('Who buys') },
    ])
  })

  it('loses a damaged column with what needs it, and names both', () => {
    const { schema, notices } = content(
      text.replace('{"id": "c_020", "order": "a0"', '{"id": null, "order": "a0"'),
    )
    const customers = [...schema.table.values()].find(({ name }) => name === 'customers')
    expect(customers?.columns.map(({ name }) => name)).not.toContain('id')
    expect(customers?.primaryKey).toBeUndefined()
    expect([...schema.relation.values()].map(({ kind }) => kind)).toEqual(['logical'])
    expect(notices.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['droppedPart', 'mended', 'removed']),
    )
  })

  it('keeps the first of two records with one id', () => {
    const { schema, notices } = content(
      fileWith(
        '{"id": "t_1", "order": "a0", "name": "first"}, {"id": "t_1", "order": "a1", "name": "second"}',
      ),
    )
    expect([...schema.table.values()].map(({ name }) => name)).toEqual(['first'])
    expect(notices).toMatchObject([
      { code: 'droppedRecord', path: 'model.tables[1]', message: 'The id t_1 is used twice' },
    ])
  })

  it('gives records without a usable key a place behind the one before', () => {
    const { schema } = content(
      fileWith(
        '{"id": "t_1", "name": "a"}, {"id": "t_2", "order": "!", "name": "b"}, {"id": "t_3", "order": "a0", "name": "c"}',
      ),
    )
    const again = settled(schema)
    expect(again).toEqual(schema)
    expect([...schema.table.values()].map(({ order }) => order)).toEqual(['a0', 'a1', 'a0'])
  })

  it('opens without its project record', () => {
    const { schema, notices } = content('{"relata": 1}')
    expect(schema.project.size).toBe(1)
    expect(notices).toMatchObject([{ path: 'project' }])
  })

  it('says which fields it does not know', () => {
    const { notices } = content(
      fileWith('{"id": "t_1", "order": "a0", "nam": "typo", "__proto__": {"polluted": true}}'),
    )
    expect(notices.map(({ path }) => path)).toEqual(['model.tables[0].nam', 'model.tables[0].__proto__'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('stops counting when everything is wrong', () => {
    const { notices } = content(fileWith(Array.from({ length: 2000 }, () => '7').join(',')))
    expect(notices.length).toBe(500)
  })

  it('stands any depth', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(content(fileWith(`{"id": "t_1", "order": "a0", "name": ${deep}}`)).schema.table.size).toBe(1)
    expect(problem('['.repeat(100_000))).toMatchObject({ kind: 'notJson' })
  })
})

/** Anything that JSON can be. */
const anyJson = fc.jsonValue({ maxDepth: 2 })

describe('whatever is in a file', () => {
  it('never throws and always gives a settled schema', () => {
    const places = [...text.matchAll(/"[^"\n]*"|\d+|true|\[|\]|\{|\}/g)]
    fc.assert(
      fc.property(fc.nat(places.length - 1), anyJson, fc.boolean(), (n, value, isCut) => {
        const at = places[n]
        if (!at) return
        const damaged = isCut
          ? text.slice(0, at.index) + text.slice(at.index + at[0].length)
          : text.slice(0, at.index) + JSON.stringify(value) + text.slice(at.index + at[0].length)
        const result = read(damaged)
        if (!result.ok) return
        expect(settled(result.value.schema)).toEqual(result.value.schema)
        expect(read(write(result.value.schema))).toMatchObject({ ok: true, value: { notices: [] } })
      }),
      { numRuns: 400 },
    )
  })

  it('never throws on any JSON under our own names', () => {
    fc.assert(
      fc.property(fc.constantFrom('project', 'model', 'layout', 'texts'), anyJson, (section, value) => {
        expect(read(JSON.stringify({ relata: 1, [section]: value })).ok).toBe(true)
        expect(
          read(JSON.stringify({ relata: 1, model: { tables: [value] }, layout: { notes: value } })).ok,
        ).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the versions', () => {
  it('lead from every older one to the one that is written', () => {
    expect(versions.map(({ number }) => number)).toEqual(
      Array.from({ length: currentVersion }, (_, i) => i + 1),
    )
    expect(versions.slice(0, -1).every(({ toNext }) => toNext)).toBe(true)
    expect(versions.at(-1)?.toNext).toBeUndefined()
  })

  it('are passed one after the other', () => {
    const step = (number: number): Version => ({
      number,
      toNext: (file) => ({ ...file, passed: [...((file['passed'] ?? []) as readonly number[]), number] }),
    })
    const steps = [step(1), step(2), step(3), { number: 4 }]
    expect(upgrade({}, 2, steps)).toEqual({ passed: [2, 3] })
    expect(upgrade({}, 4, steps)).toEqual({})
  })
})
