// A small dialect in PostgreSQL's manner for the tests of core: names, types and smart columns, nothing to write.
import type { Dialect } from '../../dialects/dialect'
import { makeColumn } from '../../model/factory'
import { sqlText } from '../../model/sqlText'
import type { BaseType, ColumnType } from '../../model/type'

const reserved = new Set([
  'select',
  'from',
  'where',
  'order',
  'table',
  'user',
  'group',
  'all',
  'and',
  'or',
  'not',
  'null',
])

const bases: ReadonlyMap<string, BaseType> = new Map([
  ['bigint', 'int64'],
  ['int8', 'int64'],
  ['integer', 'int32'],
  ['int', 'int32'],
  ['smallint', 'int16'],
  ['text', 'text'],
  ['varchar', 'varchar'],
  ['boolean', 'boolean'],
  ['numeric', 'decimal'],
  ['decimal', 'decimal'],
  ['uuid', 'uuid'],
  ['timestamptz', 'datetime'],
  ['date', 'date'],
  ['jsonb', 'jsonb'],
])

function parse(raw: string): ColumnType {
  const [, word = '', first, second, brackets] =
    /^\s*(\w+)\s*(?:\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\))?\s*((?:\[\])*)\s*$/.exec(raw) ?? []
  const base = bases.get(word.toLowerCase())
  if (base === undefined) return { raw, base: 'other' }
  return {
    raw,
    base,
    ...(first !== undefined &&
      (base === 'decimal' ? { precision: Number(first) } : { length: Number(first) })),
    ...(second !== undefined && { scale: Number(second) }),
    ...(base === 'datetime' && { zone: 'with' as const }),
    ...(brackets && { array: brackets.length / 2 }),
  }
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

export const plainDialect: Dialect = {
  id: 'postgres',
  label: 'Plain',
  versions: ['18'],
  proof: { kind: 'parser', parser: 'none' },
  lexis: {
    identifierQuotes: [['"', '"']],
    backslashEscapes: false,
    doubleQuotedStrings: false,
    dollarQuotes: true,
    hashComments: false,
    nestedComments: true,
    fold: 'lower',
  },
  names: {
    maxLength: 63,
    quote,
    spell: (name) => (/^[a-z_][a-z0-9_]*$/.test(name) && !reserved.has(name) ? name : quote(name)),
    read: (spelling) =>
      spelling.startsWith('"') ? spelling.slice(1, -1).replaceAll('""', '"') : spelling.toLowerCase(),
    isSame: (a, b) => a === b,
  },
  types: { parse, suggestions: [] },
  smart: {
    id: (newId) =>
      makeColumn(newId, {
        name: 'id',
        type: parse('bigint'),
        nullable: false,
        identity: { mode: 'byDefault' },
      }),
    forName: (name) => {
      if (/_at$/.test(name)) return { type: parse('timestamptz'), nullable: false, default: sqlText('now()') }
      if (/^is_/.test(name)) return { type: parse('boolean'), nullable: false, default: sqlText('false') }
      if (/_id$/.test(name)) return { type: parse('bigint') }
      return { type: parse('text') }
    },
    forReferenceTo: (column) => column.type,
  },
}
