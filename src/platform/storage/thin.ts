// Which automatic versions may go: all of the last hour stay, then one an hour for a day, then one a day, and of those
// the oldest go when together they take too much room. Named ones are never touched.
import type { VersionInfo } from '../types'

const hour = 3_600_000
const day = 24 * hour

/** Bytes that the automatic versions of one document may take. */
export const automaticRoom = 40_000_000

const bucketOf = (at: number, now: number): string => {
  const age = now - at
  if (age < hour) return `all ${at}`
  return age < day ? `hour ${Math.floor(at / hour)}` : `day ${Math.floor(at / day)}`
}

/** Times of those that go. */
export function thinned(
  versions: readonly Pick<VersionInfo, 'at' | 'name' | 'size'>[],
  now: number,
  room = automaticRoom,
): readonly number[] {
  const automatic = versions.filter(({ name }) => name === undefined).sort((a, b) => b.at - a.at)
  const seen = new Set<string>()
  const gone: number[] = []
  let used = 0
  for (const { at, size } of automatic) {
    const bucket = bucketOf(at, now)
    used += seen.has(bucket) ? 0 : size
    // The newest stays whatever it takes: it is what one goes back to.
    if (seen.has(bucket) || (used > room && seen.size > 0)) gone.push(at)
    seen.add(bucket)
  }
  return gone
}
