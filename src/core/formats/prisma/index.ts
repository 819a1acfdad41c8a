import type { Format } from '../format'

export const prisma: Format = {
  id: 'prisma',
  label: 'Prisma schema',
  extensions: ['.prisma'],
  mime: 'text/plain',
  detect: (text) => /^\s*(?:datasource|generator|model)\s+\w+\s*\{/m.test(text.slice(0, 20_000)),
  load: async () => ({ read: (await import('./read')).readPrisma }),
}
