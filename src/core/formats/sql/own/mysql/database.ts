// Which database a script is about. A dump of one database is the document itself: its name is left out of every
// name. A script of several keeps them as namespaces.
import type { CreateTable, ObjectName } from '../../statement'
import { schemaAndName, type Context, type CreateReader, type StatementReader } from '../tongue'
import { databaseOptions } from './objects'

const mention =
  /^[ \t]*(?:\/\*!\d{5,6}[ \t]*)?(?:(USE)|CREATE[ \t]{1,9}(?:OR[ \t]{1,9}REPLACE[ \t]{1,9})?(?:DATABASE|SCHEMA)|CREATE[ \t]{1,9}TABLE)[ \t]{1,9}(?:\/\*!\d{5,6}[ \t]{0,9}IF[ \t]NOT[ \t]EXISTS[ \t]{0,9}\*\/[ \t]{0,9}|IF[ \t]{1,9}NOT[ \t]{1,9}EXISTS[ \t]{1,9})?(`[^`\r\n]{1,64}`|[\w$]{1,64})([ \t]*\.)?/gim

/** The databases that a script makes, uses or makes tables in. */
export function databasesOf(text: string): ReadonlySet<string> {
  const out = new Set<string>()
  for (const found of text.matchAll(mention)) {
    const isTable = /TABLE[ \t]/i.test(found[0]) && !/^[ \t]*USE/i.test(found[0])
    const name = (found[2] ?? '').replace(/^`|`$/g, '')
    if (isTable === (found[3] !== undefined)) out.add(name.toLowerCase())
  }
  return out
}

/** How dotted names are read when the script is about one database. */
export const withoutHome =
  (home: string | undefined) =>
  (parts: readonly string[]): ObjectName => {
    const name = schemaAndName(parts)
    return name.schema !== undefined && name.schema.toLowerCase() === home ? { name: name.name } : name
  }

/** What a database says of its texts, for the tables that say nothing. */
export interface Habits {
  charset?: string
  collation?: string
}

const isHome = (name: string, home: string | undefined) => name.toLowerCase() === home

export const createDatabase =
  (home: string | undefined, habits: Habits): CreateReader =>
  (c, _head) => {
    const ifNotExists = c.take('IF', 'NOT', 'EXISTS')
    const name = c.name()
    if (name === undefined) return undefined
    Object.assign(habits, databaseOptions(c))
    if (isHome(name, home)) return { kind: 'nothing', what: 'CREATE DATABASE' }
    return { kind: 'createSchema', name, ...(ifNotExists ? { ifNotExists } : {}) }
  }

export const alterDatabase =
  (habits: Habits): CreateReader =>
  (c) => {
    Object.assign(habits, databaseOptions(c))
    return { kind: 'nothing', what: 'ALTER DATABASE' }
  }

export const dropDatabase =
  (home: string | undefined): CreateReader =>
  (c) => {
    const ifExists = c.take('IF', 'EXISTS')
    const name = c.name()
    if (name === undefined) return undefined
    if (isHome(name, home)) return { kind: 'nothing', what: 'DROP DATABASE' }
    return { kind: 'drop', what: [{ kind: 'schema', name: { name } }], ...(ifExists ? { ifExists } : {}) }
  }

export const use =
  (home: string | undefined): StatementReader =>
  (c) => {
    c.skip()
    const schema = c.name()
    if (schema === undefined) return undefined
    return isHome(schema, home) ? { kind: 'nothing', what: 'USE' } : { kind: 'useSchema', schema }
  }

/** The table with the charset of its database, where it says none itself. */
export function withHabits(table: CreateTable, { charset, collation }: Habits, ctx: Context): CreateTable {
  const { options = [], like } = table
  const says = options.some(({ name }) => name === 'DEFAULT CHARSET' || name === 'COLLATE')
  if (says || like || (charset === undefined && collation === undefined)) return table
  const { dialect } = ctx.tongue
  return {
    ...table,
    options: [
      ...options,
      ...(charset === undefined ? [] : [{ dialect, name: 'DEFAULT CHARSET', value: charset }]),
      ...(collation === undefined ? [] : [{ dialect, name: 'COLLATE', value: collation }]),
    ],
  }
}
