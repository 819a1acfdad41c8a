import type { Format } from '../format'

export const mermaid: Format = {
  id: 'mermaid',
  label: 'Mermaid',
  extensions: ['.mmd'],
  mime: 'text/vnd.mermaid',
  isOnlyWritten: true,
  load: async () => {
    const { writeMermaid } = await import('./write')
    return { write: writeMermaid }
  },
}
