import type { Format } from '../format'

export const sql: Format = {
  id: 'sql',
  label: 'SQL script',
  extensions: ['.sql', '.ddl', '.psql', '.pgsql', '.mysql', '.tsql', '.pks', '.pkb', '.dump'],
  mime: 'application/sql',
  detect: (text) => /^[^'"`;]*?\b(?:create|alter|comment\s+on|insert\s+into)\s/i.test(text.slice(0, 20_000)),
  load: async () => ({ read: (await import('./read')).readSql }),
}
