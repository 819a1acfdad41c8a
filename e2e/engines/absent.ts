import type { EngineId } from './engine'

/** In the name of a group of tests that has no engine here; the reporter counts by it. */
export function absentMark(id: EngineId): string {
  return `[no ${id} here]`
}
