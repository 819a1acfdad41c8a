import type { Format } from '../format'

export const relata: Format = {
  id: 'relata',
  label: 'Relata document',
  extensions: ['.relata'],
  mime: 'application/json',
  detect: (text) => /^\uFEFF?\s*\{\s*"relata"\s*:/.test(text.slice(0, 200)),
  load: async () => (await import('./code')).relataCode,
}
