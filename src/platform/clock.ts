import type { Clock } from './types'

export const clock: Clock = { now: () => Date.now() }
