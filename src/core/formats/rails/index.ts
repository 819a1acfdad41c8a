import type { Format } from '../format'

export const rails: Format = {
  id: 'rails',
  label: 'Rails schema.rb',
  extensions: ['.rb'],
  mime: 'text/x-ruby',
  detect: (text) => /ActiveRecord::Schema(?:\[[\d.]+\])?\.define/.test(text.slice(0, 20_000)),
  load: async () => ({ read: (await import('./read')).readRails }),
}
