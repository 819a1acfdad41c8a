import type { Format } from '../format'

export const dbml: Format = {
  id: 'dbml',
  label: 'DBML',
  extensions: ['.dbml'],
  mime: 'text/plain',
  detect: (text) =>
    /^\s*(?:Table|TableGroup|TablePartial|Enum|Project|Ref)\b[^;(]*\{/im.test(text.slice(0, 20_000)),
  load: () =>
    Promise.resolve({
      // The library of the language comes when something is read.
      read: async (sources, options) => (await import('./read')).readDbml(sources, options),
      write: async (schema, options) => (await import('./writeFile')).writeDbmlFile(schema, options),
    }),
}
