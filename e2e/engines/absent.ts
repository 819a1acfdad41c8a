import type { Availability, EngineId } from './engine'

/** In the name of a group of tests that has no engine here: by it they are counted. */
export function absentMark(id: EngineId): string {
  return `[no ${id} here]`
}

/** What a run could not ask of a real engine. */
export function notesOnAbsent(
  engines: readonly Availability[],
  skipped: readonly string[],
): readonly string[] {
  return engines.flatMap((found) => {
    if (found.available) return []
    const count = skipped.filter((name) => name.includes(absentMark(found.id))).length
    if (count === 0) return []
    const tests = count === 1 ? '1 test was' : `${count} tests were`
    return [`${tests} skipped for want of ${found.id} (${found.why}). To get it: ${found.howToGet}`]
  })
}
