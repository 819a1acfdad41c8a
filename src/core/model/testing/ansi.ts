// Names in PostgreSQL's manner, for tests that need a dialect's speech and none of its knowledge.
import type { Speech } from '../lexis'

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

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

export const ansi: Speech = {
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
}
