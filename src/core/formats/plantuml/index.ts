import type { Format } from '../format'

export const plantuml: Format = {
  id: 'plantuml',
  label: 'PlantUML',
  extensions: ['.puml'],
  mime: 'text/plain',
  isOnlyWritten: true,
  load: async () => {
    const { writePlantUml } = await import('./write')
    return { write: writePlantUml }
  },
}
