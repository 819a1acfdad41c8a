import type { Format } from '../format'

export const catalogue: Format = {
  id: 'catalogue',
  label: 'Answer to the catalogue query',
  extensions: ['.catalogue.json', '.catalogue.csv', '.catalogue.txt'],
  mime: 'application/json',
  detect: (text) => text.slice(0, 20_000).includes('relataCatalogue'),
  load: async () => ({ read: (await import('./read')).readCatalogue }),
}
