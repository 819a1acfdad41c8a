// What PostgreSQL holds after a script is what it holds after the script was read and written again.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { Catalogue } from '../../../../../e2e/engines/catalogue'
import { onEngine } from '../../../../../e2e/engines/onEngine'
import { nodePostgresParser } from '../../../../cli/postgresParser'
import { defaultDdlOptions } from '../../../dialects/options'
import { ddlWriters } from '../../../dialects/writers'
import { countingIds } from '../../../model/testing/factories'
import { readSql } from '../read'

const folder = fileURLToPath(new URL('fixtures/', import.meta.url))
const corpus = process.env['RELATA_CORPUS']

interface Case {
  readonly name: string
  readonly text: string
  /** Ours run as they are; the corpus may want extensions that are not there. */
  readonly isOurs: boolean
}

const read = (path: string, name: string): Case => ({
  name,
  text: readFileSync(`${path}/${name}`, 'utf8'),
  isOurs: path === folder,
})

/** The corpus of real schemas lies beside the repository where it is there at all: as their engine dumps them. */
function dumps(): readonly Case[] {
  if (corpus === undefined || !existsSync(`${corpus}/truth`)) return []
  return readdirSync(`${corpus}/truth`)
    .filter((name) => /^postgres-.*\.pgdump\.sql$/.test(name))
    .map((name) => read(`${corpus}/truth`, name))
}

const cases = [...readdirSync(folder).map((name) => read(folder, name)), ...dumps()]

/** Paths at which two catalogues differ; objects of a list are known by their names. */
function differences(a: unknown, b: unknown, path = ''): readonly string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return []
  if (isList(a) && isList(b) && [...a, ...b].every(isNamed)) {
    const left = byName(a.filter(isNamed))
    const right = byName(b.filter(isNamed))
    return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
      differences(left.get(key), right.get(key), `${path}/${key}`),
    )
  }
  if (isObject(a) && isObject(b))
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
      differences(a[key], b[key], `${path}/${key}`),
    )
  return [`${path}: ${JSON.stringify(a)} became ${JSON.stringify(b)}`]
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNamed = (value: unknown): value is { readonly name: string; readonly schema?: string } =>
  isObject(value) && typeof value['name'] === 'string'
const byName = (items: readonly { readonly name: string; readonly schema?: string }[]) =>
  new Map(items.map((item) => [`${item.schema ?? ''}.${item.name}`, item]))

/** Roles are the server's, and stay between the two runs. */
const comparable = ({ roles: _roles, ...catalogue }: Catalogue): Omit<Catalogue, 'roles'> => catalogue

async function written(text: string, version: string): Promise<string> {
  const result = await readSql([{ name: 'schema.sql', text }], {
    newId: countingIds('rt'),
    target: { dialect: 'postgres', version },
    engines: { postgres: nodePostgresParser },
  })
  if (!result.ok) throw new Error(result.error.message)
  return ddlWriters.postgres(result.value.schema, { dialect: 'postgres', version }, defaultDdlOptions).text
}

onEngine(['postgres18'], (open) => {
  it.each(cases)('$name', async ({ text, isOurs }) => {
    const before = await open()
    const original = await before.run(text)
    if (isOurs) expect(original.errors).toEqual([])
    const ours = await written(text, '18')
    const after = await open()
    const { errors } = await after.run(ours)
    const known = new Set(original.errors.map(({ message }) => message))
    const news = errors.filter(({ message }) => !known.has(message))
    expect(news.map(({ message, statement }) => `${message}: ${statement.slice(0, 300)}`)).toEqual([])
    expect(differences(comparable(await before.catalogue()), comparable(await after.catalogue()))).toEqual([])
  })
})
