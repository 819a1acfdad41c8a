import { arrange, type Arrangement } from '../core/layout/arrange/arrange'
import type { LayoutEngine } from '../core/layout/arrange/engine'
import { quickLayout } from '../core/layout/arrange/quick'
import type { LayoutApi } from './apis'
import { cancelled, type Job } from './serve'

type Arrange = LayoutApi['arrange']

export const layoutMethods = (engine: LayoutEngine) => ({
  arrange: async (
    { options, effort, ...input }: Arrange['input'],
    job: Job,
  ): Promise<Arrangement | typeof cancelled> => {
    const result = await arrange(input, { engine: effort === 'quick' ? quickLayout : engine, options }, job)
    return result.ok ? result.value : cancelled
  },
})
