// Files that people have on their disks open for ever: what lies in fixtures/v* is never changed, only added to.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { kinds, type Row, type Schema } from '../model/schema'
import { everything } from './everything.testing'
import { read } from './read'
import { write } from './write'

const root = new URL('fixtures/', import.meta.url)
const cases = readdirSync(root).flatMap((version) =>
  readdirSync(new URL(`${version}/`, root))
    .filter((name) => name.endsWith('.relata'))
    .map((name) => ({ version, name: name.replace('.relata', '') })),
)

const textOf = (path: string): string => readFileSync(new URL(path, root), 'utf8')

const plain = (schema: Schema): unknown => {
  const rowsOf = (rows: ReadonlyMap<string, Row>) => [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return Object.fromEntries(kinds.map((kind) => [kind, rowsOf(schema[kind])]))
}

describe('a file of an older Relata', () => {
  it('is there for every version', () => {
    expect(new Set(cases.map(({ version }) => version))).toEqual(new Set(['v1']))
    expect(cases.length).toBeGreaterThan(4)
  })

  it.each(cases)('opens with all that it holds: $version/$name', ({ version, name }) => {
    const result = read(textOf(`${version}/${name}.relata`))
    if (!result.ok) throw new Error(JSON.stringify(result.error))
    expect(result.value.notices).toEqual([])
    expect(plain(result.value.schema)).toEqual(JSON.parse(textOf(`${version}/${name}.schema.json`)))
  })
})

describe('version 1', () => {
  it('is written the same for ever', () => {
    expect(write(everything())).toBe(textOf('v1/everything.relata'))
  })
})
