import type { Format } from '../format'

export const dot: Format = {
  id: 'dot',
  label: 'Graphviz',
  extensions: ['.dot'],
  mime: 'text/vnd.graphviz',
  isOnlyWritten: true,
  load: async () => {
    const { writeDot } = await import('./write')
    return { write: writeDot }
  },
}
