import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../model/edit'
import type { Schema } from '../model/schema'
import { transact } from '../model/transact'
import { everything } from './everything.testing'
import { readFolder, safeFileName, writeFolder, type Folder } from './folder'
import { anySchema } from './mutated.testing'

function readBack(folder: Folder): Schema {
  const result = readFolder(folder)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  expect(result.value.notices).toEqual([])
  return result.value.schema
}

const changedPaths = (before: Folder, after: Folder): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path))

describe('a schema as a folder', () => {
  it('has a file for each table and each diagram', () => {
    const paths = [...writeFolder(everything()).keys()]
    expect(paths).toEqual(
      expect.arrayContaining([
        'relata.json',
        'model/tables/sales.orders.json',
        'model/relations.json',
        'layout/Main.json',
      ]),
    )
  })

  it('gives back every schema', () => {
    expect(readBack(writeFolder(everything()))).toEqual(everything())
    fc.assert(
      fc.property(anySchema, (schema) => {
        expect(readBack(writeFolder(schema))).toEqual(schema)
      }),
      { numRuns: 60 },
    )
  })

  it('names files so that every file system takes them apart', () => {
    fc.assert(
      fc.property(anySchema, (schema) => {
        const paths = [...writeFolder(schema).keys()]
        expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length)
        for (const path of paths) {
          expect(path).toMatch(
            /^(?:[\p{L}\p{M}\p{N}_~][\p{L}\p{M}\p{N}_.~-]*\/)*[\p{L}\p{M}\p{N}_~][\p{L}\p{M}\p{N}_.~-]*\.json$/u,
          )
          expect(new TextEncoder().encode(path.split('/').at(-1)).length).toBeLessThan(256)
        }
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['a/b\\c:d*e', 'a-b-c-d-e'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['', 'unnamed'],
    ['...', 'unnamed'],
    ['имя 表', 'имя-表'],
    ['a\u202Etxt', 'a-txt'],
  ])('calls %j %s', (name, file) => {
    expect(safeFileName(name)).toBe(file)
  })

  it('touches one layout file when a table moves', () => {
    const schema = everything()
    const [place] = schema.placement.values()
    if (!place) throw new Error('the document that has everything has a placement')
    const moved = applyEdits(schema, transact(schema, (tx) => tx.put('placement', { ...place, x: 99 })).edits)
    expect(changedPaths(writeFolder(schema), writeFolder(moved))).toEqual(['layout/Main.json'])
  })

  it('says which file is not JSON instead of losing what stands in it', () => {
    const folder = new Map(writeFolder(everything()))
    folder.set('model/tables/sales.orders.json', '{"relata": 1,\n<<<<<<< ours\n')
    expect(readFolder(folder)).toEqual({
      ok: false,
      error: { kind: 'mergeConflict', line: 2, file: 'model/tables/sales.orders.json' },
    })
  })

  it('leaves files of other kinds alone', () => {
    const folder = new Map([
      ...writeFolder(everything()),
      ['package.json', '{"name": "x"}'],
      ['README.md', '# x'],
    ] as const)
    expect(readBack(folder)).toEqual(everything())
    expect(readFolder(new Map([['package.json', '{}']]))).toEqual({ ok: false, error: { kind: 'notRelata' } })
  })
})
