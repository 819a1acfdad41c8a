import type { Format } from '../format'

export const d2: Format = {
  id: 'd2',
  label: 'D2',
  extensions: ['.d2'],
  mime: 'text/plain',
  isOnlyWritten: true,
  load: async () => {
    const { writeD2 } = await import('./write')
    return { write: writeD2 }
  },
}
